//! Products and marketplaces, from the workspace or, where it has none, from the data.

use std::collections::BTreeSet;

use crate::facts::{Facts, Scale};
use crate::metric::{Better, Catalogue, Dimension, Measure, Over, Role, Unit};
use crate::quantity::{Currency, MarketplaceId, MeasureId, ProductId, Sku, Text};
use crate::workspace::Workspace;

/// What there is to make pages of.
#[derive(Clone, Debug, PartialEq)]
pub struct Roster {
    /// The products: the catalogue's in its order, else those of the data by name.
    pub products: Vec<RosterProduct>,
    /// The marketplaces: the catalogue's in its order, else those of the data by name.
    pub marketplaces: Vec<RosterMarketplace>,
}

/// A product of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterProduct {
    /// Its id.
    pub id: ProductId,
    /// Its name for readers; its id where only the data know it.
    pub name: Text,
    /// Its SKUs.
    pub skus: Vec<Sku>,
}

/// A marketplace of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterMarketplace {
    /// Its id.
    pub id: MarketplaceId,
    /// Its name for readers; its id where only the data know it.
    pub name: Text,
    /// The currency of its prices.
    pub currency: Currency,
}

impl Roster {
    /// The roster of a workspace and its facts.
    pub fn new(workspace: &Workspace, facts: &Facts) -> Self {
        Roster { products: products(workspace, facts), marketplaces: marketplaces(workspace, facts) }
    }

    /// The products alone, by their ids.
    pub fn product_ids(workspace: &Workspace, facts: &Facts) -> Vec<ProductId> {
        if workspace.products.is_empty() {
            return facts.products().cloned().collect();
        }
        workspace.products.iter().map(|product| product.id.clone()).collect()
    }

    /// The marketplaces alone, by their ids.
    pub fn marketplace_ids(workspace: &Workspace, facts: &Facts) -> Vec<MarketplaceId> {
        if workspace.marketplaces.is_empty() {
            return facts.marketplaces().map(|(id, _)| id.clone()).collect();
        }
        workspace.marketplaces.iter().map(|place| place.id.clone()).collect()
    }
}

/// The measures that only the data know, for a catalogue to take up.
pub fn new_measures(facts: &Facts, catalogue: &Catalogue) -> Vec<Measure> {
    let fresh = facts.measures().filter(|id| !catalogue.contains(id));
    fresh.map(|id| new_measure(id, facts)).collect()
}

fn new_measure(id: &MeasureId, facts: &Facts) -> Measure {
    let unit = match facts.scale(id) {
        Some(Scale::Money) => Unit::Money,
        _ if facts.is_whole(id) => Unit::Count,
        _ => Unit::Number,
    };
    let grains = BTreeSet::from([Dimension::Day, Dimension::Sku, Dimension::Marketplace]);
    let name = Text::plain(id.as_str());
    Measure {
        id: id.clone(),
        name,
        unit,
        better: Better::None,
        source: Vec::new(),
        grains,
        role: Role::Output,
        lag_days: 0,
        over: Over::Flow,
    }
}

fn products(workspace: &Workspace, facts: &Facts) -> Vec<RosterProduct> {
    if workspace.products.is_empty() {
        let of_data = |id: &ProductId| RosterProduct {
            id: id.clone(),
            name: Text::plain(id.as_str()),
            skus: facts.skus(id).cloned().collect(),
        };
        return facts.products().map(of_data).collect();
    }
    let known = workspace.products.iter().map(|product| RosterProduct {
        id: product.id.clone(),
        name: product.name.clone(),
        skus: product.skus.iter().map(|entry| entry.sku.clone()).collect(),
    });
    known.collect()
}

fn marketplaces(workspace: &Workspace, facts: &Facts) -> Vec<RosterMarketplace> {
    let known = workspace.marketplaces.iter();
    if workspace.marketplaces.is_empty() {
        let of_data = |(id, currency): (&MarketplaceId, Currency)| RosterMarketplace {
            id: id.clone(),
            name: Text::plain(id.as_str()),
            currency,
        };
        return facts.marketplaces().map(of_data).collect();
    }
    known
        .map(|m| RosterMarketplace { id: m.id.clone(), name: m.name.clone(), currency: m.currency })
        .collect()
}
