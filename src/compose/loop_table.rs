//! From gap to action: the loop's threads as lines of a table, and its figures.

use super::agenda::{anchor, shown};
use super::desk::Desk;
use super::route::Route;
use super::why;
use crate::chart::Impact;
use crate::quantity::{MeasureId, Ratio};
use crate::review::{LoopFigures, Rate, State, Thread};
use crate::site::{Cell, ColumnKind, Fact, Facts, Phrase, Rich, Row, Status, Table, Target};
use crate::workspace::Act;

/// One line per thread: where, how much, which driver, cause, act, who, by when, how far. The first cell leads to
/// the gap's own page.
pub(crate) fn ledger(desk: &Desk<'_>, threads: &[&Thread<'_>]) -> Table {
    let heads = [
        ("head-scope", ColumnKind::Text),
        ("head-gap", ColumnKind::Number),
        ("head-driver", ColumnKind::Text),
        ("head-cause", ColumnKind::Text),
        ("head-act", ColumnKind::Text),
        ("head-owner", ColumnKind::Name),
        ("head-due", ColumnKind::Date),
        ("head-state", ColumnKind::Status),
    ];
    Table {
        caption: desk.say("ledger-caption").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: threads.iter().map(|thread| row(desk, thread)).collect(),
        note: None,
    }
}

fn row(desk: &Desk<'_>, thread: &Thread<'_>) -> Row {
    let cause = thread.causes.first().map(|(cause, _)| *cause);
    let act = thread.leading_act(desk.today);
    let text =
        |text: Option<&crate::quantity::Text>| text.map_or_else(Phrase::default, |text| desk.phrase(text));
    let place =
        |id: &str| Some(Target::place(&desk.path(&Route::Review(thread.cycle.id.clone())), &anchor(id)));
    let cells = vec![
        scope(desk, thread),
        Cell { impact: super::exhibit::impact_of(&thread.gap), ..Cell::new(gap(desk, thread)) },
        driver(desk, thread),
        Cell {
            to: cause.and_then(|cause| place(cause.id.as_str())),
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
        Cell { lines: became(desk, thread), ..state(desk, (thread.state, thread.provisional), act) },
    ];
    Row { cells, ..Row::default() }
}

fn scope(desk: &Desk<'_>, thread: &Thread<'_>) -> Cell {
    let to = thread.is_gap().then(|| desk.target(&Route::Gap(thread.item.id.clone())));
    let Some(question) = &thread.question else { return Cell { to, ..Cell::new(thread.item.id.as_str()) } };
    Cell {
        sub: Some(with_cycle(desk.metric(&question.metric), thread)),
        to,
        ..Cell::new(desk.scope(&question.scope))
    }
}

/// The same figure may be off in several cycles: the line says in which.
fn with_cycle(metric: Phrase, thread: &Thread<'_>) -> Phrase {
    Phrase { text: format!("{} · {}", metric.text, thread.cycle.id), lang: metric.lang }
}

/// The gap with its unit, since every line has its own.
pub(crate) fn gap(desk: &Desk<'_>, thread: &Thread<'_>) -> String {
    match thread.question.as_ref().zip(thread.gap.abs.as_ref()) {
        Some((question, abs)) => amount(desk, thread, (&question.metric, abs)),
        None => "–".to_owned(),
    }
}

/// A difference beside the actual figure, in its scale.
fn amount(desk: &Desk<'_>, thread: &Thread<'_>, (metric, abs): (&MeasureId, &Ratio)) -> String {
    let largest = thread.actual.known().map_or_else(Ratio::zero, Ratio::abs).max(abs.abs());
    desk.style(metric, &largest).delta_worded(abs)
}

/// The driver that made most of the gap, and how much; of a figure that is no sum of drivers, what the gap is worth.
pub(crate) fn driver(desk: &Desk<'_>, thread: &Thread<'_>) -> Cell {
    let Some(question) = &thread.question else { return Cell::default() };
    let to = why::route(desk, question).map(|route| desk.target(&route));
    if let Some(driver) = &thread.driver {
        let part = amount(desk, thread, (&question.metric, &driver.contribution));
        let name = desk.metric(&MeasureId::new(&driver.name));
        return Cell { sub: Some(part.into()), to, ..Cell::new(name) };
    }
    worth(desk, thread).map_or_else(Cell::default, |worth| Cell { to, ..Cell::new(worth) })
}

/// "約值 −2.5 千美元"; nothing for a gap that is money itself or cannot be said in money.
pub(crate) fn worth(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<String> {
    let worth = thread.worth.as_ref().filter(|worth| Some(*worth) != thread.gap.abs.as_ref())?;
    let style =
        super::style::Style::new(desk.locale, (crate::metric::Unit::Money, desk.currency()), worth).whole();
    Some(desk.fill("gap-worth", &[("amount", style.delta_worded(worth).into())]))
}

/// The state of a gap or of one act on it in words, with its date where that says more; what is provisional asks for no
/// cause yet.
pub(crate) fn state(desk: &Desk<'_>, (state, provisional): (State, bool), act: Option<&Act>) -> Cell {
    let check = act.and_then(|act| act.effect_check.as_ref()).and_then(|check| check.due.as_ref());
    let late = act.and_then(|act| act.days_late(desk.today)).map(|days| days.to_string());
    let words = match (state, check, late) {
        (State::AwaitingEffect, Some(due), _) if due.value < desk.today => {
            let days = (desk.today - due.value).to_string();
            desk.fill("state-awaiting-late", &[("days", days.into())])
        }
        (State::AwaitingEffect, Some(due), _) => {
            desk.fill("state-awaiting-on", &[("day", shown(desk, due.value).into())])
        }
        (State::Late, _, Some(days)) => desk.fill("state-late-by", &[("days", days.into())]),
        (State::NoCause, ..) if provisional => desk.say("state-provisional"),
        (state, ..) => desk.say(state_key(state)),
    };
    Cell { status: status(state), impact: Impact::Neutral, ..Cell::new(words) }
}

/// What it became: the standards, and the cycles it goes on in, each leading to its plan item there.
fn became(desk: &Desk<'_>, thread: &Thread<'_>) -> Vec<Rich> {
    let acts = thread.acts();
    let mut standards: Vec<_> =
        acts.iter().filter_map(|act| act.sop.as_ref()).map(|sop| &sop.value).collect();
    standards.sort_by_key(|sop| (&sop.sop, sop.version));
    standards.dedup();
    let shelf = desk.path(&Route::Standards);
    let standard = |sop: &crate::workspace::SopVersionRef| {
        let words = format!("{}@{}", sop.sop, sop.version);
        Rich::default().link(words, Target::place(&shelf, &anchor(sop.sop.as_str())))
    };
    let standards = standards.into_iter().map(standard);
    let mut items: Vec<_> = acts.iter().flat_map(|act| act.forward()).map(|id| &id.value).collect();
    items.sort();
    let mut found: Vec<_> = items.into_iter().filter_map(|id| desk.workspace.plan_item(id)).collect();
    found.dedup_by_key(|(cycle, _)| &cycle.id);
    let line = |(cycle, item): (&crate::workspace::Cycle, &crate::workspace::PlanItem)| {
        let page = desk.path(&Route::Review(cycle.id.clone()));
        let words = desk.fill("gap-onward", &[("cycle", cycle.id.as_str().into())]);
        Rich::default().link(words, Target::place(&page, &anchor(item.id.as_str())))
    };
    standards.chain(found.into_iter().map(line)).collect()
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
    let of_gaps = |key: &str, count: usize| fact(desk, key, rate(desk, Rate { count, of: figures.gaps }));
    // Nothing is said where nothing is missing: every gap has its cause, and no act is late.
    let mut facts = vec![count("loop-gaps", figures.gaps)];
    facts.extend((figures.caused < figures.gaps).then(|| of_gaps("loop-caused", figures.caused)));
    facts.extend((figures.acted < figures.gaps).then(|| of_gaps("loop-acted", figures.acted)));
    facts.push(of_gaps("loop-verified", figures.verified));
    facts.extend((figures.late > 0).then(|| count("loop-late", figures.late)));
    let more = desk.target(&Route::Loop);
    let note = Rich::default().then(desk.say("loop-note")).then(" ").link(desk.say("loop-more"), more);
    Facts { facts, prose: false, note: Some(note) }
}

fn fact(desk: &Desk<'_>, key: &str, value: String) -> Fact {
    Fact { name: desk.say(key).into(), value: Rich::default().then(value) }
}

/// "27%（3∕11）"; a dash out of none.
pub(crate) fn rate(desk: &Desk<'_>, rate: Rate) -> String {
    let Some(share) = rate.share() else { return "–".to_owned() };
    let number = |n: usize| desk.locale.integer(n as i128).into();
    let args = [
        ("share", desk.locale.percent(&share, 0).into()),
        ("count", number(rate.count)),
        ("of", number(rate.of)),
    ];
    desk.fill("loop-rate", &args)
}
