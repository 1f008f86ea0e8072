//! Feedback as a table: what was said, by how many, to whom, and what became of it.

use super::{Shown, base, kind_name, place, product};
use crate::compose::agenda::{anchor, shown};
use crate::compose::desk::Desk;
use crate::compose::page::department::commitment;
use crate::compose::page::parts::{Head, below, row, table as plain};
use crate::compose::page::review::Course;
use crate::review::{Became, Voice, VoiceState};
use crate::site::{Cell, ColumnKind, Row, Status, Table};
use crate::workspace::{Feedback, Grade};

/// A table of feedback.
pub(in crate::compose::page) fn table(desk: &Desk<'_>, voices: &[Voice<'_>], shown: Shown) -> Table {
    let mut heads: Vec<Head> = vec![
        ("head-said", ColumnKind::Text),
        ("head-about", ColumnKind::Text),
        ("head-base", ColumnKind::Number),
        ("head-to", ColumnKind::Text),
    ];
    match shown {
        Shown::Waiting => heads.push(("head-waits", ColumnKind::Status)),
        Shown::Placed | Shown::Linked => heads.extend([
            ("head-ack", ColumnKind::Text),
            ("head-became", ColumnKind::Text),
            ("head-told", ColumnKind::Status),
        ]),
    }
    plain(desk, "feedback-title", &heads, voices.iter().map(|voice| line(desk, voice, shown)).collect())
}

fn line(desk: &Desk<'_>, voice: &Voice<'_>, shown: Shown) -> Row {
    let it = voice.item;
    let mut cells =
        vec![said(desk, it, shown), about(desk, it, shown), counted(desk, it), addressed(desk, it)];
    match shown {
        Shown::Waiting => cells.push(waits(desk, voice)),
        Shown::Placed | Shown::Linked => {
            cells.extend([answered(desk, voice), became(desk, voice), told_back(desk, voice)]);
        }
    }
    let id = if shown == Shown::Placed { anchor(it.id.as_str()) } else { String::new() };
    Row { id, ..row(cells) }
}

fn said(desk: &Desk<'_>, it: &Feedback, as_shown: Shown) -> Cell {
    let source = [Some(it.source.kind.as_str()), it.source.reference.as_deref()];
    let source = source.into_iter().flatten().map(|word| source_name(desk, word));
    let sub = format!("{} · {} · {}", it.id, shown(desk, it.date), source.collect::<Vec<_>>().join(" · "));
    let to = (as_shown != Shown::Placed).then(|| place(desk, it));
    Cell { to, ..below(Cell::new(desk.phrase(&it.text)), sub) }
}

fn source_name(desk: &Desk<'_>, kind: &str) -> String {
    let key = format!("heard-{kind}");
    if desk.locale.has(&key) { desk.say(&key) } else { kind.to_owned() }
}

/// The kind and weight; where there is no heading of the product, the product too.
fn about(desk: &Desk<'_>, it: &Feedback, shown: Shown) -> Cell {
    let severity = match it.severity {
        Grade::Low => "grade-low",
        Grade::Medium => "grade-medium",
        Grade::High => "grade-high",
    };
    let place = it.marketplace.as_ref().map(|id| desk.marketplace(&id.value).text);
    let product = product(it).filter(|_| shown != Shown::Placed).map(|id| desk.product(id).text);
    let parts = [product, place, Some(desk.say(severity))].into_iter().flatten();
    let cell = Cell::new(kind_name(desk, it.kind));
    below(cell, parts.collect::<Vec<_>>().join(" · "))
}

fn counted(desk: &Desk<'_>, it: &Feedback) -> Cell {
    let words = base(desk, it);
    Cell::new(if words.is_empty() { "–".to_owned() } else { words })
}

fn addressed(desk: &Desk<'_>, it: &Feedback) -> Cell {
    let cell = it.to.as_ref().map_or_else(|| Cell::new("–"), |to| commitment::department(desk, &to.value));
    below(cell, it.asks.as_ref().map(|asks| desk.phrase(asks)).unwrap_or_default())
}

/// How many working days it waits, and for what.
fn waits(desk: &Desk<'_>, voice: &Voice<'_>) -> Cell {
    let key = match voice.state {
        VoiceState::Unheard => "feedback-waits",
        VoiceState::Undecided => "feedback-undecided",
        _ => "feedback-untold",
    };
    let words = desk.fill(key, &[("days", voice.waits.unwrap_or(0).into())]);
    let status = if voice.is_late() { Status::Late } else { Status::Due };
    Cell { status: Some(status), ..Cell::new(words) }
}

/// Who took it up and when; how many working days that took where it was too many.
fn answered(desk: &Desk<'_>, voice: &Voice<'_>) -> Cell {
    match &voice.item.ack {
        Some((by, day)) => {
            let args = [("day", shown(desk, *day).into()), ("days", voice.answer_days.into())];
            let late = voice.answer_days > Voice::ANSWER_WITHIN;
            let when = if late { desk.fill("feedback-answered-late", &args) } else { shown(desk, *day) };
            below(Cell::new(desk.person(&by.value)), when)
        }
        None if voice.state == VoiceState::Unheard => waits(desk, voice),
        None => Cell::new("–"),
    }
}

/// What it became, with a link there and how far that is.
fn became(desk: &Desk<'_>, voice: &Voice<'_>) -> Cell {
    let Some(became) = &voice.became else { return Cell::new("–") };
    match became {
        Became::Declined => {
            let reason = voice.item.reason.as_ref().map(|reason| desk.phrase(reason)).unwrap_or_default();
            below(Cell::new(desk.say("feedback-turned-down")), reason)
        }
        Became::ToCome(id) => below(Cell::new(*id), desk.say("feedback-to-come")),
        Became::Commitment(it) => {
            let due = Some(crate::review::due_of(desk.workspace, it));
            let course = Course { status: it.status, due, done: it.done_date };
            outcome(desk, it.id.as_str(), &course.words(desk))
        }
        Became::Act(_, act) => {
            let [due, done] = [&act.due, &act.done_date].map(|day| day.as_ref().map(|day| day.value));
            outcome(desk, act.id.as_str(), &Course { status: act.status, due, done }.words(desk))
        }
        Became::Plan(cycle, item) => {
            let key = if cycle.span.to < desk.today { "feedback-plan-over" } else { "feedback-plan-runs" };
            outcome(desk, item.id.as_str(), &desk.fill(key, &[("cycle", cycle.id.as_str().into())]))
        }
    }
}

fn outcome(desk: &Desk<'_>, id: &str, state: &str) -> Cell {
    below(super::outcome(desk, id), format!("{id} · {state}"))
}

fn told_back(desk: &Desk<'_>, voice: &Voice<'_>) -> Cell {
    let told = voice.item.told_back;
    let (status, words) = match (told, voice.state) {
        (Some((true, day)), _) => {
            let day = day.map_or_else(String::new, |day| shown(desk, day));
            (Status::Done, desk.fill("feedback-told", &[("day", day.into())]))
        }
        (_, VoiceState::Untold) => return waits(desk, voice),
        (_, VoiceState::UnderWay) => (Status::Due, desk.say("feedback-not-over")),
        _ => return Cell::new("–"),
    };
    Cell { status: Some(status), ..Cell::new(words) }
}
