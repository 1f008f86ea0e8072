//! Supply: from planned units to what must be ordered by when, leg by leg (domain 4.1, 4.2).
//!
//! Planned units become weekly demand of each SKU in each marketplace, the requirement grid says what must arrive when,
//! the schedule on which day to order it, and purchase orders gather what a factory is asked to make at once.

mod build;
mod calendar;
mod closure;
mod cover;
mod days_of_supply;
mod demand;
mod finding;
mod grid;
mod lookout;
mod position;
mod purchase;
mod remedy;
mod safety;
mod schedule;
mod stock;
mod turnover;
mod way;

use crate::diagnostic::Place;
use crate::quantity::{Day, Id, MarketplaceId, Period, ProductId, Ratio, Sku, Span};
use crate::workspace::{Route, Supplier};

pub use calendar::Closed;
pub use days_of_supply::DaysOfSupply;
pub use demand::Mix;
pub use grid::{Flow, Lot, Requirement, requirements};
pub use purchase::{Line, PurchaseOrder, freight};
pub use safety::{Buffer, standard_deviations};
pub use schedule::{Stage, backwards, forwards};
pub use turnover::{Turnover, turns};

/// What must be ordered by when.
#[derive(Clone, Debug, Default)]
pub struct Supply {
    /// One for each SKU in each marketplace where it is sold, in the catalogue's order: product, marketplace, SKU.
    pub positions: Vec<Position>,
    /// What the factories are asked to make, by the day to order.
    pub purchases: Vec<PurchaseOrder>,
    /// The planned turnover of each product whose stock, plan and cost are known everywhere.
    pub turnovers: Vec<Turnover>,
}

/// The stock of one SKU in one marketplace, now and week by week.
#[derive(Clone, Debug)]
pub struct Position {
    /// The product.
    pub product: ProductId,
    /// The SKU.
    pub sku: Sku,
    /// The marketplace whose warehouse it lies in.
    pub marketplace: MarketplaceId,
    /// The way it comes.
    pub route: Option<Id<Route>>,
    /// Units that can be sold; nothing when nobody knows.
    pub on_hand: Option<OnHand>,
    /// Units that the plan has sold since they were counted: the weeks begin without them.
    pub since: i128,
    /// Units that are on their way, by day of arrival; one whose day has passed counts as arriving today.
    pub arrivals: Vec<Arrival>,
    /// Its share of its product's planned units in the marketplace.
    pub share: Ratio,
    /// How that share was found.
    pub mix: Mix,
    /// Safety stock in units; nothing when its inputs are missing.
    pub safety: Option<Safety>,
    /// What is missing for a safety stock.
    pub lacks: Option<Lack>,
    /// The weeks ahead, the present one first; none when the stock or the plan is not known.
    pub weeks: Vec<Week>,
    /// What must be ordered, by the day it is needed.
    pub orders: Vec<Order>,
    /// For how many weeks the stock at hand lasts, looking forward.
    pub cover: Option<Cover>,
    /// For how many weeks it lasts with what is under way.
    pub cover_with_arrivals: Option<Cover>,
    /// Days of supply looking back; nothing when the stock of each of the last ninety days is not known.
    pub days_of_supply: Option<DaysOfSupply>,
    /// Where the product is written.
    pub place: Place,
}

/// Units at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnHand {
    /// How many.
    pub units: i128,
    /// The day they were counted.
    pub day: Day,
    /// Whether they come from an inventory export; else somebody wrote them.
    pub measured: bool,
}

/// Units on their way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The shipment's name in files.
    pub id: String,
    /// The day they can be sold.
    pub day: Day,
    /// How many.
    pub units: i128,
    /// Whether somebody wrote the day; else it is the day of the export and the last leg of the route.
    pub dated: bool,
}

/// What is missing for a safety stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// `service_level` of the product.
    ServiceLevel,
    /// A route.
    Route,
    /// Eight complete weeks of sales.
    Sales,
    /// Planned units.
    Plan,
}

/// Safety stock and what it is made of: z·√(L·σd² + d²·σL²).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Safety {
    /// Units, rounded up.
    pub units: i128,
    /// Units that demand alone would ask for.
    pub of_demand: i128,
    /// Units at hand and under way at which to order: planned demand over the lead time, and the safety stock.
    pub reorder_point: i128,
    /// The lead time, in days.
    pub lead: i32,
}

/// One week of the requirement grid, in units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// The ISO week.
    pub week: Period,
    /// Its days that count: not those before today, nor those after the planned ones.
    pub days: Span,
    /// What the plan sells in it.
    pub demand: i128,
    /// What arrives from shipments under way.
    pub scheduled: i128,
    /// What must arrive besides.
    pub planned: i128,
    /// What is left at its end.
    pub projected: i128,
}

/// What must be ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its name, the same in every build while SKU, marketplace and week of need are: `SW-CB-01-GY.US.2027-W06`.
    pub id: String,
    /// Who makes it.
    pub supplier: Option<Id<Supplier>>,
    /// Units, in whole cartons; the least order of the factory is that of the purchase order.
    pub units: i128,
    /// Cartons; nothing when the carton is not known.
    pub cartons: Option<i128>,
    /// The day on which they must be ready for sale.
    pub need: Day,
    /// The last day on which to order for that.
    pub order_by: Day,
    /// The day it is ordered on, with the rest of its purchase order: never before today.
    pub placed: Day,
    /// The purchase order it is part of.
    pub purchase: String,
    /// Days that it comes later when ordered one day after `order_by` (when that has passed: tomorrow instead of today).
    /// More than a few: a closure lies in the way.
    pub day_late: i32,
    /// The legs in the order they are travelled.
    pub legs: Vec<Passage>,
    /// What can be done when the day to order has passed; empty when it has not.
    pub remedies: Vec<Remedy>,
}

/// One leg of an order's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The leg's name in files.
    pub leg: String,
    /// From its first day to the day on which it is over (which is the next leg's first, but for waiting).
    pub span: Span,
    /// Days the goods wait after it.
    pub wait: i32,
}

/// A way out of an order that is past due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Which.
    pub kind: RemedyKind,
    /// The units it moves.
    pub units: i128,
    /// The day they can be sold.
    pub arrives: Day,
    /// Units that cannot be sold all the same: demand that finds no stock before they arrive.
    pub missed: i128,
    /// What it costs more, in the reporting currency; nothing when a price is missing.
    pub cost: Option<Ratio>,
    /// Contribution that is lost all the same, in the reporting currency; nothing when it is not known.
    pub lost: Option<Ratio>,
    /// Whether it costs less than it saves; nothing when a price is missing, or when it costs nothing.
    pub pays: Option<bool>,
}

/// The ways out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemedyKind {
    /// All of it by the quicker leg.
    Air,
    /// Only what would miss sales by the quicker leg, the rest as usual.
    Split,
    /// The usual way, and be out of stock until then.
    Fewer,
}

/// Forward cover: how long units last against planned demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Weeks; those without demand count as covered.
    pub weeks: Ratio,
    /// Whether they last beyond the last planned week: then it is "at least".
    pub beyond: bool,
}

/// How urgent an order is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Its last day has passed.
    PastDue,
    /// Its last day is within four weeks.
    Due,
    /// There is time.
    Later,
}

impl Urgency {
    /// The word for it in tables: `past-due`, `due` or `later`.
    pub fn word(self) -> &'static str {
        match self {
            Urgency::PastDue => "past-due",
            Urgency::Due => "due",
            Urgency::Later => "later",
        }
    }
}

/// Days ahead in which an order is due.
pub(super) const SOON: i32 = 28;

impl Order {
    /// How urgent it is on a day.
    pub fn state(&self, today: Day) -> Urgency {
        match self.order_by - today {
            left if left < 0 => Urgency::PastDue,
            left if left < SOON => Urgency::Due,
            _ => Urgency::Later,
        }
    }
}

impl Supply {
    /// Every order with its position, by the day to order.
    pub fn orders(&self) -> Vec<(&Position, &Order)> {
        let mut all: Vec<(&Position, &Order)> = self
            .positions
            .iter()
            .flat_map(|position| position.orders.iter().map(move |o| (position, o)))
            .collect();
        all.sort_by_key(|(_, order)| (order.order_by, order.need));
        all
    }
}
