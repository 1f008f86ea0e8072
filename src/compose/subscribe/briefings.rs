//! Calls that become known, what briefings ask of departments while nobody has answered, and the next briefing, as dates.

use super::{date, lines};
use crate::compose::calls;
use crate::compose::desk::Desk;
use crate::compose::reader::Reader;
use crate::compose::route::Route;
use crate::quantity::PersonId;
use crate::review::{Answer, CallMade};
use crate::site::CalendarDate;
use crate::workspace::{At, Briefing, BriefingAct, BriefingItem};

pub(super) fn dates(desk: &Desk<'_>, reader: Reader<'_>) -> Vec<CalendarDate> {
    let author = |author: Option<&PersonId>| reader.answers_for(desk, author);
    let calls = CallMade::all(desk.workspace).filter(|made| author(made.author()));
    let mut all: Vec<CalendarDate> = calls.filter_map(|made| call(desk, &made)).collect();
    for briefing in &desk.workspace.briefings {
        let asked =
            briefing.items.iter().flat_map(|item| item.act.iter().enumerate().map(move |it| (item, it)));
        let ours = asked.filter(|(_, (_, act))| reader.does_work_of(desk, &[act.department.value.as_str()]));
        all.extend(ours.filter_map(|it| unanswered(desk, briefing, it)));
        all.extend(next(desk, briefing).filter(|_| author(written_by(briefing))));
    }
    all
}

fn written_by(briefing: &Briefing) -> Option<&PersonId> {
    briefing.author.as_ref().map(|At { value, .. }| value)
}

/// The day on which a call is known: from then on its outcome is asked for.
fn call(desk: &Desk<'_>, made: &CallMade<'_>) -> Option<CalendarDate> {
    let line = desk.fill("calendar-call-line", &[("what", desk.phrase(&made.call.text).text.into())]);
    let probability = made.call.probability.as_ref().map(|share| desk.locale.percent(share, 0));
    let open = made.call.outcome.is_none();
    Some(CalendarDate {
        summary: if open { line } else { format!("✓ {line}") },
        description: lines([
            format!("{} · {}", made.call.id, made.briefing.id),
            probability.unwrap_or_default(),
            format!("{}:{}", made.call.place.file, made.call.place.line),
        ]),
        to: Some(calls::place(desk, made)),
        category: desk.say("calendar-call"),
        duty: open,
        ..date(desk, made.call.id.as_str(), made.call.resolves?)
    })
}

/// What is asked of a department: once it has promised, the commitment has a date of its own.
fn unanswered(
    desk: &Desk<'_>,
    briefing: &Briefing,
    (item, (at, act)): (&BriefingItem, (usize, &BriefingAct)),
) -> Option<CalendarDate> {
    let answer = Answer::of(desk.workspace, (briefing, act), desk.today);
    let line = desk.fill("calendar-asked-line", &[("what", desk.phrase(&act.what).text.into())]);
    matches!(answer, Answer::Open | Answer::Overdue).then_some(CalendarDate {
        summary: line,
        description: lines([
            format!("{} · {}", item.id, briefing.id),
            desk.department(&act.department.value).text,
        ]),
        to: Some(desk.target(&Route::Briefing(briefing.id.as_str().to_owned()))),
        category: desk.say("calendar-asked"),
        duty: true,
        ..date(desk, &format!("{}.act-{}", item.id, at + 1), act.by?)
    })
}

/// The day of the next briefing, a duty while none has followed.
fn next(desk: &Desk<'_>, briefing: &Briefing) -> Option<CalendarDate> {
    let followed = desk.workspace.briefings.iter().any(|later| later.issued > briefing.issued);
    Some(CalendarDate {
        summary: desk.say("calendar-briefing-line"),
        description: briefing.id.to_string(),
        to: Some(desk.target(&Route::Briefing(briefing.id.as_str().to_owned()))),
        category: desk.say("calendar-briefing"),
        duty: !followed,
        ..date(desk, &format!("{}.next", briefing.id), briefing.next?)
    })
}
