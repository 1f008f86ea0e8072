//! Links of the loop that lead nowhere (A011 to A013).
//!
//! A workspace begins and ends somewhere: what a cycle says of one before the first or after the last that is
//! written cannot be looked up, and is let pass.

use super::{Look, finding};
use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::quantity::CycleId;
use crate::workspace::{Act, At, Cycle, PlanItem, SopVersionRef};

pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    let forward = look.workspace.acts().flat_map(|(cycle, act)| no_item(look, cycle, act));
    let back = look.each_item().flat_map(|(cycle, item)| no_act(look, cycle, item));
    let standards = look.workspace.acts().filter_map(|(_, act)| no_version(look, act));
    forward.chain(back).chain(standards).collect()
}

/// A011
fn no_item(look: &Look<'_>, cycle: &Cycle, act: &Act) -> Vec<Diagnostic> {
    let of_kind = || look.workspace.cycles.iter().filter(|other| other.kind == cycle.kind);
    let last = of_kind().all(|other| other.span.from <= cycle.span.to);
    if last && is_missing(look, cycle.next.as_ref()) {
        return Vec::new();
    }
    let found = act.forward().filter_map(|At { value, place }| {
        let found = finding(codes::CARRIED_NOWHERE, place, act.id.as_str()).with("item", value.as_str());
        let Some((after, _)) = look.workspace.plan_item(value) else {
            let near = nearest(value.as_str(), look.each_item().map(|(_, item)| item.id.as_str()));
            return Some(found.with("where", "none").nearest(near));
        };
        let found = found.with("where", after.id.as_str()).help("back");
        (!is_later(after, cycle)).then_some(found)
    });
    found.collect()
}

/// Whether a cycle can take over what another leaves: it is another one, and not over before.
fn is_later(after: &Cycle, before: &Cycle) -> bool {
    after.id != before.id && after.span.to >= before.span.from
}

/// A012
fn no_act(look: &Look<'_>, cycle: &Cycle, item: &PlanItem) -> Vec<Diagnostic> {
    let of_kind = || look.workspace.cycles.iter().filter(|other| other.kind == cycle.kind);
    let first = of_kind().all(|other| other.span.to >= cycle.span.from);
    if first && is_missing(look, cycle.prev.as_ref()) {
        return Vec::new();
    }
    let lost = item.from.iter().filter(|act| look.workspace.act(&act.value).is_none());
    let found = lost.map(|At { value, place }| {
        let near = nearest(value.as_str(), look.workspace.acts().map(|(_, act)| act.id.as_str()));
        finding(codes::FROM_NOWHERE, place, item.id.as_str()).with("act", value.as_str()).nearest(near)
    });
    found.collect()
}

/// Whether a cycle is named that nobody has written yet.
fn is_missing(look: &Look<'_>, link: Option<&At<CycleId>>) -> bool {
    link.is_some_and(|link| look.workspace.cycle(&link.value).is_none())
}

/// A013; where no standard is written at all, there is a hint to write them down.
fn no_version(look: &Look<'_>, act: &Act) -> Option<Diagnostic> {
    let sops = &look.workspace.sops;
    let At { value: SopVersionRef { sop, version }, place } =
        act.sop.as_ref().filter(|_| !sops.is_empty())?;
    let found = finding(codes::NO_STANDARD, place, act.id.as_str()).with("sop", format!("{sop}@{version}"));
    let Some(known) = look.workspace.sop(sop) else {
        return Some(found.nearest(nearest(sop.as_str(), sops.iter().map(|sop| sop.id.as_str()))));
    };
    let written = known.versions.iter().any(|it| it.version == *version) || known.version == *version;
    let newest = format!("{}@{}", known.id, known.version);
    (!written).then(|| found.nearest(Some(&newest)))
}
