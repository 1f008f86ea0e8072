//! Forecasts of small workspaces: they add up, keep in order, and say what they leave out.

use std::collections::BTreeMap;
use std::fmt::Write;

use proptest::prelude::*;

use super::*;
use crate::analysis::{Analysis, Forecasts};
use crate::ingest::measure;
use crate::quantity::{Day, MarketplaceId, MeasureId, ProductId, Ratio};
use crate::workspace::load;
use crate::world::Memory;

const PRODUCTS: [&str; 3] = ["mug", "pot", "jar"];
const PLACES: [&str; 2] = ["US", "JP"];

/// Sales of a product in a marketplace in a month; the months are counted from January 2024.
type Sold<'a> = &'a dyn Fn(usize, usize, usize) -> Option<i64>;

/// A workspace whose products were sold on the first of each month up to a day.
fn world(sold: Sold<'_>, today: &str, more: &[(&str, String)]) -> Memory {
    let today = Day::parse(today).unwrap();
    let mut csv = "date,marketplace,sku,sales\n".to_owned();
    let months = (2024..).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let months = months.take_while(|(year, month)| Day::new(*year, *month, 1).unwrap() < today);
    for (at, (year, month)) in months.enumerate() {
        let first = Day::new(year, month, 1).unwrap();
        for (product, place) in (0..3).flat_map(|product| (0..2).map(move |place| (product, place))) {
            if let Some(sales) = sold(product, place, at) {
                writeln!(csv, "{first},{},{},{sales}", PLACES[place], PRODUCTS[product]).unwrap();
            }
        }
        // Something on the last day: the days between are known to be nought.
        let last = first.end_of_month().min(today - 1);
        if last > first {
            PLACES.iter().for_each(|place| writeln!(csv, "{last},{place},mug,0").unwrap());
        }
    }
    let skus = PRODUCTS.map(|id| format!("{{id: {id}, skus: [{{sku: {id}}}]}}")).join(", ");
    let mut files: BTreeMap<String, Vec<u8>> = [
        ("opsreport.yaml", "title: X\nsource: sales.csv\n".to_owned()),
        ("products.yaml", format!("products: [{skus}]")),
        ("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}, {id: JP, currency: USD}]".to_owned()),
        ("company.yaml", "company: {id: x, name: X, reporting_currency: USD}\n".to_owned()),
        ("sales.csv", csv),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .collect();
    files.extend(more.iter().map(|(path, text)| ((*path).to_owned(), text.clone().into_bytes())));
    Memory { files, today }
}

fn outlook(world: &Memory) -> Outlook {
    let (workspace, findings) = load(world);
    let workspace = workspace.unwrap_or_else(|| panic!("{findings:?}"));
    let (facts, _) = measure(world, &workspace);
    let (analysis, _) = Analysis::of(&workspace, &facts, world.today);
    Forecasts::of(&workspace, &facts, &analysis, world.today).outlook
}

fn sales(scope: &Scope) -> Subject {
    Subject::of(&MeasureId::new("sales"), scope)
}

/// All lines of which a part of the company is made, without others made of them.
fn cells<'o>(outlook: &'o Outlook, of: &'o Scope) -> impl Iterator<Item = &'o Line> {
    let is_cell = |scope: &Scope| scope.product.is_some() && scope.marketplace.is_some();
    let within = move |line: &&Line| {
        let Scope { product, marketplace } = &line.subject.scope;
        is_cell(&line.subject.scope)
            && of.product.as_ref().is_none_or(|own| product.as_ref() == Some(own))
            && of.marketplace.as_ref().is_none_or(|own| marketplace.as_ref() == Some(own))
    };
    outlook.lines.iter().filter(within)
}

fn check_sums(outlook: &Outlook) {
    for line in &outlook.lines {
        for (at, ahead) in line.periods.iter().enumerate() {
            let parts: Ratio = cells(outlook, &line.subject.scope).map(|cell| &cell.periods[at].point).sum();
            assert_eq!(parts, ahead.point, "{:?} {}", line.subject.scope, ahead.period);
            let ends = [&ahead.low95, &ahead.low80, &ahead.point, &ahead.high80, &ahead.high95];
            assert!(ends.is_sorted(), "{:?} {ahead:?}", line.subject.scope);
            assert!(!ahead.low95.is_negative());
        }
    }
    for landing in &outlook.landings {
        let year = &landing.year;
        assert!([&year.low95, &year.low80, &year.point, &year.high80, &year.high95].is_sorted());
    }
}

fn months() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(0_i64..900, 36)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever was sold, from whichever month on: parts sum to wholes to the cent in every period ahead.
    #[test]
    fn products_and_marketplaces_sum_to_the_company(
        sold in prop::collection::vec(months(), 6),
        begins in prop::collection::vec(0_usize..33, 6),
        day in 1_i32..28,
    ) {
        let amount = |product: usize, place: usize, month: usize| {
            let own = product * 2 + place;
            (month >= begins[own]).then(|| sold[own][month])
        };
        let today = Day::parse("2026-10-01").unwrap() + day;
        let found = outlook(&world(&amount, &today.to_string(), &[]));
        prop_assert!(found.lines.len() + found.refused.len() >= 6);
        check_sums(&found);
    }
}

/// A season, a level for each product and marketplace.
fn steady(product: usize, place: usize, month: usize) -> Option<i64> {
    let season = [80, 80, 90, 100, 100, 110, 110, 100, 100, 110, 120, 100];
    Some(season[month % 12] * (product as i64 + 1) * (place as i64 + 1))
}

fn jar_in_japan() -> Scope {
    Scope::cell(&ProductId::new("jar"), &MarketplaceId::new("JP"))
}

#[test]
fn what_has_just_begun_without_a_plan_is_named_and_left_out() {
    let begun = |product: usize, place: usize, month: usize| {
        let new = product == 2 && place == 1 && month < 32;
        if new { None } else { steady(product, place, month) }
    };
    let found = outlook(&world(&begun, "2026-10-02", &[]));
    let refused: Vec<&Scope> = found.refused.iter().map(|refused| &refused.subject.scope).collect();
    assert_eq!(refused, [&jar_in_japan()]);
    assert!(found.line(&sales(&jar_in_japan())).is_none());
    let japan = Scope::marketplace(&MarketplaceId::new("JP"));
    assert_eq!(found.line(&sales(&japan)).unwrap().without, [jar_in_japan()]);
    assert!(found.line(&sales(&Scope::marketplace(&MarketplaceId::new("US")))).unwrap().without.is_empty());
    check_sums(&found);
}

#[test]
fn what_was_measured_of_the_running_month_is_not_forecast() {
    // All is sold on the first: of October it is known, and the rest is made of the other days' share.
    let found = outlook(&world(&steady, "2026-10-22", &[]));
    let company = found.line(&sales(&Scope::company())).unwrap();
    let running = &company.periods[0];
    assert_eq!(
        (running.period.to_string().as_str(), company.origin.to_string().as_str()),
        ("2026-10", "2026-10-21")
    );
    assert_eq!(running.so_far, Some(Ratio::from_int(110 * 18)));
    let rest = &running.point - &Ratio::from_int(110 * 18);
    // Ten of 31 days are ahead.
    let whole = Ratio::from_int(110 * 18 * 10).checked_div(&Ratio::from_int(31)).unwrap();
    let off = (&rest - &whole).to_f64().abs() / whole.to_f64();
    assert!(off < 0.1, "{rest:?} {whole:?}");
    assert!(running.low95 >= Ratio::from_int(110 * 18));
}

#[test]
fn the_days_of_an_event_move_what_is_expected() {
    let calendar = "events:
- {id: a, kind: demand, from: 2024-07-01, to: 2024-07-31, lift: 3}
- {id: b, kind: demand, from: 2025-07-01, to: 2025-07-31, lift: 3}
- {id: c, kind: demand, from: 2026-07-01, to: 2026-07-31, lift: 3}
- {id: d, kind: demand, from: 2027-06-01, to: 2027-06-30, lift: 3, status: planned}\n";
    let july = |product: usize, place: usize, month: usize| {
        let lift = if month % 12 == 6 { 3 } else { 1 };
        Some(100 * lift * (product as i64 + 1) * (place as i64 + 1))
    };
    let settings = "title: X\nsource: sales.csv\nforecast: {horizon: 10}\n".to_owned();
    let more = [("calendar.yaml", calendar.to_owned()), ("opsreport.yaml", settings)];
    let found = outlook(&world(&july, "2026-10-02", &more));
    let company = found.line(&sales(&Scope::company())).unwrap();
    let of = |name: &str| {
        company.periods.iter().find(|ahead| ahead.period.to_string() == name).unwrap().point.to_f64()
    };
    assert!(company.method.ends_with(".calendar"), "{}", company.method);
    assert!(of("2027-06") > 2.0 * of("2027-07"), "{} {}", of("2027-06"), of("2027-07"));
}

#[test]
fn a_product_that_ends_is_not_sold_afterwards() {
    let products = "products: [{id: mug, skus: [{sku: mug}]}, {id: pot, skus: [{sku: pot}]}, \
                    {id: jar, status: phase-out, last_day: 2026-11-30, skus: [{sku: jar}]}]";
    let found = outlook(&world(&steady, "2026-10-02", &[("products.yaml", products.to_owned())]));
    let jar = found.line(&sales(&Scope::product(&ProductId::new("jar")))).unwrap();
    let of = |name: &str| &jar.periods.iter().find(|ahead| ahead.period.to_string() == name).unwrap().point;
    assert!(of("2026-11").is_positive());
    assert!(of("2026-12").is_zero());
    check_sums(&found);
}

/// A plan of 100 a month for each of the six, and what began in August is met to a half, as all else is.
#[test]
fn a_launch_follows_its_plan_as_far_as_it_was_met() {
    let company = "company: {id: x, name: X, reporting_currency: USD}
goals: [{id: G, metric: sales, year: 2026, target: 7200 USD}]
allocation:
- goal: G
  product: {mug: 1, pot: 1, jar: 1}
  marketplace: {default: {US: 1, JP: 1}}
  month: {default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3]}
";
    let half = |product: usize, place: usize, month: usize| {
        let new = product == 2 && place == 1;
        // A change of a tenth from month to month, so that plans are off at all.
        (!new || month >= 31).then_some(if month.is_multiple_of(2) { 40 } else { 44 })
    };
    let found = outlook(&world(&half, "2026-10-01", &[("company.yaml", company.to_owned())]));
    let jar = found.line(&sales(&jar_in_japan())).unwrap();
    assert_eq!(jar.method, "launch");
    let december = jar.periods.last().unwrap();
    let plan = december.plan.as_ref().unwrap().to_f64();
    // 7,200 in six parts, fourteen parts of a year: a month of 85.71, and 42 of it sold.
    assert!((plan - 257.14).abs() < 0.01, "{plan}");
    assert!((december.point.to_f64() / plan - 0.49).abs() < 0.02, "{december:?}");
    assert!(december.low80 < december.point && december.point < december.high80);
    check_sums(&found);
}

/// Ten months of a product in a marketplace, where others of the market and the product have shown two Decembers.
#[test]
fn what_is_young_has_the_season_of_its_sisters() {
    let season = |at: usize| if at % 12 == 11 { 300 } else { 100 };
    let young = |product, place, at: usize| (product, place) != (2, 1) || at >= 24;
    let sold = |product: usize, place, at: usize| {
        young(product, place, at).then(|| i64::try_from((product + 1) * (season(at) + at % 5)).unwrap())
    };
    let found = outlook(&world(&sold, "2026-11-01", &[]));
    let scope = Scope::cell(&ProductId::new("jar"), &MarketplaceId::new("JP"));
    let line = found.line(&sales(&scope)).unwrap();
    assert!(line.method.starts_with("pooled-season"), "{}", line.method);
    let [november, december] = [0, 1].map(|at| line.periods[at].point.to_f64());
    assert!(december > 1.8 * november && december < 3.2 * november, "{november} {december}");
    // Two sisters are too few: it is forecast as if it had none.
    let only = |kept: &'static [(usize, usize)]| {
        let some = move |product: usize, place: usize, at: usize| {
            sold(product, place, at).filter(|_| kept.contains(&(product, place)))
        };
        let found = outlook(&world(&some, "2026-11-01", &[]));
        found.line(&sales(&scope)).unwrap().clone()
    };
    let (alone, few) = (only(&[(2, 1)]), only(&[(2, 1), (0, 1), (2, 0)]));
    assert!(alone.method.starts_with("level"), "{}", alone.method);
    assert_eq!(few.method, alone.method);
}
