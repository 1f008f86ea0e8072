//! What flows are booked from, and what could not be booked.

use std::collections::BTreeSet;

use super::Flow;
use crate::facts::Facts;
use crate::plan::Plan;
use crate::plan::economics::{Economics, Unit};
use crate::plan::supply::Supply;
use crate::quantity::{Currency, Day, Id, MarketplaceId, ProductId, Ratio, Span};
use crate::workspace::{Supplier, Workspace};

/// What everything is computed from.
#[derive(Clone, Copy)]
pub(super) struct Inputs<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) facts: &'a Facts,
    pub(super) plan: &'a Plan,
    pub(super) economics: &'a Economics,
    pub(super) supply: &'a Supply,
    pub(super) today: Day,
}

/// Something that is not in the curve, or is there by a guess.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// The proceeds of a marketplace without a payout rule.
    NoPayout(MarketplaceId),
    /// The sales or orders of a product in a marketplace whose unit economics are not known.
    NoUnit(ProductId, MarketplaceId),
    /// Amounts in a currency without a rate.
    NoRate(Currency),
    /// A supplier without terms: the whole price is taken to be due with the order.
    NoTerms(Id<Supplier>),
}

/// The flows booked so far.
pub(super) struct Books<'a> {
    pub(super) inputs: Inputs<'a>,
    /// The currency of everything booked.
    pub(super) currency: Currency,
    /// The days that are booked.
    pub(super) span: Span,
    pub(super) flows: Vec<Flow>,
    pub(super) gaps: BTreeSet<Gap>,
    /// What planned orders cost, and that times the days from their arrival to each payment.
    pub(super) bought: (Ratio, Ratio),
}

impl<'a> Books<'a> {
    pub(super) fn new(inputs: Inputs<'a>, currency: Currency, span: Span) -> Self {
        Books {
            inputs,
            currency,
            span,
            flows: Vec::new(),
            gaps: BTreeSet::new(),
            bought: (Ratio::zero(), Ratio::zero()),
        }
    }

    /// Books a flow whose amount is in another currency at the plan's rate of its day; one of nought, or beyond
    /// the days that are booked, is left out.
    pub(super) fn book(&mut self, flow: Flow, currency: Currency) {
        if !self.span.contains(flow.day) || flow.amount.is_zero() {
            return;
        }
        match self.inputs.workspace.rates.fx(currency, self.currency, flow.day) {
            Some(rate) => {
                let amount = &flow.amount * &rate;
                self.flows.push(Flow { amount, ..flow });
            }
            None => {
                self.gaps.insert(Gap::NoRate(currency));
            }
        }
    }

    /// The unit economics of a day; that there are none is a gap.
    pub(super) fn unit(&mut self, cell: (&ProductId, &MarketplaceId), day: Day) -> Option<&'a Unit> {
        let unit = self.inputs.economics.on(cell.0, cell.1, day);
        if unit.is_none() {
            self.gaps.insert(Gap::NoUnit(cell.0.clone(), cell.1.clone()));
        }
        unit
    }
}
