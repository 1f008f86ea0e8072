//! What is owed and what is awaited, as dates.

use super::{date, lines};
use crate::compose::desk::Desk;
use crate::compose::page::department::commitment;
use crate::compose::reader::{Reader, Role};
use crate::quantity::Ratio;
use crate::review::{Deal, DealState, changes, due_of, revision};
use crate::site::{CalendarDate, Certainty};
use crate::workspace::{Commitment, Status};

pub(super) fn dates(desk: &Desk<'_>, reader: Reader<'_>) -> Vec<CalendarDate> {
    let all = desk.workspace.commitments.iter();
    all.filter_map(|it| Some(one(desk, it, reader.role(desk, it)?))).collect()
}

fn one(desk: &Desk<'_>, it: &Commitment, role: Role) -> CalendarDate {
    CalendarDate {
        sequence: revision(it),
        modified: changes(it).map(|change| change.day()).max(),
        summary: summary(desk, it, role),
        description: description(desk, it),
        to: Some(commitment::place(desk, it)),
        category: desk.say(if role == Role::Awaits { "calendar-awaited" } else { "calendar-owed" }),
        certainty: certainty(desk, it),
        duty: role != Role::Awaits && !it.status.is_over(),
        ..date(desk, it.id.as_str(), due_of(desk.workspace, it))
    }
}

/// "應交：冷泡壺 1,200 支交運（給電商營運）", with a tick when it is done.
fn summary(desk: &Desk<'_>, it: &Commitment, role: Role) -> String {
    let to = it.to.as_ref().map_or_else(|| "–".to_owned(), |to| desk.department(&to.value).text);
    let key = match role {
        Role::Owes => "calendar-owed-line",
        Role::Awaits => "calendar-awaited-line",
        Role::Watches => "calendar-watched-line",
    };
    let args = [
        ("what", desk.phrase(&it.what).text.into()),
        ("from", desk.department(&it.from.value).text.into()),
        ("to", to.into()),
    ];
    let words = desk.fill(key, &args);
    match it.status {
        Status::Done => format!("✓ {words}"),
        _ if Deal::of(desk.workspace, it).is_open() => {
            desk.fill("calendar-open-line", &[("what", words.into())])
        }
        _ => words,
    }
}

/// What, how it stands, what was agreed, why, and the last remark.
fn description(desk: &Desk<'_>, it: &Commitment) -> String {
    let cell = |cell: crate::site::Cell| match cell.sub {
        Some(sub) => format!("{} ({})", cell.words.text, sub.text),
        None => cell.words.text,
    };
    let note = it.catchball.iter().rev().find_map(|throw| throw.note.as_ref());
    lines([
        commitment::particulars(desk, it),
        progress(desk, it),
        cell(commitment::agreement(desk, it)),
        commitment::reasons(desk, it)
            .map_or_else(String::new, |why| desk.fill("calendar-why", &[("why", why.into())])),
        note.map_or_else(String::new, |note| desk.phrase(note).text),
    ])
}

/// How far it is, as of today: what a calendar shows is read on another day.
fn progress(desk: &Desk<'_>, it: &Commitment) -> String {
    if it.status.is_over() {
        return commitment::state(desk, it).words.text;
    }
    let done = it.done.clone().unwrap_or_else(Ratio::zero);
    let args = [("done", desk.locale.percent(&done, 0).into()), ("day", desk.today.to_string().into())];
    desk.fill("calendar-progress", &args)
}

fn certainty(desk: &Desk<'_>, it: &Commitment) -> Certainty {
    let state = Deal::of(desk.workspace, it).state;
    match it.status {
        Status::Dropped | Status::Carried => Certainty::Cancelled,
        Status::Done => Certainty::Confirmed,
        Status::Open | Status::InProgress => match state {
            DealState::Declined => Certainty::Cancelled,
            DealState::Agreed => Certainty::Confirmed,
            DealState::Unspoken | DealState::Proposed | DealState::Countered => Certainty::Tentative,
        },
    }
}
