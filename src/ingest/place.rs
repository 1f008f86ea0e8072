//! Which marketplace a word in a file means: an id, a domain, a country.

use std::collections::BTreeMap;

use super::decoded::Market;
use crate::quantity::{Currency, MarketplaceId};
use crate::workspace::Marketplace;

/// Amazon's marketplaces: country, domain, currency, further words for it in files.
const AMAZON: &[(&str, &str, &str, &[&str])] = &[
    ("US", "amazon.com", "USD", &["usa", "united states", "sim1.stores.amazon.com"]),
    ("CA", "amazon.ca", "CAD", &["canada", "siprod.stores.amazon.ca", "si ca prod marketplace"]),
    ("MX", "amazon.com.mx", "MXN", &["mexico", "amazon.mx"]),
    ("BR", "amazon.com.br", "BRL", &["brazil", "brasil", "amazon.br"]),
    ("UK", "amazon.co.uk", "GBP", &["gb", "united kingdom", "amazon.uk"]),
    ("DE", "amazon.de", "EUR", &["germany"]),
    ("FR", "amazon.fr", "EUR", &["france"]),
    ("IT", "amazon.it", "EUR", &["italy"]),
    ("ES", "amazon.es", "EUR", &["spain"]),
    ("NL", "amazon.nl", "EUR", &["netherlands"]),
    ("BE", "amazon.com.be", "EUR", &["belgium", "amazon.be"]),
    ("IE", "amazon.ie", "EUR", &["ireland"]),
    ("SE", "amazon.se", "SEK", &["sweden"]),
    ("PL", "amazon.pl", "PLN", &["poland"]),
    ("TR", "amazon.com.tr", "TRY", &["turkey", "amazon.tr"]),
    ("AE", "amazon.ae", "AED", &["united arab emirates"]),
    ("SA", "amazon.sa", "SAR", &["saudi arabia"]),
    ("EG", "amazon.eg", "EGP", &["egypt"]),
    ("IN", "amazon.in", "INR", &["india"]),
    ("JP", "amazon.co.jp", "JPY", &["japan", "amazon.jp"]),
    ("AU", "amazon.com.au", "AUD", &["australia", "amazon.au"]),
    ("SG", "amazon.sg", "SGD", &["singapore"]),
    ("ZA", "amazon.co.za", "ZAR", &["south africa"]),
];

/// A marketplace that files may speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) market: Market,
    /// The channel it belongs to, such as `amazon`.
    pub(super) channel: Option<String>,
    /// Its time zone for reports, by IANA name.
    pub(super) zone: Option<String>,
}

/// The marketplaces by every word that means one.
#[derive(Clone, Debug)]
pub(super) struct Markets {
    known: Vec<Known>,
    by_word: BTreeMap<String, usize>,
    /// Their places in the order of their ids.
    sorted: Vec<usize>,
    /// Whether only these are allowed.
    closed: bool,
}

impl Markets {
    /// The workspace's marketplaces; where it has none, those that Amazon has.
    pub(super) fn of(marketplaces: &[Marketplace]) -> Self {
        let mut markets = Markets {
            known: Vec::new(),
            by_word: BTreeMap::new(),
            sorted: Vec::new(),
            closed: !marketplaces.is_empty(),
        };
        for marketplace in marketplaces {
            let id = marketplace.id.as_str();
            let amazon = marketplace.domain.as_deref().and_then(by_domain).or_else(|| by_country(id));
            let mut words: Vec<&str> = [id].into_iter().chain(marketplace.domain.as_deref()).collect();
            amazon.into_iter().flat_map(words_of).for_each(|word| words.push(word));
            let market = Market { id: marketplace.id.clone(), currency: marketplace.currency };
            let (channel, zone) = (marketplace.channel.clone(), marketplace.report_tz.clone());
            markets.add(Known { market, channel, zone }, &words);
        }
        if !markets.closed {
            for amazon in AMAZON {
                let currency = Currency::parse(amazon.2).unwrap_or(Currency::NONE);
                let market = Market { id: MarketplaceId::new(amazon.0), currency };
                let channel = Some("amazon".to_owned());
                markets.add(Known { market, channel, zone: None }, &words_of(amazon).collect::<Vec<_>>());
            }
        }
        markets.sorted = (0..markets.known.len()).collect();
        markets.sorted.sort_by_key(|at| &markets.known[*at].market.id);
        markets
    }

    fn add(&mut self, known: Known, words: &[&str]) {
        for word in words {
            self.by_word.entry(form(word)).or_insert(self.known.len());
        }
        self.known.push(known);
    }

    /// The marketplace that a word means.
    pub(super) fn find(&self, word: &str) -> Option<&Known> {
        let form = form(word);
        // `Non-Amazon CA`: what Amazon delivers in Canada for other shops.
        let form = form.strip_prefix("non-amazon ").unwrap_or(&form);
        self.by_word.get(form).map(|at| &self.known[*at])
    }

    /// The currency of a marketplace of the workspace.
    pub(super) fn currency(&self, id: &str) -> Option<Currency> {
        self.find(id).filter(|_| self.closed).map(|known| known.market.currency)
    }

    /// The only one there is of a channel and a currency; without a marketplace of that channel, of any.
    pub(super) fn only(&self, channel: &str, currency: Option<Currency>) -> Option<&Known> {
        let of_channel =
            |known: &&Known| known.channel.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(channel));
        let narrow = self.known.iter().any(|known| of_channel(&known));
        let fits = |known: &&Known| {
            known.channel.as_deref() != Some("")
                && (!narrow || of_channel(known))
                && currency.is_none_or(|currency| currency == known.market.currency)
        };
        let mut found = self.known.iter().filter(fits);
        match (found.next(), found.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }

    /// Whether files may speak of no other ones.
    pub(super) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Their ids, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.sorted.iter().map(|at| self.known[*at].market.id.as_str())
    }
}

/// The currencies of Amazon's marketplaces, each once.
pub(super) fn currencies() -> Vec<Currency> {
    let mut all: Vec<Currency> = AMAZON.iter().filter_map(|amazon| Currency::parse(amazon.2)).collect();
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|currency| seen.insert(*currency));
    all
}

type Amazon = (&'static str, &'static str, &'static str, &'static [&'static str]);

fn words_of(amazon: &'static Amazon) -> impl Iterator<Item = &'static str> + use<> {
    [amazon.0, amazon.1].into_iter().chain(amazon.3.iter().copied())
}

fn by_domain(domain: &str) -> Option<&'static Amazon> {
    AMAZON.iter().find(|amazon| amazon.1 == form(domain))
}

fn by_country(id: &str) -> Option<&'static Amazon> {
    let id = if id == "GB" { "UK" } else { id };
    AMAZON.iter().find(|amazon| amazon.0 == id)
}

/// Whether a cell names a marketplace; orders from elsewhere that Amazon delivers may name none.
pub(super) fn is_marketplace(cell: &str) -> bool {
    !cell.is_empty() && !cell.eq_ignore_ascii_case("non-amazon")
}

fn form(word: &str) -> String {
    let word = word.trim().to_lowercase();
    word.strip_prefix("www.").map(str::to_owned).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marketplace_is_known_by_id_domain_and_country() {
        let markets = Markets::of(&[]);
        for (word, id) in [
            ("amazon.jp", Some("JP")),
            ("Amazon.co.jp", Some("JP")),
            ("www.amazon.co.uk", Some("UK")),
            ("GB", Some("UK")),
            ("US", Some("US")),
            ("Amazon.com", Some("US")),
            ("Non-Amazon US", Some("US")),
            ("Non-Amazon", None),
            ("", None),
        ] {
            assert_eq!(markets.find(word).map(|known| known.market.id.as_str()), id, "{word}");
        }
        assert_eq!(
            markets.only("amazon", Currency::parse("JPY")).map(|known| known.market.id.as_str()),
            Some("JP")
        );
        assert_eq!(markets.only("amazon", Currency::parse("EUR")), None);
    }
}
