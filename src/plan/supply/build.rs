//! From the workspace, the facts and the plan to positions and purchase orders.

use std::collections::BTreeMap;

use super::calendar::Owner;
use super::demand;
use super::position::{Cell, Part, carton, lacking};
use super::remedy::Ways;
use super::safety::{self, Buffer};
use super::schedule;
use super::stock::Exports;
use super::{Lack, Position, PurchaseOrder, Safety, Supply, finding, purchase, turnover};
use crate::diagnostic::Diagnostics;
use crate::facts::Facts;
use crate::plan::Plan;
use crate::plan::economics::{Economics, Input};
use crate::quantity::{Day, MarketplaceId, Period, Ratio, Scope, Span};
use crate::workspace::{Product, ProductStatus, Route, SkuEntry, Workspace};

/// Weeks whose sales tell how uneven demand is, and how many of them there must be.
const UNEVEN_WEEKS: (i32, usize) = (26, 8);

/// What positions are computed from.
pub(super) struct Inputs<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) facts: &'a Facts,
    pub(super) plan: &'a Plan,
    pub(super) economics: &'a Economics,
    pub(super) today: Day,
    pub(super) exports: BTreeMap<MarketplaceId, Exports>,
}

impl Supply {
    /// The supply of a workspace: stock and plan against each other, with every line that cannot work.
    pub fn of(
        workspace: &Workspace,
        (facts, plan, economics): (&Facts, &Plan, &Economics),
        today: Day,
    ) -> (Self, Diagnostics) {
        let weeks = demand::horizon(plan, today);
        if weeks.is_empty() && workspace.stock.counts.is_empty() {
            return (Supply::default(), Diagnostics::default());
        }
        let export = |id: &MarketplaceId| (id.clone(), Exports::of(facts, id, today));
        let exports = workspace.marketplaces.iter().map(|place| export(&place.id)).collect();
        let inputs = Inputs { workspace, facts, plan, economics, today, exports };
        let mut supply = Supply::default();
        let currency = workspace.reporting_currency();
        for product in workspace.products.iter().filter(|product| is_sold(product)) {
            let (positions, purchases) = inputs.of_product(product, &weeks);
            supply.turnovers.extend(turnover::planned(product, &positions, &workspace.rates, currency));
            supply.positions.extend(positions);
            supply.purchases.extend(purchases);
        }
        supply.purchases.sort_by_key(|purchase| (purchase.placed, purchase.order_by));
        let findings = finding::of(&supply, workspace, today);
        (supply, findings)
    }
}

/// Whether stock of it is kept.
fn is_sold(product: &Product) -> bool {
    matches!(product.status, ProductStatus::Launch | ProductStatus::Live | ProductStatus::PhaseOut)
}

impl Inputs<'_> {
    fn of_product(&self, product: &Product, weeks: &[(Period, Span)]) -> (Vec<Position>, Vec<PurchaseOrder>) {
        let places = self.workspace.marketplaces.iter();
        let mut positions: Vec<Position> =
            places.flat_map(|place| self.in_marketplace(product, &place.id, weeks)).collect();
        let purchases = purchase::gather(product, &mut positions, self.today);
        (positions, purchases)
    }

    fn in_marketplace(
        &self,
        product: &Product,
        marketplace: &MarketplaceId,
        weeks: &[(Period, Span)],
    ) -> Vec<Position> {
        let skus: Vec<&SkuEntry> = product.skus.iter().filter(|sku| sku.is_in(marketplace)).collect();
        let scope = Scope::cell(&product.id, marketplace);
        let weekly = demand::weekly((self.plan, &self.workspace.catalogue), &scope, weeks);
        let route = product.route_to(marketplace).and_then(|route| self.workspace.route(&route.value));
        let cell = Cell { product, marketplace, route, weeks, weekly: &weekly };
        let (shares, mix) = demand::mix((product, marketplace), &skus, (self.facts, self.today));
        let whole: Ratio = shares.iter().sum();
        let demand = demand::whole_units(&weekly, &shares);
        let parts = skus.iter().zip(shares).zip(demand).map(|((entry, share), demand)| {
            let share = share.checked_div(&whole).unwrap_or_else(Ratio::zero);
            Part { entry, share, mix, demand }
        });
        parts.map(|part| self.position(cell, &part)).collect()
    }

    /// Planned units of a scope.
    pub(super) fn planned(&self, scope: &Scope, span: Span) -> Option<Ratio> {
        self.plan.value(&self.workspace.catalogue, &demand::units(), (scope, span))
    }

    /// The ways to a marketplace, with what moving faster costs and what a unit sold today brings.
    pub(super) fn ways(&self, cell: Cell<'_>, route: &Route) -> Ways {
        let supplier = cell.product.supplier.as_ref().map(|supplier| &supplier.value);
        let owner = Owner { supplier, marketplace: cell.marketplace };
        let extra = route.alternative.as_ref().and_then(|quick| quick.by.extra_cost);
        let unit = self.economics.on(&cell.product.id, cell.marketplace, self.today);
        let exchange =
            |currency| self.workspace.rates.fx(currency, self.workspace.reporting_currency()?, self.today);
        Ways {
            usual: schedule::usual(route, owner, self.workspace),
            quick: schedule::quicker(route, owner, self.workspace),
            extra: extra.and_then(|extra| Some(&extra.amount() * &exchange(extra.currency)?)),
            margin: unit.filter(|unit| !unit.missing.contains(&Input::Fob)).and_then(|unit| {
                Some(&(&unit.proceeds() - &unit.costs.landed()) * &exchange(unit.currency)?)
            }),
            carton: carton(cell.product.pack.as_ref()),
        }
    }

    /// The safety stock of a position, or what is missing for it.
    pub(super) fn safety(&self, cell: Cell<'_>, part: &Part<'_>) -> Result<Safety, Lack> {
        let (route, level) = lacking(cell)?;
        let z = safety::standard_deviations(level).ok_or(Lack::ServiceLevel)?;
        let errors = self.errors(cell, part).filter(|errors| errors.len() >= UNEVEN_WEEKS.1);
        let errors = errors.ok_or(Lack::Sales)?;
        let (lead, lead_deviation) = safety::lead(&route.legs);
        let buffer = Buffer {
            z,
            lead: f64::from(lead) / 7.0,
            lead_deviation: lead_deviation / 7.0,
            demand: mean(cell.weeks, &part.demand, self.today + lead).to_f64(),
            demand_deviation: safety::deviation(&errors),
        };
        Ok(safety::safety(buffer, lead))
    }

    /// By how much each of the last complete weeks, from the first sale on, differed from its plan. Units; weeks
    /// that are not planned or not known are left out.
    fn errors(&self, cell: Cell<'_>, part: &Part<'_>) -> Option<Vec<Ratio>> {
        let scope = Scope::cell(&cell.product.id, cell.marketplace);
        let end = demand::complete_weeks(self.facts, &scope, self.today)?;
        let weeks = (0..UNEVEN_WEEKS.0).rev().map(|back| end - 7 * back).map(|to| Span { from: to - 6, to });
        let week = |span: Span| {
            let sold = demand::by_sku(self.facts, &scope, span)?;
            Some((span, sold.get(&part.entry.sku).cloned().unwrap_or_else(Ratio::zero)))
        };
        let sold = weeks.filter_map(week).skip_while(|(_, sold)| sold.is_zero());
        let error = |(span, sold): (Span, Ratio)| Some(&sold - &(&self.planned(&scope, span)? * &part.share));
        Some(sold.filter_map(error).collect())
    }
}

/// Planned units of a week, on average up to a day.
fn mean(weeks: &[(Period, Span)], demand: &[i128], until: Day) -> Ratio {
    let ahead = weeks.iter().zip(demand).take_while(|((_, days), _)| days.from < until);
    let (days, units) = ahead
        .fold((0, 0), |(days, units), ((_, span), demand)| (days + i128::from(span.len()), units + demand));
    Ratio::new(units * 7, days).unwrap_or_else(Ratio::zero)
}
