//! Marketplaces (`marketplaces:` of `marketplaces.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Currency, MarketplaceId, Text};

/// A place where products are sold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marketplace {
    /// Its name in files and paths.
    pub id: MarketplaceId,
    /// Its name for readers; its id when nothing else is said.
    pub name: Text,
    /// The channel, such as `amazon`.
    pub channel: Option<String>,
    /// Its domain, by which exports name it.
    pub domain: Option<String>,
    /// The currency of its prices.
    pub currency: Currency,
    /// The IANA time zone of its report days.
    pub report_tz: Option<String>,
    /// Whether prices include tax.
    pub price_includes_tax: bool,
    /// The region it belongs to, such as `NA`.
    pub region: Option<String>,
    /// Where it is written.
    pub place: Place,
}
