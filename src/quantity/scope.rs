//! What part of the company a figure speaks of.

use super::{MarketplaceId, ProductId};

/// A product, a marketplace, both, or the whole company when neither is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope {
    /// The product, or all.
    pub product: Option<ProductId>,
    /// The marketplace, or all.
    pub marketplace: Option<MarketplaceId>,
}

impl Scope {
    /// The whole company.
    pub fn company() -> Self {
        Scope::default()
    }

    /// One product in all marketplaces.
    pub fn product(id: &ProductId) -> Self {
        Scope { product: Some(id.clone()), marketplace: None }
    }

    /// One marketplace with all its products.
    pub fn marketplace(id: &MarketplaceId) -> Self {
        Scope { product: None, marketplace: Some(id.clone()) }
    }

    /// One product in one marketplace.
    pub fn cell(product: &ProductId, marketplace: &MarketplaceId) -> Self {
        Scope { product: Some(product.clone()), marketplace: Some(marketplace.clone()) }
    }

    /// Whether a product in a marketplace belongs to it.
    pub fn contains(&self, product: &ProductId, marketplace: &MarketplaceId) -> bool {
        self.product.as_ref().is_none_or(|p| p == product)
            && self.marketplace.as_ref().is_none_or(|m| m == marketplace)
    }
}
