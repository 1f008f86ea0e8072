//! Unit economics: what one unit brings and what it costs, by product, marketplace and day (domain 4.5).

use std::collections::BTreeMap;

use super::Plan;
use crate::diagnostic::Diagnostics;
use crate::quantity::{Currency, Day, MarketplaceId, ProductId, Ratio};
use crate::workspace::Workspace;

/// What one unit brings and costs from a day on, in the currency of its marketplace, exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The first day it holds.
    pub from: Day,
    /// The marketplace's currency.
    pub currency: Currency,
    /// What a buyer pays.
    pub price: Ratio,
    /// The tax within it.
    pub tax: Ratio,
    /// What it costs, line by line.
    pub costs: Costs,
    /// The inputs that nobody wrote; their lines are nought.
    pub missing: Vec<Input>,
}

/// The costs of one unit, all from nought up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// The marketplace's share of the price.
    pub referral: Ratio,
    /// Picking, packing and sending.
    pub fulfilment: Ratio,
    /// The factory's price, free on board.
    pub fob: Ratio,
    /// Freight from the factory's port to the marketplace's warehouse.
    pub freight: Ratio,
    /// Duties and surcharges.
    pub duty: Ratio,
    /// What else it costs to land: inspection, labels, brokerage.
    pub other_landed: Ratio,
    /// What returns cost, spread over all units sold.
    pub returns: Ratio,
    /// Storage.
    pub storage: Ratio,
    /// Advertising.
    pub ads: Ratio,
}

/// An input of unit economics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// `referral` of the category.
    Referral,
    /// `fba_unit` of the SKU.
    Fulfilment,
    /// `cost:` of the product.
    Fob,
    /// `freight_unit`.
    Freight,
    /// `import_duty` of the customs code.
    Duty,
    /// `return_cost`, or the planned return rate.
    Returns,
    /// `storage_unit`.
    Storage,
    /// The planned share of advertising.
    Ads,
}

/// The unit economics of every product in every marketplace where it has a price.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Economics {
    /// By product and marketplace: the stretches in which inputs are the same, in the order of their days.
    pub(super) cells: BTreeMap<(ProductId, MarketplaceId), Vec<Unit>>,
}

impl Economics {
    /// The unit economics of a workspace, with what is doubtful about their inputs.
    pub fn of(_workspace: &Workspace, _plan: &Plan, _today: Day) -> (Self, Diagnostics) {
        (Economics::default(), Diagnostics::default())
    }

    /// What a unit brings and costs on a day; nothing where it is not sold.
    pub fn on(&self, product: &ProductId, marketplace: &MarketplaceId, day: Day) -> Option<&Unit> {
        let stretches = self.cells.get(&(product.clone(), marketplace.clone()))?;
        stretches.iter().rfind(|unit| unit.from <= day)
    }
}

impl Unit {
    /// The price without tax.
    pub fn net(&self) -> Ratio {
        &self.price - &self.tax
    }

    /// What the marketplace pays out for a unit sold, before advertising: the net price without its fees and returns.
    pub fn proceeds(&self) -> Ratio {
        let Costs { referral, fulfilment, returns, storage, .. } = &self.costs;
        &self.net() - &[referral, fulfilment, returns, storage].into_iter().sum::<Ratio>()
    }
}

impl Costs {
    /// What a unit has cost when it lies in the marketplace's warehouse.
    pub fn landed(&self) -> Ratio {
        [&self.fob, &self.freight, &self.duty, &self.other_landed].into_iter().sum()
    }
}
