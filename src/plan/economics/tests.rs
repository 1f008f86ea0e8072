//! Unit economics against figures computed by hand, from files as people write them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value as Json;

use super::*;
use crate::quantity::{Currency, Ratio};
use crate::workspace::{Base, load};
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
    let (plan, _) = Plan::of(&workspace);
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
        let costs = &unit.costs;
        let lines = [&unit.tax, &costs.referral, &costs.fulfilment, &costs.fob, &costs.freight, &costs.duty,
            &costs.other_landed, &costs.returns, &costs.storage, &costs.ads];
        prop_assert_eq!(&unit.price - &lines.into_iter().sum(), unit.contribution());
        let break_even = unit.break_even_acos().map(|acos| &acos * &unit.price);
        prop_assert_eq!(break_even, (!unit.price.is_zero()).then(|| unit.before_ads()));
        let _ = (unit.margin(), unit.roi(), unit.max_cpc(&Ratio::one(), &Ratio::one()));
    }
}
