//! The cash of one batch, as it was written.

use super::Curve;
use crate::quantity::{Currency, Money, Ratio};
use crate::workspace::Batch;

/// The curve of a batch's cash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchCash {
    /// The currency of all its flows.
    pub currency: Currency,
    /// The curve from nought.
    pub curve: Curve,
}

impl BatchCash {
    /// The curve of a batch's cash; nothing when there is none or it is in several currencies.
    pub fn of(batch: &Batch) -> Option<Self> {
        let currency = batch.cash.first()?.amount.currency;
        if batch.cash.iter().any(|flow| flow.amount.currency != currency) {
            return None;
        }
        let curve = Curve::of(batch.cash.iter().map(|flow| (flow.date, flow.amount.amount())))?;
        Some(BatchCash { currency, curve })
    }

    /// An amount of it as money.
    pub fn money(&self, amount: &Ratio) -> Money {
        Money { minor: amount.round_scaled(self.currency.digits()), currency: self.currency }
    }
}
