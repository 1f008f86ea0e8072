//! The tables of results files: what was read from which, what was refused, what was checked.

use crate::facts::{FileTotal, ImportLog, ImportedFile, Reconciliation};
use crate::quantity::{Currency, Money, Ratio};
use crate::table::{Cell, Column, Kind, Table};

const IMPORTS: [(&str, Kind); 25] = [
    ("file", Kind::Text),
    ("kind", Kind::Text),
    ("nearest", Kind::Text),
    ("missing", Kind::Text),
    ("encoding", Kind::Text),
    ("delimiter", Kind::Text),
    ("sheet", Kind::Text),
    ("header_line", Kind::Count),
    ("downloaded", Kind::Day),
    ("from", Kind::Day),
    ("to", Kind::Day),
    ("marketplaces", Kind::Text),
    ("currencies", Kind::Text),
    ("rows", Kind::Count),
    ("refused", Kind::Count),
    ("left_out", Kind::Text),
    ("duplicates", Kind::Count),
    ("lost_characters", Kind::Count),
    ("unknown_columns", Kind::Text),
    ("checks", Kind::Text),
    ("ok", Kind::Flag),
    ("totals", Kind::Text),
    ("unmapped_share", Kind::Ratio),
    ("replaced_by", Kind::Text),
    ("unused", Kind::Text),
];

/// A row per file.
pub(super) fn imports(log: &ImportLog) -> Table {
    table(&IMPORTS, log.files.iter().map(import).collect())
}

fn import(file: &ImportedFile) -> Vec<Cell> {
    let nearest = file.nearest.as_ref();
    let day = |day| Option::map_or(day, Cell::Missing, Cell::Day);
    vec![
        Cell::Text(file.path.to_string()),
        text(file.kind.as_deref()),
        text(nearest.map(|near| &*near.kind)),
        list("; ", nearest.iter().flat_map(|near| &near.missing)),
        Cell::Text(file.encoding.to_owned()),
        file.delimiter.map_or(Cell::Missing, delimiter),
        text(file.sheet.as_deref()),
        file.header_line.map_or(Cell::Missing, |line| Cell::Count(line.into())),
        day(file.downloaded),
        day(file.period.map(|period| period.from)),
        day(file.period.map(|period| period.to)),
        list(" ", &file.marketplaces),
        list(" ", &file.currencies),
        count(file.rows),
        count(file.refused_rows),
        list("; ", file.left_out.iter().map(|left| format!("{}={}", left.reason, left.rows))),
        count(file.duplicates),
        count(file.replacement_chars),
        list("; ", &file.unknown_columns),
        list(
            " ",
            file.checks
                .iter()
                .map(|check| format!("{}:{}", check.id, if check.ok { "ok" } else { "failed" })),
        ),
        Cell::Flag(file.kind.is_some() && file.checks.iter().all(|check| check.ok)),
        list(" ", file.totals.iter().map(|total| written(total, &file.totals))),
        unmapped_share(file),
        list("; ", distinct(file.replaced.iter().map(|replaced| replaced.by.to_string()))),
        list(" ", distinct(file.unused.iter().map(|unused| unused.measure.to_string()))),
    ]
}

/// `sales=6302.69`; with its currency where the file has several: `sales:USD=6302.69`.
fn written(total: &FileTotal, all: &[FileTotal]) -> String {
    let several = all.iter().filter(|other| other.measure == total.measure).count() > 1;
    match total.currency.filter(|_| several) {
        Some(currency) => format!("{}:{currency}={}", total.measure, total.amount),
        None => format!("{}={}", total.measure, total.amount),
    }
}

/// The share of the file's sales that belongs to no product; nought when every row belongs to one.
fn unmapped_share(file: &ImportedFile) -> Cell {
    let share: Option<Ratio> = file.unmapped.iter().map(|unmapped| unmapped.share.clone()).sum();
    share.map_or(Cell::Missing, Cell::Ratio)
}

/// A tab cannot be seen, and a spreadsheet would not keep it.
fn delimiter(mark: char) -> Cell {
    Cell::Text(if mark == '\t' { "tab".to_owned() } else { mark.to_string() })
}

/// A row per check of a file.
pub(super) fn checks(log: &ImportLog) -> Table {
    let columns = [
        ("file", Kind::Text),
        ("check", Kind::Text),
        ("ok", Kind::Flag),
        ("expected", Kind::Text),
        ("found", Kind::Text),
    ];
    let rows = log.files.iter().flat_map(|file| {
        file.checks.iter().map(|check| {
            vec![
                Cell::Text(file.path.to_string()),
                Cell::Text(check.id.to_string()),
                Cell::Flag(check.ok),
                Cell::Text(check.expected.clone()),
                Cell::Text(check.found.clone()),
            ]
        })
    });
    table(&columns, rows.collect())
}

/// A row per measure that two kinds of report tell of the same days.
pub(super) fn reconciliation(log: &ImportLog) -> Table {
    let columns = [
        ("marketplace", Kind::Text),
        ("from", Kind::Day),
        ("to", Kind::Day),
        ("measure", Kind::Text),
        ("left_kind", Kind::Text),
        ("left", Kind::Money),
        ("right_kind", Kind::Text),
        ("right", Kind::Money),
        ("difference", Kind::Money),
        ("known", Kind::Text),
        ("rest", Kind::Money),
    ];
    table(&columns, log.reconciliations.iter().map(reconciled).collect())
}

fn reconciled(both: &Reconciliation) -> Vec<Cell> {
    let amount = |value: &Ratio| amount(value, both.currency);
    let known = both.known.iter().map(|(reason, value)| format!("{reason}={}", plain(value, both.currency)));
    vec![
        Cell::Text(both.marketplace.to_string()),
        Cell::Day(both.period.from),
        Cell::Day(both.period.to),
        Cell::Text(both.measure.to_string()),
        Cell::Text(both.left.0.to_string()),
        amount(&both.left.1),
        Cell::Text(both.right.0.to_string()),
        amount(&both.right.1),
        amount(&both.difference),
        list("; ", known),
        amount(&both.rest),
    ]
}

/// Money in its currency, rounded to its minor unit; what is no money as it is.
fn amount(value: &Ratio, currency: Option<Currency>) -> Cell {
    match currency {
        Some(currency) => Cell::Money(Money { minor: value.round_scaled(currency.digits()), currency }),
        None if Ratio::from_int(value.floor()) == *value => Cell::Count(value.floor()),
        None => Cell::Ratio(value.clone()),
    }
}

/// The same as a decimal without its currency.
fn plain(value: &Ratio, currency: Option<Currency>) -> String {
    match amount(value, currency) {
        Cell::Money(money) => money.to_string().split(' ').next().unwrap_or_default().to_owned(),
        _ => value.to_string(),
    }
}

fn table(columns: &[(&str, Kind)], rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: columns.iter().map(|(name, kind)| Column::new(*name, *kind)).collect(), rows }
}

fn text(text: Option<&str>) -> Cell {
    text.map_or(Cell::Missing, |text| Cell::Text(text.to_owned()))
}

fn count(n: usize) -> Cell {
    Cell::Count(n as i128)
}

/// Words with a sign between; missing when there are none.
fn list<T: ToString>(between: &str, words: impl IntoIterator<Item = T>) -> Cell {
    let words: Vec<String> = words.into_iter().map(|word| word.to_string()).collect();
    if words.is_empty() { Cell::Missing } else { Cell::Text(words.join(between)) }
}

fn distinct(words: impl Iterator<Item = String>) -> Vec<String> {
    words.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests;
