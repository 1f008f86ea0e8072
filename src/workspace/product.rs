//! Products and their SKUs (`products.yaml`).

use crate::diagnostic::{Place, codes};
use crate::quantity::{Day, Id, MarketplaceId, Money, ProductId, Ratio, Sku, Text};

use super::At;
use super::logistics::Route;
use super::read::{Context, Fields, Read};
use super::scalar::{Code, Share, words};
use super::supplier::Supplier;
use super::yaml::{Node, Value};

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
    /// Last day of sale, of a product that is phased out.
    pub last_day: Option<At<Day>>,
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
    /// For how many weeks an order shall last; four when nobody wrote it.
    pub order_weeks: u16,
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

    /// Its list price in a marketplace on a day: of the latest row that had begun.
    pub fn price_on(&self, marketplace: &MarketplaceId, day: Day) -> Option<&Price> {
        let here = self.prices.iter().filter(|price| price.marketplace.value == *marketplace);
        here.filter(|price| price.from.is_none_or(|from| from <= day)).max_by_key(|price| price.from)
    }

    /// Its SKUs that are sold in a marketplace.
    pub fn skus_in(&self, marketplace: &MarketplaceId) -> impl Iterator<Item = &SkuEntry> {
        let sold = |entry: &&SkuEntry| {
            entry.marketplaces.is_empty()
                || entry.marketplaces.iter().any(|place| place.value == *marketplace)
        };
        self.skus.iter().filter(sold)
    }

    /// Its fee category in a marketplace.
    pub fn category_in(&self, marketplace: &MarketplaceId) -> Option<&str> {
        let own = self.category.iter().find(|(place, _)| place.value == *marketplace);
        own.map(|(_, category)| category.as_str())
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
    /// Its weight among the SKUs of its product when planned units are split; measured when nobody wrote it.
    pub share: Option<Ratio>,
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

/// A list price, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Where.
    pub marketplace: At<MarketplaceId>,
    /// The first day it holds; always when nothing.
    pub from: Option<Day>,
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

words!(ProductStatus {
    "idea" => ProductStatus::Idea,
    "develop" => ProductStatus::Develop,
    "launch" => ProductStatus::Launch,
    "live" => ProductStatus::Live,
    "phase-out" => ProductStatus::PhaseOut,
    "ended" => ProductStatus::Ended,
});

impl Read for Product {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<ProductId> = f.id();
        let name = f.optional("name");
        let status = f.optional("status").unwrap_or(ProductStatus::Live);
        let launch = f.optional("launch");
        let last_day: Option<At<Day>> = f.optional("last_day");
        f.check_order(launch, last_day.as_ref().map(|day| day.value), "last_day");
        let skus = f.list("skus");
        let category = f.pairs("category");
        let hs = f.optional::<Code>("hs").map(|code| code.0);
        let supplier = f.optional("supplier");
        let costs = f.list("cost");
        let prices = read_prices(&mut f);
        let pack = f.optional("pack");
        let lead: Lead = f.optional("lead").unwrap_or_default();
        let compliance = f.list("compliance");
        let service_level = f.optional::<Share>("service_level").map(|share| share.0);
        let place = f.finish();
        let id = id?;
        Some(Product {
            name: name.unwrap_or_else(|| Text::plain(id.as_str())),
            id,
            status,
            launch,
            last_day,
            skus,
            category,
            hs,
            supplier,
            costs,
            prices,
            pack,
            route: lead.route,
            routes: lead.routes,
            order_weeks: lead.weeks.unwrap_or(4).clamp(1, 52),
            compliance,
            service_level,
            place,
        })
    }
}

impl SkuEntry {
    /// Whether it is sold in a marketplace.
    pub fn is_in(&self, marketplace: &MarketplaceId) -> bool {
        self.marketplaces.is_empty() || self.marketplaces.iter().any(|m| m.value == *marketplace)
    }
}

impl Read for SkuEntry {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let sku = f.id_in("sku");
        let name = f.optional("name");
        let asin = f.optional::<Code>("asin").map(|code| code.0);
        let barcode = f.optional::<Code>("barcode").map(|code| code.0);
        let parent = f.optional::<Code>("parent").map(|code| code.0);
        let marketplaces = f.list("marketplaces");
        let share = f.optional::<Share>("share").map(|share| share.0);
        let place = f.finish();
        Some(SkuEntry { sku: sku?, name, asin, barcode, parent, marketplaces, share, place })
    }
}

impl Read for Cost {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (from, fob) = (f.required("from"), f.required("fob"));
        let place = f.finish();
        Some(Cost { from: from?, fob: fob?, place })
    }
}

/// `29.99 USD`, or rows of `{from: 2026-01-01, amount: 29.99 USD}`.
/// Reads `price:`, by marketplace.
pub(super) fn read_prices(f: &mut Fields<'_, '_>) -> Vec<Price> {
    let rows: Vec<(At<MarketplaceId>, PriceRows)> = f.pairs("price");
    rows.into_iter().flat_map(|(place, rows)| rows.of(&place)).collect()
}

struct PriceRows(Vec<(Option<Day>, Money)>);

impl PriceRows {
    fn of(self, marketplace: &At<MarketplaceId>) -> Vec<Price> {
        let price = |(from, amount)| Price { marketplace: marketplace.clone(), from, amount };
        self.0.into_iter().map(price).collect()
    }
}

impl Read for PriceRows {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        if !matches!(node.value, Value::List(_)) {
            return Money::read(node, cx).map(|amount| PriceRows(vec![(None, amount)]));
        }
        let rows: Vec<PriceRow> = Vec::read(node, cx)?;
        Some(PriceRows(rows.into_iter().map(|row| (Some(row.from), row.amount)).collect()))
    }
}

struct PriceRow {
    from: Day,
    amount: Money,
}

impl Read for PriceRow {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (from, amount) = (f.required("from"), f.required("amount"));
        f.finish();
        Some(PriceRow { from: from?, amount: amount? })
    }
}

#[derive(Default)]
struct Lead {
    route: Option<At<Id<Route>>>,
    routes: Vec<(At<MarketplaceId>, At<Id<Route>>)>,
    weeks: Option<u16>,
}

impl Read for Lead {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (route, routes) = (f.optional("route"), f.pairs("routes"));
        let weeks = f.optional("order_weeks");
        f.finish();
        Some(Lead { route, routes, weeks })
    }
}

impl Read for Pack {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let carton_units = f.required("carton_units");
        let carton_cm = f.optional::<Edges>("carton_cm").map(|edges| edges.0);
        let (carton_kg, moq) = (f.optional("carton_kg"), f.optional("moq"));
        f.finish();
        Some(Pack { carton_units: carton_units?, carton_cm, carton_kg, moq })
    }
}

/// Length, width and height.
struct Edges([Ratio; 3]);

impl Read for Edges {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let edges: Vec<Ratio> = Vec::read(node, cx)?;
        let edges = edges.try_into().ok();
        if edges.is_none() {
            cx.refuse(codes::BAD_VALUE, node, "form-edges");
        }
        edges.map(Edges)
    }
}

impl Read for Compliance {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (marketplace, need) = (f.required("market"), f.required("need"));
        let (status, expires) = (f.required("status"), f.optional("expires"));
        f.finish();
        Some(Compliance { marketplace: marketplace?, need: need?, status: status?, expires })
    }
}
