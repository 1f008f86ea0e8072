//! The table of restatements: figures as they were archived, as they are known now, and what changed them.

use super::commitments::text;
use super::{Refusal, Sources};
use crate::review::{Cause, Restated, Restatement};
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::workspace::{Archived, unit_word};

/// What names a row; then its values, and a column for each cause.
const KEYS: [&str; 6] = ["archive", "period", "marketplace", "product", "metric", "unit"];

/// What rows may be chosen by.
const FILTERS: [&str; 4] = ["archive", "marketplace", "period", "product"];

/// A row per figure of an archive that is not what it was; with `--where` and `--metric` some of them.
pub(super) fn restated(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    for (key, _) in &request.filters {
        if !FILTERS.contains(&key.as_str()) {
            return Err(Refusal::new("dimension", key, FILTERS));
        }
    }
    let all = sources
        .workspace
        .archives
        .iter()
        .flat_map(|archive| restatements(sources, archive).into_iter().map(move |one| (archive, one)));
    let rows = all.filter(|(archive, one)| is_wanted(archive, one, request));
    let rows = rows.map(|(archive, one)| row(sources, archive, &one)).collect();
    Ok(Table { columns: columns(), rows })
}

/// Every figure of an archive that is not what it was.
pub(super) fn restatements(sources: Sources<'_>, archive: &Archived) -> Vec<Restatement> {
    Restated { check: sources.check(), rates: &sources.workspace.rates, archive }.all()
}

fn columns() -> Vec<Column> {
    let keys = KEYS.iter().map(|name| Column::new(*name, Kind::Text));
    let values = ["then", "now", "difference"].map(|name| Column::new(name, Kind::Exact));
    let causes = Cause::ALL.map(|cause| Column::new(cause.word().replace('-', "_"), Kind::Exact));
    keys.chain(values).chain(causes).chain([Column::new("provisional", Kind::Flag)]).collect()
}

fn is_wanted(archive: &Archived, one: &Restatement, request: &TableRequest) -> bool {
    let question = &one.question;
    let of = |key: &str| match key {
        "archive" => archive.name.clone(),
        "period" => question.period.to_string(),
        "marketplace" => question.scope.marketplace.as_ref().map(ToString::to_string).unwrap_or_default(),
        _ => question.scope.product.as_ref().map(ToString::to_string).unwrap_or_default(),
    };
    let metric =
        request.metrics.is_empty() || request.metrics.iter().any(|id| id == question.metric.as_str());
    metric && request.filters.iter().all(|(key, value)| of(key) == *value)
}

fn row(sources: Sources<'_>, archive: &Archived, one: &Restatement) -> Vec<Cell> {
    let scope = &one.question.scope;
    let mut cells = vec![
        text(Some(archive.name.as_str())),
        Cell::Text(one.question.period.to_string()),
        text(scope.marketplace.as_ref().map(|id| id.as_str())),
        text(scope.product.as_ref().map(|id| id.as_str())),
        text(Some(one.question.metric.as_str())),
        Cell::Text(one.currency_note().unwrap_or_else(|| unit(sources, one))),
    ];
    cells.extend([one.then.as_ref(), one.now.as_ref(), one.difference().as_ref()].map(Cell::exact));
    cells.extend(causes(one));
    cells.push(Cell::Flag(one.provisional));
    cells
}

fn unit(sources: Sources<'_>, one: &Restatement) -> String {
    let unit = sources.check().unit(&one.question.metric);
    unit_word(unit, sources.facts.reporting().code()).to_owned()
}

/// A cell for each cause, missing where it changed nothing.
pub(super) fn causes(one: &Restatement) -> impl Iterator<Item = Cell> {
    Cause::ALL
        .into_iter()
        .map(|cause| Cell::exact(one.parts.iter().find(|(own, _)| *own == cause).map(|(_, part)| part)))
}
