//! What is wrong with causes: thin ones, those beyond reach, those that nobody acts on or too many, those that come
//! back (C004, C005, A001, A015, A018).

use super::{Look, finding};
use crate::diagnostic::{Diagnostic, codes};
use crate::review::{Recurrence, Thread, recurrences};
use crate::workspace::{Act, Cause};

pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    let each = look.threads.iter().flat_map(|thread| of_thread(look, thread));
    each.chain(recurrences(look.threads).iter().filter_map(back)).collect()
}

fn of_thread(look: &Look<'_>, thread: &Thread<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = beyond_reach(thread).into_iter().collect();
    for (cause, acts) in &thread.causes {
        let all = [thin(look, thread, cause), no_act(look, thread, (cause, acts)), many(look, cause, acts)];
        found.extend(all.into_iter().flatten());
    }
    found
}

/// C004; where a gap is known not to matter, its causes need not be dug for.
fn thin(look: &Look<'_>, thread: &Thread<'_>, cause: &Cause) -> Option<Diagnostic> {
    let matters = thread.material || thread.gap.abs.is_none();
    let few = cause.whys.len() < look.limits.whys as usize;
    let help = if few { "help" } else { "evidence" };
    let found = finding(codes::CAUSE_THIN, &cause.place, cause.id.as_str()).help(help);
    let found = found.with("whys", cause.whys.len()).with("evidence", cause.evidence.len());
    (matters && (few || cause.evidence.is_empty())).then(|| found.with("least", look.limits.whys as usize))
}

/// C005
fn beyond_reach(thread: &Thread<'_>) -> Option<Diagnostic> {
    let mut causes = thread.item.causes.iter().peekable();
    let some = causes.peek().is_some();
    let wanted = thread.is_gap() && some && causes.all(|cause| cause.controllable == Some(false));
    wanted.then(|| finding(codes::CAUSES_BEYOND_REACH, &thread.item.place, thread.item.id.as_str()))
}

/// A001
fn no_act(look: &Look<'_>, thread: &Thread<'_>, (cause, acts): (&Cause, &[&Act])) -> Option<Diagnostic> {
    let wanted = thread.is_gap() && acts.is_empty() && look.is_reviewed(thread.cycle);
    wanted.then(|| finding(codes::CAUSE_WITHOUT_ACT, &cause.place, cause.id.as_str()))
}

/// A018
fn many(look: &Look<'_>, cause: &Cause, acts: &[&Act]) -> Option<Diagnostic> {
    let limit = look.limits.acts as usize;
    let found = finding(codes::TOO_MANY_ACTS, &cause.place, cause.id.as_str());
    (acts.len() > limit).then(|| found.with("count", acts.len()).with("limit", limit))
}

/// A015: its last return, where the act on an earlier one was seen to work before that.
fn back(recurrence: &Recurrence<'_>) -> Option<Diagnostic> {
    let (last, act) = (recurrence.times.last()?, recurrence.despite()?);
    let checked = act.effect_check.as_ref()?.checked;
    let found = finding(codes::CAUSE_IS_BACK, &last.cause.place, last.cause.id.as_str());
    let found = found.with("code", recurrence.code).with("act", act.id.as_str());
    checked.is_none_or(|day| day <= last.thread.cycle.span.to).then_some(found)
}
