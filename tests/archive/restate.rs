//! Restatements by cause: worked out by hand, and whatever the figures are, the parts sum to the difference.

use std::collections::BTreeMap;

use opsreport::bag::{Hash, Info, Manifest};
use opsreport::metric::{Better, Catalogue, Formula, Measure, Metric, Over, Role, Tolerance, Unit};
use opsreport::quantity::{Currency, Day, MarketplaceId, MeasureId, Period, Ratio, Scope, Text};
use opsreport::review::{Cause, RestateSides, Restatement, between};
use opsreport::workspace::{Archived, Reported};
use proptest::prelude::*;
use serde_json::Value;

fn ratio(text: &str) -> Ratio {
    Ratio::parse(text).unwrap()
}

fn measure(id: &str) -> Measure {
    Measure {
        id: MeasureId::new(id),
        name: Text::plain(id),
        unit: Unit::Count,
        better: Better::Higher,
        source: Vec::new(),
        grains: std::collections::BTreeSet::new(),
        role: Role::Output,
        lag_days: 0,
        over: Over::Flow,
    }
}

fn metric(id: &str, num: &str, den: &str) -> Metric {
    Metric {
        id: MeasureId::new(id),
        name: Text::plain(id),
        formula: Formula::Ratio { num: MeasureId::new(num), den: MeasureId::new(den) },
        unit: Unit::Percent,
        better: Better::Higher,
        role: Role::Output,
        tolerance: Tolerance::default(),
        lag_days: 0,
        owner: None,
    }
}

const MEASURES: [&str; 6] = ["units", "sales", "ad_spend", "ad_sales", "returns", "sessions"];

fn catalogue() -> Catalogue {
    let metrics = vec![
        metric("return_rate", "returns", "units"),
        metric("acos", "ad_spend", "ad_sales"),
        metric("rpv", "sales", "sessions"),
    ];
    Catalogue::new(MEASURES.map(measure).to_vec(), metrics).0
}

type Amounts = BTreeMap<String, Ratio>;

fn parts(metric: &str, [then, rated, now]: [&Amounts; 3], values: (&Ratio, &Ratio)) -> Vec<(Cause, Ratio)> {
    let metric = &MeasureId::new(metric);
    let of = |amounts: &Amounts, id: &MeasureId| amounts.get(id.as_str()).cloned();
    let (then, rated, now) =
        (|id: &MeasureId| of(then, id), |id: &MeasureId| of(rated, id), |id: &MeasureId| of(now, id));
    RestateSides { catalogue: &catalogue(), metric, values, then: &then, rated: &rated, now: &now }.parts()
}

#[test]
fn what_was_worked_out_by_hand() {
    let cases: Value = serde_json::from_str(include_str!("restatement.json")).unwrap();
    for case in cases.as_array().unwrap() {
        let amounts = |key: &str| -> Amounts {
            let own = case[key].as_object().unwrap().iter();
            own.map(|(id, value)| (id.clone(), ratio(value.as_str().unwrap()))).collect()
        };
        let value = |key: &str| ratio(case[key].as_str().unwrap());
        let (then, now) = (amounts("measures_then"), amounts("measures_now"));
        let rated = if case["measures_rated"].is_null() { then.clone() } else { amounts("measures_rated") };
        let found =
            parts(case["metric"].as_str().unwrap(), [&then, &rated, &now], (&value("then"), &value("now")));
        let found: BTreeMap<String, String> =
            found.iter().map(|(cause, part)| (cause.word().to_owned(), part.to_string())).collect();
        let expected: BTreeMap<String, String> = serde_json::from_value(case["parts"].clone()).unwrap();
        assert_eq!(found, expected, "{}", case["about"]);
    }
}

fn amounts() -> impl Strategy<Value = Amounts> {
    prop::collection::vec((-40_i128..400, 1_i128..7), MEASURES.len()).prop_map(|values| {
        let named = MEASURES.iter().zip(values);
        named.map(|(id, (n, d))| ((*id).to_owned(), Ratio::new(n, d).unwrap())).collect()
    })
}

proptest! {
    #[test]
    fn parts_sum_to_the_difference(
        then in amounts(), rated in amounts(), now in amounts(),
        figure in prop::sample::select(&["return_rate", "acos", "rpv", "sales", "unheard_of"]),
        values in (-900_i128..900, -900_i128..900),
    ) {
        let (first, last) = (Ratio::from_int(values.0), Ratio::new(values.1, 7).unwrap());
        let parts = parts(figure, [&then, &rated, &now], (&first, &last));
        let sum: Ratio = parts.iter().map(|(_, part)| part.clone()).sum();
        prop_assert_eq!(sum, &last - &first);
        prop_assert!(parts.iter().all(|(_, part)| !part.is_zero()));
        let causes: Vec<Cause> = parts.iter().map(|(cause, _)| *cause).collect();
        prop_assert!(causes.is_sorted() && causes.windows(2).all(|two| two[0] != two[1]));
    }
}

/// An archive of a month with figures of its sales: their place, amount and currency.
fn archive(figures: &[(&str, Option<&str>, &str)]) -> Archived {
    let month = Period::parse("2026-09").unwrap();
    let figure = |(place, actual, currency): &(&str, Option<&str>, &str)| Reported {
        period: month,
        scope: Scope::marketplace(&MarketplaceId::new(place)),
        metric: MeasureId::new("sales"),
        plan: None,
        actual: actual.map(ratio),
        currency: Currency::parse(currency),
        provisional: false,
    };
    Archived {
        name: "2026-09".to_owned(),
        path: "archive/2026-09".to_owned(),
        period: month,
        day: Day::parse("2026-11-20").unwrap(),
        tool: String::new(),
        version: 1,
        root: Hash::of(b""),
        info: Info::default(),
        manifest: Manifest::default(),
        inputs: BTreeMap::new(),
        figures: figures.iter().map(figure).collect(),
        measured: Vec::new(),
        rates: Vec::new(),
        findings: Vec::new(),
        decisions: Vec::new(),
    }
}

/// `US: 10 → 11 = 1` for each figure that differs.
fn told(first: &Archived, second: &Archived) -> Vec<String> {
    let words = |value: Option<&Ratio>| value.map_or_else(|| "–".to_owned(), ToString::to_string);
    let line = |one: &Restatement| {
        let place = one.question.scope.marketplace.as_ref().unwrap();
        let (then, now) = (words(one.then.as_ref()), words(one.now.as_ref()));
        format!("{place}: {then} → {now} = {}", words(one.difference().as_ref()))
    };
    between(&catalogue(), first, second).iter().map(line).collect()
}

#[test]
fn figures_of_either_archive_are_told() {
    let usd = |place, actual| (place, actual, "USD");
    let first = archive(&[usd("US", Some("10")), usd("CA", Some("3")), usd("MX", None)]);
    let second =
        archive(&[usd("MX", Some("2")), usd("JP", Some("5")), usd("UK", Some("0")), usd("US", Some("11"))]);
    assert_eq!(told(&first, &second), ["US: 10 → 11 = 1", "CA: 3 → – = –", "MX: – → 2 = –", "JP: – → 5 = –"]);
}

#[test]
fn amounts_of_two_currencies_have_no_difference() {
    let of = |us, currency| {
        let row = |place, actual| (place, actual, currency);
        archive(&[row("US", Some(us)), row("CA", Some("3")), row("MX", None), row("UK", Some("0"))])
    };
    let (usd, jpy) = (of("10", "USD"), of("1500", "JPY"));
    assert_eq!(told(&usd, &jpy), ["US: 10 → 1500 = –", "CA: 3 → 3 = –"]);
    let found = between(&catalogue(), &usd, &jpy);
    assert!(found.iter().all(|one| one.parts.is_empty()));
    assert_eq!(found[0].currency_note().as_deref(), Some("USD then, JPY now"));
    assert!(told(&usd, &usd).is_empty());
}
