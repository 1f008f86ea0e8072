//! What the pages say: every figure by period and part of the company, exact.

use rayon::prelude::*;

use super::{maybe, table, text};
use crate::metric::Unit;
use crate::quantity::{Grain, MeasureId, Period, Scope};
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
    let check = Check::of(sources.workspace, sources.facts, (&sources.analysis.against, sources.today));
    let mut periods = vec![period];
    periods.extend(period.split(Grain::Month).into_iter().filter(|month| *month != period));
    let scopes = scopes(sources);
    let asked: Vec<(Period, &Scope)> =
        periods.iter().flat_map(|period| scopes.iter().map(|scope| (*period, scope))).collect();
    let rows: Vec<Vec<Vec<Cell>>> = asked
        .par_iter()
        .map(|(period, scope)| {
            let metrics = sources.workspace.catalogue.ids();
            metrics.filter_map(|metric| row(sources, &check, (metric, scope, *period))).collect()
        })
        .collect();
    table(&COLUMNS, rows.into_iter().flatten().collect())
}

/// The company, its marketplaces, its products, and each of these in each of those.
fn scopes(sources: Sources<'_>) -> Vec<Scope> {
    let places: Vec<_> = sources.facts.marketplaces().map(|(id, _)| id).collect();
    let mut scopes = vec![Scope::company()];
    scopes.extend(places.iter().map(|place| Scope::marketplace(place)));
    for product in sources.facts.products() {
        scopes.push(Scope::product(product));
        scopes.extend(places.iter().map(|place| Scope::cell(product, place)));
    }
    scopes
}

fn row(
    sources: Sources<'_>,
    check: &Check<'_>,
    (metric, scope, period): (&MeasureId, &Scope, Period),
) -> Option<Vec<Cell>> {
    let figure = check.figure(&Question { metric: metric.clone(), scope: scope.clone(), period });
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
