//! Outflows: what planned orders and shipments under way still cost.

use super::books::{Books, Gap};
use super::{Flow, FlowKind, Milestones};
use crate::plan::economics::Unit;
use crate::plan::supply::{Order, Passage, Position};
use crate::quantity::{Day, Ratio};
use crate::workspace::{Due, Milestone, Shipment, Supplier, Term};

/// A lot of units on its way, with the days that money goes by.
struct Lot<'p> {
    position: &'p Position,
    name: String,
    /// The purchase order; nothing for a shipment.
    purchase: Option<String>,
    units: Ratio,
    days: Milestones,
    /// The share of the price that is paid already; nothing when it is what was due up to the opening.
    paid: Option<Ratio>,
}

impl Books<'_> {
    /// Books what planned orders cost, each placed with its purchase order.
    pub(super) fn orders(&mut self) {
        let supply = self.inputs.supply;
        for (position, order) in supply.orders() {
            let lot = self.order(position, order);
            self.bought(&lot);
            self.lot(&lot);
        }
    }

    /// Books what shipments under way still cost.
    pub(super) fn shipments(&mut self) {
        let (supply, stock) = (self.inputs.supply, &self.inputs.workspace.stock);
        for position in &supply.positions {
            for shipment in stock.coming(&position.sku, &position.marketplace) {
                let lot = self.shipment(position, shipment);
                self.lot(&lot);
            }
        }
    }

    fn lot(&mut self, lot: &Lot<'_>) {
        let terms = self.terms(lot.position);
        self.goods(lot, &terms);
        self.landing(lot);
    }

    /// Notes how long before or after their arrival goods are paid for.
    fn bought(&mut self, lot: &Lot<'_>) {
        let Some(unit) = self.unit_of(lot, lot.days.order) else { return };
        let rate = self.inputs.workspace.rates.fx(unit.currency, self.currency, lot.days.order);
        let price = &(&lot.units * &unit.costs.fob) * &rate.unwrap_or_else(Ratio::zero);
        for term in self.terms(lot.position) {
            let (part, days) = (&price * &term.share, lot.days.due(term.when) - lot.days.arrived);
            self.bought.0 += &part;
            self.bought.1 += &(&part * &Ratio::from_int(days.into()));
        }
    }

    /// An order in time goes by its legs; one that is late begins them on the day it is placed.
    fn order<'p>(&self, position: &'p Position, order: &Order) -> Lot<'p> {
        let workspace = self.inputs.workspace;
        let legs = match order.order_by < order.placed {
            true => position.way_from(workspace, order.placed),
            false => order.legs.clone(),
        };
        let days =
            self.days(position, &legs).unwrap_or_else(|| Milestones::unknown(order.placed, order.need));
        let days = Milestones { order: order.placed, ..days };
        let (name, purchase) = (order.id.clone(), Some(order.purchase.clone()));
        Lot { position, name, purchase, units: Ratio::from_int(order.units), days, paid: None }
    }

    fn shipment<'p>(&self, position: &'p Position, shipment: &Shipment) -> Lot<'p> {
        let arrives = shipment.arrives.max(self.inputs.today);
        let legs = position.way_to(self.inputs.workspace, shipment.arrives);
        let days = self.days(position, &legs).unwrap_or_else(|| Milestones::unknown(arrives, arrives));
        let departed = shipment.departed.unwrap_or(days.departed);
        let days = Milestones { departed, arrived: arrives, ..days };
        let units = Ratio::from_int(shipment.units.into());
        let (name, paid) = (shipment.id.clone(), shipment.paid.clone());
        Lot { position, name, purchase: None, units, days, paid }
    }

    fn days(&self, position: &Position, legs: &[Passage]) -> Option<Milestones> {
        let route = position.route.as_ref().and_then(|id| self.inputs.workspace.route(id));
        Milestones::of(legs, route)
    }

    /// When the supplier of a position is paid; at once where nobody wrote it, which is a gap.
    fn terms(&mut self, position: &Position) -> Vec<Term> {
        let workspace = self.inputs.workspace;
        let product = workspace.product(&position.product);
        let supplier = product.and_then(|product| workspace.supplier(&product.supplier.as_ref()?.value));
        match supplier {
            Some(Supplier { terms, .. }) if !terms.is_empty() => terms.clone(),
            Some(Supplier { id, .. }) => {
                self.gaps.insert(Gap::NoTerms(id.clone()));
                at_once()
            }
            None => at_once(),
        }
    }

    /// Books the factory's price, part by part as it falls due, each at the price of the day of the order.
    fn goods(&mut self, lot: &Lot<'_>, terms: &[Term]) {
        let Some(unit) = self.unit_of(lot, lot.days.order) else { return };
        let price = &lot.units * &unit.costs.fob;
        for (day, share) in self.parts(lot, terms) {
            self.pay(lot, (day, FlowKind::Goods, &price * &share), unit);
        }
    }

    /// The parts of the price that are not paid, with the day of each: of a share that is paid the earliest are,
    /// and what should have been paid since is paid today.
    fn parts(&self, lot: &Lot<'_>, terms: &[Term]) -> Vec<(Day, Ratio)> {
        let mut parts: Vec<(Day, Ratio)> =
            terms.iter().map(|term| (lot.days.due(term.when), term.share.clone())).collect();
        let Some(mut paid) = lot.paid.clone() else { return parts };
        parts.sort_by_key(|(day, _)| *day);
        for (day, share) in &mut parts {
            let done = paid.clone().min(share.clone());
            *share = &*share - &done;
            paid = &paid - &done;
            *day = (*day).max(self.inputs.today);
        }
        parts
    }

    /// Books freight on departure and duty at customs.
    fn landing(&mut self, lot: &Lot<'_>) {
        let wait = i32::try_from(self.inputs.workspace.cash.freight_days.min(3650)).unwrap_or(0);
        if let Some(unit) = self.unit_of(lot, lot.days.departed) {
            let freight = &lot.units * &unit.costs.freight;
            self.pay(lot, (lot.days.departed + wait, FlowKind::Freight, freight), unit);
        }
        if let Some(unit) = self.unit_of(lot, lot.days.cleared) {
            let duty = &lot.units * &(&unit.costs.duty + &unit.costs.other_landed);
            self.pay(lot, (lot.days.cleared, FlowKind::Duty, duty), unit);
        }
    }

    fn unit_of<'u>(&mut self, lot: &Lot<'_>, day: Day) -> Option<&'u Unit>
    where
        Self: 'u,
    {
        // A lot from before the first known day costs what it costs now.
        let cell = (&lot.position.product, &lot.position.marketplace);
        let known = self.inputs.economics.on(cell.0, cell.1, day).is_some();
        self.unit(cell, if known { day } else { self.inputs.today })
    }

    fn pay(&mut self, lot: &Lot<'_>, (day, kind, amount): (Day, FlowKind, Ratio), unit: &Unit) {
        let flow = Flow {
            product: Some(lot.position.product.clone()),
            marketplace: Some(lot.position.marketplace.clone()),
            order: Some(lot.name.clone()),
            purchase: lot.purchase.clone(),
            ..Flow::new(day, -&amount, kind)
        };
        self.book(flow, unit.currency);
    }
}

/// The whole price with the order.
fn at_once() -> Vec<Term> {
    vec![Term { share: Ratio::one(), when: Due { after: Milestone::Order, days: 0 } }]
}
