//! Supply figures worked out by hand, exact to the last digit, against the library.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use opsreport::plan::supply::{
    Buffer, Closed, Cover, Flow, Lot, Passage, Stage, backwards, forwards, requirements,
};
use opsreport::quantity::{Day, Ratio, Span};
use serde_json::Value as Json;

fn oracle(group: &str) -> Json {
    let all: Json = serde_json::from_str(include_str!("oracles/oracles.json")).unwrap();
    all[group].clone()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn int(json: &Json) -> i128 {
    json.as_i64().unwrap_or_else(|| panic!("{json} is not a number")).into()
}

fn ints(json: &Json) -> Vec<i128> {
    json.as_array().unwrap().iter().map(int).collect()
}

fn span(from: &str, to: &str) -> Span {
    Span::new(day(from), day(to)).unwrap()
}

/// The legs of the oracle; the factory is closed or not.
fn stages(oracle: &Json, closed: bool) -> Vec<Stage> {
    let days = oracle["factory_closed"].as_array().unwrap();
    let closure = span(days[0].as_str().unwrap(), days[1].as_str().unwrap());
    ["production", "inspection", "sea", "customs", "fba"]
        .into_iter()
        .enumerate()
        .map(|(number, leg)| Stage {
            leg: leg.to_owned(),
            days: int(&oracle["legs"][leg]).try_into().unwrap(),
            closed: Closed::new(if closed && number < 2 { vec![closure] } else { vec![] }),
        })
        .collect()
}

fn order_by(passages: &[Passage]) -> String {
    passages[0].span.from.to_string()
}

#[test]
fn the_day_to_order_counts_each_leg_on_its_own_calendar() {
    let oracle = oracle("stock_up");
    for need in ["2027-03-31", "2027-05-26"] {
        let expected = &oracle[format!("need_{need}")];
        let passages = backwards(&stages(&oracle, true), day(need));
        assert_eq!(order_by(&passages), expected["order_by"].as_str().unwrap(), "{need}");
        if let Some(without) = expected["without_closure"].as_str() {
            assert_eq!(order_by(&backwards(&stages(&oracle, false), day(need))), without, "{need}");
        }
    }
}

#[test]
fn legs_wait_for_each_other_where_a_calendar_is_closed() {
    let oracle = oracle("stock_up");
    let passages = backwards(&stages(&oracle, true), day("2027-03-31"));
    let shown: Vec<String> = passages
        .iter()
        .map(|own| format!("{} {}..{} +{}", own.leg, own.span.from, own.span.to, own.wait))
        .collect();
    assert_eq!(
        shown,
        [
            "production 2026-12-27..2027-01-26 +0",
            "inspection 2027-01-26..2027-01-30 +12",
            "sea 2027-02-11..2027-03-11 +0",
            "customs 2027-03-11..2027-03-17 +0",
            "fba 2027-03-17..2027-03-31 +0",
        ]
    );
    // In time when ordered on the day; a day later the inspection waits for the factory to open again.
    let arrival =
        |order: &str| forwards(&stages(&oracle, true), day(order)).pop().unwrap().span.to.to_string();
    assert_eq!(arrival("2026-12-27"), "2027-03-19");
    assert_eq!(arrival("2026-12-28"), "2027-04-12");
}

#[test]
fn the_grid_and_the_weeks_of_release() {
    let oracle = oracle("mrp");
    let demand = ints(&oracle["demand"]);
    let scheduled = |week: usize| oracle["scheduled"].get(week.to_string()).map_or(0, int);
    let flows: Vec<Flow> = demand
        .iter()
        .zip(1..)
        .map(|(demand, week)| Flow { demand: *demand, scheduled: scheduled(week) })
        .collect();
    let lot = Lot {
        safety: int(&oracle["safety"]),
        least: int(&oracle["moq"]),
        carton: int(&oracle["carton"]),
        weeks: 1,
    };
    let rows = requirements(int(&oracle["on_hand"]), &flows, lot);
    assert_eq!(rows.iter().map(|row| row.projected).collect::<Vec<_>>(), ints(&oracle["pab"]));
    // A lead time of so many weeks as one leg: the day to order, in weeks from that of the first Monday.
    let lead = i32::try_from(int(&oracle["lead_weeks"])).unwrap();
    let leg = Stage { leg: "all".to_owned(), days: lead * 7, closed: Closed::default() };
    let monday = day("2026-11-23");
    for (row, week) in rows.iter().zip(1_i32..) {
        let expected = oracle["planned_receipts"].get(week.to_string()).map_or(0, int);
        assert_eq!(row.planned, expected, "week {week}");
        if row.planned > 0 {
            let order = backwards(std::slice::from_ref(&leg), monday + 7 * (week - 1))[0].span.from;
            let release = i128::from((order - monday) / 7 + 1);
            assert_eq!(release, int(&oracle["release_week"][week.to_string()]), "week {week}");
        }
    }
}

#[test]
fn cover_looks_forward() {
    let oracle = oracle("cover");
    let demand = ints(&oracle["demand"]);
    let cover = |units| Cover::of(units, demand.iter().map(|demand| (Ratio::one(), *demand)));
    assert_eq!(cover(int(&oracle["on_hand"])).weeks.to_string(), oracle["weeks"].as_str().unwrap());
    assert!(!cover(2099).beyond);
    assert_eq!(cover(2100), Cover { weeks: Ratio::from_int(8), beyond: true });
}

#[test]
fn safety_stock_counts_uneven_demand_and_uneven_lead_times() {
    let buffer = Buffer { z: 1.645, lead: 10.0, lead_deviation: 2.0, demand: 220.0, demand_deviation: 45.0 };
    assert_eq!(format!("{:.2}", buffer.units()), "760.71");
    assert_eq!(format!("{:.2}", buffer.of_demand()), "234.09");
    assert_eq!(format!("{:.2}", buffer.reorder_point()), "2960.71");
}
