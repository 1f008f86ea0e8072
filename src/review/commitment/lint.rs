//! What is wrong with commitments (domain 5.4, D003 and after).

use super::{Deal, DealState, side_of, taker};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::quantity::{Day, EventId, Grain};
use crate::workspace::{Commitment, Cycle, Event, EventStatus, Status, Workspace};

/// Every finding of the commitments of a workspace.
pub(in crate::review) fn lint(workspace: &Workspace, today: Day) -> Diagnostics {
    let running = running(workspace, today);
    let of = |it| one(&Case { workspace, it, deal: Deal::of(workspace, it), today, running });
    workspace.commitments.iter().flat_map(of).collect()
}

/// The cycle of a month, quarter or year that today is in, the shortest one; a week where there is no other.
fn running(workspace: &Workspace, today: Day) -> Option<&Cycle> {
    let now = workspace.cycles.iter().filter(|cycle| cycle.span.contains(today));
    now.max_by_key(|cycle| (cycle.kind > Grain::Week, cycle.span.from))
}

/// A commitment with what is known of it.
struct Case<'a> {
    workspace: &'a Workspace,
    it: &'a Commitment,
    deal: Deal<'a>,
    today: Day,
    running: Option<&'a Cycle>,
}

fn one(case: &Case<'_>) -> Vec<Diagnostic> {
    let mut found = strangers(case);
    found.extend([no_taker(case), other_day(case)].into_iter().flatten());
    if case.it.status.is_over() {
        found.extend([undated(case), unproven(case)].into_iter().flatten());
    } else {
        found.extend([late(case), open_at_start(case)].into_iter().flatten());
        found.extend(too_late(case));
    }
    found
}

fn finding(case: &Case<'_>, code: &'static Code, place: &Place) -> Diagnostic {
    let id = case.it.id.as_str();
    Diagnostic::new(code, place).with("id", id).about(id).help("help")
}

/// D003
fn late(case: &Case<'_>) -> Option<Diagnostic> {
    let due = case.deal.agreed_due().unwrap_or(case.it.due.value);
    let days = usize::try_from(case.today - due).ok().filter(|days| *days > 0)?;
    let finding = finding(case, codes::COMMITMENT_LATE, &case.it.due.place);
    Some(finding.with("from", case.it.from.value.as_str()).with("due", due.to_string()).with("days", days))
}

/// D004
fn open_at_start(case: &Case<'_>) -> Option<Diagnostic> {
    let cycle = case.running.filter(|_| case.deal.state != DealState::Agreed)?;
    let begun = case
        .it
        .catchball
        .first()
        .map_or(case.it.due.value <= cycle.span.to, |first| first.date < cycle.span.from);
    let place = case.it.catchball.last().map_or(&case.it.place, |throw| &throw.by.place);
    let finding = begun.then(|| finding(case, codes::COMMITMENT_OPEN, place))?;
    let help = match case.deal.waits_for {
        _ if case.deal.state == DealState::Declined => "declined",
        Some(_) => "waits",
        None => "help",
    };
    let waits = case.deal.waits_for.map_or("", |id| id.as_str());
    Some(
        finding
            .with("cycle", cycle.id.as_str())
            .with("start", cycle.span.from.to_string())
            .with("waits", waits)
            .help(help),
    )
}

/// D005
fn no_taker(case: &Case<'_>) -> Option<Diagnostic> {
    let place = case.it.to.as_ref().map_or(&case.it.place, |to| &to.place);
    taker(case.it).is_none().then(|| finding(case, codes::COMMITMENT_TO_NOBODY, place))
}

/// D006
fn strangers(case: &Case<'_>) -> Vec<Diagnostic> {
    let strange = |throw: &&crate::workspace::Throw| side_of(case.workspace, case.it, throw).is_none();
    let to = taker(case.it).map_or("–", |id| id.as_str());
    let found = case.it.catchball.iter().filter(strange).map(|throw| {
        let finding = finding(case, codes::COMMITMENT_STRANGER, &throw.by.place);
        let finding = finding.with("person", throw.by.value.as_str());
        finding.with("from", case.it.from.value.as_str()).with("to", to)
    });
    found.collect()
}

/// D007
fn other_day(case: &Case<'_>) -> Option<Diagnostic> {
    let agreed = case.deal.agreed_due().filter(|day| *day != case.it.due.value)?;
    let finding = finding(case, codes::COMMITMENT_OTHER_DAY, &case.it.due.place);
    Some(finding.with("due", case.it.due.value.to_string()).with("agreed", agreed.to_string()))
}

/// D008
fn undated(case: &Case<'_>) -> Option<Diagnostic> {
    let wanted = case.it.status == Status::Done && case.it.done_date.is_none();
    wanted.then(|| finding(case, codes::COMMITMENT_UNDATED, &case.it.place))
}

/// D009
fn unproven(case: &Case<'_>) -> Option<Diagnostic> {
    let wanted = case.it.status == Status::Done && case.it.evidence.is_empty();
    wanted.then(|| finding(case, codes::COMMITMENT_UNPROVEN, &case.it.place))
}

/// D010
fn too_late(case: &Case<'_>) -> Option<Diagnostic> {
    let due = case.deal.agreed_due().unwrap_or(case.it.due.value);
    let events = case.it.why.iter().filter_map(|id| case.workspace.event(&EventId::new(&id.value)));
    let missed = |event: &&Event| event.status != EventStatus::Cancelled && event.span.from < due;
    let event = events.filter(missed).min_by_key(|event| event.span.from)?;
    let finding = finding(case, codes::COMMITMENT_TOO_LATE, &case.it.due.place).with("due", due.to_string());
    Some(finding.with("event", event.id.as_str()).with("begins", event.span.from.to_string()))
}
