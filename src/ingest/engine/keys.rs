//! Where a row belongs: its marketplace, its currency, its item.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Job;
use super::plan::Plan;
use crate::facts::{Item, Tag, unmapped_product, whole_market};
use crate::ingest::decoded::{Decoded, Market};
use crate::ingest::place::is_marketplace;
use crate::ingest::reader::Row;
use crate::ingest::value::ident;
use crate::quantity::{Currency, MarketplaceId};
use crate::workspace::Owner;

/// Stands for the marketplace of rows that name none, until all rows are read.
pub(super) const PENDING: u16 = u16::MAX;

/// Where a row belongs, or the cell because of which it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// A marketplace that nobody knows.
    Marketplace(usize),
    /// Another currency than the marketplace's.
    Currency(usize),
    /// An id that is missing, or that a spreadsheet has destroyed.
    Id(usize, &'static str),
}

/// Remembers what was looked up, so that each text is looked at once.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// The currency that the summary row says for all rows.
    pub(super) summed_in: Option<Currency>,
    markets: HashMap<String, u16>,
    items: HashMap<(By, Owner), HashMap<String, u32>>,
    known_items: HashMap<Item, u32>,
    tags: HashMap<Tag, u32>,
    /// Tags by the cells that make them, in each set of dimensions.
    tags_by_cells: HashMap<(usize, String), u32>,
}

/// What an item was looked up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum By {
    Sku,
    Asin,
    Product,
}

impl Keys {
    /// The marketplace of a row, and the currency of its money.
    pub(super) fn market(
        &mut self,
        row: &Row,
        (job, plan): (&Job<'_>, &Plan),
        decoded: &mut Decoded,
    ) -> Result<(u16, Currency), Refusal> {
        let said = self.currency(row, plan)?.or(self.summed_in).or(job.frame.currency);
        let word = plan.marketplace.iter().find(|at| is_marketplace(row.cell(**at)));
        let market = match word {
            Some(at) => self.by_word(row.cell(*at), (job, said), decoded).ok_or(Refusal::Marketplace(*at))?,
            None => match (job.frame.market(), said) {
                (Some(market), _) => index(market.clone(), decoded),
                (None, Some(currency)) if !job.recognised.format.open => return Ok((PENDING, currency)),
                _ => return Err(Refusal::Marketplace(plan.marketplace.first().copied().unwrap_or(0))),
            },
        };
        let currency = decoded.markets[usize::from(market)].currency;
        match said {
            Some(said) if said != currency => {
                Err(Refusal::Currency(plan.currency.first().copied().unwrap_or(0)))
            }
            _ => Ok((market, currency)),
        }
    }

    fn by_word(
        &mut self,
        word: &str,
        (job, said): (&Job<'_>, Option<Currency>),
        decoded: &mut Decoded,
    ) -> Option<u16> {
        if let Some(market) = self.markets.get(word) {
            return Some(*market);
        }
        let market = index(named_market(word, job, said)?, decoded);
        self.markets.insert(word.to_owned(), market);
        Some(market)
    }

    fn currency(&self, row: &Row, plan: &Plan) -> Result<Option<Currency>, Refusal> {
        let Some(at) = plan.currency.iter().find(|at| !row.cell(**at).is_empty()) else { return Ok(None) };
        Currency::parse(row.cell(*at)).map(Some).ok_or(Refusal::Currency(*at))
    }

    /// The item of a row by what its figure belongs to.
    pub(super) fn item(
        &mut self,
        (row, owner): (&Row, Owner),
        (job, plan): (&Job<'_>, &Plan),
        decoded: &mut Decoded,
    ) -> Result<u32, Refusal> {
        let ways: &[(By, &[usize])] = match owner {
            Owner::Marketplace => &[],
            Owner::Asin => &[(By::Asin, &plan.asin)],
            Owner::Row => &[(By::Sku, &plan.sku), (By::Asin, &plan.asin), (By::Product, &plan.product)],
        };
        for (by, columns) in ways {
            for at in *columns {
                let id = ident(row.cell(*at)).map_err(|_| Refusal::Id(*at, "id"))?;
                if !id.is_empty() {
                    let product = plan.product.first().map_or("", |at| row.cell(*at));
                    return Ok(self.by_id((*by, id, product), (job, plan, owner), decoded));
                }
            }
        }
        match job.recognised.format.open.then(|| plan.sku.first().or(plan.product.first())).flatten() {
            Some(at) => Err(Refusal::Id(*at, "sku")),
            None => Ok(self.whole(decoded)),
        }
    }

    fn by_id(
        &mut self,
        (by, id, product): (By, &str, &str),
        (job, plan, owner): (&Job<'_>, &Plan, Owner),
        decoded: &mut Decoded,
    ) -> u32 {
        // Only a file by hand has the product beside the SKU.
        let product = if by == By::Sku { product } else { "" };
        let key =
            if product.is_empty() { Cow::Borrowed(id) } else { Cow::Owned(format!("{id}\u{1f}{product}")) };
        if let Some(item) = self.items.get(&(by, owner)).and_then(|items| items.get(&*key)) {
            return *item;
        }
        let item = match by {
            By::Sku => job.setting.item(product, id),
            By::Product => job.setting.item(id, ""),
            By::Asin => job.setting.item_of_asin(id),
        };
        // With SKUs in the file, visits to a page belong to all SKUs of its ASIN.
        let item = if owner == Owner::Asin && !plan.sku.is_empty() { without_sku(item) } else { item };
        let number = self.intern(item, decoded);
        self.items.entry((by, owner)).or_default().insert(key.into_owned(), number);
        number
    }

    /// The item of what belongs to no product.
    pub(super) fn whole(&mut self, decoded: &mut Decoded) -> u32 {
        self.intern(Item { product: whole_market(), sku: None }, decoded)
    }

    fn intern(&mut self, item: Item, decoded: &mut Decoded) -> u32 {
        if let Some(number) = self.known_items.get(&item) {
            return *number;
        }
        let number = u32::try_from(decoded.items.len()).unwrap_or(u32::MAX);
        decoded.items.push(item.clone());
        self.known_items.insert(item, number);
        number
    }

    /// The further dimensions of a row, of those that a set names.
    pub(super) fn tag(&mut self, row: &Row, (plan, set): (&Plan, usize), decoded: &mut Decoded) -> u32 {
        if plan.tag_sets[set].is_empty() {
            return 0;
        }
        let named = plan.tag_sets[set].iter().map(|at| &plan.tags[*at]);
        let cells: Vec<&str> = named.clone().flat_map(|(_, at)| at).map(|at| row.cell(*at)).collect();
        let key = (set, cells.join("\u{1f}"));
        if let Some(number) = self.tags_by_cells.get(&key) {
            return *number;
        }
        let mut tag: Tag = named.filter_map(|(name, at)| Some((name.clone(), value(row, at)?))).collect();
        tag.sort();
        let number = if tag.is_empty() { 0 } else { self.intern_tag(tag, decoded) };
        self.tags_by_cells.insert(key, number);
        number
    }

    fn intern_tag(&mut self, tag: Tag, decoded: &mut Decoded) -> u32 {
        if let Some(number) = self.tags.get(&tag) {
            return *number;
        }
        let number = u32::try_from(decoded.tags.len()).unwrap_or(u32::MAX);
        decoded.tags.push(tag.clone());
        self.tags.insert(tag, number);
        number
    }
}

/// The words of a dimension's columns, joined; nothing when they are empty.
fn value(row: &Row, columns: &[usize]) -> Option<String> {
    let words: Vec<&str> = columns.iter().map(|at| row.cell(*at)).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}

/// The product alone; what no product has keeps its name.
fn without_sku(item: Item) -> Item {
    let unmapped = item.product == unmapped_product();
    Item { sku: item.sku.filter(|_| unmapped), ..item }
}

/// The marketplace that a word means; a new one where the workspace knows none.
pub(in crate::ingest) fn named_market(word: &str, job: &Job<'_>, said: Option<Currency>) -> Option<Market> {
    let open = job.recognised.format.open && !job.setting.markets.is_closed();
    match job.setting.markets.find(word).filter(|_| !open) {
        Some(known) => Some(known.market.clone()),
        None if open => Some(new_market(word, job, said)),
        None => None,
    }
}

fn new_market(word: &str, job: &Job<'_>, said: Option<Currency>) -> Market {
    let currency = said.unwrap_or(job.setting.exchange.reporting());
    Market { id: MarketplaceId::new(word), currency }
}

/// The place of a marketplace in the list of those seen; its first currency holds.
pub(super) fn index(market: Market, decoded: &mut Decoded) -> u16 {
    let seen = decoded.markets.iter().position(|known| known.id == market.id);
    let index = seen.unwrap_or_else(|| {
        decoded.markets.push(market);
        decoded.markets.len() - 1
    });
    u16::try_from(index).unwrap_or(u16::MAX)
}
