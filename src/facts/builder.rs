//! Gathers facts, then brings them into the order that questions need.

use std::collections::BTreeMap;

use super::cell::Cell;
use super::coverage::Coverage;
use super::key::{Interner, Item, ItemKey, MarketKey, MeasureKey, Over, Scale, Tag, TagKey};
use super::{Exchange, Facts, ImportLog};
use crate::quantity::{Currency, MarketplaceId, MeasureId, ProductId, Span};

/// One figure of one file.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// What is measured.
    pub measure: MeasureKey,
    /// Where.
    pub market: MarketKey,
    /// Of what.
    pub item: ItemKey,
    /// Its further dimensions.
    pub tag: TagKey,
    /// Over which days; longer than one day for a report.
    pub span: Span,
    /// The figure, in the whole numbers of its [`Scale`].
    pub value: i64,
    /// The place of its file in the import log.
    pub file: u32,
}

/// The same figure given by two files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Overlap {
    /// The places of the two files in the import log, the earlier first.
    pub files: (u32, u32),
    /// What is measured twice.
    pub measure: MeasureId,
    /// Where.
    pub marketplace: MarketplaceId,
    /// Of what.
    pub item: Item,
    /// The first days that both give.
    pub span: Span,
}

/// Facts being gathered.
#[derive(Debug)]
pub struct Builder {
    pub(super) exchange: Exchange,
    pub(super) measures: Interner<MeasureId>,
    pub(super) scales: Vec<Scale>,
    pub(super) overs: Vec<Over>,
    pub(super) tags: Interner<Tag>,
    pub(super) markets: Interner<MarketplaceId>,
    pub(super) currencies: Vec<Currency>,
    pub(super) products: Interner<ProductId>,
    pub(super) items: Interner<Item>,
    pub(super) coverage: BTreeMap<(MeasureKey, MarketKey), Coverage>,
    facts: Vec<Fact>,
}

impl Builder {
    /// No facts yet; money will be converted at these rates.
    pub fn new(exchange: Exchange) -> Self {
        let mut tags = Interner::default();
        tags.intern(&Tag::new());
        Builder {
            exchange,
            measures: Interner::default(),
            scales: Vec::new(),
            overs: Vec::new(),
            tags,
            markets: Interner::default(),
            currencies: Vec::new(),
            products: Interner::default(),
            items: Interner::default(),
            coverage: BTreeMap::new(),
            facts: Vec::new(),
        }
    }

    /// The key of a measure; its first scale holds, and what it first adds up over.
    pub fn measure(&mut self, id: &MeasureId, scale: Scale, over: Over) -> MeasureKey {
        let number = self.measures.intern(id);
        if self.scales.len() <= number as usize {
            self.scales.push(scale);
            self.overs.push(over);
        }
        MeasureKey(u16::try_from(number).unwrap_or(u16::MAX))
    }

    /// The key of a marketplace; its first currency holds.
    pub fn marketplace(&mut self, id: &MarketplaceId, currency: Currency) -> MarketKey {
        let number = self.markets.intern(id);
        if self.currencies.len() <= number as usize {
            self.currencies.push(currency);
        }
        MarketKey(u16::try_from(number).unwrap_or(u16::MAX))
    }

    /// The key of a SKU or a product.
    pub fn item(&mut self, item: &Item) -> ItemKey {
        ItemKey { product: self.products.intern(&item.product), item: self.items.intern(item) }
    }

    /// The key of further dimensions, which must be in the order of their names.
    pub fn tag(&mut self, tag: &Tag) -> TagKey {
        TagKey(self.tags.intern(tag))
    }

    /// Says that a file gives a measure day by day for all days of a span; those without a fact are nought.
    pub fn cover_days(&mut self, measure: MeasureKey, market: MarketKey, span: Span) {
        self.coverage.entry((measure, market)).or_default().add_days(span);
    }

    /// Says that a report gives a measure for a period as a whole.
    pub fn cover_report(&mut self, measure: MeasureKey, market: MarketKey, period: Span) {
        self.coverage.entry((measure, market)).or_default().add_report(period);
    }

    /// Adds one figure.
    pub fn add(&mut self, fact: Fact) {
        self.facts.push(fact);
    }

    /// The facts with their import log, and what two files give both.
    pub fn build(mut self, log: ImportLog) -> (Facts, Vec<Overlap>) {
        let mut facts = std::mem::take(&mut self.facts);
        facts.sort_by_key(|fact| (place(fact), fact.span, fact.file));
        let overlaps = self.overlaps(&facts);
        let same_cell = |a: &Fact, b: &Fact| place(a) == place(b);
        let cells = facts.chunk_by(same_cell).map(|chunk| (place(&chunk[0]), cell(chunk))).collect();
        self.coverage.values_mut().for_each(Coverage::settle);
        (Facts::new(self, cells, log), overlaps)
    }

    /// Looks at each product in each marketplace, where a figure without SKU overlaps that of any SKU.
    fn overlaps(&self, sorted: &[Fact]) -> Vec<Overlap> {
        let product = |fact: &Fact| (fact.measure, fact.market, fact.item.product);
        let mut found = Vec::new();
        for group in sorted.chunk_by(|a, b| product(a) == product(b)) {
            if group.iter().any(|fact| fact.file != group[0].file) {
                self.overlaps_of_product(group, &mut found);
            }
        }
        found.sort();
        found.dedup_by(|a, b| a.files == b.files);
        found
    }

    fn overlaps_of_product(&self, group: &[Fact], found: &mut Vec<Overlap>) {
        let (whole, single): (Vec<Fact>, Vec<Fact>) = group.iter().partition(|fact| self.is_whole(fact));
        let mut lanes: Vec<Vec<Fact>> =
            single.chunk_by(|a, b| a.item == b.item).map(|lane| [lane, &whole].concat()).collect();
        lanes.push(whole);
        for mut lane in lanes {
            lane.sort_by_key(|fact| (fact.span, fact.file));
            found.extend(first_overlap(&lane).and_then(|(a, b)| self.overlap(a, b)));
        }
    }

    fn is_whole(&self, fact: &Fact) -> bool {
        self.items.thing(fact.item.item).is_some_and(|item| item.sku.is_none())
    }

    fn overlap(&self, a: &Fact, b: &Fact) -> Option<Overlap> {
        Some(Overlap {
            files: (a.file.min(b.file), a.file.max(b.file)),
            measure: self.measures.thing(a.measure.0.into())?.clone(),
            marketplace: self.markets.thing(a.market.0.into())?.clone(),
            item: self.items.thing(b.item.item)?.clone(),
            span: Span::new(a.span.from.max(b.span.from), a.span.to.min(b.span.to))?,
        })
    }
}

/// Where a fact belongs: measure, marketplace, product, item.
pub(super) type CellPlace = (MeasureKey, MarketKey, ItemKey);

fn place(fact: &Fact) -> CellPlace {
    (fact.measure, fact.market, fact.item)
}

fn cell(facts: &[Fact]) -> Cell {
    Cell::new(facts.iter().map(|fact| (fact.span, fact.value)))
}

/// The first two facts of different files that share a day, in a list sorted by span.
fn first_overlap(lane: &[Fact]) -> Option<(&Fact, &Fact)> {
    let mut longest = lane.first()?;
    for fact in &lane[1..] {
        if fact.span.from <= longest.span.to && fact.file != longest.file {
            return Some((longest, fact));
        }
        if fact.span.to >= longest.span.to {
            longest = fact;
        }
    }
    None
}
