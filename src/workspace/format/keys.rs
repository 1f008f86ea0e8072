//! Which columns say where a row belongs.

use crate::workspace::read::{Context, Fields, Read};
use crate::workspace::yaml::Node;

use super::{Words, names};

/// Which columns say where a row belongs; of several, the first that is filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// The marketplace, by its id, its domain or its country.
    pub marketplace: Vec<String>,
    /// The currency of its money.
    pub currency: Vec<String>,
    /// The SKU.
    pub sku: Vec<String>,
    /// The child ASIN.
    pub asin: Vec<String>,
    /// The product's id.
    pub product: Vec<String>,
    /// Further dimensions: name, then the columns whose words make its value, joined by a hyphen.
    pub tags: Vec<(String, Vec<String>)>,
}

impl Keys {
    /// The columns it names.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let lists = [&self.marketplace, &self.currency, &self.sku, &self.asin, &self.product];
        let tags = self.tags.iter().flat_map(|(_, columns)| columns);
        lists.into_iter().flatten().chain(tags).map(String::as_str)
    }
}

impl Read for Keys {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let keys = Keys {
            marketplace: names(&mut f, "marketplace"),
            currency: names(&mut f, "currency"),
            sku: names(&mut f, "sku"),
            asin: names(&mut f, "asin"),
            product: names(&mut f, "product"),
            tags: f.pairs::<String, Words>("tags").into_iter().map(|(name, words)| (name, words.0)).collect(),
        };
        f.finish();
        Some(keys)
    }
}
