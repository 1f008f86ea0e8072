//! Cash: every dated flow, and the curve they make (domain 4.3).

mod batch;
mod books;
mod build;
mod curve;
mod cycle;
mod findings;
mod limit;
mod milestones;
mod orders;
mod payment;
mod payout;
mod sales;
mod written;

#[cfg(test)]
mod tests;

use crate::quantity::{BatchId, Day, MarketplaceId, ProductId, Ratio, Span, Text};

pub use crate::workspace::FlowKind;
pub use batch::BatchCash;
pub use books::Gap;
pub use curve::Curve;
pub use cycle::{Cycle, lasts};
pub use limit::YearNeed;
pub use milestones::Milestones;
pub use payment::Payment;
pub use payout::{PayoutRule, Settled};

/// When money goes out and comes in.
#[derive(Clone, Debug, Default)]
pub struct Cash {
    /// What there is before the first flow, in the reporting currency; nothing when nobody wrote it.
    pub opening: Option<(Day, Ratio)>,
    /// Every flow, by day.
    pub flows: Vec<Flow>,
    /// The days it tells of: from the day after the opening to the last one of the plan; nothing without a plan.
    pub span: Option<Span>,
    /// The last day whose payouts rest on units that were sold; those of later days rest on the plan.
    pub measured: Option<Day>,
    /// What is not in it, and why.
    pub gaps: Vec<Gap>,
    /// Each year with a limit of its own, by year.
    pub years: Vec<YearNeed>,
    /// For how long money is bound, by the plan; nothing when stock, orders or payouts are not known.
    pub cycle: Option<Cycle>,
}

/// Money that moves on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The day it leaves or reaches the bank.
    pub day: Day,
    /// How much, in the reporting currency; below nought when it goes out.
    pub amount: Ratio,
    /// What for.
    pub kind: FlowKind,
    /// What for, in words; nothing when the kind says it.
    pub what: Option<Text>,
    /// The product it belongs to.
    pub product: Option<ProductId>,
    /// The marketplace it belongs to.
    pub marketplace: Option<MarketplaceId>,
    /// The batch it belongs to.
    pub batch: Option<BatchId>,
    /// The planned order or shipment it belongs to, by its name.
    pub order: Option<String>,
    /// The purchase order that the order is part of.
    pub purchase: Option<String>,
}

impl Flow {
    /// A flow that belongs to nothing yet.
    fn new(day: Day, amount: Ratio, kind: FlowKind) -> Self {
        let (what, product, marketplace) = (None, None, None);
        let (batch, order, purchase) = (None, None, None);
        Flow { day, amount, kind, what, product, marketplace, batch, order, purchase }
    }
}

impl Cash {
    /// The curve of the company from nought; the opening balance added, it is the balance. Nothing without flows.
    pub fn curve(&self) -> Option<Curve> {
        self.curve_of(|_| true)
    }

    /// The curve of the flows that `belong`, from nought; nothing when there is none.
    pub fn curve_of(&self, belong: impl Fn(&Flow) -> bool) -> Option<Curve> {
        let flows = self.flows.iter().filter(|flow| belong(flow));
        Curve::of(flows.map(|flow| (flow.day, flow.amount.clone())))
    }

    /// What lies in the bank before the first flow; nought when nobody wrote it.
    pub fn start(&self) -> Ratio {
        self.opening.as_ref().map_or_else(Ratio::zero, |(_, amount)| amount.clone())
    }

    /// The flows of some days.
    pub fn within(&self, span: Span) -> impl Iterator<Item = &Flow> {
        self.flows.iter().filter(move |flow| span.contains(flow.day))
    }
}
