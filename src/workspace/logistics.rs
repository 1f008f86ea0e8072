//! Routes from the factory to the shelf (`logistics:` of `calendar.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Id, MarketplaceId, Money, Text};

use super::At;

/// A way from order to shelf; its marker names it in files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Its name in files.
    pub id: Id<Route>,
    /// Its name for readers.
    pub name: Text,
    /// Where it ends.
    pub marketplace: Option<At<MarketplaceId>>,
    /// Its legs in order.
    pub legs: Vec<Leg>,
    /// A quicker way for one leg.
    pub alternative: Option<Alternative>,
    /// Where it is written.
    pub place: Place,
}

/// One leg of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Its name in files.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// How many days it takes.
    pub days: u32,
    /// The standard deviation of that, in days.
    pub sigma: u32,
    /// The working calendar it goes by; every day when nothing.
    pub calendar: Option<String>,
    /// What it costs more than the usual leg, per unit.
    pub extra_cost: Option<Money>,
    /// Where it is written.
    pub place: Place,
}

/// Another leg in place of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The leg that is replaced.
    pub replace: At<String>,
    /// What replaces it.
    pub by: Leg,
}
