//! Tests of the questions of why over a small world: a profit of one product in one marketplace, in two years.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::facts::{Basis, Builder, Exchange, Fact, Facts, ImportLog, Item, Over, Scale, TagKey};
use crate::metric::{DriverTree, Expr, Scenario, ShownTree, Stop, Tree};
use crate::plan::{Plan, Spine};
use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope, Span};
use crate::review::{Base, Check, Effect, LastYear, PriceVolumeMix, Question, RateMix, Readings};
use crate::workspace::{Workspace, load};
use crate::world::Memory;

const METRICS: &str = "measures:
- {id: sessions, unit: count}
- {id: orders, unit: count}
- {id: units, unit: count}
- {id: sales, unit: money}
- {id: fba, unit: money}
- {id: ads, unit: money}
metrics:
- {id: cvr, ratio: [orders, sessions], unit: percent}
- {id: upo, ratio: [units, orders]}
- {id: asp, ratio: [sales, units], unit: money}
- {id: fba_per_unit, ratio: [fba, units], unit: money}
- {id: profit, expr: sales - fba - ads, unit: money}
trees:
- {id: profit, root: profit, expr: sales - fba - ads, drivers: [asp, upo, cvr, fba_per_unit]}
";
const MEASURES: [&str; 6] = ["sessions", "orders", "units", "sales", "fba", "ads"];

fn workspace() -> Workspace {
    let files = [("opsreport.yaml", "{title: X, currency: USD}"), ("metrics.yaml", METRICS)];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let today = Day::parse("2026-11-22").unwrap();
    let (workspace, findings) = load(&Memory { files: files.into(), today });
    assert!(!findings.has_errors(), "{findings:?}");
    workspace.unwrap()
}

/// The measures on the first of October of both years, in a market whose currency is planned at 1/100 and came to
/// be 1/80.
fn facts(years: [&[i128]; 2]) -> Facts {
    let (usd, jpy) = (Currency::parse("USD").unwrap(), Currency::parse("JPY").unwrap());
    let mut exchange = Exchange::new(usd);
    let from = Day::parse("2025-01-01").unwrap();
    exchange.set((Basis::Plan, jpy), from, Ratio::new(1, 100));
    exchange.set((Basis::Actual, jpy), from, Ratio::new(1, 80));
    let mut builder = Builder::new(exchange);
    let market = builder.marketplace(&MarketplaceId::new("JP"), jpy);
    let item = builder.item(&Item { product: ProductId::new("mug"), sku: None });
    for (id, at) in MEASURES.iter().zip(0..) {
        let scale = if at < 3 { Scale::Count } else { Scale::Money };
        let measure = builder.measure(&MeasureId::new(id), scale, Over::Flow);
        for (year, numbers) in ["2025-10", "2026-10"].iter().zip(years) {
            let days = Period::parse(year).unwrap().span();
            builder.cover_days(measure, market, days);
            let span = Span { from: days.from, to: days.from };
            let value = i64::try_from(numbers[at]).unwrap();
            builder.add(Fact { measure, market, item, tag: TagKey::default(), span, value, file: 0 });
        }
    }
    builder.build(ImportLog::default()).0
}

fn readings(years: [&[i128]; 2]) -> Option<Readings> {
    readings_by("sales - fba - ads", years)
}

fn readings_by(lines: &str, years: [&[i128]; 2]) -> Option<Readings> {
    readings_with((lines, Base::Previous), &Plan::default(), years)
}

fn readings_with((lines, base): (&str, Base), plan: &Plan, years: [&[i128]; 2]) -> Option<Readings> {
    ask(plan, years, |check, workspace| {
        let question = Question::company("profit", october());
        let tree = DriverTree { expr: Expr::parse(lines).unwrap(), ..workspace.trees[0].tree.clone() };
        check.readings(&tree, &question, base)
    })
}

fn october() -> Period {
    Period::parse("2026-10").unwrap()
}

fn ask<T>(plan: &Plan, years: [&[i128]; 2], answer: impl FnOnce(Check<'_>, &Workspace) -> T) -> T {
    let (workspace, facts) = (workspace(), facts(years));
    let check = Check {
        catalogue: &workspace.catalogue,
        facts: &facts,
        plan,
        today: Day::parse("2026-11-22").unwrap(),
        basis: Basis::Plan,
        last_year: LastYear::default(),
        rebases: &[],
    };
    answer(check, &workspace)
}

fn labels(tree: &Tree) -> Vec<String> {
    tree.leaves().iter().map(|leaf| format!("{} {}", leaf.label, leaf.contribution)).collect()
}

#[test]
fn books_and_drivers_tell_one_change() {
    let found = readings([&[100, 10, 20, 4000, 1000, 500], &[100, 20, 40, 8000, 2000, 500]]).unwrap();
    assert_eq!(labels(&found.lines), ["sales 40", "fba -10", "ads 0"]);
    assert_eq!(labels(&found.drivers), ["sessions 0", "cvr 30", "upo 0", "asp 0", "fba_per_unit 0", "ads 0"]);
    // 2500 yen and 5500 yen, at 1/80 instead of 1/100.
    let currency = found.currency.unwrap();
    let amounts = [currency.from, currency.to, currency.effect].map(|amount| amount.to_string());
    assert_eq!(amounts, ["125/4", "275/4", "15/2"]);
}

#[test]
fn a_line_that_cannot_be_opened_keeps_its_contribution_and_says_why() {
    let found = readings([&[100, 0, 0, 0, 0, 500], &[100, 20, 40, 8000, 2000, 500]]).unwrap();
    assert_eq!(labels(&found.drivers), ["sales 80", "fba -20", "ads 0"]);
    let stop = Stop::ZeroDivisor { scenario: Scenario::Base, divisor: "units".to_owned() };
    assert_eq!(found.drivers.children[0].stop, Some(stop));
}

#[test]
fn what_the_lines_leave_of_the_root_stands_for_itself() {
    let found = readings_by("sales - fba", [&[1, 1, 1, 400, 100, 300], &[1, 1, 1, 400, 100, 900]]).unwrap();
    assert_eq!(labels(&found.lines), ["sales 0", "fba 0", "(rest) -6"]);
    assert_eq!(labels(&found.drivers).last().map(String::as_str), Some("(rest) -6"));
}

/// A plan of 2026 that sets the same amount for each day.
fn plan(amounts: &[(&str, i128)]) -> Plan {
    let year = Period::Year(2026).span();
    let spine = |(id, cents): &(&str, i128)| {
        let cell = (ProductId::new("mug"), MarketplaceId::new("JP"));
        let days = vec![*cents; usize::try_from(year.len()).unwrap()];
        (MeasureId::new(id), 2026, Spine::new(year, 2, BTreeMap::from([(cell, days)])))
    };
    Plan::new(amounts.iter().map(spine).collect(), Vec::new(), &workspace().catalogue)
}

#[test]
fn lines_that_the_plan_does_not_know_stand_together() {
    let years: [&[i128]; 2] = [&[0; 6], &[100, 20, 40, 8000, 2000, 500]];
    let found =
        readings_with(("sales - fba - ads", Base::Plan), &plan(&[("sales", 200), ("profit", 100)]), years);
    let found = found.unwrap();
    assert_eq!(found.unknown, [MeasureId::new("fba"), MeasureId::new("ads")]);
    // Of 62 dollars 31 were to be left; of 80 there are 55.
    assert_eq!(labels(&found.lines), ["sales 18", "(rest) 6"]);
    assert_eq!(labels(&found.drivers), ["sales 18", "(rest) 6"]);
    assert!(readings_with(("fba", Base::Plan), &plan(&[("profit", 100)]), years).is_none());
    assert!(readings_with(("sales", Base::Plan), &plan(&[("sales", 100)]), years).is_none());
}

fn sales(plan: &Plan, (base, parts): (Base, &[Scope]), years: [&[i128]; 2]) -> PriceVolumeMix {
    let question = Question::company("sales", october());
    ask(plan, years, |check, _| check.price_volume_mix(&question, base, parts)).unwrap()
}

fn effects(found: &PriceVolumeMix) -> Vec<(Effect, String)> {
    found.effects().iter().map(|(effect, amount)| (*effect, amount.to_string())).collect()
}

/// Sales are at the rates that came to be: 80 yen a dollar, where the plan has 100.
#[test]
fn volume_price_and_currency_of_what_was_sold() {
    let mug = [Scope::product(&ProductId::new("mug"))];
    let years: [&[i128]; 2] = [&[0, 0, 20, 4000, 0, 0], &[0, 0, 40, 16000, 0, 0]];
    let found = sales(&Plan::default(), (Base::Previous, &mug), years);
    assert_eq!(effects(&found), [(Effect::Volume, "75".into()), (Effect::Price, "75".into())]);
    // Planned: 31 units for 155 dollars. Sold: 40 for 16,000 yen, 160 dollars as planned and 200 as they came to be.
    let planned = plan(&[("sales", 500), ("units", 100)]);
    let found = sales(&planned, (Base::Plan, &mug), years);
    assert_eq!((found.base().to_string(), found.actual().to_string()), ("155".into(), "200".into()));
    assert_eq!(
        effects(&found).iter().map(|(effect, _)| *effect).collect::<Vec<_>>(),
        [Effect::Volume, Effect::Price, Effect::Currency]
    );
    assert!(found.total(Effect::Currency) > Ratio::from_int(35));
}

#[test]
fn what_the_parts_leave_of_the_whole_stands_beside() {
    let years: [&[i128]; 2] = [&[0, 0, 20, 4000, 0, 0], &[0, 0, 40, 16000, 0, 0]];
    let pot = [Scope::product(&ProductId::new("pot"))];
    let found = sales(&Plan::default(), (Base::Previous, &pot), years);
    assert_eq!((found.items.len(), found.items[0].item.scope.clone()), (1, None));
    assert_eq!(found.change().to_string(), "150");
    let cvr = Question::company("cvr", october());
    let of = |parts: &[Scope]| -> Option<RateMix> {
        let years: [&[i128]; 2] = [&[100, 10, 0, 0, 0, 0], &[200, 30, 0, 0, 0, 0]];
        ask(&Plan::default(), years, |check, _| check.rate_mix(&cvr, Base::Previous, parts))
    };
    for parts in [&pot[..], &[Scope::product(&ProductId::new("mug"))]] {
        let found = of(parts).unwrap();
        assert_eq!((found.segments.len(), found.rate().to_string()), (1, "1/20".into()));
        assert_eq!(found.change(), found.rate());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn both_readings_of_a_profit_sum_to_its_change(
        base in prop::collection::vec(-9i128..60, 6), actual in prop::collection::vec(-9i128..60, 6),
        unit in 1i128..9
    ) {
        let found = readings([&base, &actual]).unwrap();
        let profit = |year: &[i128]| Ratio::from_scaled(year[3] - year[4] - year[5], 2);
        prop_assert_eq!(found.change(), &profit(&actual) - &profit(&base));
        let unit = Ratio::new(unit, 100).unwrap();
        let shown = [&found.lines, &found.drivers].map(|tree| ShownTree::of(tree, &unit));
        prop_assert_eq!(shown[0].contribution, shown[1].contribution);
        for (tree, shown) in [&found.lines, &found.drivers].into_iter().zip(&shown) {
            let leaves: Ratio = tree.leaves().iter().map(|leaf| &leaf.contribution).sum();
            prop_assert_eq!(leaves, found.change());
            let parts: i128 = shown.children.iter().filter_map(|child| child.contribution).sum();
            prop_assert_eq!(Some(parts), shown.contribution);
        }
    }
}
