//! Events and the days by which something must be done for them.

use super::{date, lines};
use crate::compose::agenda::{deadline, event_route};
use crate::compose::desk::Desk;
use crate::quantity::Day;
use crate::site::{CalendarDate, Certainty};
use crate::workspace::{Event, EventKind, EventStatus};

pub(super) fn dates(desk: &Desk<'_>) -> Vec<CalendarDate> {
    let mut all: Vec<CalendarDate> = Vec::new();
    for event in &desk.workspace.events {
        all.push(whole(desk, event));
        all.extend(event.deadlines.iter().map(|(name, day)| last_day(desk, event, (name, day.value))));
    }
    all
}

/// A closure or a holiday is as sure as it is written; what platforms have not announced is not.
fn certainty(event: &Event) -> Certainty {
    match (event.status, event.kind) {
        (EventStatus::Cancelled, _) => Certainty::Cancelled,
        (EventStatus::Planned, EventKind::Demand) => Certainty::Tentative,
        _ => Certainty::Confirmed,
    }
}

fn whole(desk: &Desk<'_>, event: &Event) -> CalendarDate {
    let category = match event.kind {
        EventKind::Demand => "calendar-event",
        EventKind::Closure => "calendar-closure",
        EventKind::Logistics => "calendar-logistics",
    };
    CalendarDate {
        span: event.span,
        summary: desk.phrase(&event.name).text,
        description: places(desk, event),
        to: Some(desk.target(&event_route(desk, event))),
        category: desk.say(category),
        certainty: certainty(event),
        ..date(desk, event.id.as_str(), event.span.from)
    }
}

fn last_day(desk: &Desk<'_>, event: &Event, (name, day): (&str, Day)) -> CalendarDate {
    let args = [("event", desk.phrase(&event.name).text.into()), ("what", deadline(desk, name).into())];
    CalendarDate {
        summary: desk.fill("calendar-deadline-line", &args),
        description: lines([desk.locale.span(event.span), places(desk, event)]),
        to: Some(desk.target(&event_route(desk, event))),
        category: desk.say("calendar-deadline"),
        certainty: certainty(event),
        duty: event.status != EventStatus::Cancelled,
        ..date(desk, &format!("{}.{name}", event.id), day)
    }
}

fn places(desk: &Desk<'_>, event: &Event) -> String {
    let names = event.marketplaces.iter().map(|id| desk.marketplace(&id.value).text);
    names.collect::<Vec<_>>().join(&desk.say("list-comma"))
}
