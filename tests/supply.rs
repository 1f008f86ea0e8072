//! Supply figures worked out by hand, exact to the last digit, against the library.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use opsreport::diagnostic::Severity;
use opsreport::locale::Locale;
use opsreport::pipeline;
use opsreport::plan::supply::{
    Buffer, Closed, Cover, DaysOfSupply, Flow, Lot, Passage, Stage, backwards, forwards, requirements, turns,
};
use opsreport::quantity::{Day, Lang, Ratio, Span};
use opsreport::table::{Cell, Table, TableRequest};
use opsreport::world::Memory;
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

#[test]
fn days_of_supply_look_back_over_two_stretches() {
    let oracle = oracle("fba_days_of_supply");
    let [stock_30, stock_90, shipped_30, shipped_90] = [420, 630, 18, 15].map(Ratio::from_int);
    let days = DaysOfSupply::of([&stock_30, &stock_90], [&shipped_30, &shipped_90]).unwrap();
    assert_eq!(days.short.to_string(), oracle["d30"].as_str().unwrap());
    assert_eq!(days.long.to_string(), oracle["d90"].as_str().unwrap());
    assert_eq!(days.is_low(), oracle["fee"].as_bool().unwrap());
    assert!(DaysOfSupply::of([&stock_30, &stock_30], [&shipped_30, &shipped_30]).unwrap().is_low());
}

#[test]
fn turns_are_the_cost_of_goods_by_the_mean_of_balances() {
    let balances = [60, 80, 70, 50, 65].map(Ratio::from_int);
    let turns = turns(&Ratio::from_int(280), &balances).unwrap();
    assert_eq!(turns.round_scaled(4), 43_077);
    assert_eq!(Ratio::from_int(365).checked_div(&turns).unwrap().round_scaled(2), 8473);
}

const COMPANY: &str = "
company: {id: s, name: S, reporting_currency: USD}
goals:
- {id: A, metric: sales, year: 2026, target: 109500 USD}
- {id: B, metric: sales, year: 2027, target: 109500 USD}
- {id: C, metric: asp, year: 2026, target: 20 USD}
- {id: D, metric: asp, year: 2027, target: 20 USD}
allocation:
- goal: A
  order: [product, marketplace, month, day]
  rounding: {unit: 0.01, method: largest-remainder, ties: file-order}
  product: {mug: 1}
  marketplace: {default: {US: 2, CA: 1}}
  month: {default: [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]}
  day: {weekday: {mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1}, events: from-calendar}
- {goal: B, follows: A}
profit_targets: {mug: {profit: 1000 USD, turns: 5.0, cash: 1000 USD}}
";

const PRODUCTS: &str = "
products:
- id: mug
  skus: [{sku: M-1, share: 60%}, {sku: M-2, share: 40%, marketplaces: [US]}]
  supplier: kiln
  cost: [{from: 2026-01-01, fob: 4.00 USD}]
  price: {US: 20 USD, CA: 20 USD}
  pack: {carton_units: 24, carton_cm: [50, 40, 30], carton_kg: 12.5, moq: 600}
  lead: {route: sea, order_weeks: 4}
  service_level: 95%
";

const MARKETPLACES: &str = "
marketplaces: [{id: US, currency: USD}, {id: CA, currency: USD}]
rates:
- {id: referral, market: US, from: 2026-01-01, rate: 15%}
- {id: fba_unit, market: US, from: 2026-01-01, amount: 3 USD}
";

const CALENDAR: &str = "
events:
- {id: new-year, suppliers: [kiln], from: 2027-01-30, to: 2027-02-21, kind: closure, calendar: factory}
- {id: elsewhere, suppliers: [forge], from: 2026-12-01, to: 2026-12-31, kind: closure, calendar: factory}
- {id: called-off, suppliers: [kiln], from: 2026-12-01, to: 2026-12-31, kind: closure, calendar: factory, status: cancelled}
- {id: port, markets: [CA], from: 2026-12-24, to: 2026-12-31, kind: logistics, calendar: port}
- {id: idle, markets: [CA], from: 2026-12-24, to: 2026-12-31, kind: logistics}
logistics:
- id: sea
  legs:
  - {id: production, days: 20, calendar: factory}
  - {id: sea, days: 21, sigma: 3}
  - {id: customs, days: 5, sigma: 1, calendar: port}
  alt: {replace: sea, by: {id: air, days: 4, extra_cost: 2.00 USD}}
suppliers: [{id: kiln, products: [mug]}, {id: forge}]
";

const STOCK: &str = "
stock:
- {sku: M-1, market: US, on_hand: 260, date: 2026-11-20}
- {sku: M-2, market: US, on_hand: 520, date: 2026-11-20}
- {sku: M-1, market: CA, on_hand: 400, date: 2026-10-01}
- {sku: M-2, market: CA, on_hand: 5, date: 2026-11-20}
shipments:
- {id: S1, sku: M-2, market: US, units: 240, arrives: 2026-12-10}
- {id: S2, sku: M-1, market: CA, units: 240, arrives: 2026-11-20}
- {id: S3, sku: M-1, market: CA, units: 999, arrives: 2026-11-20, status: received}
";

/// Twelve weeks of sales that differ from the plan by turns.
fn sales() -> String {
    let first = day("2026-08-31");
    let rows = (0..82).flat_map(|number| {
        let more = if number / 7 % 2 == 0 { 1 } else { -1 };
        let date = first + number;
        [("US", "M-1", 6 + more), ("US", "M-2", 4 + 2 * more), ("CA", "M-1", 5 - more)]
            .map(|(market, sku, units)| format!("{date},{market},{sku},{units},{}.00\n", units * 20))
    });
    format!("date,marketplace,sku,units,sales\n{}", rows.collect::<String>())
}

fn shop(changes: &[(&str, &str)]) -> Memory {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let sales = sales();
    let config = "title: Shop\nsource: sales.csv\n";
    let own = [
        ("opsreport.yaml", config),
        ("company.yaml", COMPANY),
        ("products.yaml", PRODUCTS),
        ("marketplaces.yaml", MARKETPLACES),
        ("calendar.yaml", CALENDAR),
        ("stock.yaml", STOCK),
        ("sales.csv", &sales),
    ];
    for (path, text) in own.iter().chain(changes) {
        files.insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    Memory { files, today: day("2026-11-22") }
}

fn table(world: &Memory, by: &str) -> Table {
    let request =
        TableRequest { name: "supply".to_owned(), by: vec![by.to_owned()], ..TableRequest::default() };
    let run = pipeline::table(world, &request);
    run.value.unwrap_or_else(|| panic!("{:#?}", run.findings)).unwrap()
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Missing => "-".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Day(day) => day.to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Money(money) => money.to_string(),
        Cell::Ratio(ratio) | Cell::Fraction(ratio) => ratio.to_string(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::Exact(ratio) => ratio.to_string(),
    }
}

/// A line per row; the columns first.
fn lines(table: &Table, rows: usize) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    let row = |row: &Vec<Cell>| row.iter().map(written).collect::<Vec<_>>().join(" | ");
    let rows = table.rows.iter().take(rows).map(row);
    std::iter::once(columns.join(" | ")).chain(rows).collect::<Vec<_>>().join("\n")
}

#[test]
fn orders_have_their_day_their_legs_and_their_ways_out() {
    insta::assert_snapshot!(lines(&table(&shop(&[]), "order"), 12));
}

#[test]
fn ways_out_have_a_row_each() {
    insta::assert_snapshot!(lines(&table(&shop(&[]), "remedy"), 9));
}

#[test]
fn weeks_begin_with_what_is_left_of_the_present_one() {
    insta::assert_snapshot!(lines(&table(&shop(&[]), "week"), 16));
}

#[test]
fn purchases_reach_the_least_order_of_the_factory() {
    let table = table(&shop(&[]), "purchase");
    insta::assert_snapshot!(lines(&table, 12));
    let number = |row: &Vec<Cell>, name: &str| {
        let at = table.columns.iter().position(|column| column.name == name).unwrap();
        match &row[at] {
            Cell::Count(count) => *count,
            other => panic!("{name}: {other:?}"),
        }
    };
    for row in &table.rows {
        assert_eq!(number(row, "short"), (600 - number(row, "purchase_units")).max(0));
    }
}

#[test]
fn positions_say_what_is_there_and_how_long_it_lasts() {
    insta::assert_snapshot!(lines(&table(&shop(&[]), "position"), 9));
}

#[test]
fn products_turn_as_planned() {
    insta::assert_snapshot!(lines(&table(&shop(&[]), "product"), 9));
}

/// Every grid ends with what it began with, what came in and what went out; receipts are whole cartons.
#[test]
fn grids_conserve_units() {
    let world = shop(&[]);
    let (weeks, positions) = (table(&world, "week"), table(&world, "position"));
    let at = |table: &Table, name: &str| table.columns.iter().position(|own| own.name == name).unwrap();
    let count = |cell: &Cell| if let Cell::Count(count) = cell { *count } else { panic!("{cell:?}") };
    for own in positions.rows.iter().filter(|row| row[at(&positions, "on_hand")] != Cell::Missing) {
        let same = |row: &&Vec<Cell>| (0..3).all(|column| row[column] == own[column]);
        let rows: Vec<&Vec<Cell>> = weeks.rows.iter().filter(same).collect();
        let sum = |name: &str| rows.iter().map(|row| count(&row[at(&weeks, name)])).sum::<i128>();
        let begin = count(&own[at(&positions, "on_hand")]) - count(&own[at(&positions, "sold_since")]);
        let end = count(&rows.last().unwrap()[at(&weeks, "projected")]);
        assert_eq!(begin.max(0) + sum("scheduled") + sum("planned") - sum("demand"), end);
        assert!(rows.iter().all(|row| count(&row[at(&weeks, "planned")]) % 24 == 0));
        assert_eq!(rows.len(), 52);
    }
}

fn findings(world: &Memory) -> String {
    let messages = [
        ("en", include_str!("../themes/default/locales/en/findings-supply.ftl")),
        ("zh-Hant", include_str!("../themes/default/locales/zh-Hant/findings-supply.ftl")),
    ];
    let messages = messages.map(|(tag, file)| Locale::new(&Lang::new(tag), [file]).unwrap());
    let run = pipeline::check(world);
    assert!(run.findings.worst() < Some(Severity::Error), "{:#?}", run.findings);
    let mut lines = Vec::new();
    for finding in run.findings.sorted().iter().filter(|finding| finding.code.name.starts_with('U')) {
        lines.push(format!("{} {} {}", finding.code.name, finding.severity.word(), finding.place));
        for locale in &messages {
            let help = locale.finding_help(finding).unwrap_or_default();
            lines.push(format!("  {} / {help}", locale.finding(finding)));
        }
    }
    lines.join("\n")
}

#[test]
fn what_cannot_work_is_said_where_it_stands() {
    let bare = "products:\n- {id: mug, skus: [{sku: M-1}, {sku: M-2}], pack: {carton_units: 24, moq: 9000}, lead: {route: sea}}\n";
    let slow = CALENDAR.replace("days: 21, sigma: 3", "days: 0");
    let unpriced = CALENDAR.replace(", extra_cost: 2.00 USD", "");
    let plenty = STOCK.replace("on_hand: 260", "on_hand: 290");
    let unknown = "stock: [{sku: M-1, market: US, on_hand: 260, date: 2026-11-20}]\n";
    let early = CALENDAR.replace("2027-01-30, to: 2027-02-21", "2026-12-24, to: 2027-01-20");
    let costless = PRODUCTS.replace("cost: [{from: 2026-01-01, fob: 4.00 USD}]", "");
    let dear = COMPANY.replace("metric: asp", "metric: upo");
    let next = |line: &&str| line.contains("2027") || line.contains("goal: B");
    let this_year: Vec<&str> = COMPANY.lines().filter(|line| !next(line)).collect();
    let this_year = this_year.join("\n");
    let to_come = STOCK.replace("on_hand: 5, date: 2026-11-20", "on_hand: 5, date: 2026-11-23");
    let cases: [(&str, &[(&str, &str)]); 11] = [
        ("as it is", &[]),
        ("no safety stock, a large least order", &[("products.yaml", bare)]),
        ("a leg of no days", &[("calendar.yaml", &slow)]),
        ("air has no price", &[("calendar.yaml", &unpriced)]),
        ("the safety stock bridges", &[("stock.yaml", &plenty)]),
        ("a closure close by", &[("calendar.yaml", &early)]),
        ("no costs", &[("products.yaml", &costless)]),
        ("sales without prices", &[("company.yaml", &dear)]),
        ("a plan that ends before an order arrives", &[("company.yaml", &this_year)]),
        ("a count of tomorrow", &[("stock.yaml", &to_come)]),
        (
            "stock not known",
            &[
                ("stock.yaml", unknown),
                ("products.yaml", &PRODUCTS.replace("lead: {route: sea, order_weeks: 4}", "")),
            ],
        ),
    ];
    let all = cases.map(|(name, changes)| format!("## {name}\n{}", findings(&shop(changes))));
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn a_workspace_without_stock_and_routes_says_nothing_of_supply() {
    let nothing = [
        ("stock.yaml", ""),
        ("calendar.yaml", ""),
        ("products.yaml", "products: [{id: mug, skus: [{sku: M-1}, {sku: M-2}]}]"),
    ];
    assert_eq!(findings(&shop(&nothing)), "");
    assert_eq!(table(&shop(&nothing), "order").rows.len(), 0);
}
