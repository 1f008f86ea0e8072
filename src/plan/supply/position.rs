//! One position: the stock of a SKU in a marketplace, its grid and its orders.

use super::build::Inputs;
use super::demand::Mix;
use super::grid::{Flow, Lot, requirements};
use super::remedy::{self, Outlook, Ways};
use super::schedule;
use super::{Arrival, Cover, Lack, Order, Position, Safety, Week, days_of_supply, stock};
use crate::quantity::{Day, MarketplaceId, Period, Ratio, Scope, Span};
use crate::workspace::{Pack, Product, Route, SkuEntry};

/// A product in a marketplace, and the weekly units that the plan sells of it.
#[derive(Clone, Copy)]
pub(super) struct Cell<'a> {
    pub(super) product: &'a Product,
    pub(super) marketplace: &'a MarketplaceId,
    pub(super) route: Option<&'a Route>,
    pub(super) weeks: &'a [(Period, Span)],
    pub(super) weekly: &'a [Ratio],
}

/// A SKU's part of a cell.
pub(super) struct Part<'a> {
    pub(super) entry: &'a SkuEntry,
    pub(super) share: Ratio,
    pub(super) mix: Mix,
    /// Units of each week.
    pub(super) demand: Vec<i128>,
}

impl Inputs<'_> {
    /// The position of a SKU in a marketplace.
    pub(super) fn position(&self, cell: Cell<'_>, part: &Part<'_>) -> Position {
        let sku = &part.entry.sku;
        let (count, shipments) =
            stock::written_of(&self.workspace.stock, (sku, cell.marketplace), self.today);
        let exports = self.exports.get(cell.marketplace);
        let on_hand = exports.and_then(|exports| exports.on_hand(sku, count));
        let ways = cell.route.map(|route| self.ways(cell, route));
        let last = ways.as_ref().and_then(|ways| ways.usual.last());
        let arrivals = exports.map(|exports| exports.arrivals(sku, &shipments, last)).unwrap_or_default();
        let since = on_hand.as_ref().map_or(0, |own| self.sold_since(cell, &part.share, own.day));
        let (safety, lacks) = match self.safety(cell, part) {
            Ok(safety) => (Some(safety), None),
            Err(lack) => (None, Some(lack)),
        };
        let mut position = Position {
            product: cell.product.id.clone(),
            sku: sku.clone(),
            marketplace: cell.marketplace.clone(),
            route: cell.route.map(|route| route.id.clone()),
            on_hand,
            since,
            arrivals,
            share: part.share.clone(),
            mix: part.mix,
            safety,
            lacks,
            weeks: Vec::new(),
            orders: Vec::new(),
            cover: None,
            cover_with_arrivals: None,
            days_of_supply: days_of_supply::measured(
                self.facts,
                (&Scope::cell(&cell.product.id, cell.marketplace), sku),
                self.today,
            ),
            place: cell.product.place.clone(),
        };
        self.plan(&mut position, (cell, part), ways.as_ref());
        position
    }

    /// Fills in the grid, cover and orders, where the stock is known.
    fn plan(&self, position: &mut Position, (cell, part): (Cell<'_>, &Part<'_>), ways: Option<&Ways>) {
        let Some(on_hand) = position.available() else { return };
        let pack = cell.product.pack.as_ref();
        let safety = position.safety.as_ref();
        position.weeks = weeks((cell, part), (on_hand, &position.arrivals), lot(cell.product, safety));
        let covered =
            |units| Cover::of(units, position.weeks.iter().map(|week| (week.length(), week.demand)));
        if !position.weeks.is_empty() {
            position.cover = Some(covered(on_hand));
            let coming: i128 = position.weeks.iter().map(|week| week.scheduled).sum();
            position.cover_with_arrivals = Some(covered(on_hand + coming));
        }
        if let Some(ways) = ways {
            let order = |week| self.order((position, cell.product, pack), week, ways);
            let mut orders: Vec<Order> =
                position.weeks.iter().filter(|week| week.planned > 0).map(order).collect();
            let outlook = Outlook { on_hand, weeks: &position.weeks, today: self.today };
            remedy::remedy(&mut orders, outlook, ways);
            position.orders = orders;
        }
    }

    fn order(
        &self,
        (position, product, pack): (&Position, &Product, Option<&Pack>),
        week: &Week,
        ways: &Ways,
    ) -> Order {
        let legs = schedule::backwards(&ways.usual, week.days.from);
        let order_by = legs.first().map_or(week.days.from, |first| first.span.from);
        let arrival = |day: Day| schedule::arrival(&ways.usual, day);
        let in_time = if order_by < self.today { arrival(self.today) } else { week.days.from };
        let placed = order_by.max(self.today);
        Order {
            id: format!("{}.{}.{}", position.sku, position.marketplace, week.week),
            supplier: product.supplier.as_ref().map(|supplier| supplier.value.clone()),
            units: week.planned,
            cartons: carton(pack).map(|carton| week.planned / carton),
            need: week.days.from,
            order_by,
            placed,
            purchase: String::new(),
            day_late: arrival(placed + 1) - in_time,
            legs,
            remedies: Vec::new(),
        }
    }

    /// Units that the plan sold between a count and today.
    fn sold_since(&self, cell: Cell<'_>, share: &Ratio, counted: Day) -> i128 {
        let Some(span) = Span::new(counted + 1, self.today - 1) else { return 0 };
        let scope = Scope::cell(&cell.product.id, cell.marketplace);
        let planned = self.planned(&scope, span);
        planned.map_or(0, |units| (&units * share).round_scaled(0))
    }
}

impl Position {
    /// Units that can be sold today: those counted, without what the plan has sold since.
    pub fn available(&self) -> Option<i128> {
        self.on_hand.as_ref().map(|own| (own.units - self.since).max(0))
    }
}

impl Week {
    /// Its length in weeks: less than one when days of it do not count.
    pub fn length(&self) -> Ratio {
        Ratio::new(self.days.len().into(), 7).unwrap_or_else(Ratio::one)
    }
}

/// The requirement grid of a position, week by week.
fn weeks(
    (cell, part): (Cell<'_>, &Part<'_>),
    (on_hand, arrivals): (i128, &[Arrival]),
    lot: Lot,
) -> Vec<Week> {
    let days: Vec<(Period, Span)> = cell.weeks.iter().copied().take(part.demand.len()).collect();
    let arriving = |number: usize, span: Span| -> i128 {
        let here =
            |arrival: &&Arrival| span.contains(arrival.day) || (number == 0 && arrival.day < span.from);
        arrivals.iter().filter(here).map(|arrival| arrival.units).sum()
    };
    let flow = |(number, ((_, span), demand)): (usize, (&(Period, Span), &i128))| Flow {
        demand: *demand,
        scheduled: arriving(number, *span),
    };
    let flows: Vec<Flow> = days.iter().zip(&part.demand).enumerate().map(flow).collect();
    let rows = requirements(on_hand, &flows, lot);
    let week = |(((week, days), flow), row): (((Period, Span), &Flow), super::Requirement)| Week {
        week,
        days,
        demand: flow.demand,
        scheduled: flow.scheduled,
        planned: row.planned,
        projected: row.projected,
    };
    days.into_iter().zip(&flows).zip(rows).map(week).collect()
}

/// Receipts of a position come in cartons and last for some weeks; the factory's least order is that of all of them together.
fn lot(product: &Product, safety: Option<&Safety>) -> Lot {
    Lot {
        safety: safety.map_or(0, |safety| safety.units),
        least: 0,
        carton: carton(product.pack.as_ref()).unwrap_or(1),
        weeks: product.order_weeks.into(),
    }
}

/// Units in a carton.
pub(super) fn carton(pack: Option<&Pack>) -> Option<i128> {
    pack.map(|pack| i128::from(pack.carton_units)).filter(|units| *units > 0)
}

/// What makes a safety stock impossible, in the order it is asked for.
pub(super) fn lacking(cell: Cell<'_>) -> Result<(&Route, &Ratio), Lack> {
    let level = cell.product.service_level.as_ref().ok_or(Lack::ServiceLevel)?;
    let route = cell.route.filter(|route| !route.legs.is_empty()).ok_or(Lack::Route)?;
    if cell.weekly.is_empty() { Err(Lack::Plan) } else { Ok((route, level)) }
}
