//! Tables as they are printed.

use super::*;
use crate::quantity::{Money, Ratio};
use crate::table::{Cell, Column, Kind};

fn money(text: &str) -> Cell {
    Cell::Money(Money::parse(text).unwrap())
}

fn table() -> Table {
    let columns =
        [("product", Kind::Text), ("day", Kind::Day), ("units", Kind::Count), ("sales", Kind::Money)];
    let columns =
        columns.into_iter().chain([("fees", Kind::Money), ("cvr", Kind::Ratio), ("late", Kind::Flag)]);
    let day = Cell::Day(Day::parse("2026-11-20").unwrap());
    let cvr = Cell::Ratio(Ratio::parse("-1/3").unwrap());
    Table {
        columns: columns.map(|(name, kind)| Column::new(name, kind)).collect(),
        rows: vec![
            vec![
                Cell::Text("冷泡壺 \"1L\"".to_owned()),
                day.clone(),
                Cell::Count(-12),
                money("-0.05 USD"),
                money("3.10 USD"),
                cvr,
                Cell::Flag(true),
            ],
            vec![
                Cell::Text("=cmd|'/c calc'!A1".to_owned()),
                day,
                Cell::Missing,
                money("3980 JPY"),
                Cell::Missing,
                Cell::Missing,
                Cell::Flag(false),
            ],
        ],
    }
}

#[test]
fn text_lines_up_under_chinese() {
    insta::assert_snapshot!(print(&table(), TableFormat::Text));
}

#[test]
fn csv_holds_no_formula_and_numbers_as_they_are() {
    insta::assert_snapshot!(print(&table(), TableFormat::Csv));
}

#[test]
fn json_has_exact_strings_and_nulls() {
    let text = print(&table(), TableFormat::Json);
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    insta::assert_snapshot!(text);
}

#[test]
fn amounts_in_two_currencies_of_one_row_name_their_own() {
    let mut table = table();
    table.rows[0][4] = money("310 JPY");
    let text = print(&table, TableFormat::Csv);
    assert_eq!(
        text.lines().next(),
        Some("product,day,units,sales,sales_currency,fees,fees_currency,cvr,late")
    );
    assert!(text.contains("-0.05,USD,310,JPY,"), "{text}");
}

#[test]
fn words_that_begin_like_a_formula_are_guarded() {
    for start in ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"] {
        let columns = vec![Column::new("name", Kind::Text)];
        let rows = vec![vec![Cell::Text(format!("{start}1"))]];
        let text = print(&Table { columns, rows }, TableFormat::Csv);
        assert_eq!(text, format!("name\n\"'{start}1\"\n"));
    }
}
