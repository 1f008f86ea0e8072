//! From gap to action: the loop's threads as lines of a table, and its figures.

use super::agenda::{anchor, shown};
use super::desk::Desk;
use super::route::Route;
use crate::chart::Impact;
use crate::quantity::Ratio;
use crate::review::{LoopFigures, State, Thread};
use crate::site::{Cell, Column, ColumnKind, Fact, Facts, Phrase, Rich, Row, Status, Table, Target};
use crate::workspace::Act;

/// One line per thread: where, how much, cause, act, who, by when, how far.
pub(crate) fn ledger(desk: &Desk<'_>, threads: &[&Thread<'_>]) -> Table {
    let heads = [
        ("head-scope", ColumnKind::Text),
        ("head-gap", ColumnKind::Number),
        ("head-cause", ColumnKind::Text),
        ("head-act", ColumnKind::Text),
        ("head-owner", ColumnKind::Name),
        ("head-due", ColumnKind::Date),
        ("head-state", ColumnKind::Status),
    ];
    Table {
        caption: desk.say("ledger-caption").into(),
        caption_hidden: true,
        columns: heads.iter().map(|(key, kind)| Column::new(desk.say(key), *kind)).collect(),
        rows: threads.iter().map(|thread| row(desk, thread)).collect(),
        note: None,
    }
}

fn row(desk: &Desk<'_>, thread: &Thread<'_>) -> Row {
    let cause = thread.causes.first().map(|(cause, _)| *cause);
    let act = thread.leading_act(desk.today);
    let page = desk.path(&Route::Review(thread.cycle.id.clone()));
    let place = |id: &str| Some(Target::place(&page, &anchor(id)));
    let text =
        |text: Option<&crate::quantity::Text>| text.map_or_else(Phrase::default, |text| desk.phrase(text));
    let cells = vec![
        scope(desk, thread),
        gap(desk, thread),
        Cell {
            to: cause.and(place(thread.item.id.as_str())),
            ..Cell::new(text(cause.and_then(|cause| cause.text.as_ref())))
        },
        Cell {
            to: act.and_then(|act| place(act.id.as_str())),
            ..Cell::new(text(act.and_then(|act| act.what.as_ref())))
        },
        Cell::new(
            act.and_then(|act| act.owner.as_ref())
                .map_or_else(Phrase::default, |owner| desk.person(&owner.value)),
        ),
        Cell::new(
            act.and_then(|act| act.due.as_ref()).map_or_else(String::new, |due| shown(desk, due.value)),
        ),
        state(desk, thread, act),
    ];
    Row { cells, ..Row::default() }
}

fn scope(desk: &Desk<'_>, thread: &Thread<'_>) -> Cell {
    let Some(question) = &thread.question else { return Cell::new(thread.item.id.as_str()) };
    Cell {
        sub: Some(with_cycle(desk.metric(&question.metric), thread)),
        to: Some(desk.target(&desk.scope_route(&question.scope))),
        ..Cell::new(desk.scope(&question.scope))
    }
}

/// The same figure may be off in several cycles: the line says in which.
fn with_cycle(metric: Phrase, thread: &Thread<'_>) -> Phrase {
    Phrase { text: format!("{} · {}", metric.text, thread.cycle.id), lang: metric.lang }
}

/// The gap with its unit, since every line has its own.
fn gap(desk: &Desk<'_>, thread: &Thread<'_>) -> Cell {
    let Some((question, abs)) = thread.question.as_ref().zip(thread.gap.abs.as_ref()) else {
        return Cell::new("–");
    };
    let largest = thread.actual.known().map_or_else(Ratio::zero, Ratio::abs).max(abs.abs());
    let style = desk.style(&question.metric, &largest);
    Cell { impact: super::exhibit::impact_of(&thread.gap), ..Cell::new(style.delta_worded(abs)) }
}

/// The state in words, with its date where that says more.
pub(crate) fn state(desk: &Desk<'_>, thread: &Thread<'_>, act: Option<&Act>) -> Cell {
    let check = act.and_then(|act| act.effect_check.as_ref()).and_then(|check| check.due.as_ref());
    let late = act.and_then(|act| act.due.as_ref()).map(|due| desk.today - due.value);
    let words = match (thread.state, check, late) {
        (State::AwaitingEffect, Some(due), _) => {
            desk.fill("state-awaiting-on", &[("day", shown(desk, due.value).into())])
        }
        (State::Late, _, Some(days)) => {
            desk.fill("state-late-by", &[("days", i64::from(days).to_string().into())])
        }
        (state, ..) => desk.say(state_key(state)),
    };
    Cell { status: status(thread.state), impact: Impact::Neutral, ..Cell::new(words) }
}

fn state_key(state: State) -> &'static str {
    match state {
        State::Late => "state-late",
        State::NotEffective => "state-not-effective",
        State::NoCause => "state-no-cause",
        State::NoAct => "state-no-act",
        State::Acting => "state-acting",
        State::AwaitingEffect => "state-awaiting",
        State::HandedOn => "state-handed-on",
        State::Verified => "state-verified",
        State::OnPlan => "state-on-plan",
    }
}

fn status(state: State) -> Option<Status> {
    match state {
        State::Late | State::NotEffective | State::NoCause | State::NoAct => Some(Status::Late),
        State::Acting | State::AwaitingEffect | State::HandedOn => Some(Status::Due),
        State::Verified | State::OnPlan => Some(Status::Done),
    }
}

/// The loop's figures over some threads.
pub(crate) fn loop_facts(desk: &Desk<'_>, threads: &[Thread<'_>]) -> Facts {
    let figures = LoopFigures::of(threads);
    let count = |key: &str, n: usize| fact(desk, key, desk.locale.integer(n as i128));
    // Nothing is said where nothing is missing: every gap has its cause, and no act is late.
    let mut facts = vec![count("loop-gaps", figures.gaps)];
    facts.extend((figures.caused < figures.gaps).then(|| count("loop-caused", figures.caused)));
    facts.extend((figures.acted < figures.gaps).then(|| count("loop-acted", figures.acted)));
    facts.push(count("loop-verified", figures.verified));
    facts.extend((figures.late > 0).then(|| count("loop-late", figures.late)));
    if let Some(closure) = figures.closure() {
        facts.push(fact(desk, "loop-closure", desk.locale.percent(&closure, 0)));
    }
    Facts { facts, prose: false, note: Some(desk.say("loop-note").as_str().into()) }
}

fn fact(desk: &Desk<'_>, key: &str, value: String) -> Fact {
    Fact { name: desk.say(key).into(), value: Rich::default().then(value) }
}
