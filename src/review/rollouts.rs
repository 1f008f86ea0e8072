//! Where standards are brought (yokoten).

use crate::workspace::{Act, Rollout, Sop, Workspace};

/// Where a standard is brought: as said with it, and by the acts that made it; a place that both name counts once.
pub fn roll_outs<'a>(workspace: &'a Workspace, sop: &'a Sop) -> Vec<&'a Rollout> {
    let makes = |act: &&Act| act.sop.as_ref().is_some_and(|it| it.value.sop == sop.id);
    let acts = workspace.cycles.iter().flat_map(|cycle| &cycle.act).filter(makes);
    let mut rollouts: Vec<&Rollout> = sop.yokoten.iter().collect();
    for rollout in acts.flat_map(|act| &act.yokoten) {
        if rollouts.iter().all(|known| known.scope != rollout.scope) {
            rollouts.push(rollout);
        }
    }
    rollouts
}
