//! Rates between currencies.

use super::{table, text};
use crate::quantity::Period;
use crate::review::held;
use crate::table::{Cell, Kind, Table};
use crate::tables::Sources;
use crate::workspace::Rated;

const COLUMNS: [(&str, Kind); 5] = [
    ("pair", Kind::Text),
    ("from", Kind::Day),
    ("to", Kind::Day),
    ("plan", Kind::Exact),
    ("actual", Kind::Exact),
];

/// A row for each rate of a pair of currencies that held on a day of the period.
pub(super) fn rates(sources: Sources<'_>, period: Period) -> Table {
    let held = held(&sources.workspace.rates, period.span());
    table(&COLUMNS, held.into_iter().map(row).collect())
}

fn row(rate: Rated) -> Vec<Cell> {
    vec![
        text(rate.pair),
        Cell::Day(rate.from),
        rate.to.map_or(Cell::Missing, Cell::Day),
        Cell::exact(rate.plan.as_ref()),
        Cell::exact(rate.actual.as_ref()),
    ]
}
