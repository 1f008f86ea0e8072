//! A tree as it is shown: every node's parts, as rounded, sum to it, as rounded (domain 2.9).

use super::{Tree, round_parts};
use crate::quantity::Ratio;

/// The contributions of a tree's nodes in whole multiples of what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownTree {
    /// The node's own; none where it has no contribution.
    pub contribution: Option<i128>,
    /// Its parts, in the order of the tree.
    pub children: Vec<ShownTree>,
}

impl ShownTree {
    /// Rounds from the top down: the root to the nearest multiple of `unit`, then the parts of each node so that they
    /// sum to what is shown of it. To open a node changes nothing above it.
    ///
    /// A unit of nought shows every contribution as it is, in whole numbers.
    pub fn of(tree: &Tree, unit: &Ratio) -> ShownTree {
        let unit = if unit.is_zero() { Ratio::one() } else { unit.clone() };
        let shown = tree.contribution.as_ref().map(|own| in_units(own, &unit).round_scaled(0));
        ShownTree::within(tree, shown, &unit)
    }

    fn within(tree: &Tree, contribution: Option<i128>, unit: &Ratio) -> ShownTree {
        let parts: Option<Vec<Ratio>> =
            tree.children.iter().map(|child| Some(in_units(child.contribution.as_ref()?, unit))).collect();
        let shown =
            parts.zip(contribution).map(|(parts, own)| round_parts(&Ratio::from_int(own), &parts, 0).1);
        let shown = shown.unwrap_or_default().into_iter();
        let children = tree.children.iter().zip(shown);
        let children = children.map(|(child, own)| ShownTree::within(child, Some(own), unit)).collect();
        ShownTree { contribution, children }
    }
}

fn in_units(amount: &Ratio, unit: &Ratio) -> Ratio {
    amount.checked_div(unit).unwrap_or_else(Ratio::zero)
}
