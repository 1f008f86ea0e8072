//! The table of the plan's versions: every amount by month, as each version has it and as it is today.

use super::{Refusal, Sources, figures};
use crate::plan::{Course, courses};
use crate::quantity::MeasureId;
use crate::table::{Cell, Column, Kind, Table, TableRequest};

const COLUMNS: [(&str, Kind); 7] = [
    ("version", Kind::Text),
    ("frozen", Kind::Day),
    ("by", Kind::Text),
    ("metric", Kind::Text),
    ("month", Kind::Text),
    ("amount", Kind::Money),
    ("difference", Kind::Money),
];

/// A row per version, amount and month; the plan as it is today is the version `in-force`.
pub(super) fn versions(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let planned = || sources.analysis.plan.amounts().map(|(id, _)| id.as_str());
    if let Some(name) = request.metrics.iter().find(|name| !planned().any(|known| known == **name)) {
        return Err(Refusal::new("metric", name, planned()));
    }
    let wanted =
        |id: &MeasureId| request.metrics.is_empty() || request.metrics.iter().any(|m| m == id.as_str());
    let amounts = sources.analysis.plan.amounts().filter(|(id, _)| wanted(id));
    let mut rows = Vec::new();
    for (metric, year) in amounts {
        let versions = (&sources.analysis.plan, sources.analysis.versions.as_slice());
        let courses = courses(versions, &sources.workspace.catalogue, (metric, year));
        rows.extend(courses.iter().flat_map(|course| rows_of(sources, metric, course)));
    }
    Ok(Table { columns: COLUMNS.map(|(name, kind)| Column::new(name, kind)).to_vec(), rows })
}

fn rows_of(sources: Sources<'_>, metric: &MeasureId, course: &Course<'_>) -> Vec<Vec<Cell>> {
    let version = course.version;
    let name = version.map_or_else(|| "in-force".to_owned(), |version| version.id.to_string());
    let row = |month: &crate::plan::PlannedMonth| {
        vec![
            Cell::Text(name.clone()),
            version.map_or(Cell::Missing, |version| Cell::Day(version.frozen)),
            version.map_or(Cell::Missing, |version| Cell::Text(version.by.to_string())),
            Cell::Text(metric.to_string()),
            Cell::Text(month.month.to_string()),
            figures::cell(sources, metric, Some(month.amount.clone())),
            figures::cell(sources, metric, month.change.clone()),
        ]
    };
    course.months.iter().map(row).collect()
}
