//! From plan or previous year to actual by drivers, exactly (domain 2.4).

use super::{Check, Question};
use crate::metric::{Convention, DriverTree, Tree};
use crate::quantity::{MeasureId, Span};

/// What a bridge starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The plan of the same days.
    Plan,
    /// The same days a year before.
    Previous,
}

/// A change of one figure and the contributions of its drivers, which sum to it.
#[derive(Clone, Debug)]
pub struct Bridge {
    /// What it starts from.
    pub base: Base,
    /// The days compared.
    pub days: Span,
    /// The tree of contributions.
    pub tree: Tree,
}

impl Bridge {
    /// The rule by which it is divided.
    pub const CONVENTION: Convention = Convention::ChainRule;
}

impl Check<'_> {
    /// The bridge of a tree's root; nothing where a driver is not known on both sides.
    ///
    /// All drivers are read over the same days: those that the slowest of them has.
    pub fn bridge(&self, tree: &DriverTree, question: &Question, base: Base) -> Option<Bridge> {
        let expr = self.measured(tree, question).named_expr().ok()?;
        self.explained(&expr, question, base)
    }

    /// The tree without the splits of drivers that no file gives.
    pub(super) fn measured(&self, tree: &DriverTree, question: &Question) -> DriverTree {
        let known = |id: &MeasureId| self.last_day(id, &question.scope).is_some();
        let mut tree = tree.clone();
        tree.split.retain(|(_, parts)| parts.iter().all(known));
        tree
    }
}
