//! What is wrong with pieces of work (D001, D002).

use super::{Look, days_after, finding};
use crate::diagnostic::{Diagnostic, codes};
use crate::quantity::Ratio;
use crate::workspace::{Cycle, CycleStatus, DoItem};

pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    let all = look.workspace.cycles.iter().flat_map(|cycle| cycle.done.iter().map(move |it| (cycle, it)));
    all.flat_map(|(cycle, it)| [no_plan(it), silent(look, cycle, it)]).flatten().collect()
}

/// D001
fn no_plan(work: &DoItem) -> Option<Diagnostic> {
    work.plan.is_none().then(|| finding(codes::WORK_UNPLANNED, &work.place, work.id.as_str()))
}

/// D002
fn silent(look: &Look<'_>, cycle: &Cycle, work: &DoItem) -> Option<Diagnostic> {
    let done = work.progress.as_ref().is_some_and(|progress| *progress >= Ratio::one());
    let running = matches!(cycle.status, CycleStatus::Open | CycleStatus::Closing);
    let begun = work.from.unwrap_or(cycle.span.from);
    let last = work.log.iter().map(|entry| entry.date).max().unwrap_or(begun);
    let days = days_after(look.today, last).filter(|days| *days > look.limits.log_days as usize)?;
    let found = finding(codes::WORK_SILENT, &work.place, work.id.as_str());
    (running && !done).then(|| found.with("last", last.to_string()).with("days", days))
}
