//! Weeks of a small shop: of every thousand sessions a few orders, of every planned dollar a few cents more or less.

use std::collections::BTreeMap;

use super::*;
use crate::facts::{Basis, Builder, Exchange, Fact, Facts, ImportLog, Item, Over, Scale, TagKey};
use crate::metric::Tolerance;
use crate::plan::{Plan, PlanSource};
use crate::quantity::{Currency, Grain, MarketplaceId, MeasureId, ProductId, Scope, Span};
use crate::review::{LastYear, Rule};
use crate::workspace::{Workspace, load};
use crate::world::Memory;

const COMPANY: &str = "company: {id: x, name: X, reporting_currency: USD}
goals: [{id: G1, metric: sales, year: 2026, target: 36500 USD, owner: lin}]
allocation:
- goal: G1
  product: {mug: 1}
  marketplace: {default: {US: 1}}
  month: {default: [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]}
";
const METRICS: &str = "measures:
- {id: sales, unit: money}
- {id: orders, unit: count, lag_days: 30}
- {id: sessions, unit: count}
metrics: [{id: cvr, ratio: [orders, sessions], unit: percent}]
";

/// Orders of the weeks from the fifth of January 2026: ten quiet ones, one that falls, two quiet ones.
const ORDERS: [i64; 13] = [98, 104, 101, 96, 102, 100, 97, 103, 99, 101, 81, 98, 101];

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn workspace(signals: &str) -> Workspace {
    let metrics = format!("{METRICS}{signals}");
    let files = [
        ("opsreport.yaml", "title: X"),
        ("company.yaml", COMPANY),
        ("metrics.yaml", metrics.as_str()),
        ("products.yaml", "products: [{id: mug}]"),
        ("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}]"),
        ("departments.yaml", "people: [{id: lin, name: Lin}]"),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let (workspace, findings) = load(&Memory { files: BTreeMap::from(files), today: day("2026-11-22") });
    workspace.unwrap_or_else(|| panic!("{findings:?}"))
}

/// Each week's orders on its Monday; seven dollars of sales for each, so that a hundred of them are on plan.
fn facts() -> Facts {
    let usd = Currency::parse("USD").unwrap();
    let mut builder = Builder::new(Exchange::new(usd));
    let market = builder.marketplace(&MarketplaceId::new("US"), usd);
    let item = builder.item(&Item { product: ProductId::new("mug"), sku: None });
    let days = Span::new(day("2026-01-05"), day("2026-01-05") + 7 * 13 - 1).unwrap();
    for (id, scale) in [("sales", Scale::Money), ("orders", Scale::Count), ("sessions", Scale::Count)] {
        let measure = builder.measure(&MeasureId::new(id), scale, Over::Flow);
        builder.cover_days(measure, market, days);
        for (week, orders) in (0..).zip(ORDERS) {
            let at = days.from + 7 * week;
            let span = Span { from: at, to: at };
            let value = match id {
                "sales" => orders * 700,
                "orders" => orders,
                _ => 1000,
            };
            builder.add(Fact { measure, market, item, tag: TagKey::default(), span, value, file: 0 });
        }
    }
    builder.build(ImportLog::default()).0
}

/// Asks about weeks; `today` is the day after the last one, or later.
fn ask<T>((signals, today): (&str, &str), answer: impl FnOnce(&Check<'_>) -> T) -> T {
    let (workspace, facts) = (workspace(signals), facts());
    let (plan, _) = Plan::of(&PlanSource::today(&workspace));
    answer(&Check {
        catalogue: &workspace.catalogue,
        facts: &facts,
        plan: &plan,
        today: day(today),
        basis: Basis::Plan,
        last_year: LastYear::default(),
        rebases: &workspace.rebases,
    })
}

fn week(metric: &str, number: i8) -> Question {
    Question::company(metric, Period::Week(2026, number))
}

/// Verdict, point and how many points limits are made of.
fn told(found: Option<Signal<'_>>) -> Option<(Verdict, String, usize)> {
    found.map(|signal| (signal.verdict, signal.value.to_string(), signal.points))
}

const LATER: &str = "2026-11-22";

#[test]
fn a_share_of_the_plan_that_falls_out_of_its_limits_is_a_signal() {
    let found = ask(("", LATER), |check| told(check.signal(&week("sales", 12))));
    let fell = Verdict::Exceptional(Breach { rule: Rule::Outside, above: false }, Impact::Unfavourable);
    assert_eq!(found, Some((fell, "81/100".to_owned(), 10)));
    let after = ask(("", LATER), |check| told(check.signal(&week("sales", 13))));
    assert_eq!(after, Some((Verdict::Routine, "49/50".to_owned(), 10)));
}

#[test]
fn of_a_ratio_its_own_values_are_judged() {
    let found = ask(("", LATER), |check| check.signal(&week("cvr", 12)).map(|s| (s.of_plan, s.value)));
    assert_eq!(found, Some((false, Ratio::new(81, 1000).unwrap())));
}

#[test]
fn what_has_no_plan_and_is_no_ratio_has_no_point() {
    assert_eq!(ask(("", LATER), |check| told(check.signal(&week("orders", 12)))), None);
}

#[test]
fn a_week_that_has_not_ended_has_no_point() {
    assert_eq!(ask(("", LATER), |check| told(check.signal(&week("sales", 15)))), None);
    assert_eq!(ask(("", "2026-03-29"), |check| told(check.signal(&week("sales", 13)))), None);
}

#[test]
fn nine_weeks_are_too_few_to_tell() {
    let found = ask(("", "2026-03-09"), |check| told(check.signal(&week("sales", 10))));
    assert_eq!(found, Some((Verdict::TooFew, "99/100".to_owned(), 9)));
}

/// From the second of March on, the ninth week of points.
const REBASE: &str = "signals: [{metric: sales, from: 2026-03-02, reason: New price}]";

#[test]
fn a_documented_change_begins_anew() {
    let found = ask((REBASE, LATER), |check| {
        let (before, after) = (check.signal(&week("sales", 9)), check.signal(&week("sales", 12)));
        (told(before), after.map(|s| (s.verdict, s.points, s.baseline, s.rebase.map(|r| r.from))))
    });
    // Eight weeks before the change, five since: neither is enough.
    assert_eq!(found.0, Some((Verdict::TooFew, "103/100".to_owned(), 8)));
    let since = (Period::Week(2026, 10), Period::Week(2026, 14));
    assert_eq!(found.1, Some((Verdict::TooFew, 5, Some(since), Some(day("2026-03-02")))));
}

#[test]
fn a_change_of_another_part_changes_nothing() {
    let elsewhere = REBASE.replace("from:", "scope: {marketplace: US}, from:");
    let found = ask((&elsewhere, LATER), |check| {
        let mut inside = week("sales", 12);
        inside.scope = Scope::marketplace(&MarketplaceId::new("US"));
        (check.signal(&week("sales", 12)).map(|s| s.points), check.signal(&inside).map(|s| s.points))
    });
    assert_eq!(found, (Some(10), Some(5)));
}

#[test]
fn a_baseline_may_be_named() {
    let named = "signals: [{metric: sales, from: 2026-01-05, to: 2026-03-29, reason: First quarter}]";
    let found = ask((named, LATER), |check| check.signal(&week("sales", 14)).map(|s| (s.points, s.verdict)));
    assert_eq!(found, Some((12, Verdict::Routine)));
}

#[test]
fn plan_and_process_together_say_what_is_asked() {
    let weigh = |today: &str, metric: &str, number: i8, rel: i128| {
        let tolerance = Tolerance { rel: Some(Ratio::from_scaled(rel, 2)), ..Tolerance::default() };
        let materiality = Materiality { default: tolerance, ..Materiality::default() };
        ask(("", today), |check| check.weigh(&week(metric, number), &materiality).ask())
    };
    assert_eq!(weigh(LATER, "sales", 12, 10), Some(Ask::FindCause));
    assert_eq!(weigh(LATER, "sales", 12, 20), Some(Ask::Learn));
    assert_eq!(weigh(LATER, "sales", 13, 1), Some(Ask::Replan));
    assert_eq!(weigh(LATER, "sales", 13, 3), Some(Ask::LeaveAlone));
    assert_eq!(weigh("2026-03-09", "sales", 10, 3), Some(Ask::MorePoints));
    assert_eq!(weigh(LATER, "orders", 12, 3), None);
    // Orders are late by thirty days: what is made of them asks for no cause yet.
    let wait = |today| ask(("", today), |check| check.signal(&week("cvr", 12)).map(|s| s.ask(true)));
    assert_eq!((wait("2026-04-06"), wait(LATER)), (Some(Ask::Wait), Some(Ask::FindCause)));
}

#[test]
fn months_are_judged_by_months() {
    let month = Question::company("sales", Period::containing(day("2026-02-10"), Grain::Month));
    assert_eq!(ask(("", LATER), |check| check.signal(&month).map(|s| s.points)), Some(2));
}

#[test]
fn several_periods_say_what_each_says_alone() {
    let periods: Vec<Period> = (1..=16).map(|number| Period::Week(2026, number)).collect();
    let (together, alone) = ask((REBASE, LATER), |check| {
        let alone = periods.iter().map(|period| told(check.signal(&Question::company("sales", *period))));
        let together = check.signals(&week("sales", 1), &periods).into_iter().map(told).collect::<Vec<_>>();
        (together, alone.collect::<Vec<_>>())
    });
    assert_eq!(together, alone);
    assert_eq!(together.iter().flatten().count(), ORDERS.len());
}
