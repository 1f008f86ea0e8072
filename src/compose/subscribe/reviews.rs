//! The reviews of cycles as dates: everybody comes, the owner prepares.

use super::date;
use crate::compose::desk::Desk;
use crate::compose::reader::Reader;
use crate::compose::route::Route;
use crate::site::CalendarDate;
use crate::workspace::{Cycle, CycleStatus};

pub(super) fn dates(desk: &Desk<'_>, reader: Reader<'_>) -> Vec<CalendarDate> {
    desk.workspace.cycles.iter().filter_map(|cycle| review(desk, reader, cycle)).collect()
}

fn review(desk: &Desk<'_>, reader: Reader<'_>, cycle: &Cycle) -> Option<CalendarDate> {
    let line = desk.fill("calendar-review-line", &[("cycle", cycle.id.as_str().into())]);
    let closed = cycle.status == CycleStatus::Closed;
    let owner = cycle.owner.as_ref().map(|owner| &owner.value);
    Some(CalendarDate {
        summary: if closed { format!("✓ {line}") } else { line },
        description: owner.map_or_else(String::new, |owner| desk.person(owner).text),
        to: Some(desk.target(&Route::Review(cycle.id.clone()))),
        category: desk.say("calendar-review"),
        duty: !closed && reader.answers_for(desk, owner),
        ..date(desk, &format!("reviews.{}", cycle.id), cycle.review?)
    })
}
