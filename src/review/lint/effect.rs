//! Whether it is seen that acts work, and what follows when they do not (A006, A008, A014, A016).

use super::{Look, days_after, finding};
use crate::diagnostic::{Diagnostic, codes};
use crate::workspace::{Act, ActKind, EffectResult, Rollout, Status};

pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    let acts = look.workspace.acts().flat_map(|(_, act)| {
        let found = [no_check(act), no_result(look, act), not_reopened(look, act)];
        found.into_iter().flatten().chain(rollouts(look, act.id.as_str(), &act.yokoten))
    });
    let sops = &look.workspace.sops;
    let shelf = sops.iter().flat_map(|sop| {
        let new: Vec<Rollout> = sop.yokoten.iter().filter(|it| !named_by_act(look, it)).cloned().collect();
        rollouts(look, sop.id.as_str(), &new)
    });
    acts.chain(shelf).collect()
}

/// A006: what is mended or made a standard is looked at again, on a day; what is carried is by its plan item.
fn no_check(act: &Act) -> Option<Diagnostic> {
    let asked = matches!(act.kind, ActKind::Standardise | ActKind::Correct) && act.status != Status::Dropped;
    let Some(check) = act.effect_check.as_ref().filter(|_| asked) else {
        return asked.then(|| finding(codes::NO_EFFECT_CHECK, &act.place, act.id.as_str()));
    };
    let no_day = check.due.is_none() && check.to.is_none() && check.result == EffectResult::Pending;
    no_day.then(|| finding(codes::NO_EFFECT_CHECK, &check.place, act.id.as_str()).help("undated"))
}

/// A008
fn no_result(look: &Look<'_>, act: &Act) -> Option<Diagnostic> {
    let check = act.effect_check.as_ref().filter(|check| check.result == EffectResult::Pending)?;
    let due = check.due.as_ref().map(|due| due.value).or(check.to)?;
    let days = days_after(look.today, due).filter(|_| act.status != Status::Dropped)?;
    let place = check.due.as_ref().map_or(&check.place, |due| &due.place);
    let found = finding(codes::NO_RESULT, place, act.id.as_str()).with("due", due.to_string());
    Some(found.with("days", days))
}

/// A016
fn not_reopened(look: &Look<'_>, act: &Act) -> Option<Diagnostic> {
    let check = act.effect_check.as_ref().filter(|check| check.result == EffectResult::NotEffective)?;
    let taken_up = || look.each_item().any(|(_, item)| item.from.iter().any(|from| from.value == act.id));
    let found = finding(codes::NOT_REOPENED, &check.place, act.id.as_str());
    (check.reopened.is_none() && !taken_up()).then_some(found)
}

/// A014
fn rollouts(look: &Look<'_>, id: &str, rollouts: &[Rollout]) -> Vec<Diagnostic> {
    let open = rollouts.iter().filter(|rollout| !rollout.status.is_over());
    let found = open.filter_map(|rollout| {
        let due = rollout.due.as_ref()?;
        let days = days_after(look.today, due.value)?;
        let found = finding(codes::ROLLOUT_LATE, &due.place, id).with("due", due.value.to_string());
        let owner = rollout.owner.as_ref().map_or("–", |owner| owner.value.as_str());
        Some(found.with("where", super::gap::part(&rollout.scope)).with("days", days).with("owner", owner))
    });
    found.collect()
}

/// Whether the same roll-out is written with the act that made the standard.
fn named_by_act(look: &Look<'_>, rollout: &Rollout) -> bool {
    let due = |it: &Rollout| it.due.as_ref().map(|due| due.value);
    let same = |it: &Rollout| it.scope == rollout.scope && due(it) == due(rollout);
    look.workspace.acts().any(|(_, act)| act.yokoten.iter().any(same))
}
