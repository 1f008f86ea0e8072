//! What a standard was born from: the gap, what it came to, and the day it became a standard.

use crate::compose::desk::Desk;
use crate::compose::page::parts::below;
use crate::compose::page::review::{actual, check_name, mention, place, wanted};
use crate::compose::route::Route;
use crate::review::Thread;
use crate::site::{Cell, Rich, Target};
use crate::workspace::Sop;

/// The thread of the loop that a standard came out of, by its check or one of its causes.
fn thread<'a>(desk: &Desk<'a>, sop: &Sop) -> Option<&'a Thread<'a>> {
    let id = sop.born_from.as_ref()?.value.as_str();
    desk.threads().iter().find(|thread| {
        thread.item.id.as_str() == id || thread.item.causes.iter().any(|cause| cause.id.as_str() == id)
    })
}

/// The page of a gap; of a check that found none, its place in the review.
fn target(desk: &Desk<'_>, thread: &Thread<'_>) -> Target {
    match thread.is_gap() {
        true => desk.target(&Route::Gap(thread.item.id.clone())),
        false => place(desk, &thread.cycle.id, thread.item.id.as_str()),
    }
}

/// The gap as a cell that leads there, with what it came to.
pub(super) fn cell(desk: &Desk<'_>, sop: &Sop) -> Cell {
    if let Some(thread) = thread(desk, sop) {
        let cell = Cell { to: Some(target(desk, thread)), ..Cell::new(check_name(desk, thread.item)) };
        return below(cell, figures(desk, thread));
    }
    let run = sop.born_from.as_ref().and_then(|id| mention(desk, &id.value).0.into_iter().next());
    run.map_or_else(|| Cell::new("–"), |run| Cell { to: run.to, ..Cell::new(run.words) })
}

/// "2026-08：8.1%，目標 10.0%".
fn figures(desk: &Desk<'_>, thread: &Thread<'_>) -> String {
    let args = [
        ("cycle", thread.cycle.id.as_str().into()),
        ("actual", actual(desk, thread).into()),
        ("target", wanted(desk, thread).unwrap_or_default().into()),
    ];
    let key = if thread.target.is_some() { "standard-gap" } else { "standard-gap-untargeted" };
    desk.fill(key, &args)
}

/// Which gap it was born from, and when it became a standard.
pub(super) fn sentence(desk: &Desk<'_>, sop: &Sop) -> Option<Rich> {
    let first = sop.versions.iter().min_by_key(|version| version.version)?;
    let became = desk.fill("standard-became", &[("day", first.date.to_string().into())]);
    let from = match thread(desk, sop) {
        Some(thread) => Rich::default().link(check_name(desk, thread.item), target(desk, thread)),
        None => mention(desk, &sop.born_from.as_ref()?.value),
    };
    Some(Rich::default().then(desk.say("standard-born-of")).join(from).then(became))
}
