//! What one batch asks of the next, and what became of it there.

use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, linked, row, table};
use crate::compose::route::Route;
use crate::review::{HandedTarget, batch_after, batch_before, handed, stage_days};
use crate::site::{Block, Cell, ColumnKind, Section, Status, Table};
use crate::workspace::{Batch, BatchRetrospective, NextTarget};

/// The targets for the next batch, with what it made of them.
pub(super) fn handed_on(desk: &Desk<'_>, (batch, it): (&Batch, &BatchRetrospective)) -> Table {
    let heads: [Head; 5] = [
        ("head-stage", ColumnKind::Text),
        ("head-next-days", ColumnKind::Number),
        ("head-took-days", ColumnKind::Number),
        ("head-seen-to", ColumnKind::Text),
        ("head-next-batch", ColumnKind::Status),
    ];
    let next = batch_after(desk.workspace, batch);
    let checked = next.map(|next| (next, handed(batch, next, desk.today)));
    let line = |(n, target): (usize, &NextTarget)| {
        let stage = batch.stages.iter().find(|stage| stage.id == target.stage.value);
        let name = stage.map_or_else(|| target.stage.value.as_str().into(), |stage| desk.phrase(&stage.name));
        let cycle = target
            .cycle
            .as_ref()
            .map(|cycle| linked(cycle.value.as_str(), desk.target(&Route::Review(cycle.value.clone()))));
        let outcome = checked.as_ref().map(|(next, all)| Cell {
            to: Some(desk.target(&Route::Batch(next.id.clone()))),
            ..kept(desk, &all[n])
        });
        row(vec![
            Cell::new(name),
            Cell::new(target.days.to_string()),
            number(stage.and_then(|stage| stage_days(batch, stage))),
            cycle.unwrap_or_else(|| Cell::new("–")),
            outcome.unwrap_or_else(|| Cell::new(desk.say("batch-no-next"))),
        ])
    };
    table(desk, "batch-targets", &heads, it.next_targets.iter().enumerate().map(line).collect())
}

/// The targets that the batch before handed over, checked.
pub(super) fn taken_over(desk: &Desk<'_>, batch: &Batch) -> Option<Block> {
    let before = batch_before(desk.workspace, batch)?;
    let targets = handed(before, batch, desk.today);
    let heads: [Head; 5] = [
        ("head-stage", ColumnKind::Text),
        ("head-target-days", ColumnKind::Number),
        ("head-before-days", ColumnKind::Number),
        ("head-plan-days", ColumnKind::Number),
        ("head-kept", ColumnKind::Status),
    ];
    let line = |it: &HandedTarget<'_>| {
        let name = it.stage.map(|stage| desk.phrase(&stage.name));
        row(vec![
            Cell::new(name.unwrap_or_else(|| it.target.stage.value.as_str().into())),
            Cell::new(it.target.days.to_string()),
            number(it.before),
            number(it.planned),
            kept(desk, it),
        ])
    };
    let table = table(desk, "batch-taken-over", &heads, targets.iter().map(line).collect());
    let more = desk.link(desk.phrase(&before.name), &Route::Batch(before.id.clone()));
    let heading = desk.say("batch-taken-over").into();
    let of = |kept: bool| targets.iter().filter(|it| it.kept == Some(kept)).count();
    let args = [("all", targets.len().into()), ("kept", of(true).into()), ("missed", of(false).into())];
    let lede = Some(desk.fill("batch-targets-lede", &args).into());
    let section =
        Section { heading, lede, more: Some(more), blocks: vec![table.into()], ..Section::default() };
    (!targets.is_empty()).then(|| section.into())
}

fn number(days: Option<i32>) -> Cell {
    Cell::new(days.map_or_else(|| "–".to_owned(), |days| days.to_string()))
}

/// "33 天，超過 1 天", "進行中".
fn kept(desk: &Desk<'_>, it: &HandedTarget<'_>) -> Cell {
    let most = i32::try_from(it.target.days).unwrap_or(i32::MAX);
    let over = it.took.map_or(0, |days| days - most).max(0);
    let args = [
        ("days", it.took.unwrap_or(0).to_string().into()),
        ("over", over.to_string().into()),
        ("target", most.to_string().into()),
    ];
    let (key, status) = match (it.stage, it.took, it.kept) {
        (None, ..) => ("batch-target-no-stage", Status::Due),
        (_, Some(_), Some(true)) => ("batch-target-kept", Status::Done),
        (_, Some(_), _) => ("batch-target-missed", Status::Late),
        (_, None, Some(_)) => ("batch-target-overrun", Status::Late),
        (_, None, None) => ("batch-target-open", Status::Due),
    };
    Cell { status: Some(status), ..Cell::new(desk.fill(key, &args)) }
}
