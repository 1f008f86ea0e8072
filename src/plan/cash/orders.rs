//! Outflows: what planned orders and shipments under way still cost.

use super::books::{Books, Gap};
use super::{Flow, FlowKind, Milestones};
use crate::plan::economics::Unit;
use crate::plan::supply::{Order, Position};
use crate::quantity::{Day, Ratio};
use crate::workspace::{Due, Milestone, Supplier, Term};

/// A lot of units on its way, with the days that money goes by.
struct Lot<'p> {
    position: &'p Position,
    name: String,
    units: Ratio,
    days: Milestones,
}

impl Books<'_> {
    /// Books what planned orders cost, each placed on the last day that is in time, or today when that has passed.
    pub(super) fn orders(&mut self) {
        let supply = self.inputs.supply;
        for (position, order) in supply.orders() {
            let (lot, terms) = (self.lot(position, order), self.terms(position));
            self.goods(&lot, &terms);
            self.landing(&lot);
        }
    }

    fn lot<'p>(&self, position: &'p Position, order: &Order) -> Lot<'p> {
        let route = position.route.as_ref().and_then(|id| self.inputs.workspace.route(id));
        let days = Milestones::of(&order.legs, route);
        let days = days.unwrap_or_else(|| Milestones::unknown(order.order_by, order.need));
        let late = (self.inputs.today - order.order_by).max(0);
        let units = Ratio::from_int(order.units);
        Lot { position, name: order.id.clone(), units, days: days.later(late) }
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

    /// Books the factory's price, part by part, each at the price of the day of the order.
    fn goods(&mut self, lot: &Lot<'_>, terms: &[Term]) {
        let Some(unit) = self.unit_of(lot, lot.days.order) else { return };
        let price = &lot.units * &unit.costs.fob;
        for term in terms {
            self.pay(lot, (lot.days.due(term.when), FlowKind::Goods, &price * &term.share), unit);
        }
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
        self.unit((&lot.position.product, &lot.position.marketplace), day)
    }

    fn pay(&mut self, lot: &Lot<'_>, (day, kind, amount): (Day, FlowKind, Ratio), unit: &Unit) {
        let flow = Flow {
            product: Some(lot.position.product.clone()),
            marketplace: Some(lot.position.marketplace.clone()),
            order: Some(lot.name.clone()),
            ..Flow::new(day, -&amount, kind)
        };
        self.book(flow, unit.currency);
    }
}

/// The whole price with the order.
fn at_once() -> Vec<Term> {
    vec![Term { share: Ratio::one(), when: Due { after: Milestone::Order, days: 0 } }]
}
