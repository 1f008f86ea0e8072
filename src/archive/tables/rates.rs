//! Rates between currencies.

use super::{table, text};
use crate::quantity::Period;
use crate::table::{Cell, Kind, Table};
use crate::tables::Sources;
use crate::workspace::Rate;

const COLUMNS: [(&str, Kind); 5] = [
    ("pair", Kind::Text),
    ("from", Kind::Day),
    ("to", Kind::Day),
    ("plan", Kind::Exact),
    ("actual", Kind::Exact),
];

/// A row for each rate of a pair of currencies that held on a day of the period.
pub(super) fn rates(sources: Sources<'_>, period: Period) -> Table {
    let span = period.span();
    let rows = sources.workspace.rates.rows();
    // A rate without an end holds until the next one of its pair begins.
    let ends = |rate: &Rate| {
        let later = rows.iter().filter(|other| other.keys.get("pair") == rate.keys.get("pair"));
        let next = later.map(|other| other.from).filter(|from| *from > rate.from).min();
        rate.to.or(next.map(|day| day - 1))
    };
    let held = |rate: &&Rate| rate.from <= span.to && ends(rate).is_none_or(|to| to >= span.from);
    let of_pairs = rows.iter().filter(|rate| rate.keys.contains_key("pair"));
    table(&COLUMNS, of_pairs.filter(held).map(row).collect())
}

fn row(rate: &Rate) -> Vec<Cell> {
    let value =
        |name: &str| rate.values.get(name).map_or(Cell::Missing, |figure| Cell::Exact(figure.number()));
    vec![
        rate.keys.get("pair").map_or(Cell::Missing, text),
        Cell::Day(rate.from),
        rate.to.map_or(Cell::Missing, Cell::Day),
        value("plan"),
        value("actual"),
    ]
}
