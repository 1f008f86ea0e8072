//! The weights an amount is split by.

use std::collections::BTreeMap;

use super::Lift;
use crate::quantity::{Day, MarketplaceId, ProductId, Ratio};

/// Typed weights: only their proportions matter. The key `None` holds for every product without its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// By product, in file order.
    pub products: Vec<(ProductId, Ratio)>,
    /// By marketplace, in file order.
    pub marketplaces: BTreeMap<Option<ProductId>, Vec<(MarketplaceId, Ratio)>>,
    /// By month, January first.
    pub months: BTreeMap<Option<ProductId>, Vec<Ratio>>,
    /// By weekday, Monday first.
    pub weekdays: Vec<Ratio>,
    /// Events that lift days.
    pub lifts: Vec<Lift>,
}

impl Weights {
    pub(crate) fn marketplaces_of(&self, product: &ProductId) -> &[(MarketplaceId, Ratio)] {
        own_or_default(&self.marketplaces, product)
    }

    pub(crate) fn months_of(&self, product: &ProductId) -> &[Ratio] {
        own_or_default(&self.months, product)
    }

    /// The weight of a day: its weekday's, times every lift on it.
    pub(crate) fn day(&self, day: Day, marketplace: &MarketplaceId) -> Ratio {
        let weekday = self.weekdays.get(day.weekday()).cloned().unwrap_or_else(Ratio::one);
        let lifts = self.lifts.iter().filter_map(|lift| lift.on(day, marketplace));
        lifts.fold(weekday, |weight, lift| &weight * lift)
    }
}

fn own_or_default<'a, T>(map: &'a BTreeMap<Option<ProductId>, Vec<T>>, product: &ProductId) -> &'a [T] {
    map.get(&Some(product.clone())).or_else(|| map.get(&None)).map_or(&[], Vec::as_slice)
}
