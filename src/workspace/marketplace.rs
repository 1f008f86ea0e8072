//! Marketplaces (`marketplaces:` of `marketplaces.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Currency, MarketplaceId, Text};

use super::read::{Context, Fields, Read};
use super::scalar::Code;
use super::yaml::Node;

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

impl Read for Marketplace {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<MarketplaceId> = f.id();
        let name = f.optional("name");
        let (channel, domain) = (f.optional("channel"), f.optional("domain"));
        let currency = f.required("currency");
        let report_tz = f.optional("report_tz");
        let price_includes_tax = f.optional("price_includes_tax").unwrap_or(false);
        let region = f.optional::<Code>("region").map(|code| code.0);
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        let currency = currency?;
        Some(Marketplace {
            id,
            name,
            channel,
            domain,
            currency,
            report_tz,
            price_includes_tax,
            region,
            place,
        })
    }
}
