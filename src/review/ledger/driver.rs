//! What moved a gap most.

use crate::metric::Impact;
use crate::quantity::Ratio;
use crate::review::{Base, Check, Thread};
use crate::workspace::Workspace;

/// The driver that made most of a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Driver {
    /// Which: a figure, or a named part of the tree.
    pub name: String,
    /// What it contributed by the chain rule, in the unit of the gap's own figure.
    pub contribution: Ratio,
}

/// The driver of a gap's figure that pushed it furthest the way it went; nothing where the figure has no tree, or one
/// of its drivers is not known on both sides.
///
/// The bridge starts from the plan of the days that all drivers have: it may differ a little from a gap to a target
/// that was typed.
pub fn driver(workspace: &Workspace, check: &Check<'_>, thread: &Thread<'_>) -> Option<Driver> {
    let question = thread.question.as_ref()?;
    let tree = workspace.trees.iter().map(|tree| &tree.tree).find(|tree| tree.root == question.metric)?;
    let leaves = check.bridge(tree, question, Base::Plan)?.tree.leaves();
    let down = thread.gap.abs.as_ref()?.is_negative();
    let of_gap = leaves.into_iter().filter(|leaf| leaf.contribution.is_negative() == down);
    let most = of_gap.max_by_key(|leaf| leaf.contribution.abs())?;
    (thread.gap.impact != Impact::Neutral && !most.contribution.is_zero())
        .then_some(Driver { name: most.label, contribution: most.contribution })
}
