//! What moved a gap most.

use crate::quantity::Ratio;
use crate::review::{Base, Check, Question};
use crate::workspace::Workspace;

/// The driver that made most of a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Driver {
    /// Which: a figure, or a named part of the tree.
    pub name: String,
    /// What it contributed by the chain rule, in the unit of the gap's own figure.
    pub contribution: Ratio,
}

/// The driver of a figure's gap to its plan that pushed it furthest the way it went; nothing where the figure has no tree, or one
/// of its drivers is not known on both sides.
///
/// The bridge starts from the plan of the days that all drivers have: it may differ a little from a gap to a target
/// that was typed.
pub(crate) fn driver(
    workspace: &Workspace,
    check: &Check<'_>,
    (question, gap): (&Question, &Ratio),
) -> Option<Driver> {
    let tree = workspace.trees.iter().map(|tree| &tree.tree).find(|tree| tree.root == question.metric)?;
    let leaves = check.bridge(tree, question, Base::Plan)?.tree.leaves();
    let same_way = |of: &Ratio| of.is_negative() == gap.is_negative() && !of.is_zero();
    let of_gap = leaves.into_iter().filter(|leaf| same_way(&leaf.contribution));
    let most = of_gap.max_by_key(|leaf| leaf.contribution.abs())?;
    Some(Driver { name: most.label, contribution: most.contribution })
}
