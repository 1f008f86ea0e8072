//! Ids as small numbers, so that a fact takes few bytes.

use std::collections::BTreeMap;

use crate::quantity::{ProductId, Sku};

/// A measure in one [`super::Facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureKey(pub(super) u16);

/// A marketplace in one [`super::Facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarketKey(pub(super) u16);

/// A product's SKU, or a product as a whole, in one [`super::Facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemKey(pub(super) u32);

/// A tag in one [`super::Facts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TagKey(pub(super) u32);

/// Further dimensions of a figure, each with its value, in the order of their names; empty for most figures.
pub type Tag = Vec<(String, String)>;

/// What a row speaks of: a SKU of a product, or the product where the report has no SKU.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// The product; [`unmapped_product`] when no product has this SKU.
    pub product: ProductId,
    /// The SKU, where the report names it.
    pub sku: Option<Sku>,
}

/// The product of rows whose SKU belongs to no product: they count for the company all the same.
pub fn unmapped_product() -> ProductId {
    ProductId::new("(unmapped)")
}

/// The product of what belongs to a marketplace as a whole (subscription fees, payouts, the spend of a search term):
/// it counts for the marketplace and the company, and is none of the products.
pub fn whole_market() -> ProductId {
    ProductId::new("(marketplace)")
}

/// What the whole numbers of a measure count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// Minor units of the marketplace's currency.
    Money,
    /// Whole things.
    Count,
    /// Ten-thousandths.
    Number,
}

impl Scale {
    /// How many decimal digits one whole number stands for; money has those of its currency.
    pub fn digits(self) -> u32 {
        match self {
            Scale::Money | Scale::Count => 0,
            Scale::Number => 4,
        }
    }
}

/// Things by their number, and numbers by their thing.
#[derive(Clone, Debug)]
pub(super) struct Interner<T> {
    numbers: BTreeMap<T, u32>,
    things: Vec<T>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Interner { numbers: BTreeMap::new(), things: Vec::new() }
    }
}

impl<T: Ord + Clone> Interner<T> {
    /// The number of a thing, a new one when it was not seen before.
    pub(super) fn intern(&mut self, thing: &T) -> u32 {
        if let Some(number) = self.numbers.get(thing) {
            return *number;
        }
        let number = u32::try_from(self.things.len()).unwrap_or(u32::MAX);
        self.numbers.insert(thing.clone(), number);
        self.things.push(thing.clone());
        number
    }

    pub(super) fn number(&self, thing: &T) -> Option<u32> {
        self.numbers.get(thing).copied()
    }

    pub(super) fn thing(&self, number: u32) -> Option<&T> {
        self.things.get(number as usize)
    }

    pub(super) fn len(&self) -> usize {
        self.things.len()
    }

    /// All things in the order of their numbers.
    pub(super) fn things(&self) -> &[T] {
        &self.things
    }

    /// All things with their numbers, in the order of the things.
    pub(super) fn sorted(&self) -> impl Iterator<Item = (&T, u32)> {
        self.numbers.iter().map(|(thing, number)| (thing, *number))
    }

    /// All things in their order.
    pub(super) fn into_sorted(self) -> Vec<T> {
        self.numbers.into_keys().collect()
    }
}
