//! The columns of the tables of unit economics, and what stands in them.

use super::*;
use crate::quantity::Day;
use crate::tables::small;

const COMPANY: &str = "
company: {id: s, name: S, reporting_currency: USD}
goals:
- {id: S, metric: sales, year: 2026, target: 36000.00 USD}
- {id: R, metric: return_rate, year: 2026, target: 4%}
- {id: P, metric: asp, year: 2026, target: 30.00 USD}
allocation:
- {goal: S, product: {bottle: 1}, marketplace: {default: {US: 1}}, month: {default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}
";

const PRODUCTS: &str = "
products:
- id: bottle
  cost: [{from: 2026-01-01, fob: 6.00 USD}, {from: 2026-07-01, fob: 6.20 USD}]
  price: {US: 29.99 USD, CA: 39.99 CAD}
";

const MARKETPLACES: &str = "
marketplaces: [{id: US, currency: USD}, {id: CA, currency: CAD}]
rates:
- {id: fx, pair: USDCAD, from: 2026-01-01, plan: 1.38}
- {id: referral, market: US, from: 2024-01-01, rate: 15%, min: 0.30 USD}
- {id: fba_unit, market: US, from: 2025-01-01, amount: 5.40 USD}
- {id: freight_unit, from: 2026-01-01, amount: 0.95 USD}
- {id: other_landed_unit, market: US, from: 2026-01-01, amount: 0.25 USD}
- {id: import_duty, market: US, from: 2026-01-01, rate: 10%}
- {id: return_cost, market: US, from: 2026-01-01, amount: 11.50 USD}
- {id: storage_unit, market: US, from: 2026-01-01, amount: 0.22 USD}
- {id: ads_unit, market: US, from: 2026-01-01, amount: 3.60 USD}
";

fn shown(ask: impl Fn(Sources<'_>) -> Result<Table, Refusal>) -> String {
    let files = [
        ("opsreport.yaml", "{title: X}"),
        ("company.yaml", COMPANY),
        ("products.yaml", PRODUCTS),
        ("marketplaces.yaml", MARKETPLACES),
    ];
    let table = match small::ask(&files, "2026-12-01", ask) {
        Ok(table) => table,
        Err(refusal) => return format!("{refusal:?}"),
    };
    let row = |row: &Vec<Cell>| {
        let cells = table.columns.iter().zip(row);
        cells.map(|(column, cell)| format!("{}: {cell:?}\n", column.name)).collect::<String>()
    };
    table.rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_unit_has_a_row_with_what_is_known_of_it() {
    insta::assert_snapshot!(shown(|sources| economics(sources, &TableRequest::default())));
}

#[test]
fn a_change_has_a_row_per_line_that_moved() {
    insta::assert_snapshot!(shown(|sources| change(sources, &TableRequest::default())));
}

#[test]
fn the_day_and_the_rows_are_those_asked_for() {
    let request = TableRequest {
        from: Day::parse("2026-06-30"),
        filters: vec![("marketplace".to_owned(), "US".to_owned())],
        ..TableRequest::default()
    };
    let found = shown(|sources| economics(sources, &request));
    assert!(found.contains("day: Day(2026-06-30)") && !found.contains("CAD"), "{found}");
    let by = TableRequest { by: vec!["month".to_owned()], ..TableRequest::default() };
    assert!(shown(|sources| economics(sources, &by)).starts_with("Unknown"));
}
