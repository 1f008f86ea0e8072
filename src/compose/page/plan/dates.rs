//! What must be done in a month, and by whom: events and their deadlines, acts and commitments that are due.

use super::super::part::told;
use crate::compose::agenda;
use crate::compose::desk::Desk;
use crate::quantity::Span;
use crate::site::Block;
use crate::workspace::{Event, EventKind, EventStatus};

/// The dates of some days, as a section; nothing when there are none.
pub(super) fn section_of(desk: &Desk<'_>, span: Span) -> Option<Block> {
    let dates = agenda::within(desk, span);
    (!dates.lines.is_empty())
        .then(|| told(desk, "plan-dates", (desk.say("plan-dates-lede").as_str(), vec![dates.into()])))
}

/// The events that change how much is bought on some days.
pub(super) fn demand<'a>(desk: &Desk<'a>, span: Span) -> impl Iterator<Item = &'a Event> {
    desk.workspace.events.iter().filter(move |event| {
        event.kind == EventKind::Demand
            && event.status != EventStatus::Cancelled
            && event.span.overlaps(&span)
    })
}
