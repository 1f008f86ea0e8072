//! The table of paces: how far each amount is through a period, for each part of the company.

use super::axes::{self, Axes, Key};
use super::figures::{cell, check, plan_version, planned, question};
use super::{Refusal, Sources};
use crate::plan::Pace;
use crate::quantity::{MeasureId, Ratio};
use crate::review::Figure;
use crate::table::{Cell, Column, Kind, Table, TableRequest};

/// The columns that hold an amount in the figure's own unit.
const AMOUNTS: [&str; 6] =
    ["actual", "plan_to_date", "plan_whole", "previous_year", "actual_aligned", "previous_year_aligned"];
const SHARES: [&str; 4] = ["attainment", "done", "plan_progress", "calendar_progress"];

/// A row per amount, part of the company and period that has a plan; by the year when no period is named.
pub(super) fn pace(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let request = &by_year(sources, request);
    let metrics = amounts(sources, request)?;
    let Axes { mut columns, keys } = Axes::new(sources, request, &metrics)?;
    columns.extend(["metric", "state"].map(|name| Column::new(name, Kind::Text)));
    columns.push(Column::new("as_of", Kind::Day));
    columns.extend(AMOUNTS.map(|name| Column::new(name, Kind::Money)));
    columns.extend(SHARES.map(|name| Column::new(name, Kind::Ratio)));
    columns.push(Column::new("rest", Kind::Money));
    columns.push(Column::new("days_left", Kind::Count));
    columns.push(Column::new("required_uplift", Kind::Ratio));
    columns
        .extend(["required_per_day", "landing", "landing_linear"].map(|name| Column::new(name, Kind::Money)));
    columns.push(Column::new("plan_version", Kind::Text));
    let rows = keys.iter().flat_map(|key| metrics.iter().map(move |metric| (key, metric)));
    let rows = rows.filter_map(|(key, metric)| row((sources, request), key, metric));
    Ok(Table { columns, rows: rows.collect() })
}

/// Parts of the company without a period are those of the company's year.
fn by_year(sources: Sources<'_>, request: &TableRequest) -> TableRequest {
    let mut request = request.clone();
    if !request.by.iter().any(|name| axes::is_period(name)) {
        let year = if sources.workspace.fiscal().is_plain() { "year" } else { "fiscal-year" };
        request.by.insert(0, year.to_owned());
    }
    request
}

/// The figures named, else those that have a goal that is split to days.
fn amounts(sources: Sources<'_>, request: &TableRequest) -> Result<Vec<MeasureId>, Refusal> {
    if !request.metrics.is_empty() {
        let adds = |id: &MeasureId| sources.workspace.catalogue.adds_over_days(id);
        let metrics = planned(sources, request)?;
        return match metrics.iter().find(|id| !adds(id)) {
            Some(rate) => {
                let known = sources.workspace.catalogue.ids().filter(|id| adds(id));
                Err(Refusal::new("amount", rate.as_str(), known.map(|id| id.as_str())))
            }
            None => Ok(metrics),
        };
    }
    let split: Vec<&MeasureId> = sources.analysis.plan.amounts().map(|(id, _)| id).collect();
    let all = planned(sources, request)?;
    Ok(all.into_iter().filter(|id| split.contains(&id)).collect())
}

fn row((sources, request): (Sources<'_>, &TableRequest), key: &Key, metric: &MeasureId) -> Option<Vec<Cell>> {
    let check = check(sources, request);
    let question = question(key, metric);
    let (pace, figure) = (check.pace(&question)?, check.figure(&question));
    let aligned = figure.days.and_then(|days| check.aligned(&question, days));
    // The one without the other invites a comparison of unlike days.
    let aligned = aligned.filter(|aligned| aligned.variance.abs.is_some());
    let mut cells = key.cells.clone();
    cells.push(Cell::Text(metric.to_string()));
    cells.push(Cell::Text(pace.state.name().to_owned()));
    cells.push(pace.as_of.map_or(Cell::Missing, Cell::Day));
    let value = |value: Option<&Ratio>| cell(sources, metric, value.cloned());
    cells.extend([
        value(pace.actual.as_ref()),
        value(pace.planned.as_ref()),
        value(Some(&pace.whole)),
        value(previous(&figure)),
        value(aligned.as_ref().and_then(|aligned| aligned.actual.known())),
        value(aligned.as_ref().and_then(|aligned| aligned.previous.known())),
    ]);
    cells.extend(rest(&pace, value));
    cells.push(plan_version(sources, key.period));
    Some(cells)
}

/// What was measured of the year before, as its days are.
fn previous(figure: &Figure) -> Option<&Ratio> {
    figure.before.and(figure.previous.known())
}

fn rest(pace: &Pace, value: impl Fn(Option<&Ratio>) -> Cell) -> Vec<Cell> {
    let share = |share: &Option<Ratio>| share.clone().map_or(Cell::Missing, Cell::Ratio);
    vec![
        share(&pace.attainment),
        share(&pace.done),
        share(&pace.plan_progress),
        share(&pace.calendar_progress),
        value(Some(&pace.rest)),
        Cell::Count(pace.days_left.into()),
        share(&pace.required_uplift),
        value(pace.required_per_day.as_ref()),
        value(pace.landing.as_ref()),
        value(pace.landing_linear.as_ref()),
    ]
}
