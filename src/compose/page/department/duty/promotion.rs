//! The promotion calendar: what is to come, and by when what must be handed in.

use crate::compose::agenda::{deadline, shown};
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, list, row, table, told};
use crate::site::{Block, Cell, ColumnKind, Row};
use crate::workspace::{Event, EventKind, EventStatus};

/// Events of demand that are not over, in the order of their days.
pub(super) fn section(desk: &Desk<'_>) -> Option<Block> {
    let coming = |event: &&Event| {
        event.kind == EventKind::Demand
            && event.status != EventStatus::Cancelled
            && event.span.to >= desk.today
    };
    let mut events: Vec<&Event> = desk.workspace.events.iter().filter(coming).collect();
    events.sort_by_key(|event| event.span);
    let next = events.first()?;
    let heads: [Head; 5] = [
        ("head-event", ColumnKind::Text),
        ("head-days", ColumnKind::Date),
        ("head-marketplace", ColumnKind::Text),
        ("head-lift", ColumnKind::Number),
        ("head-deadlines", ColumnKind::Text),
    ];
    let rows = events.iter().map(|event| line(desk, event)).collect();
    let lede = desk.fill(
        "duty-promotion-lede",
        &[("event", desk.phrase(&next.name).text.into()), ("span", desk.locale.span(next.span).into())],
    );
    Some(told(desk, "duty-promotion", (lede, vec![table(desk, "duty-promotion", &heads, rows).into()])))
}

fn line(desk: &Desk<'_>, event: &Event) -> Row {
    let status = if event.status == EventStatus::Confirmed { "event-confirmed" } else { "event-planned" };
    let places = event.marketplaces.iter().map(|id| desk.marketplace(&id.value).text);
    let peaks = event
        .peaks
        .iter()
        .map(|peak| format!("{} ×{}", shown(desk, peak.date), desk.locale.decimal(&peak.lift, 1)));
    let deadlines = event
        .deadlines
        .iter()
        .map(|(name, day)| format!("{} {}", deadline(desk, name), shown(desk, day.value)));
    let deadlines = list(desk, deadlines);
    row(vec![
        below(Cell::new(desk.phrase(&event.name)), desk.say(status)),
        Cell::new(desk.locale.span(event.span)),
        Cell::new(if event.marketplaces.is_empty() { desk.say("everywhere") } else { list(desk, places) }),
        below(Cell::new(format!("×{}", desk.locale.decimal(&event.lift, 1))), list(desk, peaks)),
        Cell::new(if deadlines.is_empty() { desk.say("deadlines-none") } else { deadlines }),
    ])
}
