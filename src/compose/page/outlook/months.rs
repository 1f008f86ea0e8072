//! The months ahead whose plan lies outside of what is expected.

use super::landing::Verdict;
use super::lines;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{linked, row};
use crate::compose::route::Route;
use crate::quantity::{Grain, MeasureId, Scope};
use crate::site::{Cell, Column, ColumnKind, Row, Table};
use crate::trend::{Ahead, Line};

/// So many rows are told: the next ones.
const ROWS: usize = 12;

/// A month of a part of the company.
struct Off<'a> {
    scope: &'a Scope,
    ahead: &'a Ahead,
}

/// The months of the company and of its products whose plan looks wrong, in order; nothing when there is none.
pub(super) fn table(desk: &Desk<'_>, lead: &MeasureId) -> Option<Table> {
    let monthly =
        lines(desk, lead).filter(|line| line.grain == Grain::Month && line.subject.segment.is_none());
    let parts = monthly.filter(|line| line.subject.scope.marketplace.is_none());
    let mut off: Vec<Off<'_>> = parts.flat_map(months).collect();
    off.sort_by_key(|off| (off.ahead.period, off.scope.clone()));
    let more = off.len().saturating_sub(ROWS);
    off.truncate(ROWS);
    let largest = off.iter().map(|off| off.ahead.point.abs()).max()?;
    let style = desk.style(lead, &largest);
    let heads = [
        ("head-period", ColumnKind::Text),
        ("outlook-part", ColumnKind::Text),
        ("head-plan", ColumnKind::Number),
        ("outlook-expected", ColumnKind::Number),
        ("outlook-range", ColumnKind::Number),
        ("outlook-verdict", ColumnKind::Text),
    ];
    let better = desk.workspace.catalogue.better(lead).unwrap_or_default();
    let line = |off: &Off<'_>| -> Option<Row> {
        let (ahead, verdict) = (off.ahead, Verdict::of(off.ahead)?);
        Some(row(vec![
            linked(desk.locale.period(ahead.period), desk.target(&Route::PlanMonth(ahead.period))),
            Cell::new(desk.scope(off.scope)),
            Cell::new(style.value(ahead.plan.as_ref()?)),
            Cell::new(style.value(&ahead.point)),
            Cell::new(format!("{}–{}", style.value(&ahead.low80), style.value(&ahead.high80))),
            Cell {
                impact: verdict.impact(better),
                ..Cell::new(desk.say(&format!("outlook-plan-{}", verdict.word())))
            },
        ]))
    };
    Some(Table {
        caption: desk.say("outlook-months").into(),
        caption_hidden: true,
        columns: heads.iter().map(|(key, kind)| Column::new(desk.say(key), *kind)).collect(),
        rows: off.iter().filter_map(line).collect(),
        note: (more > 0).then(|| desk.fill("outlook-months-more", &[("count", more.into())]).as_str().into()),
    })
}

/// What has begun is compared whole: its first days are measured already.
fn months(line: &Line) -> impl Iterator<Item = Off<'_>> {
    let outside = line.periods.iter().filter(|ahead| ahead.plan_is_outside());
    outside.map(|ahead| Off { scope: &line.subject.scope, ahead })
}
