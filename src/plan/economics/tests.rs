//! Unit economics against figures computed by hand, from files as people write them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value as Json;

use super::*;
use crate::diagnostic::Place;
use crate::plan::PlanSource;
use crate::quantity::{Currency, PersonId, Ratio, VersionId};
use crate::workspace::{AgainstPlan, Base, PlanVersion, load};
use crate::world::Memory;

pub(super) const COMPANY: &str = "
company: {id: s, name: S, reporting_currency: USD}
goals:
- {id: R, metric: return_rate, year: 2026, target: 4%}
- {id: P, metric: asp, year: 2026, target: 28.80 USD}
";

pub(super) const PRODUCTS: &str = "
products:
- id: bottle
  skus: [{sku: GY}, {sku: WH, marketplaces: [US]}]
  category: {US: kitchen, JP: kitchen}
  hs: '3924.10'
  cost: [{from: 2026-01-01, fob: 6.20 USD}]
  price: {US: [{from: 2026-01-01, amount: 29.99 USD}, {from: 2026-09-01, amount: 31.99 USD}], JP: 3980 JPY}
";

/// The figures of domain 4.5; those of Japan as sums, since its landed cost is given as one.
pub(super) const MARKETPLACES: &str = "
marketplaces:
- {id: US, currency: USD}
- {id: JP, currency: JPY, price_includes_tax: true}
rates:
- {id: fx, pair: USDJPY, from: 2026-01-01, plan: 100}
- {id: referral, market: US, category: kitchen, from: 2024-01-01, rate: 15%, min: 0.30 USD}
- {id: referral, market: JP, category: kitchen, from: 2024-01-01, rate: 10%, min: 30 JPY}
- {id: fba_unit, market: US, sku: GY, from: 2025-01-01, amount: 5.30 USD}
- {id: fba_unit, market: US, sku: WH, from: 2025-01-01, amount: 5.50 USD}
- {id: fba_unit, market: JP, from: 2025-01-01, amount: 514 JPY}
- {id: freight_unit, market: US, from: 2026-01-01, amount: 0.95 USD}
- {id: freight_unit, market: JP, from: 2026-01-01, amount: 4.70 USD}
- {id: other_landed_unit, market: US, from: 2026-01-01, amount: 0.25 USD}
- {id: import_duty, market: US, hs: '3924.10', from: 2026-01-01, rate: 3.4%}
- {id: import_duty, market: JP, from: 2026-01-01, rate: 0%}
- {id: import_surcharge, market: US, from: 2026-02-24, to: 2026-07-23, rate: 15%}
- {id: sales_tax_included, market: JP, from: 2019-10-01, rate: 10%}
- {id: return_cost, market: US, from: 2026-01-01, amount: 11.50 USD}
- {id: return_cost, market: JP, from: 2026-01-01, amount: 1125 JPY}
- {id: storage_unit, market: US, from: 2026-01-01, amount: 0.22 USD}
- {id: storage_unit, market: JP, from: 2026-01-01, amount: 25 JPY}
- {id: ads_unit, market: US, product: bottle, from: 2026-01-01, amount: 3.60 USD}
- {id: ads_unit, market: JP, from: 2026-01-01, amount: 300 JPY}
";

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(super) fn ratio(text: &str) -> Ratio {
    Ratio::parse(text).unwrap()
}

pub(super) fn workspace(files: [&str; 3]) -> Workspace {
    let names = ["company.yaml", "products.yaml", "marketplaces.yaml"];
    let files = names.into_iter().zip(files).chain([("opsreport.yaml", "{title: X}")]);
    let files: BTreeMap<String, Vec<u8>> =
        files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
    let (workspace, findings) = load(&Memory { files, today: day("2026-11-22") });
    assert!(!findings.has_errors(), "{findings:?}");
    workspace.unwrap()
}

pub(super) fn economics(files: [&str; 3]) -> (Economics, Diagnostics) {
    let workspace = workspace(files);
    let (plan, _) = Plan::of(&PlanSource::today(&workspace));
    Economics::of(&workspace, &plan, day("2026-11-22"))
}

fn unit(market: &str, on: &str) -> Unit {
    let (economics, _) = economics([COMPANY, PRODUCTS, MARKETPLACES]);
    economics.on(&ProductId::new("bottle"), &MarketplaceId::new(market), day(on)).unwrap().clone()
}

fn oracle(group: &str) -> Json {
    let all: Json = serde_json::from_str(include_str!("../../../tests/oracles/oracles.json")).unwrap();
    all[group].clone()
}

#[test]
fn a_unit_comes_to_what_was_worked_out_by_hand() {
    for (market, group) in [("US", "unit_economics_us"), ("JP", "unit_economics_jp")] {
        let unit = unit(market, "2026-05-01");
        let oracle = oracle(group);
        assert_eq!(unit.missing, [], "{market}");
        for (key, value) in [
            ("net", unit.net()),
            ("referral", unit.costs.referral.clone()),
            ("duty", unit.costs.duty.clone()),
            ("landed", unit.costs.landed()),
            ("ret", unit.costs.returns.clone()),
            ("cm_before_ads", unit.before_ads()),
            ("cm_after", unit.contribution()),
        ] {
            assert_eq!(value.to_string(), oracle[key].as_str().unwrap(), "{market} {key}");
        }
    }
}

#[test]
fn decisions_come_to_what_was_worked_out_by_hand() {
    let unit = unit("US", "2026-05-01");
    let oracle = oracle("unit_economics_us");
    assert_eq!(unit.break_even_acos().unwrap().to_string(), oracle["break_even_acos"].as_str().unwrap());
    let conversion = ratio("0.10");
    for (name, value, digits, expected) in [
        ("margin", unit.margin().unwrap(), 5, 24_244),
        ("max CPC", unit.max_cpc(&Ratio::zero(), &conversion), 4, 10_871),
        ("ACOS for 12 %", unit.acos_for(&ratio("0.12")).unwrap(), 5, 24_248),
        ("max CPC for 12 %", unit.max_cpc(&ratio("0.12"), &conversion), 4, 7_272),
        ("break-even price", unit.break_even_price().unwrap(), 4, 214_362),
        ("price for 15 %", unit.price_for(&ratio("0.15")).unwrap(), 4, 260_297),
        ("ROI", unit.roi().unwrap(), 4, 8_513),
    ] {
        assert_eq!(value.round_scaled(digits), expected, "{name}");
    }
    let price = unit.break_even_price().unwrap().to_f64();
    assert!((price - oracle["break_even_price"].as_str().unwrap().parse::<f64>().unwrap()).abs() < 1e-12);
}

#[test]
fn inputs_hold_from_their_day_on() {
    for (on, price, duty) in [
        ("2026-02-23", "29.99", "0.2108"),
        ("2026-07-24", "29.99", "0.2108"),
        ("2026-09-01", "31.99", "0.2108"),
    ] {
        let unit = unit("US", on);
        assert_eq!((unit.price, unit.costs.duty), (ratio(price), ratio(duty)), "{on}");
    }
    let (economics, _) = economics([COMPANY, PRODUCTS, MARKETPLACES]);
    let bottle = ProductId::new("bottle");
    assert_eq!(economics.on(&bottle, &MarketplaceId::new("CA"), day("2026-05-01")), None);
    let stretches = &economics.cells[&(bottle, MarketplaceId::new("US"))];
    let starts: Vec<String> = stretches.iter().map(|unit| unit.from.to_string()).collect();
    assert_eq!(starts, ["2026-01-01", "2026-02-24", "2026-07-24", "2026-09-01"]);
}

#[test]
fn the_planned_price_stands_beside_the_list_price() {
    assert_eq!(unit("US", "2026-05-01").planned_price, ratio("28.80"));
    assert_eq!(unit("JP", "2026-05-01").planned_price, ratio("2880"));
}

#[test]
fn what_nobody_wrote_is_listed_and_not_guessed() {
    let rates = "
marketplaces: [{id: US, currency: USD}, {id: JP, currency: JPY, price_includes_tax: true}]
rates:
- {id: fx, pair: USDJPY, from: 2026-06-01, plan: 100}
- {id: fba_unit, market: US, sku: GY, from: 2025-01-01, amount: 5.30 USD}
";
    let products = "
products:
- {id: bottle, skus: [{sku: GY}, {sku: WH}], price: {US: 29.99 USD, JP: 3980 JPY}, cost: [{from: 2026-01-01, fob: 6 USD}]}
";
    let (economics, _) = economics([COMPANY, products, rates]);
    let on = |market, on| {
        economics.on(&ProductId::new("bottle"), &MarketplaceId::new(market), day(on)).unwrap().clone()
    };
    use Input::*;
    let us = on("US", "2026-05-01");
    assert_eq!(us.missing, [Referral, Fulfilment, Freight, Duty, Returns, Storage, Ads]);
    assert_eq!(us.costs.fulfilment, ratio("5.30"), "the mean of those that have one");
    let jp = [Referral, Fulfilment, Freight, Duty, Returns, Storage, Ads, Tax];
    assert_eq!(on("JP", "2026-06-01").missing, jp);
    assert_eq!(on("JP", "2026-05-01").missing, [&jp[..], &[Exchange]].concat());
}

/// A unit of any make, also one that nobody would sell.
fn units() -> impl Strategy<Value = Unit> {
    let amount = || prop_oneof![Just(0), 0..50_000_i128, -500..0_i128].prop_map(|n| Ratio::from_scaled(n, 2));
    let share = || prop_oneof![Just(0), 0..120_i128].prop_map(|n| Ratio::from_scaled(n, 2));
    let costs = (amount(), amount(), amount(), amount(), amount(), amount());
    let terms = (share(), share(), amount(), prop_oneof![Just(Base::Price), Just(Base::Net)]);
    (amount(), costs, terms).prop_map(|(price, costs, (tax_rate, rate, min, base))| {
        let (fulfilment, fob, freight, duty, returns, ads) = costs;
        let costs = Costs { fulfilment, fob, freight, duty, returns, ads, ..Costs::default() };
        let unit = Unit {
            from: day("2026-01-01"),
            currency: Currency::parse("USD").unwrap(),
            to_reporting: None,
            planned_price: price.clone(),
            tax: Ratio::zero(),
            costs,
            terms: Terms { tax_rate, referral: unit::Referral { rate, min, base } },
            missing: vec![],
            price,
        };
        unit.at_price(&unit.price)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn the_price_for_a_margin_leaves_that_margin(unit in units(), margin in -50..90_i128) {
        let margin = Ratio::from_scaled(margin, 2);
        if let Some(price) = unit.price_for(&margin) {
            let sold = unit.at_price(&price);
            prop_assert_eq!(sold.contribution(), &margin * &sold.net());
        }
    }

    #[test]
    fn lines_sum_to_the_contribution(unit in units()) {
        let lines: Ratio = unit.lines().iter().map(|(_, amount)| amount).sum();
        prop_assert_eq!(lines, unit.contribution());
        let break_even = unit.break_even_acos().map(|acos| &acos * &unit.price);
        prop_assert_eq!(break_even, (!unit.price.is_zero()).then(|| unit.before_ads()));
        let _ = (unit.margin(), unit.roi(), unit.max_cpc(&Ratio::one(), &Ratio::one()));
    }
}

/// Sales of 120,000.00 in even months, two thirds in the US: 10,000 a month at 28.80 apiece.
const PLANNED: &str = "
company: {id: s, name: S, reporting_currency: USD}
goals:
- {id: S, metric: sales, year: 2026, target: 115200.00 USD}
- {id: R, metric: return_rate, year: 2026, target: 4%}
- {id: P, metric: asp, year: 2026, target: 28.80 USD}
- {id: C, metric: contribution_profit, year: 2026, target: 30000.00 USD}
allocation:
- {goal: S, product: {bottle: 1}, marketplace: {default: {US: 2, JP: 1}}, month: {default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}
- {goal: C, follows: S}
";

fn planned(rates: &str) -> Economics {
    economics([PLANNED, PRODUCTS, &format!("{MARKETPLACES}{rates}")]).0
}

#[test]
fn changes_since_the_plan_was_frozen_sum_line_by_line() {
    let economics = planned(
        "
- {id: fba_unit, market: US, sku: GY, from: 2026-05-01, amount: 5.50 USD}
- {id: fx, pair: USDJPY, from: 2026-06-01, plan: 125}
",
    );
    let changes = economics.changes.unwrap();
    assert_eq!((changes.frozen, changes.rest.to), (day("2026-01-01"), day("2026-12-31")));
    let [jp, us] = &changes.cells[..] else { panic!("two marketplaces") };
    let line = |change: &Change, line| change.lines.iter().find(|(name, _)| *name == line).unwrap().1.clone();
    // A dearer list price from September, a fee of one of two SKUs from May; no surcharge on either day.
    assert_eq!(line(us, Line::Price), ratio("2.00"));
    assert_eq!(line(us, Line::Referral), ratio("-0.30"));
    assert_eq!(line(us, Line::Fulfilment), ratio("-0.10"));
    assert_eq!(line(us, Line::Exchange), Ratio::zero());
    assert_eq!(&us.now - &us.then, ratio("1.60"));
    // Nothing changed in Japan but the yen: what is paid in dollars costs more of them, and the rest is worth less.
    let others = jp.lines.iter().filter(|(line, _)| *line != Line::Exchange);
    assert!(others.map(|(_, each)| each).all(Ratio::is_zero));
    let yen = &ratio("39800/11") - &ratio("1282");
    let expected = &(&yen * &ratio("1/125")) - &(&yen * &ratio("1/100"));
    assert_eq!(line(jp, Line::Exchange), expected, "what is paid in dollars stays as it is");
    for change in &changes.cells {
        let sum: Ratio = change.lines.iter().map(|(_, each)| each).sum();
        assert_eq!(sum, &change.now - &change.then);
    }
    assert_eq!(changes.by_line().into_values().sum::<Ratio>(), changes.total());
    // 3,333.33 a month at 28.80: nine days of November, and December.
    assert_eq!(us.units.round_scaled(1), 2_889);
}

#[test]
fn a_plan_that_does_not_earn_its_goal_says_by_how_much_prices_must_rise() {
    let economics = planned("");
    let [profit] = &economics.profits[..] else { panic!("one year") };
    let units: Ratio = profit.cells.iter().map(|cell| &cell.units).sum();
    assert_eq!(units, ratio("4000"));
    assert_eq!(profit.uncounted, []);
    let gap = profit.gap().unwrap();
    assert!(gap.is_negative() && profit.at_list() > profit.earned(), "{gap}");
    let products = profit.products();
    assert_eq!(products.iter().map(|(_, sum)| sum.gap().unwrap()).sum::<Ratio>(), gap);
    let places = profit.marketplaces();
    assert_eq!(places.iter().map(|(_, sum)| sum.profit.clone()).sum::<Ratio>(), profit.earned());
    // The same plan with all prices so much higher, and sold as often, reaches the goal exactly.
    let factor = &Ratio::one() + &profit.price_change().unwrap();
    let sold = |(cell, units): (&Cell, &Vec<Unit>)| -> Ratio {
        let earned =
            profit.cells.iter().find(|earned| (&earned.product, &earned.marketplace) == (&cell.0, &cell.1));
        // Half of the year has a surcharge: take what a unit earns over the year, and what it would earn more.
        let earned = earned.unwrap();
        let unit = units.last().unwrap().as_planned();
        let dearer = unit.at_price(&(&unit.price * &factor));
        let more = &(&dearer.contribution() - &unit.contribution()) * unit.to_reporting.as_ref().unwrap();
        &earned.profit + &(&more * &earned.units)
    };
    assert_eq!(economics.cells.iter().map(sold).sum::<Ratio>(), profit.goal.clone().unwrap());
}

#[test]
fn a_cell_that_cannot_be_valued_is_named_and_not_counted() {
    let rates =
        MARKETPLACES.replace("- {id: storage_unit, market: JP, from: 2026-01-01, amount: 25 JPY}\n", "");
    let (economics, findings) = economics([PLANNED, PRODUCTS, &rates]);
    let profit = &economics.profits[0];
    assert_eq!(profit.uncounted, [(ProductId::new("bottle"), MarketplaceId::new("JP"))]);
    assert_eq!(profit.cells.len(), 1);
    let missing = findings.iter().find(|finding| finding.code.name == "E103").unwrap();
    assert_eq!(missing.args[1].1, "JP: storage_unit".into());
}

fn codes(files: [&str; 3]) -> Vec<String> {
    let (_, findings) = economics(files);
    let mut found: Vec<String> =
        findings.sorted().iter().map(|finding| format!("{} {}", finding.code.name, finding.place)).collect();
    found.sort();
    found
}

#[test]
fn findings_point_at_what_causes_them() {
    let fresh = MARKETPLACES.replace("from:", "checked: 2026-11-01, from:");
    let ended = "R003 marketplaces.yaml:17:3";
    let short = "E101 company.yaml:7:3";
    assert_eq!(codes([PLANNED, PRODUCTS, &fresh]), [short, ended]);
    let cases = [
        (
            "- {id: import_duty, market: US, hs: '3924.10', from: 2026-01-01, rate: 4%, checked: 2026-11-01}",
            "R002 marketplaces.yaml:25:3",
        ),
        (
            "- {id: payout, market: US, from: 2026-01-01, bank_days: 4, checked: 2026-08-01}",
            "R001 marketplaces.yaml:25:3",
        ),
        (
            "- {id: storage_unit, market: US, from: 2026-12-01, amount: 20.00 USD, checked: 2026-11-01}",
            "E102 products.yaml:8:11",
        ),
    ];
    for (row, expected) in cases {
        let found = codes([PLANNED, PRODUCTS, &format!("{fresh}{row}\n")]);
        assert!(found.contains(&expected.to_owned()), "{expected} not in {found:?}");
    }
}

#[test]
fn a_surcharge_that_is_said_to_be_over_is_no_finding() {
    let rates = MARKETPLACES.replace("from:", "checked: 2026-11-01, from:");
    let over = "- {id: import_surcharge, market: US, from: 2026-07-24, rate: 0%, checked: 2026-11-01}\n";
    let found = codes([PLANNED, PRODUCTS, &format!("{rates}{over}")]);
    assert!(found.iter().all(|finding| !finding.starts_with("R003")), "{found:?}");
}

#[test]
fn prices_alone_are_no_reason_to_complain() {
    let products = "products: [{id: bottle, price: {US: 29.99 USD}}]";
    assert_eq!(codes([COMPANY, products, "marketplaces: [{id: US, currency: USD}]"]), [""; 0]);
}

#[test]
fn today_is_compared_with_the_latest_version_of_the_plan() {
    let mut workspace = workspace([PLANNED, PRODUCTS, MARKETPLACES]);
    let version = |id: &str, frozen: &str| PlanVersion {
        id: VersionId::new(id),
        year: 2026,
        frozen: day(frozen),
        by: crate::workspace::At::new(PersonId::new("lin"), &Place::file(&"plans/x.yaml".into())),
        reason: None,
        replaces: None,
        fiscal: workspace.fiscal(),
        goals: vec![],
        allocations: vec![],
        events: vec![],
        products: vec![],
        rates: vec![],
        place: Place::file(&"plans/x.yaml".into()),
    };
    workspace.versions = vec![version("v1", "2026-03-01"), version("v2", "2026-09-15")];
    let (plan, _) = Plan::of(&PlanSource::today(&workspace));
    let mut frozen = |plan_of: AgainstPlan| {
        workspace.config.compare.plan = plan_of;
        let (economics, _) = Economics::of(&workspace, &plan, day("2026-11-22"));
        let changes = economics.changes.unwrap();
        (changes.version.clone().unwrap().to_string(), changes.cells[1].lines[0].1.clone())
    };
    // The list price went from 29.99 to 31.99 in September.
    assert_eq!(frozen(AgainstPlan::InForce), ("v2".to_owned(), Ratio::zero()));
    assert_eq!(frozen(AgainstPlan::Original), ("v1".to_owned(), ratio("2.00")));
}
