//! Finds the metrics whose formulas have no end, or one too far.

use std::collections::BTreeMap;

use super::catalogue::{Fault, Problem};
use super::{Expr, Metric};
use crate::quantity::MeasureId;

/// Metrics within metrics.
const MAX_CHAIN: usize = 64;
/// Levels of a formula over measures: what the stack surely holds.
const MAX_DEPTH: usize = 256;
/// Parts of a formula over measures.
const MAX_SIZE: usize = 10_000;

/// How far a formula over measures reaches.
#[derive(Clone, Copy)]
struct Extent {
    depth: usize,
    size: usize,
}

impl Extent {
    const LEAF: Extent = Extent { depth: 1, size: 1 };

    fn with(self, part: Extent) -> Extent {
        Extent { depth: self.depth.max(part.depth + 1), size: self.size.saturating_add(part.size) }
    }

    fn fault(self) -> Option<Fault> {
        match self {
            Extent { depth, .. } if depth > MAX_DEPTH => Some(Fault::TooDeep),
            Extent { size, .. } if size > MAX_SIZE => Some(Fault::TooLarge),
            _ => None,
        }
    }
}

/// A walk over formulas, each once; a metric with a fault counts as a leaf to those that name it.
pub(crate) struct Survey {
    formulas: BTreeMap<MeasureId, Expr>,
    done: BTreeMap<MeasureId, Extent>,
    open: Vec<MeasureId>,
    problems: Vec<Problem>,
}

impl Survey {
    /// The metrics that cannot be expanded, each once.
    pub(crate) fn of(metrics: &[Metric]) -> Vec<Problem> {
        let formulas = metrics.iter().map(|m| (m.id.clone(), m.formula.expr())).collect();
        let mut survey = Survey { formulas, done: BTreeMap::new(), open: Vec::new(), problems: Vec::new() };
        for metric in metrics {
            survey.metric(&metric.id);
        }
        survey.problems
    }

    fn metric(&mut self, id: &MeasureId) -> Extent {
        if let Some(extent) = self.done.get(id) {
            return *extent;
        }
        if let Some(start) = self.open.iter().position(|open| open == id) {
            return self.refuse(id, Fault::Cycle(self.open[start..].to_vec()));
        }
        let Some(formula) = self.formulas.get(id).cloned() else { return Extent::LEAF };
        if self.open.len() >= MAX_CHAIN {
            return self.refuse(id, Fault::TooDeep);
        }
        self.open.push(id.clone());
        let inner = self.expr(&formula);
        self.open.pop();
        // A metric on a cycle was refused while it was open.
        let extent = *self.done.get(id).unwrap_or(&Extent::LEAF.with(inner));
        match extent.fault() {
            Some(fault) => self.refuse(id, fault),
            None => *self.done.entry(id.clone()).or_insert(extent),
        }
    }

    fn refuse(&mut self, id: &MeasureId, fault: Fault) -> Extent {
        self.done.insert(id.clone(), Extent::LEAF);
        self.problems.push(Problem { id: id.clone(), fault });
        Extent::LEAF
    }

    fn expr(&mut self, expr: &Expr) -> Extent {
        match expr {
            Expr::Name(name) => self.metric(&MeasureId::new(name)),
            _ => expr.parts().into_iter().fold(Extent::LEAF, |extent, part| extent.with(self.expr(part))),
        }
    }
}
