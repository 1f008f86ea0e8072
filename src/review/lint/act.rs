//! What is wrong with acts: without an owner, a day or something to see; late; never done (A002 to A005, A007, A010,
//! A017).

use super::vague::vague_word;
use super::{Look, days_after, finding};
use crate::diagnostic::{Diagnostic, codes};
use crate::quantity::Period;
use crate::review::carried;
use crate::workspace::{Act, ActKind, At, Cycle};

pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    let each = look.workspace.acts().flat_map(|(cycle, act)| one(look, cycle, act));
    each.chain(never_done(look)).collect()
}

fn one(look: &Look<'_>, cycle: &Cycle, act: &Act) -> Vec<Diagnostic> {
    let planned = [no_person(look, act), undated(act), far(look, cycle, act), vague(act)];
    let course = [late(look, act), done_late(act)];
    planned.into_iter().chain(course).flatten().collect()
}

/// A002; what is dropped was decided by somebody, and where nobody is written down nobody is asked for.
fn no_person(look: &Look<'_>, act: &Act) -> Option<Diagnostic> {
    let owner = if act.kind == ActKind::Drop {
        act.owner.as_ref().or(act.decided_by.as_ref())
    } else {
        act.owner.as_ref()
    };
    let Some(At { value, place }) = owner else {
        let wanted = !look.workspace.people.is_empty();
        let found = finding(codes::NO_PERSON, &act.place, act.id.as_str()).help("missing");
        return wanted.then(|| found.with("owner", "none"));
    };
    let stranger = look.workspace.person(value).is_none();
    let found = finding(codes::NO_PERSON, place, act.id.as_str()).with("owner", value.as_str());
    stranger.then_some(found)
}

/// A003
fn undated(act: &Act) -> Option<Diagnostic> {
    let wanted = act.due.is_none() && act.kind != ActKind::Drop && !act.status.is_over();
    wanted.then(|| finding(codes::ACT_UNDATED, &act.place, act.id.as_str()))
}

/// A004: later than the next cycle, nobody looks at it.
fn far(look: &Look<'_>, cycle: &Cycle, act: &Act) -> Option<Diagnostic> {
    let due = act.due.as_ref().filter(|_| !act.status.is_over())?;
    let kind = || look.workspace.cycles.iter().filter(|other| other.kind == cycle.kind);
    let written =
        kind().map(|other| other.span).filter(|span| span.from > cycle.span.to).min_by_key(|span| span.from);
    let next = written.unwrap_or_else(|| Period::containing(cycle.span.from, cycle.kind).next().span());
    let found = finding(codes::ACT_FAR, &due.place, act.id.as_str()).with("due", due.value.to_string());
    (due.value > next.to).then(|| found.with("end", next.to.to_string()))
}

/// A005: a deliverable, a standard or its roll-out, a plan item or a version of the plan say what there will be to see.
fn vague(act: &Act) -> Option<Diagnostic> {
    let seen = act.deliverable.is_some() || act.sop.is_some() || !act.yokoten.is_empty();
    let goes_on = act.carry_to.is_some() || act.plan_version.is_some() || act.kind == ActKind::Drop;
    let what = act.what.as_ref().filter(|_| !seen && !goes_on)?;
    let word = vague_word(what)?;
    Some(finding(codes::ACT_VAGUE, &act.place, act.id.as_str()).with("word", word))
}

/// A007
fn late(look: &Look<'_>, act: &Act) -> Option<Diagnostic> {
    let due = act.due.as_ref().filter(|_| !act.status.is_over())?;
    let days = days_after(look.today, due.value)?;
    let found = finding(codes::ACT_LATE, &due.place, act.id.as_str()).with("due", due.value.to_string());
    let owner = act.owner.as_ref().map_or("–", |owner| owner.value.as_str());
    Some(found.with("days", days).with("owner", owner))
}

/// A010, said of the last act of those that carry the same.
fn never_done(look: &Look<'_>) -> Vec<Diagnostic> {
    let all = carried(look.workspace, look.threads).into_iter();
    let found = all.filter(|it| it.is_zombie(look.limits)).filter_map(|it| {
        let (_, act) = it.acts.last()?;
        let place = act.carry_to.as_ref().map_or(&act.place, |item| &item.place);
        Some(finding(codes::ACT_NEVER_DONE, place, act.id.as_str()).with("times", it.depth()))
    });
    found.collect()
}

/// A017
fn done_late(act: &Act) -> Option<Diagnostic> {
    let (due, done) = (act.due.as_ref()?, act.done_date.as_ref()?);
    let days = days_after(done.value, due.value)?;
    let found =
        finding(codes::ACT_DONE_LATE, &done.place, act.id.as_str()).with("due", due.value.to_string());
    Some(found.with("days", days))
}
