//! Tables of figures: results, plan, variance.

use super::axes::{self, Axes, Key};
use super::divided::Divided;
use super::{Refusal, Sources};
use crate::metric::Unit;
use crate::plan::Standing;
use crate::quantity::{MeasureId, Money, Period, Ratio, Scope, Span};
use crate::review::{Check, Question};
use crate::table::{Cell, Column, Kind, Table, TableRequest};

/// A column per figure with what was measured.
pub(super) fn results(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let divided = Divided::of(sources, request)?;
    let metrics = metrics(sources, request, divided.as_ref())?;
    let actual = |key: &Key, metric: &MeasureId| {
        let check = check(sources, request);
        match key.days {
            Some(_) => check.read(metric, &key.scope, days(&check, key, metric)?).known().cloned(),
            None => check.figure(&question(key, metric)).actual.known().cloned(),
        }
    };
    wide(sources, (request, &metrics), |key| match &divided {
        Some(divided) => divided.rows(sources, key, &metrics),
        None => one_row(key, &metrics, &actual),
    })
}

/// A column per figure with what is planned.
pub(super) fn plan(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let metrics = planned(sources, request)?;
    let catalogue = &sources.workspace.catalogue;
    let value = |key: &Key, metric: &MeasureId| {
        let span = key.days.unwrap_or_else(|| key.period.span());
        sources.analysis.plan.value(catalogue, metric, (&key.scope, span))
    };
    wide(sources, (request, &metrics), |key| one_row(key, &metrics, &value))
}

/// The cells that say what a row stands for, and the value of each figure.
type Values = (Vec<Cell>, Vec<Option<Ratio>>);

fn one_row(
    key: &Key,
    metrics: &[MeasureId],
    value: &dyn Fn(&Key, &MeasureId) -> Option<Ratio>,
) -> Vec<Values> {
    vec![(key.cells.clone(), metrics.iter().map(|metric| value(key, metric)).collect())]
}

fn wide(
    sources: Sources<'_>,
    (request, metrics): (&TableRequest, &[MeasureId]),
    rows: impl Fn(&Key) -> Vec<Values>,
) -> Result<Table, Refusal> {
    let Axes { mut columns, mut keys } = Axes::new(sources, request, metrics)?;
    if let Some(last) = keys.last().filter(|key| key.days.is_some()).map(|key| key.period) {
        // The days asked for are one stretch, whatever years they lie in.
        keys.retain(|key| key.period == last);
    }
    columns.extend(metrics.iter().map(|metric| Column::new(metric.as_str(), kind(sources, metric))));
    let row = |(mut cells, values): Values| {
        let values = metrics.iter().zip(values);
        cells.extend(values.map(|(metric, value)| cell(sources, metric, value)));
        cells
    };
    Ok(Table { columns, rows: keys.iter().flat_map(rows).map(row).collect() })
}

/// A row per figure: actual, plan, previous year, and the variance to the plan.
pub(super) fn variance(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let metrics = planned(sources, request)?;
    let Axes { mut columns, keys } = Axes::new(sources, request, &metrics)?;
    columns.push(Column::new("metric", Kind::Text));
    let values = [
        ("actual", Kind::Ratio),
        ("plan", Kind::Ratio),
        ("previous_year", Kind::Ratio),
        ("abs", Kind::Ratio),
    ];
    columns.extend(values.map(|(name, kind)| Column::new(name, kind)));
    columns.push(Column::new("rel", Kind::Ratio));
    columns.extend(["material", "provisional"].map(|name| Column::new(name, Kind::Flag)));
    columns.extend(["from", "to"].map(|name| Column::new(name, Kind::Day)));
    columns.push(Column::new("plan_version", Kind::Text));
    let rows = keys
        .iter()
        .flat_map(|key| metrics.iter().map(move |metric| variance_row((sources, request), key, metric)));
    Ok(Table { columns, rows: rows.collect() })
}

fn variance_row(
    (sources, request): (Sources<'_>, &TableRequest),
    key: &Key,
    metric: &MeasureId,
) -> Vec<Cell> {
    let figure = check(sources, request).figure(&question(key, metric));
    let material =
        sources.workspace.materiality.of(metric, &sources.workspace.catalogue).is_reached(&figure.vs_plan);
    let value = |value: Option<&Ratio>| cell(sources, metric, value.cloned());
    let day = |day: Option<_>| day.map_or(Cell::Missing, Cell::Day);
    let mut cells = key.cells.clone();
    cells.push(Cell::Text(metric.to_string()));
    cells.push(value(figure.actual.known()));
    cells.push(value(figure.plan.as_ref()));
    cells.push(value(figure.previous.known()));
    cells.push(value(figure.vs_plan.abs.as_ref()));
    cells.push(figure.vs_plan.rel.value().map_or(Cell::Missing, |share| Cell::Ratio(share.clone())));
    cells.push(Cell::Flag(material));
    cells.push(Cell::Flag(figure.provisional));
    cells.push(day(figure.days.map(|days| days.from)));
    cells.push(day(figure.days.map(|days| days.to)));
    cells.push(plan_version(sources, key.period));
    cells
}

/// The version of the plan that a period is measured against, `draft after …` when the plan was changed since;
/// nothing when it was never frozen.
pub(super) fn plan_version(sources: Sources<'_>, period: Period) -> Cell {
    let year = sources.workspace.fiscal().year_of(period.span().from);
    match sources.analysis.standing(&sources.workspace.config.compare.plan, year) {
        Standing::Open => Cell::Missing,
        Standing::Is(version) | Standing::Fixed(version) => Cell::Text(version.id.to_string()),
        Standing::Draft(version) => Cell::Text(format!("draft after {}", version.id)),
    }
}

pub(super) fn check<'a>(sources: Sources<'a>, request: &TableRequest) -> Check<'a> {
    Check { basis: request.rates, ..sources.check() }
}

/// The days of a row on which a figure is known: of those asked for, or of its period.
pub(super) fn days(check: &Check<'_>, key: &Key, metric: &MeasureId) -> Option<Span> {
    check.known_days(metric, &key.scope, key.days.unwrap_or_else(|| key.period.span()))
}

pub(super) fn question(key: &Key, metric: &MeasureId) -> Question {
    Question { metric: metric.clone(), scope: key.scope.clone(), period: key.period }
}

/// The figures asked for of what is planned, which is by parts of the company alone.
pub(super) fn planned(sources: Sources<'_>, request: &TableRequest) -> Result<Vec<MeasureId>, Refusal> {
    match Divided::of(sources, request)? {
        Some(divided) => Err(divided.unplanned()),
        None => metrics(sources, request, None).map(|measured| match measured.is_empty() {
            true => with_a_plan(sources),
            false => measured,
        }),
    }
}

/// The figures that some year plans, for a company that has measured nothing yet.
fn with_a_plan(sources: Sources<'_>) -> Vec<MeasureId> {
    let (plan, catalogue) = (&sources.analysis.plan, &sources.workspace.catalogue);
    let in_year = |id: &MeasureId, year| {
        let whole = (&Scope::company(), plan.year(year).span());
        plan.value(catalogue, id, whole).is_some()
    };
    let planned = |id: &&MeasureId| plan.amounts().any(|(_, year)| in_year(id, year));
    catalogue.ids().filter(planned).cloned().collect()
}

/// The figures asked for; all that are measured at this grain when none is named.
pub(super) fn metrics(
    sources: Sources<'_>,
    request: &TableRequest,
    divided: Option<&Divided<'_>>,
) -> Result<Vec<MeasureId>, Refusal> {
    let catalogue = &sources.workspace.catalogue;
    let exists = |id: &MeasureId| {
        axes::check(sources, request, id)?;
        divided.map_or(Ok(()), |divided| divided.check(sources, id))
    };
    if request.metrics.is_empty() {
        let measured = |id: &&MeasureId| sources.check().last_day(id, &Scope::company()).is_some();
        return Ok(catalogue.ids().filter(measured).filter(|id| exists(id).is_ok()).cloned().collect());
    }
    let known = |name: &String| {
        let id = MeasureId::new(name);
        match catalogue.contains(&id) {
            true => exists(&id).map(|()| id),
            false => Err(Refusal::new("metric", name, catalogue.ids().map(|id| id.as_str()))),
        }
    };
    request.metrics.iter().map(known).collect()
}

pub(super) fn kind(sources: Sources<'_>, metric: &MeasureId) -> Kind {
    match sources.workspace.catalogue.unit(metric).unwrap_or_default() {
        Unit::Money => Kind::Money,
        Unit::Count | Unit::Days => Kind::Count,
        Unit::Percent | Unit::Number => Kind::Ratio,
    }
}

/// An amount in the reporting currency, to its last digit.
pub(super) fn money(sources: Sources<'_>, amount: &Ratio) -> Cell {
    let currency = sources.facts.reporting();
    Cell::Money(Money { minor: amount.round_scaled(currency.digits()), currency })
}

/// A value in its unit: money in the reporting currency, rounded to its minor unit.
pub(super) fn cell(sources: Sources<'_>, metric: &MeasureId, value: Option<Ratio>) -> Cell {
    let Some(value) = value else { return Cell::Missing };
    match kind(sources, metric) {
        Kind::Money => money(sources, &value),
        // A planned count follows from rates and need not be whole.
        Kind::Count if Ratio::from_int(value.floor()) == value => Cell::Count(value.floor()),
        _ => Cell::Ratio(value),
    }
}
