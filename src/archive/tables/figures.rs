//! What the pages say: every figure by period and part of the company, exact.

use rayon::prelude::*;

use super::{maybe, table, text};
use crate::metric::Unit;
use crate::quantity::Period;
use crate::review::{Check, Question};
use crate::table::{Cell, Kind, Table};
use crate::tables::Sources;
use crate::workspace::unit_word;

const COLUMNS: [(&str, Kind); 10] = [
    ("period", Kind::Text),
    ("scope_marketplace", Kind::Text),
    ("scope_product", Kind::Text),
    ("metric", Kind::Text),
    ("plan", Kind::Exact),
    ("actual", Kind::Exact),
    ("previous_year", Kind::Exact),
    ("unit", Kind::Text),
    ("currency", Kind::Text),
    ("provisional", Kind::Flag),
];

/// A row for each figure of which anything is known: of the period and of its months.
pub(super) fn figures(sources: Sources<'_>, period: Period) -> Table {
    let check = sources.check();
    let questions = check.questions(period);
    table(&COLUMNS, questions.into_par_iter().filter_map(|asked| row(sources, &check, asked)).collect())
}

fn row(sources: Sources<'_>, check: &Check<'_>, asked: Question) -> Option<Vec<Cell>> {
    let figure = check.figure(&asked);
    let Question { metric, scope, period } = &asked;
    let values = [figure.plan.as_ref(), figure.actual.known(), figure.previous.known()];
    if values.iter().all(Option::is_none) {
        return None;
    }
    let unit = check.unit(metric);
    let mut cells =
        vec![text(period), maybe(scope.marketplace.as_ref()), maybe(scope.product.as_ref()), text(metric)];
    cells.extend(values.map(Cell::exact));
    cells.push(text(unit_word(unit, "money")));
    cells.push(maybe((unit == Unit::Money).then(|| sources.facts.reporting())));
    cells.push(Cell::Flag(figure.provisional));
    Some(cells)
}
