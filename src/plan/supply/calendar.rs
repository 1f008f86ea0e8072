//! The working calendar of a leg: the days on which it stands still.

use crate::quantity::{Day, Id, MarketplaceId, Span};
use crate::workspace::{Event, EventKind, EventStatus, Supplier};

/// The days on which a leg stands still; on every other day it works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closed(Vec<Span>);

/// Whose leg it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner<'a> {
    pub(super) supplier: Option<&'a Id<Supplier>>,
    pub(super) marketplace: &'a MarketplaceId,
}

impl Closed {
    /// The calendar that stands still in these spans, in any order.
    pub fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let mut joined: Vec<Span> = Vec::new();
        for span in spans {
            match joined.last_mut() {
                Some(last) if span.from <= last.to + 1 => last.to = last.to.max(span.to),
                _ => joined.push(span),
            }
        }
        Closed(joined)
    }

    /// The calendar of a name: closed by the events that name it and the leg's supplier and marketplace, or none of these.
    pub(super) fn named(name: Option<&str>, owner: Owner<'_>, events: &[Event]) -> Self {
        let Some(name) = name else { return Closed::default() };
        let closing = events.iter().filter(|event| closes(event, name, owner));
        Closed::new(closing.map(|event| event.span).collect())
    }

    /// The last day on which to begin for `days` open days to be over before `end`.
    pub(super) fn back(&self, end: Day, days: i32) -> Day {
        let (mut at, mut rest) = (end, days);
        for closed in self.0.iter().rev().filter(|closed| closed.from < end) {
            let open = (at - (closed.to + 1)).max(0);
            if rest <= open {
                break;
            }
            rest -= open;
            at = at.min(closed.from);
        }
        at - rest
    }

    /// The first open day from a day on.
    pub(super) fn open_from(&self, day: Day) -> Day {
        self.0.iter().find(|closed| closed.contains(day)).map_or(day, |closed| closed.to + 1)
    }

    /// The day after the last open day before a day.
    pub(super) fn open_until(&self, day: Day) -> Day {
        self.0.iter().find(|closed| closed.contains(day - 1)).map_or(day, |closed| closed.from)
    }

    /// The day on which `days` open days from `start` on are over.
    pub(super) fn forth(&self, start: Day, days: i32) -> Day {
        let (mut at, mut rest) = (start, days);
        for closed in self.0.iter().filter(|closed| closed.to >= start) {
            let open = (closed.from - at).max(0);
            if rest <= open {
                break;
            }
            rest -= open;
            at = closed.to + 1;
        }
        at + rest
    }
}

/// Whether an event closes a calendar: an event of nobody in particular closes it for all.
pub(super) fn closes(event: &Event, calendar: &str, owner: Owner<'_>) -> bool {
    let suppliers = &event.suppliers;
    let of_supplier = suppliers.is_empty() || suppliers.iter().any(|id| Some(&id.value) == owner.supplier);
    can_close(event)
        && event.calendar.as_deref() == Some(calendar)
        && of_supplier
        && event.is_in(owner.marketplace)
}

/// Whether it is an event of a kind that closes calendars, and not cancelled.
pub(super) fn can_close(event: &Event) -> bool {
    event.kind != EventKind::Demand && event.status != EventStatus::Cancelled
}
