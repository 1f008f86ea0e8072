//! The months ahead whose plan lies outside of what is expected.

use super::landing::Verdict;
use super::lines;
use crate::compose::desk::Desk;
use crate::compose::exhibit::with_unit;
use crate::compose::page::has;
use crate::compose::page::parts::{below, linked, row};
use crate::compose::route::Route;
use crate::compose::style::Style;
use crate::quantity::{Grain, MeasureId, Scope};
use crate::site::{Block, Cell, ColumnKind, Row, Section, Table};
use crate::trend::{Ahead, Line};

/// So many rows are told: the next ones.
const ROWS: usize = 12;

/// A month of a part of the company.
struct Off<'a> {
    scope: &'a Scope,
    ahead: &'a Ahead,
}

/// The months of the company and of its products whose plan looks wrong, in order; nothing when there is none. Where a
/// plan looks too low, the way to see whether the goods are there.
pub(super) fn section(desk: &Desk<'_>, lead: &MeasureId) -> Option<Block> {
    let monthly =
        lines(desk, lead).filter(|line| line.grain == Grain::Month && line.subject.segment.is_none());
    let parts = monthly.filter(|line| line.subject.scope.marketplace.is_none());
    let mut off: Vec<Off<'_>> = parts.flat_map(months).collect();
    off.sort_by_key(|off| (off.ahead.period, off.scope.clone()));
    let style = desk.style(lead, &off.iter().map(|off| off.ahead.point.abs()).max()?);
    let figure = with_unit(desk, &desk.metric(lead).text, &style.unit());
    let low = off.iter().any(|off| Verdict::of(off.ahead) == Some(Verdict::Below));
    let supply = low && has(desk, &Route::Supply);
    let section = Section {
        heading: desk.say("outlook-months").into(),
        lede: Some(desk.fill("outlook-months-lede", &[("figure", figure.into())]).as_str().into()),
        more: supply.then(|| desk.link(desk.say("outlook-months-supply"), &Route::Supply)),
        blocks: vec![table(desk, (lead, &style), off).into()],
        ..Section::default()
    };
    Some(section.into())
}

fn table(desk: &Desk<'_>, (lead, style): (&MeasureId, &Style<'_>), mut off: Vec<Off<'_>>) -> Table {
    let more = off.len().saturating_sub(ROWS);
    off.truncate(ROWS);
    let heads = [
        ("head-period", ColumnKind::Text),
        ("outlook-part", ColumnKind::Text),
        ("head-plan", ColumnKind::Number),
        ("outlook-expected", ColumnKind::Number),
        ("outlook-verdict", ColumnKind::Name),
    ];
    let better = desk.workspace.catalogue.better(lead).unwrap_or_default();
    let line = |off: &Off<'_>| -> Option<Row> {
        let (ahead, verdict) = (off.ahead, Verdict::of(off.ahead)?);
        Some(row(vec![
            linked(desk.locale.period(ahead.period), desk.target(&Route::PlanMonth(ahead.period))),
            Cell::new(desk.scope(off.scope)),
            Cell::new(style.value(ahead.plan.as_ref()?)),
            below(
                Cell::new(style.value(&ahead.point)),
                format!("{}–{}", style.value(&ahead.low80), style.value(&ahead.high80)),
            ),
            Cell {
                impact: verdict.impact(better),
                ..Cell::new(desk.say(&format!("outlook-plan-{}", verdict.word())))
            },
        ]))
    };
    Table {
        caption: desk.say("outlook-months").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: off.iter().filter_map(line).collect(),
        note: (more > 0).then(|| desk.fill("outlook-months-more", &[("count", more.into())]).as_str().into()),
    }
}

/// What has begun is compared whole: its first days are measured already.
fn months(line: &Line) -> impl Iterator<Item = Off<'_>> {
    let outside = line.periods.iter().filter(|ahead| ahead.plan_is_outside());
    outside.map(|ahead| Off { scope: &line.subject.scope, ahead })
}
