//! What becomes of an act in the end (domain 5.2).

use super::Look;
use crate::workspace::{Act, ActKind, EffectResult, Status};

/// Whether an act goes on in a plan item that is there, was given up for a reason, or led to another plan.
pub(super) fn is_handed_on(look: &Look<'_>, act: &Act) -> bool {
    let there = act.carry_to.as_ref().is_some_and(|item| look.workspace.plan_item(&item.value).is_some());
    let dropped = act.kind == ActKind::Drop || act.status == Status::Dropped;
    let adjusted = act.kind == ActKind::AdjustPlan && act.plan_version.is_some();
    there || adjusted || (dropped && act.reason.is_some())
}

/// Whether nothing is left to do about an act: it was seen to work, is taken up again, or was handed on.
pub(super) fn is_settled(look: &Look<'_>, act: &Act) -> bool {
    let check = act.effect_check.as_ref();
    let worked = check.is_some_and(|check| check.result == EffectResult::Effective);
    let reopened = check.and_then(|check| check.reopened.as_ref());
    let again = reopened.is_some_and(|item| look.workspace.plan_item(&item.value).is_some());
    worked || again || is_handed_on(look, act)
}
