//! The columns of the table of cash, and what stands in them.

use super::*;
use crate::tables::small;

const FILES: [(&str, &str); 5] = [
    ("opsreport.yaml", "title: X\nlanguages: [en]\n"),
    (
        "company.yaml",
        "company: {id: s, name: S, reporting_currency: USD}\nprofit_targets: {mug: {cash: 500 USD}}\n",
    ),
    ("products.yaml", "products: [{id: mug, skus: [{sku: M1}]}]\n"),
    (
        "marketplaces.yaml",
        "marketplaces: [{id: JP, currency: JPY}]\nrates: [{id: fx, pair: USDJPY, from: 2026-01-01, plan: 150}]\n",
    ),
    (
        "cash.yaml",
        "opening: {date: 2026-11-20, amount: 1000 USD}
monthly: [{what: Rent, amount: -100 USD, day: 5, to: 2027-01-31}]
flows:
- {date: 2026-12-01, amount: -90000 JPY, what: Mould, kind: goods, product: mug, market: JP}
- {date: 2027-01-08, amount: 700 USD, what: Mugs, kind: payout, product: mug}
",
    ),
];

fn print(request: &TableRequest) -> Result<String, Refusal> {
    let table = small::ask(&FILES, "2026-11-22", |sources| cash(sources, request))?;
    let line = |cells: Vec<String>| cells.join(" | ");
    let heads =
        line(table.columns.iter().map(|column| format!("{} {:?}", column.name, column.kind)).collect());
    let rows = table.rows.iter().map(|row| line(row.iter().map(shown).collect()));
    Ok(std::iter::once(heads).chain(rows).collect::<Vec<_>>().join("\n"))
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Missing => "–".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Day(day) => day.to_string(),
        Cell::Money(money) => money.to_string(),
        other => format!("{other:?}"),
    }
}

fn by(name: &str) -> TableRequest {
    TableRequest { by: vec![name.to_owned()], ..TableRequest::default() }
}

#[test]
fn each_flow_has_a_row_with_the_balance_after_it() {
    insta::assert_snapshot!(print(&TableRequest::default()).unwrap());
}

#[test]
fn months_sum_and_end_with_their_balance() {
    let request = TableRequest { to: Day::parse("2027-02-10"), ..by("month") };
    insta::assert_snapshot!(print(&request).unwrap());
}

#[test]
fn products_have_their_need_against_their_limit() {
    insta::assert_snapshot!(print(&by("product")).unwrap());
}

#[test]
fn a_part_of_the_company_begins_at_nought() {
    let filters = vec![("product".to_owned(), "mug".to_owned())];
    let request = TableRequest { filters, from: Day::parse("2027-01-01"), ..TableRequest::default() };
    insta::assert_snapshot!(print(&request).unwrap());
}

#[test]
fn what_there_is_not_is_refused() {
    assert!(matches!(print(&by("colour")), Err(Refusal::Unknown(_))));
    let two = TableRequest { by: vec!["month".to_owned(), "product".to_owned()], ..TableRequest::default() };
    assert!(matches!(print(&two), Err(Refusal::Second { .. })));
    let filters = vec![("month".to_owned(), "2026-12".to_owned())];
    assert!(matches!(print(&TableRequest { filters, ..TableRequest::default() }), Err(Refusal::Unknown(_))));
}
