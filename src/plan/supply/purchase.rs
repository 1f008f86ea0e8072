//! Purchase orders: what a factory is asked to make at once, for all marketplaces.

use std::collections::BTreeMap;

use super::{Order, Position};
use crate::quantity::{Day, Grain, Id, MarketplaceId, Period, ProductId, Ratio, Sku};
use crate::workspace::{Pack, Product, Supplier};

/// An order to a factory: the orders of one product that are placed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurchaseOrder {
    /// Its name: product and week it is placed in.
    pub id: String,
    /// Who makes it.
    pub supplier: Option<Id<Supplier>>,
    /// The product.
    pub product: ProductId,
    /// The last day for the first of its lines to be in time; it may have passed.
    pub order_by: Day,
    /// The day it is placed on: `order_by`, but never before today.
    pub placed: Day,
    /// Its lines, by the day each would have to be ordered at the latest.
    pub lines: Vec<Line>,
    /// Units of all lines.
    pub units: i128,
    /// Cartons of all lines; nothing when the carton is not known.
    pub cartons: Option<i128>,
    /// Cubic metres of all cartons; nothing when their size is not known.
    pub cbm: Option<Ratio>,
    /// Kilograms of all cartons; nothing when their weight is not known.
    pub kg: Option<Ratio>,
    /// The factory's least order in units.
    pub least: Option<i128>,
    /// Units that are missing to the factory's least order; nought when there are enough.
    pub short: i128,
    /// For how many weeks of all the product's planned demand these would last.
    pub short_weeks: Option<Ratio>,
}

/// A line of a purchase order: one position's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The order's name.
    pub order: String,
    /// The SKU.
    pub sku: Sku,
    /// Where it goes.
    pub marketplace: MarketplaceId,
    /// Units.
    pub units: i128,
    /// Cartons; nothing when the carton is not known.
    pub cartons: Option<i128>,
    /// The day of need.
    pub need: Day,
    /// The last day to order it.
    pub order_by: Day,
}

/// Gathers the orders of a product's positions into purchase orders, and tells each order which it is part of.
///
/// A purchase order begins with the first order not yet part of one. It takes all that must be ordered in the weeks an
/// order lasts for, and further ones until the factory's least order is reached.
pub(super) fn gather(product: &Product, positions: &mut [Position], today: Day) -> Vec<PurchaseOrder> {
    let mut lines: Vec<Line> = positions
        .iter()
        .flat_map(|position| position.orders.iter().map(move |order| line(position, order)))
        .collect();
    lines.sort_by_key(|line| line.order_by);
    let weekly: Ratio = positions.iter().filter_map(Position::weekly).sum();
    let mut purchases: Vec<PurchaseOrder> = Vec::new();
    for line in lines {
        let days = i32::from(product.order_weeks) * 7;
        let open = purchases.last_mut().filter(|open| line.order_by < open.placed + days || open.short > 0);
        match open {
            Some(open) => open.add(line, product.pack.as_ref()),
            None => purchases.push(PurchaseOrder::of(line, product, today)),
        }
    }
    for purchase in &mut purchases {
        purchase.short_weeks = Ratio::from_int(purchase.short).checked_div(&weekly);
    }
    name(positions, &purchases);
    purchases
}

impl Position {
    /// Planned units of a week ahead, on average; nothing when no week is known.
    pub(super) fn weekly(&self) -> Option<Ratio> {
        let units: i128 = self.weeks.iter().map(|week| week.demand).sum();
        let weeks: Ratio = self.weeks.iter().map(super::Week::length).sum();
        Ratio::from_int(units).checked_div(&weeks)
    }
}

fn line(position: &Position, order: &Order) -> Line {
    Line {
        order: order.id.clone(),
        sku: position.sku.clone(),
        marketplace: position.marketplace.clone(),
        units: order.units,
        cartons: order.cartons,
        need: order.need,
        order_by: order.order_by,
    }
}

/// Tells each order the purchase order that it is part of.
fn name(positions: &mut [Position], purchases: &[PurchaseOrder]) {
    let lines = purchases.iter().flat_map(|purchase| {
        purchase.lines.iter().map(move |line| (line.order.as_str(), (purchase.id.as_str(), purchase.placed)))
    });
    let by_order: BTreeMap<&str, (&str, Day)> = lines.collect();
    for order in positions.iter_mut().flat_map(|position| &mut position.orders) {
        if let Some((id, placed)) = by_order.get(order.id.as_str()) {
            (order.purchase, order.placed) = ((*id).to_owned(), *placed);
        }
    }
}

impl PurchaseOrder {
    fn of(line: Line, product: &Product, today: Day) -> Self {
        let placed = line.order_by.max(today);
        let pack = product.pack.as_ref();
        let mut purchase = PurchaseOrder {
            id: format!("{}.{}", product.id, Period::containing(placed, Grain::Week)),
            supplier: product.supplier.as_ref().map(|supplier| supplier.value.clone()),
            product: product.id.clone(),
            order_by: line.order_by,
            placed,
            lines: Vec::new(),
            units: 0,
            cartons: Some(0),
            cbm: None,
            kg: None,
            least: pack.and_then(|pack| pack.moq).map(i128::from),
            short: 0,
            short_weeks: None,
        };
        purchase.add(line, pack);
        purchase
    }

    fn add(&mut self, line: Line, pack: Option<&Pack>) {
        self.units += line.units;
        self.cartons = self.cartons.zip(line.cartons).map(|(sum, own)| sum + own);
        let (cbm, kg) = freight(pack, self.cartons);
        (self.cbm, self.kg) = (cbm, kg);
        self.short = self.least.map_or(0, |least| (least - self.units).max(0));
        self.lines.push(line);
    }
}

/// Cubic metres and kilograms of some cartons, where their size and weight are known.
pub fn freight(pack: Option<&Pack>, cartons: Option<i128>) -> (Option<Ratio>, Option<Ratio>) {
    let Some((pack, cartons)) = pack.zip(cartons.map(Ratio::from_int)) else { return (None, None) };
    let metres = Ratio::from_scaled(1, 6);
    let size = |edges: &[Ratio; 3]| &(&edges[0] * &edges[1]) * &edges[2];
    let cbm = pack.carton_cm.as_ref().map(|edges| &(&size(edges) * &metres) * &cartons);
    (cbm, pack.carton_kg.as_ref().map(|kg| kg * &cartons))
}
