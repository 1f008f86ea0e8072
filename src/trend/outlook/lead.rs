//! The demand of a lead time: what is sold until an order placed today could be.

use crate::quantity::{Ratio, Scope, Span};

/// What is expected to be sold of a product in a marketplace until an order of today is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadTime {
    /// The product and the marketplace.
    pub scope: Scope,
    /// The days from today until the order is there, closures left out as for the safety stock.
    pub days: Span,
    /// Units expected.
    pub point: Ratio,
    /// Four of five times it is not below this.
    pub low80: Ratio,
    /// Four of five times it is not above this.
    pub high80: Ratio,
    /// Nineteen of twenty times it is not below this.
    pub low95: Ratio,
    /// Nineteen of twenty times it is not above this.
    pub high95: Ratio,
    /// What the plan sells on these days; nothing where they are not planned whole.
    pub plan: Option<Ratio>,
}
