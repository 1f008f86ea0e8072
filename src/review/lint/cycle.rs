//! Cycles that are closed, or gone on from, with things left open (A009, S001, S002).

use super::settled::{is_handed_on, is_settled};
use super::{Look, finding};
use crate::diagnostic::{Diagnostic, codes};
use crate::review::{State, act_state};
use crate::workspace::{Act, Cycle, CycleStatus};

pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    look.workspace.cycles.iter().flat_map(|cycle| one(look, cycle)).collect()
}

fn one(look: &Look<'_>, cycle: &Cycle) -> Vec<Diagnostic> {
    match cycle.status {
        CycleStatus::Planned => Vec::new(),
        CycleStatus::Open => left_behind(look, cycle).into_iter().collect(),
        CycleStatus::Closing => cycle.act.iter().filter_map(|act| undecided(look, act)).collect(),
        CycleStatus::Closed => closed_open(look, cycle).into_iter().collect(),
    }
}

/// A009
fn undecided(look: &Look<'_>, act: &Act) -> Option<Diagnostic> {
    let decided = act.sop.is_some() || is_handed_on(look, act);
    (!decided).then(|| finding(codes::ACT_UNDECIDED, &act.place, act.id.as_str()))
}

/// S001
fn closed_open(look: &Look<'_>, cycle: &Cycle) -> Option<Diagnostic> {
    let open = left(look, cycle, &|act| !is_settled(look, act));
    let found = finding(codes::CLOSED_OPEN, &cycle.place, cycle.id.as_str());
    (!open.is_empty()).then(|| found.with("open", open.join(", ")).with("count", open.len()))
}

/// S002: acts that are under way and effects that are not due yet take their time; the rest should have been done.
fn left_behind(look: &Look<'_>, cycle: &Cycle) -> Option<Diagnostic> {
    let before = before(look, cycle)?;
    let late = |act: &Act| !is_settled(look, act) && act_state(act, look.today) <= State::NotEffective;
    let mut open = left(look, before, &late);
    if before.check.is_empty() && !before.plan.is_empty() {
        open.push("check");
    }
    let wanted = is_worked_on(before) && look.is_reviewed(before) && !open.is_empty();
    let found = finding(codes::PREVIOUS_OPEN, &cycle.place, cycle.id.as_str());
    wanted.then(|| found.with("previous", before.id.as_str()).with("open", open.join(", ")))
}

fn is_worked_on(cycle: &Cycle) -> bool {
    matches!(cycle.status, CycleStatus::Open | CycleStatus::Closing)
}

/// The cycle before: the one it names, else the last of its kind.
fn before<'a>(look: &Look<'a>, cycle: &Cycle) -> Option<&'a Cycle> {
    let named = cycle.prev.as_ref().and_then(|prev| look.workspace.cycle(&prev.value));
    let earlier = |other: &&Cycle| other.kind == cycle.kind && other.span.to < cycle.span.from;
    named.or_else(|| look.workspace.cycles.iter().filter(earlier).max_by_key(|other| other.span.to))
}

/// What is left in a cycle: gaps without a cause, causes without an act, and the acts that are said to be left.
fn left<'a>(look: &Look<'a>, cycle: &Cycle, is_left: &dyn Fn(&Act) -> bool) -> Vec<&'a str> {
    let mut open: Vec<&str> = Vec::new();
    let mut push = |id: &'a str| {
        if !open.contains(&id) {
            open.push(id);
        }
    };
    let gaps = look.threads.iter().filter(|thread| thread.cycle.id == cycle.id && thread.is_gap());
    for thread in gaps.filter(|thread| !thread.provisional) {
        if thread.causes.is_empty() {
            push(thread.item.id.as_str());
        }
        for (cause, acts) in &thread.causes {
            if acts.is_empty() {
                push(cause.id.as_str());
            }
            acts.iter().filter(|act| is_left(act)).for_each(|act| push(act.id.as_str()));
        }
    }
    let own = look.workspace.acts().filter(|(of, act)| of.id == cycle.id && !act.status.is_over());
    own.filter(|(_, act)| is_left(act)).for_each(|(_, act)| push(act.id.as_str()));
    open
}
