//! What reading results needs to know of the workspace.

use std::collections::{BTreeMap, BTreeSet};

use super::place::Markets;
use super::reader::Candidate;
use super::value::{Mark, Numbers};
use crate::facts::{Basis, Exchange, Item, Scale, unmapped_product};
use crate::metric::{Catalogue, Dimension, Measure, Over, Unit};
use crate::quantity::{Currency, Day, Grain, MeasureId, ProductId, Sku};
use crate::workspace::{Format, Product, Workspace};

/// What reading results needs to know of the workspace.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub(super) markets: Markets,
    /// The known products; when empty, those of the data are taken.
    pub(super) products: BTreeSet<ProductId>,
    pub(super) skus: BTreeMap<String, Item>,
    pub(super) asins: BTreeMap<String, Item>,
    pub(super) measures: Vec<Measure>,
    /// Whether the measures are the company's own: then no other column is one.
    pub(super) own_measures: bool,
    pub(super) exchange: Exchange,
}

/// A measure that a column carries.
#[derive(Clone, Debug)]
pub(super) struct Carried {
    pub(super) measure: MeasureId,
    pub(super) scale: Scale,
    /// The period that a date stands for.
    pub(super) grain: Grain,
    /// The further dimensions that it is kept by.
    pub(super) dimensions: Vec<String>,
    /// How it adds over days, by what the measure says.
    pub(super) over: Over,
}

impl Setting {
    /// What a workspace says.
    pub(super) fn of(workspace: &Workspace) -> Self {
        let measures = workspace.catalogue.measures();
        Setting {
            markets: Markets::of(&workspace.marketplaces),
            products: workspace.products.iter().map(|product| product.id.clone()).collect(),
            skus: skus(&workspace.products),
            asins: asins(&workspace.products),
            measures: measures.to_vec(),
            own_measures: measures != Catalogue::standard().measures(),
            exchange: exchange(workspace),
        }
    }

    /// The measures that a figure or a column of a format feeds; `usual` is the one that it feeds unasked.
    pub(super) fn carried(&self, format: &Format, column: &str, usual: Option<&str>) -> Vec<Carried> {
        let feeds = |measure: &&Measure| match measure.source.as_slice() {
            [] => usual == Some(measure.id.as_str()),
            sources => sources
                .iter()
                .any(|source| format.is_called(&source.report) && source.column.eq_ignore_ascii_case(column)),
        };
        self.measures.iter().filter(feeds).map(Carried::of).collect()
    }

    /// The measures that a column of an open format carries by its name. Without a catalogue of measures, a column
    /// of numbers is one of its own.
    pub(super) fn carried_by_name(&self, format: &Format, header: &Candidate, at: usize) -> Vec<Carried> {
        let name = &header.names[at];
        let by_source = |measure: &Measure| {
            let mut sources = measure.source.iter();
            sources.any(|source| format.is_called(&source.report) && source.column.eq_ignore_ascii_case(name))
        };
        let carries =
            |measure: &&Measure| measure.id.as_str().eq_ignore_ascii_case(name) || by_source(measure);
        let known: Vec<Carried> = self.measures.iter().filter(carries).map(Carried::of).collect();
        if !known.is_empty() || self.own_measures || !begins_with_number(header, at) {
            return known;
        }
        let measure = MeasureId::new(&name.to_lowercase());
        let (scale, grain, over) = (Scale::Number, Grain::Day, Over::Flow);
        vec![Carried { measure, scale, grain, dimensions: Vec::new(), over }]
    }

    /// The dimension of a column of an open format: one by which a measure is kept, other than those of the company's
    /// own lists.
    pub(super) fn dimension(&self, name: &str) -> Option<&str> {
        let mut dimensions = self.measures.iter().flat_map(Measure::extra_dimensions);
        dimensions.find(|dimension| dimension.eq_ignore_ascii_case(name))
    }

    /// Whether there are measures, and none of them is known by its product.
    pub(super) fn is_of_market(&self, carried: impl Iterator<Item = Carried>) -> bool {
        let ids: Vec<MeasureId> = carried.map(|carried| carried.measure).collect();
        let known = |id: &MeasureId| self.measures.iter().find(|measure| measure.id == *id);
        let is_of_market = |id| known(id).is_some_and(|measure| !measure.splits_by("product"));
        !ids.is_empty() && ids.iter().all(is_of_market)
    }

    /// The item of a SKU, or of a product where the file names no SKU.
    pub(super) fn item(&self, product: &str, sku: &str) -> Item {
        if self.products.is_empty() {
            return new_item(product, sku);
        }
        let own = ProductId::new(product);
        match self.skus.get(sku) {
            Some(item) => item.clone(),
            None if sku.is_empty() && self.products.contains(&own) => Item { product: own, sku: None },
            None => unmapped(if sku.is_empty() { product } else { sku }),
        }
    }

    /// The item that an ASIN belongs to.
    pub(super) fn item_of_asin(&self, asin: &str) -> Item {
        if self.products.is_empty() {
            return new_item(asin, "");
        }
        self.asins.get(asin).cloned().unwrap_or_else(|| unmapped(asin))
    }
}

fn skus(products: &[Product]) -> BTreeMap<String, Item> {
    let of = |product: &Product, sku: &Sku| Item { product: product.id.clone(), sku: Some(sku.clone()) };
    let entries = products.iter().flat_map(|product| product.skus.iter().map(move |entry| (product, entry)));
    entries.map(|(product, entry)| (entry.sku.to_string(), of(product, &entry.sku))).collect()
}

/// An ASIN that several SKUs share speaks of their product as a whole.
fn asins(products: &[Product]) -> BTreeMap<String, Item> {
    let mut items: BTreeMap<String, Item> = BTreeMap::new();
    for (product, entry) in products.iter().flat_map(|product| product.skus.iter().map(move |e| (product, e)))
    {
        let Some(asin) = &entry.asin else { continue };
        let item = Item { product: product.id.clone(), sku: Some(entry.sku.clone()) };
        items.entry(asin.clone()).and_modify(|known| known.sku = None).or_insert(item);
    }
    items
}

/// The rates of every day on which one changes: those of the plan, and the actual ones.
fn exchange(workspace: &Workspace) -> Exchange {
    let reporting = workspace.reporting_currency().unwrap_or(Currency::NONE);
    let mut exchange = Exchange::new(reporting);
    let fx = workspace.rates.rows().iter().filter(|rate| rate.id == "fx");
    let days: BTreeSet<Day> =
        fx.flat_map(|rate| [Some(rate.from), rate.to.map(|to| to + 1)]).flatten().collect();
    // Results may name currencies of marketplaces that no file lists.
    let listed = workspace.marketplaces.iter().map(|market| market.currency);
    let currencies: BTreeSet<Currency> = listed.chain(workspace.rates.currencies()).collect();
    for currency in currencies.into_iter().filter(|currency| *currency != reporting) {
        for (basis, name) in [(Basis::Plan, "plan"), (Basis::Actual, "actual")] {
            for day in &days {
                let rate = workspace.rates.fx_by(name, (currency, reporting), *day);
                exchange.set((basis, currency), *day, rate);
            }
        }
    }
    exchange
}

/// Without a catalogue, each SKU is a product.
fn new_item(product: &str, sku: &str) -> Item {
    let name = if product.is_empty() { sku } else { product };
    Item { product: ProductId::new(name), sku: (!sku.is_empty()).then(|| Sku::new(sku)) }
}

fn unmapped(name: &str) -> Item {
    Item { product: unmapped_product(), sku: Some(Sku::new(name)) }
}

impl Carried {
    /// A figure that is only set against those of other reports.
    pub(super) fn compared(measure: &str, scale: Option<Scale>) -> Self {
        let measure = MeasureId::new(measure);
        Carried {
            measure,
            scale: scale.unwrap_or(Scale::Count),
            grain: Grain::Day,
            over: Over::Flow,
            dimensions: Vec::new(),
        }
    }

    fn of(measure: &Measure) -> Self {
        let dimensions = measure.grains.iter().map(|dimension| dimension.name().to_owned()).collect();
        let (scale, grain) = (scale(measure.unit), grain(measure));
        Carried { measure: measure.id.clone(), scale, grain, dimensions, over: measure.over }
    }
}

/// Whether the first filled cell of a column is a number.
fn begins_with_number(header: &Candidate, at: usize) -> bool {
    let sample = header.sample();
    let cells = sample.iter().filter_map(|row| row.get(at)).map(|cell| cell.trim());
    let first = cells.into_iter().find(|cell| !cell.is_empty());
    first.is_some_and(|cell| {
        Numbers { mark: Mark::Point }.decimal(cell, Scale::Number.digits()).value().is_some()
    })
}

/// How figures of a unit are kept.
pub(super) fn scale(unit: Unit) -> Scale {
    match unit {
        Unit::Money => Scale::Money,
        Unit::Count => Scale::Count,
        Unit::Percent | Unit::Number | Unit::Days => Scale::Number,
    }
}

/// The finest period that a measure is given for.
fn grain(measure: &Measure) -> Grain {
    let has = |name: &str| measure.grains.contains(&Dimension::new(name));
    match () {
        () if has("day") => Grain::Day,
        () if has("week") => Grain::Week,
        () if has("month") => Grain::Month,
        () if has("quarter") => Grain::Quarter,
        () if has("year") => Grain::Year,
        () => Grain::Day,
    }
}
