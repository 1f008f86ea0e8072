//! Gathers facts, then brings them into the order that questions need.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::{Cells, Place};
use super::coverage::Coverage;
use super::key::{Interner, Item, ItemKey, MarketKey, MeasureKey, Scale, Tag, TagKey};
use super::overlap::{Overlap, Story, overlaps};
use super::{Exchange, Facts, ImportLog};
use crate::metric::Over;
use crate::quantity::{Currency, MarketplaceId, MeasureId, Span};

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

/// Facts being gathered.
#[derive(Debug)]
pub struct Builder {
    pub(super) exchange: Exchange,
    pub(super) measures: Interner<MeasureId>,
    pub(super) scales: Vec<Scale>,
    pub(super) overs: Vec<Over>,
    pub(super) markets: Interner<MarketplaceId>,
    pub(super) currencies: Vec<Currency>,
    pub(super) tags: Interner<Arc<Tag>>,
    pub(super) coverage: BTreeMap<(MeasureKey, MarketKey), Coverage>,
    items: Interner<Item>,
    stories: Vec<Story>,
    facts: Vec<Fact>,
}

impl Builder {
    /// No facts yet; money will be converted at these rates.
    pub fn new(exchange: Exchange) -> Self {
        let mut tags = Interner::default();
        tags.intern(&Arc::default());
        Builder {
            exchange,
            measures: Interner::default(),
            scales: Vec::new(),
            overs: Vec::new(),
            markets: Interner::default(),
            currencies: Vec::new(),
            tags,
            coverage: BTreeMap::new(),
            items: Interner::default(),
            stories: Vec::new(),
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
        ItemKey(self.items.intern(item))
    }

    /// The key of further dimensions, which must be in the order of their names.
    pub fn tag(&mut self, tag: Tag) -> TagKey {
        TagKey(self.tags.intern(&Arc::new(tag)))
    }

    /// Says which story the next file tells; without it, what a file gives no other file may give.
    pub fn tells(&mut self, story: Story) {
        self.stories.push(story);
    }

    /// Says that a file gives a measure day by day for all days of a span; those without a fact are nought.
    pub fn cover_days(&mut self, measure: MeasureKey, market: MarketKey, span: Span) {
        self.coverage.entry((measure, market)).or_default().add_days(span);
    }

    /// Says that a report gives a measure for a period as a whole; of stock, that its last day is a snapshot of all.
    pub fn cover_report(&mut self, measure: MeasureKey, market: MarketKey, period: Span) {
        self.coverage.entry((measure, market)).or_default().add_report(period);
    }

    /// Adds the figures of a file.
    pub fn add_all(&mut self, facts: Vec<Fact>) {
        if self.facts.is_empty() {
            self.facts = facts;
        } else {
            self.facts.extend(facts);
        }
    }

    /// Adds one figure.
    pub fn add(&mut self, fact: Fact) {
        self.facts.push(fact);
    }

    /// The facts with their import log, and what two files give both.
    pub fn build(mut self, log: ImportLog) -> (Facts, Vec<Overlap>) {
        let mut facts = std::mem::take(&mut self.facts);
        let items = self.in_order(&mut facts);
        facts.sort_unstable_by_key(|fact| (place(fact), fact.span, fact.file));
        let overlaps = overlaps(&facts, &self.stories, &|fact: &Fact| items.get(fact.item.0 as usize));
        let named = overlaps.iter().filter_map(|(a, b)| self.named(a, b, &items)).collect();
        let parts = self.parts(&facts);
        let whole = self.whole(&mut facts);
        drop(facts);
        self.coverage.values_mut().for_each(Coverage::settle);
        (Facts::new(self, (items, whole, parts), log), one_per_pair(named))
    }

    /// Numbers the items in their order, so that those of one product stand side by side; stock is that of the last
    /// day of its period.
    fn in_order(&mut self, facts: &mut [Fact]) -> Vec<Item> {
        let items = std::mem::take(&mut self.items);
        let mut numbers = vec![0; items.len()];
        for (new, (_, old)) in (0..).zip(items.sorted()) {
            numbers[old as usize] = new;
        }
        for fact in facts {
            fact.item = ItemKey(numbers[fact.item.0 as usize]);
            if self.over(fact) == Over::Stock {
                fact.span.from = fact.span.to;
            }
        }
        items.into_sorted()
    }

    fn named(&self, a: &Fact, b: &Fact, items: &[Item]) -> Option<Overlap> {
        Some(Overlap {
            files: (a.file.min(b.file), a.file.max(b.file)),
            measure: self.measures.thing(a.measure.0.into())?.clone(),
            marketplace: self.markets.thing(a.market.0.into())?.clone(),
            item: items.get(b.item.0 as usize)?.clone(),
            span: Span::new(a.span.from.max(b.span.from), a.span.to.min(b.span.to))?,
        })
    }

    fn over(&self, fact: &Fact) -> Over {
        self.overs.get(usize::from(fact.measure.0)).copied().unwrap_or_default()
    }

    /// The figures with further dimensions, by these.
    fn parts(&self, sorted: &[Fact]) -> Cells {
        let chunks = || sorted.chunk_by(|a, b| place(a) == place(b)).filter(|chunk| is_tagged(&chunk[0]));
        let mut parts = Cells::with_room(chunks().count(), chunks().map(<[Fact]>::len).sum());
        for chunk in chunks() {
            parts.push(place(&chunk[0]), self.over(&chunk[0]), values(chunk));
        }
        parts.shrink();
        parts
    }

    /// The figures of each item, whatever their further dimensions; of levels, those that have none.
    fn whole(&self, sorted: &mut [Fact]) -> Cells {
        let places = sorted.chunk_by(|a, b| untagged(a) == untagged(b)).count();
        let mut whole = Cells::with_room(places, sorted.len());
        for chunk in sorted.chunk_by_mut(|a, b| untagged(a) == untagged(b)) {
            let (over, place) = (self.over(&chunk[0]), untagged(&chunk[0]));
            let plain = chunk.partition_point(|fact| !is_tagged(fact));
            if over == Over::Level {
                whole.push(place, over, values(&chunk[..plain]));
                continue;
            }
            if plain < chunk.len() {
                chunk.sort_unstable_by_key(|fact| fact.span);
            }
            whole.push(place, over, values(chunk));
        }
        whole.shrink();
        whole
    }
}

fn place(fact: &Fact) -> Place {
    Place { measure: fact.measure, market: fact.market, item: fact.item, tag: fact.tag }
}

fn untagged(fact: &Fact) -> Place {
    Place { tag: TagKey::default(), ..place(fact) }
}

fn is_tagged(fact: &Fact) -> bool {
    fact.tag != TagKey::default()
}

fn values(facts: &[Fact]) -> impl Iterator<Item = (Span, i64)> {
    facts.iter().map(|fact| (fact.span, fact.value))
}

fn one_per_pair(mut overlaps: Vec<Overlap>) -> Vec<Overlap> {
    overlaps.sort();
    overlaps.dedup_by(|a, b| a.files == b.files);
    overlaps
}
