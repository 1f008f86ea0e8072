//! Unit economics: what one unit brings and what it costs, by product, marketplace and day (domain 4.5).

mod change;
mod decisions;
mod findings;
mod inputs;
mod profit;
mod unit;

use std::collections::{BTreeMap, BTreeSet};

use super::Plan;
use crate::diagnostic::Diagnostics;
use crate::quantity::{Day, MarketplaceId, ProductId, Ratio};
use crate::workspace::{Product, Rate, Workspace};

pub use change::{Change, Changes};
pub use decisions::Decision;
use inputs::Inputs;
pub use inputs::{Input, is_input};
pub use profit::{Earned, Profit, Sum};
pub use unit::{Costs, Line, Referral, Terms, Unit};

/// A product in a marketplace.
pub(super) type Cell = (ProductId, MarketplaceId);

/// The unit economics of every product in every marketplace where it has a price.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Economics {
    /// By product and marketplace: the stretches in which inputs are the same, in the order of their days.
    pub(super) cells: BTreeMap<Cell, Vec<Unit>>,
    /// What the units that have all inputs decide today, sorted by product and marketplace.
    pub decisions: Vec<Decision>,
    /// What changed since the plan was frozen; nothing when no year is planned.
    pub changes: Option<Changes>,
    /// Whether the plan reaches the profit goals of this year and those after it.
    pub profits: Vec<Profit>,
}

impl Economics {
    /// The unit economics of a workspace, with what is doubtful about their inputs.
    pub fn of(workspace: &Workspace, plan: &Plan, today: Day) -> (Self, Diagnostics) {
        let mut cells = BTreeMap::new();
        for product in &workspace.products {
            let days = changes(workspace, plan, product);
            for place in &workspace.marketplaces {
                let inputs = Inputs { workspace, plan, product, place, exchange: None };
                let units = days.iter().filter_map(|day| inputs.unit(*day));
                let units = stretches(units);
                if !units.is_empty() {
                    cells.insert((product.id.clone(), place.id.clone()), units);
                }
            }
        }
        let changes = Changes::of(workspace, (plan, &cells), today);
        let profits = profit::all(workspace, (plan, &cells), today);
        let mut economics = Economics { cells, changes, profits, ..Economics::default() };
        economics.decisions = economics.decide(workspace, plan, today);
        let findings = findings::of(workspace, (plan, &economics), today);
        (economics, findings)
    }

    /// What a unit brings and costs on a day; nothing where it is not sold.
    pub fn on(&self, product: &ProductId, marketplace: &MarketplaceId, day: Day) -> Option<&Unit> {
        let stretches = self.cells.get(&(product.clone(), marketplace.clone()))?;
        stretches.iter().rfind(|unit| unit.from <= day)
    }

    fn decide(&self, workspace: &Workspace, plan: &Plan, day: Day) -> Vec<Decision> {
        let decision = |cell: &Cell| {
            let unit = self.on(&cell.0, &cell.1, day).filter(|unit| unit.is_complete())?;
            Some(Decision::of(workspace, plan, (cell, unit, day)))
        };
        self.cells.keys().filter_map(decision).collect()
    }

    /// What the units of a day leave in the currency of sums, the most first; those that lack inputs are left out.
    pub fn ranked(&self, day: Day) -> Vec<(&ProductId, &MarketplaceId, Ratio)> {
        let left = |(product, place): (&'_ ProductId, &'_ MarketplaceId)| {
            let unit = self.on(product, place, day).filter(|unit| unit.is_complete())?;
            Some(&unit.contribution() * unit.to_reporting.as_ref()?)
        };
        let mut ranked: Vec<_> = self
            .cells()
            .filter_map(|(product, place)| Some((product, place, left((product, place))?)))
            .collect();
        ranked.sort_by(|a, b| b.2.cmp(&a.2));
        ranked
    }

    /// The marketplace where most units of a product are planned this year, of those with all inputs on a day.
    pub fn main_market(&self, product: &ProductId, day: Day) -> Option<&MarketplaceId> {
        let units = |place: &MarketplaceId| {
            let cells = self.profits.first().into_iter().flat_map(|profit| &profit.cells);
            let mut cells = cells.filter(|cell| cell.product == *product && cell.marketplace == *place);
            cells.next().map(|cell| cell.units.clone())
        };
        let complete = |place: &&MarketplaceId| self.on(product, place, day).is_some_and(Unit::is_complete);
        let places = self.cells().filter(|(own, _)| *own == product).map(|(_, place)| place);
        places.filter(complete).max_by_key(|place| units(place))
    }

    /// Every product in every marketplace where it has a price, sorted by id.
    pub fn cells(&self) -> impl Iterator<Item = (&ProductId, &MarketplaceId)> {
        self.cells.keys().map(|(product, place)| (product, place))
    }
}

/// The days on which something may change for a product, in order.
fn changes(workspace: &Workspace, plan: &Plan, product: &Product) -> BTreeSet<Day> {
    let concerns = |rate: &&Rate| inputs::concerns(rate, product);
    let rates = workspace.rates.rows().iter().filter(concerns);
    let rates = rates.flat_map(|rate| [Some(rate.from), rate.to.map(|last| last + 1)]).flatten();
    let years = plan.amounts().map(|(_, year)| year).chain(workspace.goals.iter().map(|goal| goal.year));
    let years = years.map(|year| workspace.fiscal().year(year).span().from);
    let costs = product.costs.iter().map(|cost| cost.from);
    let prices = product.prices.iter().filter_map(|price| price.from);
    rates.chain(years).chain(costs).chain(prices).chain(product.launch).collect()
}

/// Units that differ from those before them in more than their day.
fn stretches(units: impl Iterator<Item = Unit>) -> Vec<Unit> {
    let mut kept: Vec<Unit> = Vec::new();
    for unit in units {
        let same = kept.last().is_some_and(|last| Unit { from: unit.from, ..last.clone() } == unit);
        if !same {
            kept.push(unit);
        }
    }
    kept
}

#[cfg(test)]
mod tests;
