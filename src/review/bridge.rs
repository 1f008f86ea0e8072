//! From plan or previous year to actual by drivers, exactly (domain 2.4).

use super::{Check, Question};
use crate::metric::{DriverTree, Tree, explain};
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

impl Check<'_> {
    /// The bridge of a tree's root; nothing where a driver is not known on both sides.
    ///
    /// All drivers are read over the same days: those that the slowest of them has.
    pub fn bridge(&self, tree: &DriverTree, question: &Question, base: Base) -> Option<Bridge> {
        let expr = self.measured(tree, question).named_expr().ok()?;
        let names: Vec<MeasureId> = expr.names().into_iter().map(MeasureId::new).collect();
        let lasts: Option<Vec<_>> = names.iter().map(|name| self.last_day(name, &question.scope)).collect();
        let days = question.period.span().cut_at(lasts?.into_iter().min()?)?;
        let figure = |name: &str| {
            let driver = Question { metric: MeasureId::new(name), ..question.clone() };
            self.over(&driver, Some(days))
        };
        let before = self.last_year.before(question.period, days);
        let start = |name: &str| match base {
            Base::Plan => figure(name).plan,
            // Always the days as they are: like days leave some out, and a bridge must begin where a whole ends.
            Base::Previous => self.read(&MeasureId::new(name), &question.scope, before).known().cloned(),
        };
        let actual = |name: &str| figure(name).actual.known().cloned();
        let tree = explain(&expr, &start, &actual);
        let known = tree.base.known().is_some() && tree.actual.known().is_some();
        known.then_some(Bridge { base, days, tree })
    }

    /// The tree without the splits of drivers that no file gives.
    fn measured(&self, tree: &DriverTree, question: &Question) -> DriverTree {
        let known = |id: &MeasureId| self.last_day(id, &question.scope).is_some();
        let mut tree = tree.clone();
        tree.split.retain(|(_, parts)| parts.iter().all(known));
        tree
    }
}
