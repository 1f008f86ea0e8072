//! Products and their SKUs (`products.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, Id, MarketplaceId, Money, ProductId, Ratio, Sku, Text};

use super::At;
use super::logistics::Route;
use super::supplier::Supplier;

/// A product, which may have several SKUs.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// Its name in files and paths.
    pub id: ProductId,
    /// Its name for readers.
    pub name: Text,
    /// Where it is in its life.
    pub status: ProductStatus,
    /// First day of sale.
    pub launch: Option<Day>,
    /// Its stock-keeping units.
    pub skus: Vec<SkuEntry>,
    /// Its fee category in each marketplace.
    pub category: Vec<(At<MarketplaceId>, String)>,
    /// Its customs code.
    pub hs: Option<String>,
    /// Who makes it.
    pub supplier: Option<At<Id<Supplier>>>,
    /// What it costs, from when.
    pub costs: Vec<Cost>,
    /// Its list price in each marketplace.
    pub prices: Vec<Price>,
    /// Its carton.
    pub pack: Option<Pack>,
    /// The route it takes, unless a marketplace has its own.
    pub route: Option<At<Id<Route>>>,
    /// The route to one marketplace.
    pub routes: Vec<(At<MarketplaceId>, At<Id<Route>>)>,
    /// Approvals it needs.
    pub compliance: Vec<Compliance>,
    /// The share of demand that stock shall meet (0.95).
    pub service_level: Option<Ratio>,
    /// Where it is written.
    pub place: Place,
}

impl Product {
    /// What a unit costs on a day: of the latest row that had begun.
    pub fn cost_on(&self, day: Day) -> Option<&Cost> {
        self.costs.iter().filter(|cost| cost.from <= day).max_by_key(|cost| cost.from)
    }

    /// Its list price in a marketplace.
    pub fn price_in(&self, marketplace: &MarketplaceId) -> Option<&Money> {
        self.prices.iter().find(|price| price.marketplace.value == *marketplace).map(|price| &price.amount)
    }

    /// The route to a marketplace.
    pub fn route_to(&self, marketplace: &MarketplaceId) -> Option<&At<Id<Route>>> {
        let own = self.routes.iter().find(|(place, _)| place.value == *marketplace);
        own.map(|(_, route)| route).or(self.route.as_ref())
    }
}

/// Where a product is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProductStatus {
    /// Only thought of.
    Idea,
    /// Being developed.
    Develop,
    /// Being brought to market.
    Launch,
    /// On sale.
    Live,
    /// Sold off.
    PhaseOut,
    /// No longer sold.
    Ended,
}

/// A stock-keeping unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkuEntry {
    /// Its code.
    pub sku: Sku,
    /// Its name for readers, when it differs from its product's.
    pub name: Option<Text>,
    /// Its ASIN.
    pub asin: Option<String>,
    /// Its barcode.
    pub barcode: Option<String>,
    /// The parent listing.
    pub parent: Option<String>,
    /// Where it is sold; everywhere when empty.
    pub marketplaces: Vec<At<MarketplaceId>>,
    /// Where it is written.
    pub place: Place,
}

/// What a unit costs from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The first day it holds.
    pub from: Day,
    /// Free on board.
    pub fob: Money,
    /// Where it is written.
    pub place: Place,
}

/// A list price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Where.
    pub marketplace: At<MarketplaceId>,
    /// How much, with or without tax as the marketplace shows it.
    pub amount: Money,
}

/// A carton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Units in it.
    pub carton_units: u32,
    /// Length, width and height in centimetres.
    pub carton_cm: Option<[Ratio; 3]>,
    /// Weight in kilograms.
    pub carton_kg: Option<Ratio>,
    /// The least that can be ordered, in units.
    pub moq: Option<u32>,
}

/// An approval that a market asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compliance {
    /// The market.
    pub marketplace: At<MarketplaceId>,
    /// What it asks for.
    pub need: String,
    /// How far it is.
    pub status: super::Status,
    /// The last day it holds.
    pub expires: Option<At<Day>>,
}
