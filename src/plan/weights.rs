//! The weights an amount is split by.

use std::collections::BTreeMap;

use super::Lift;
use crate::quantity::{Day, MarketplaceId, ProductId, Ratio};
use crate::workspace::{Event, EventStatus};

/// Typed weights: only their proportions matter. The key `None` holds for every product without its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// By product, in file order.
    pub products: Vec<(ProductId, Ratio)>,
    /// By marketplace, in file order.
    pub marketplaces: BTreeMap<Option<ProductId>, Vec<(MarketplaceId, Ratio)>>,
    /// By month or period, the first of the year first.
    pub months: BTreeMap<Option<ProductId>, Vec<Ratio>>,
    /// By weekday, Monday first.
    pub weekdays: Vec<Ratio>,
    /// Events that lift days.
    pub lifts: Vec<Lift>,
    /// When products are sold that are not sold always: from a first day, to a last.
    pub on_sale: BTreeMap<ProductId, OnSale>,
}

/// The days a product is sold on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnSale {
    /// The first; nothing when it has long been sold.
    pub from: Option<Day>,
    /// The last; nothing when no end is planned.
    pub to: Option<Day>,
}

impl OnSale {
    /// Whether it is sold on a day.
    pub fn contains(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

impl Weights {
    /// What the days of any year weigh: weekdays, and every event that lifts days and is not called off.
    pub(crate) fn of_days(weekdays: &[Ratio], events: &[Event]) -> Self {
        let taking_place = events.iter().filter(|event| event.status != EventStatus::Cancelled);
        let lifting = taking_place.filter(|event| event.lift != Ratio::one() || !event.peaks.is_empty());
        Weights { weekdays: weekdays.to_vec(), lifts: lifting.map(Lift::of).collect(), ..Weights::default() }
    }

    pub(crate) fn marketplaces_of(&self, product: &ProductId) -> &[(MarketplaceId, Ratio)] {
        own_or_default(&self.marketplaces, product)
    }

    pub(crate) fn months_of(&self, product: &ProductId) -> &[Ratio] {
        own_or_default(&self.months, product)
    }

    /// Whether a product is sold on a day.
    pub(crate) fn sells(&self, product: &ProductId, day: Day) -> bool {
        self.on_sale.get(product).is_none_or(|days| days.contains(day))
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
