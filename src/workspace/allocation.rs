//! How a goal is split over products, marketplaces, months and days (`allocation:` of `company.yaml`).

use std::collections::BTreeMap;

use crate::diagnostic::Place;
use crate::quantity::{GoalId, MarketplaceId, ProductId, Ratio};

use super::At;

/// How a goal is split: weights by product, then marketplace, then month, then day.
///
/// What an entry leaves out it has from the one it follows; amounts are computed from it, never typed.
/// Every row of weights has one that is above nought.
#[derive(Clone, Debug, PartialEq)]
pub struct Allocation {
    /// The goal.
    pub goal: At<GoalId>,
    /// Weights of products, in file order; ties are broken by it.
    pub product: Row<ProductId>,
    /// Weights of marketplaces within a product.
    pub marketplace: Split<Row<MarketplaceId>>,
    /// Weights of the twelve months within a product.
    pub month: Split<Months>,
    /// Weights of the days of a month.
    pub day: DayWeights,
    /// Parts are rounded to this, in major units (0.01), by largest remainder, ties in file order.
    pub rounding: Ratio,
    /// Where it is written.
    pub place: Place,
}

/// Named weights in file order; none is below nought.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<K> {
    /// Who has which weight.
    pub weights: Vec<(At<K>, Ratio)>,
    /// Where they are written.
    pub place: Place,
}

/// Weights of the months from January; none is below nought.
#[derive(Clone, Debug, PartialEq)]
pub struct Months {
    /// The twelve weights.
    pub weights: [Ratio; 12],
    /// Where they are written.
    pub place: Place,
}

/// Weights that hold for all products but those with weights of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Split<W> {
    /// Weights of every other product.
    pub default: W,
    /// Weights of one product.
    pub by_product: BTreeMap<ProductId, W>,
}

impl<W> Split<W> {
    /// The weights of a product.
    pub fn of(&self, product: &ProductId) -> &W {
        self.by_product.get(product).unwrap_or(&self.default)
    }
}

/// Weights of days.
#[derive(Clone, Debug, PartialEq)]
pub struct DayWeights {
    /// Monday to Sunday.
    pub weekday: [Ratio; 7],
    /// Whether the lift of the calendar's events multiplies a day's weight.
    pub events: bool,
    /// Where they are written.
    pub place: Place,
}
