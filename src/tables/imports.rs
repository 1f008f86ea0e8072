//! The table of results files: what was read from which, and what was refused.

use crate::facts::{Facts, ImportedFile};
use crate::table::{Cell, Column, Kind, Table};

/// A row per file.
pub(super) fn table(facts: &Facts) -> Table {
    let columns = [
        ("file", Kind::Text),
        ("kind", Kind::Text),
        ("encoding", Kind::Text),
        ("header_line", Kind::Count),
        ("from", Kind::Day),
        ("to", Kind::Day),
        ("marketplaces", Kind::Text),
        ("rows", Kind::Count),
        ("refused", Kind::Count),
        ("unknown_columns", Kind::Text),
        ("checks", Kind::Flag),
    ];
    Table {
        columns: columns.iter().map(|(name, kind)| Column::new(*name, *kind)).collect(),
        rows: facts.log().files.iter().map(row).collect(),
    }
}

fn row(file: &ImportedFile) -> Vec<Cell> {
    let count = |n: usize| Cell::Count(n as i128);
    let day = |day| Option::map_or(day, Cell::Missing, Cell::Day);
    let places: Vec<&str> = file.marketplaces.iter().map(|id| id.as_str()).collect();
    vec![
        Cell::Text(file.path.to_string()),
        file.kind.as_ref().map_or(Cell::Missing, |kind| Cell::Text(kind.to_string())),
        Cell::Text(file.encoding.to_owned()),
        file.header_line.map_or(Cell::Missing, |line| Cell::Count(line.into())),
        day(file.period.map(|period| period.from)),
        day(file.period.map(|period| period.to)),
        Cell::Text(places.join(" ")),
        count(file.rows),
        count(file.refused_rows),
        Cell::Text(file.unknown_columns.join(" ")),
        Cell::Flag(file.checks.iter().all(|check| check.ok)),
    ]
}
