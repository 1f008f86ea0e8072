//! Documented changes after which a figure is judged anew (`signals:` of `metrics.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, MeasureId, Scope, Text};

use super::read::{Context, Fields, Read};
use super::yaml::Node;

/// A change of the process behind a figure: from then on its limits are made of new points.
#[derive(Clone, Debug, PartialEq)]
pub struct Rebase {
    /// The figure.
    pub metric: MeasureId,
    /// The part of the company, with all parts inside it.
    pub scope: Scope,
    /// The first day of the changed process.
    pub from: Day,
    /// The last day of the points that limits are made of; the first ten when nothing is said.
    pub to: Option<Day>,
    /// What changed.
    pub reason: Text,
    /// Where it is written.
    pub place: Place,
}

impl Rebase {
    /// Whether it speaks of a figure of a part of the company.
    pub fn holds(&self, metric: &MeasureId, scope: &Scope) -> bool {
        let Scope { product, marketplace } = &self.scope;
        self.metric == *metric
            && (product.is_none() || *product == scope.product)
            && (marketplace.is_none() || *marketplace == scope.marketplace)
    }
}

impl Read for Rebase {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let metric = f.required("metric");
        let scope = f.optional("scope").unwrap_or_default();
        let (from, to) = (f.required("from"), f.optional("to"));
        f.check_order(from, to, "to");
        let reason = f.required("reason");
        let place = f.finish();
        Some(Rebase { metric: metric?, scope, from: from?, to, reason: reason?, place })
    }
}
