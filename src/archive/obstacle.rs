//! What speaks against archiving a period: its loop is open, or its figures may still change.

use super::Request;
use crate::diagnostic::{Arg, Place};
use crate::metric::Impact;
use crate::quantity::{Day, MeasureId, Period, Span};
use crate::review::{State, Thread, Unsettled, act_state};
use crate::tables::Sources;
use crate::workspace::{Act, Cycle, CycleStatus};

/// One thing that speaks against it, worded when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// The key of its message.
    pub key: &'static str,
    /// What the message speaks of.
    pub args: Vec<(&'static str, Arg)>,
    /// Where it is written, where that is one place.
    pub place: Option<Place>,
}

/// All that speaks against it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Obstacles {
    /// What is open in the loop.
    pub open: Vec<Obstacle>,
    /// What may still change.
    pub provisional: Vec<Obstacle>,
}

impl Obstacles {
    /// What speaks against an archive that no reason was given for.
    pub(super) fn of(sources: Sources<'_>, request: &Request) -> Self {
        let unless = |reason: &Option<String>, found: &dyn Fn() -> Vec<Obstacle>| match reason {
            Some(_) => Vec::new(),
            None => found(),
        };
        Obstacles {
            open: unless(&request.open, &|| open(sources, request.period)),
            provisional: unless(&request.provisional, &|| provisional(sources, request.period)),
        }
    }

    /// Whether nothing speaks against it.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty() && self.provisional.is_empty()
    }
}

fn obstacle(key: &'static str, args: &[(&'static str, Arg)], place: Option<&Place>) -> Obstacle {
    Obstacle { key, args: args.to_vec(), place: place.cloned() }
}

/// Cycles that are not closed, and gaps of closed ones that something is left to do about.
fn open(sources: Sources<'_>, period: Period) -> Vec<Obstacle> {
    let within = |cycle: &Cycle| period.span().covers(&cycle.span);
    let cycles: Vec<&Cycle> = sources.workspace.cycles.iter().filter(|cycle| within(cycle)).collect();
    let mut found = Vec::new();
    if let Some(day) = uncovered(&cycles, period.span()) {
        let key = if cycles.is_empty() { "archiving-no-cycle" } else { "archiving-uncovered" };
        let args = [("period", period.to_string().into()), ("day", day.to_string().into())];
        found.push(obstacle(key, &args, None));
    }
    let not_closed = cycles.iter().filter(|cycle| cycle.status != CycleStatus::Closed);
    found.extend(not_closed.map(|cycle| {
        let args = [("cycle", cycle.id.as_str().into()), ("status", Arg::Term(cycle.status.key()))];
        obstacle("archiving-cycle-open", &args, Some(&cycle.place))
    }));
    let threads = sources.analysis.threads.iter().filter(|thread| within(thread.cycle));
    found.extend(threads.flat_map(|thread| gap(thread, sources.today)));
    found
}

/// The first day of a span that is in none of these cycles; nothing where one covers it, or several together.
fn uncovered(cycles: &[&Cycle], span: Span) -> Option<Day> {
    let mut spans: Vec<Span> = cycles.iter().map(|cycle| cycle.span).collect();
    spans.sort_by_key(|own| own.from);
    let next = |day: Day, own: &Span| if own.from <= day { day.max(own.to + 1) } else { day };
    let day = spans.iter().fold(span.from, next);
    (day <= span.to).then_some(day)
}

/// What is left to do about a gap: its acts that are not done or not judged yet, else that there is none.
fn gap(thread: &Thread<'_>, today: Day) -> Vec<Obstacle> {
    let done = [State::HandedOn, State::Verified, State::OnPlan];
    if done.contains(&thread.state) || thread.gap.impact == Impact::Favourable && thread.acts().is_empty() {
        return Vec::new();
    }
    let named = |key: &'static str, args: &[(&'static str, Arg)], place: &Place| {
        let gap = [("gap", thread.item.id.as_str().into())];
        obstacle(key, &[&gap[..], args].concat(), Some(place))
    };
    let left = |act: &&Act| !done.contains(&act_state(act, today));
    let acts: Vec<&Act> = thread.acts().into_iter().filter(left).collect();
    match (thread.state, acts.is_empty()) {
        (State::NoCause, _) => vec![named("archiving-no-cause", &[], &thread.item.place)],
        (_, true) => vec![named("archiving-no-act", &[], &thread.item.place)],
        (_, false) => acts.into_iter().map(|act| one_act(act, today, &named)).collect(),
    }
}

type Named<'a> = &'a dyn Fn(&'static str, &[(&'static str, Arg)], &Place) -> Obstacle;

fn one_act(act: &Act, today: Day, named: Named<'_>) -> Obstacle {
    let (act_due, check) = (act.due.as_ref(), act.effect_check.as_ref());
    let (key, due) = match act_state(act, today) {
        State::AwaitingEffect => ("archiving-effect", check.and_then(|check| check.due.as_ref()).or(act_due)),
        State::NotEffective => ("archiving-not-effective", act_due),
        _ => ("archiving-act", act_due),
    };
    let due = due.map_or_else(|| "–".to_owned(), |due| due.value.to_string());
    named(key, &[("act", act.id.as_str().into()), ("due", due.into())], &act.place)
}

/// Figures of the company that late reports may still change, by the day from which on they may not; and those whose
/// reports do not reach the end of the period, or not even its beginning. What was never measured is no report.
fn provisional(sources: Sources<'_>, period: Period) -> Vec<Obstacle> {
    let check = sources.check();
    let Unsettled { missing, until } = Unsettled::of(&check, period);
    let named = |key| {
        move |(day, metrics): (Day, Vec<MeasureId>)| {
            let names: Vec<&str> = metrics.iter().map(MeasureId::as_str).collect();
            let args = [("day", day.to_string().into()), ("figures", names.join(", ").into())];
            obstacle(key, &args, None)
        }
    };
    let missing = missing.into_iter().map(named("archiving-missing"));
    missing.chain(until.into_iter().map(named("archiving-provisional"))).collect()
}
