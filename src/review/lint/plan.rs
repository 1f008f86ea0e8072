//! What is wrong with plan items (P001 to P005).

use std::collections::BTreeMap;

use super::{Look, finding};
use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::quantity::PersonId;
use crate::workspace::{At, Cycle, PlanItem};

pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    let items = look.each_item().flat_map(|(_, item)| one(look, item));
    items.chain(look.workspace.cycles.iter().flat_map(|cycle| too_many(look, cycle))).collect()
}

fn one(look: &Look<'_>, item: &PlanItem) -> Vec<Diagnostic> {
    let found = [incomplete(look, item), no_reason(item), unknown_goal(look, item), no_baseline(item)];
    found.into_iter().flatten().collect()
}

/// P001; where nobody is written down, nobody is asked for.
fn incomplete(look: &Look<'_>, item: &PlanItem) -> Option<Diagnostic> {
    let anonymous = look.workspace.people.is_empty();
    let keys = [
        ("owner", item.owner.is_some() || anonymous),
        ("metric", item.metric.is_some()),
        ("target", item.target.is_some()),
        ("due", item.due.is_some()),
    ];
    let missing: Vec<&str> = keys.iter().filter(|(_, there)| !there).map(|(key, _)| *key).collect();
    let found = finding(codes::PLAN_INCOMPLETE, &item.place, item.id.as_str());
    (!missing.is_empty()).then(|| found.with("keys", missing.join(", ")))
}

/// P002
fn no_reason(item: &PlanItem) -> Option<Diagnostic> {
    let reasoned = item.hypothesis.is_some() && item.expected_effect.is_some();
    let found = finding(codes::PLAN_UNREASONED, &item.place, item.id.as_str());
    let key = if item.hypothesis.is_some() { "expected_effect" } else { "hypothesis" };
    (!reasoned).then(|| found.with("key", key))
}

/// P003
fn unknown_goal(look: &Look<'_>, item: &PlanItem) -> Option<Diagnostic> {
    let At { value, place } = item.goal.as_ref()?;
    let goals = &look.workspace.goals;
    let wanted = goals.iter().all(|goal| goal.id != *value);
    let near = nearest(value.as_str(), goals.iter().map(|goal| goal.id.as_str()));
    let found = finding(codes::PLAN_GOAL, place, item.id.as_str()).with("goal", value.as_str());
    wanted.then(|| found.nearest(near))
}

/// P004
fn no_baseline(item: &PlanItem) -> Option<Diagnostic> {
    let wanted = item.metric.is_some() && item.baseline.is_none();
    wanted.then(|| finding(codes::NO_BASELINE, &item.place, item.id.as_str()))
}

/// P005
fn too_many(look: &Look<'_>, cycle: &Cycle) -> Vec<Diagnostic> {
    let mut of: BTreeMap<&PersonId, Vec<&At<PersonId>>> = BTreeMap::new();
    for owner in cycle.plan.iter().filter_map(|item| item.owner.as_ref()) {
        of.entry(&owner.value).or_default().push(owner);
    }
    let limit = look.limits.priorities as usize;
    let found = of.into_iter().filter_map(|(person, items)| {
        let first_too_many = items.get(limit)?;
        let found = finding(codes::TOO_MANY_PRIORITIES, &first_too_many.place, person.as_str());
        Some(found.with("cycle", cycle.id.as_str()).with("count", items.len()).with("limit", limit))
    });
    found.collect()
}
