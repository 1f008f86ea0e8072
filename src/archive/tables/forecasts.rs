//! What was forecast.

use super::{maybe, table, text};
use crate::quantity::Period;
use crate::table::{Cell, Kind, Table};
use crate::tables::Sources;
use crate::workspace::{Author, Issued};

const COLUMNS: [(&str, Kind); 17] = [
    ("issued", Kind::Day),
    ("author", Kind::Text),
    ("metric", Kind::Text),
    ("product", Kind::Text),
    ("marketplace", Kind::Text),
    ("dimension", Kind::Text),
    ("value", Kind::Text),
    ("origin", Kind::Day),
    ("from", Kind::Day),
    ("to", Kind::Day),
    ("point", Kind::Exact),
    ("lo80", Kind::Exact),
    ("hi80", Kind::Exact),
    ("lo95", Kind::Exact),
    ("hi95", Kind::Exact),
    ("unit", Kind::Text),
    ("file", Kind::Text),
];

/// A row for each forecast that was issued in the period or speaks of days of it.
pub(super) fn forecasts(sources: Sources<'_>, period: Period) -> Table {
    let span = period.span();
    let wanted =
        |row: &&Issued| span.contains(row.issued) || row.span.from <= span.to && span.from <= row.span.to;
    table(&COLUMNS, sources.workspace.issued.iter().filter(wanted).map(row).collect())
}

fn row(row: &Issued) -> Vec<Cell> {
    let author = match &row.author {
        Author::Tool { .. } => crate::workspace::TOOL.to_owned(),
        Author::Person(person) => person.to_string(),
        Author::Department(department) => department.to_string(),
    };
    let wide = row.band95.as_ref();
    let mut cells = vec![
        Cell::Day(row.issued),
        text(author),
        text(&row.metric.value),
        maybe(row.scope.product.as_ref()),
        maybe(row.scope.marketplace.as_ref()),
        maybe(row.segment.as_ref().map(|(dimension, _)| dimension)),
        maybe(row.segment.as_ref().map(|(_, value)| value)),
    ];
    cells.extend([row.origin, row.span.from, row.span.to].map(Cell::Day));
    cells.extend([&row.point, &row.band80.low, &row.band80.high].map(|value| Cell::Exact(value.clone())));
    cells.extend(
        [wide.map(|it| &it.low), wide.map(|it| &it.high)]
            .map(|value| value.map_or(Cell::Missing, |value| Cell::Exact(value.clone()))),
    );
    cells.extend([text(&row.unit.value), text(&row.place.file)]);
    cells
}
