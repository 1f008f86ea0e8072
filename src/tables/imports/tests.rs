//! The columns of the tables of files, and what stands in them.

use super::*;
use crate::facts::{Check, LeftOut, NearestKind, Replaced, Unmapped, Unused};
use crate::quantity::{Day, MarketplaceId, MeasureId, Span};

fn span(from: &str, to: &str) -> Span {
    Span::new(Day::parse(from).unwrap(), Day::parse(to).unwrap()).unwrap()
}

fn usd() -> Currency {
    Currency::parse("USD").unwrap()
}

/// A file with something in every field.
fn file() -> ImportedFile {
    let (units, sales, us) = (MeasureId::new("units"), MeasureId::new("sales"), MarketplaceId::new("US"));
    let total = |measure: &MeasureId, currency: &str, amount: &str| FileTotal {
        measure: measure.clone(),
        currency: Currency::parse(currency),
        amount: amount.to_owned(),
    };
    let check =
        |id: &str, ok| Check { id: id.into(), ok, expected: "10.00".to_owned(), found: "9.99".to_owned() };
    ImportedFile {
        kind: Some("amazon.all_orders".into()),
        delimiter: Some('\t'),
        header_line: Some(8),
        downloaded: Day::parse("2026-11-02"),
        period: Some(span("2026-10-01", "2026-10-31")),
        marketplaces: vec![us.clone(), MarketplaceId::new("CA")],
        currencies: vec![Currency::parse("CAD").unwrap(), usd()],
        rows: 12,
        duplicates: 2,
        replacement_chars: 1,
        refused_rows: 3,
        left_out: vec![LeftOut { reason: "cancelled".to_owned(), rows: 4 }],
        unknown_columns: vec!["Is Prime".to_owned(), "new".to_owned()],
        checks: vec![check("total", true), check("rows", false)],
        totals: vec![total(&units, "", "323"), total(&sales, "CAD", "5.10"), total(&sales, "USD", "6302.69")],
        unmapped: vec![Unmapped { name: "X".to_owned(), rows: 1, share: Ratio::parse("1/20") }],
        replaced: vec![Replaced {
            by: "results/US/2026-10/newer.txt".into(),
            measure: units.clone(),
            marketplace: us.clone(),
            span: span("2026-10-01", "2026-10-02"),
            before: "3".to_owned(),
            after: Some("4".to_owned()),
            currency: None,
        }],
        unused: vec![Unused {
            measure: units,
            marketplace: us,
            because: "amazon.business_report.asin".into(),
        }],
        ..stranger()
    }
}

/// A file of which nothing is known.
fn stranger() -> ImportedFile {
    ImportedFile {
        path: "results/US/2026-10/a.txt".into(),
        kind: None,
        nearest: Some(NearestKind {
            kind: "canonical".into(),
            missing: vec!["date".to_owned(), "sku".to_owned()],
        }),
        encoding: "utf-8",
        sheet: None,
        delimiter: None,
        header_line: None,
        zones: Vec::new(),
        downloaded: None,
        period: None,
        marketplaces: Vec::new(),
        currencies: Vec::new(),
        rows: 0,
        duplicates: 0,
        replacement_chars: 0,
        refused: Vec::new(),
        refused_rows: 0,
        left_out: Vec::new(),
        others: Vec::new(),
        unknown_columns: Vec::new(),
        checks: Vec::new(),
        totals: Vec::new(),
        unmapped: Vec::new(),
        replaced: Vec::new(),
        unused: Vec::new(),
    }
}

/// A line per cell: the column's name, and what stands in it.
fn shown(table: &Table) -> String {
    let row = |row: &Vec<Cell>| {
        let cells =
            table.columns.iter().zip(row).map(|(column, cell)| format!("{}: {cell:?}\n", column.name));
        cells.collect::<String>()
    };
    table.rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn log() -> ImportLog {
    let both = Reconciliation {
        marketplace: MarketplaceId::new("US"),
        period: span("2026-10-01", "2026-10-31"),
        measure: MeasureId::new("sales"),
        currency: Some(usd()),
        left: ("amazon.all_orders".into(), Ratio::parse("100.5").unwrap()),
        right: ("amazon.settlement.v2".into(), Ratio::parse("90").unwrap()),
        difference: Ratio::parse("-10.5").unwrap(),
        known: vec![("cancelled".to_owned(), Ratio::parse("-10").unwrap())],
        rest: Ratio::parse("-0.5").unwrap(),
    };
    let number = |text: &str| Ratio::parse(text).unwrap();
    let units = Reconciliation {
        measure: MeasureId::new("units"),
        currency: None,
        left: (both.left.0.clone(), number("10")),
        right: (both.right.0.clone(), number("9")),
        difference: number("-1"),
        known: vec![("cancelled".to_owned(), number("-1"))],
        rest: number("0"),
        ..both.clone()
    };
    ImportLog { files: vec![file(), stranger()], reconciliations: vec![both, units] }
}

#[test]
fn every_field_of_a_file_has_its_column() {
    insta::assert_snapshot!(shown(&imports(&log())));
}

#[test]
fn checks_have_a_row_each() {
    insta::assert_snapshot!(shown(&checks(&log())));
}

#[test]
fn reconciliations_are_exact_to_the_cent() {
    insta::assert_snapshot!(shown(&reconciliation(&log())));
}
