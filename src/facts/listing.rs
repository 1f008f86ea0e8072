//! What there is to ask for.

use std::collections::BTreeSet;

use super::cells::Place;
use super::key::{ItemKey, MarketKey, Scale, TagKey, unmapped_product, whole_market};
use super::{Facts, Fineness, ImportLog};
use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, ProductId, Scope, Sku, Span};

impl Facts {
    /// From the first day covered to the last day covered in the slowest marketplace.
    pub fn covered(&self, measure: &MeasureId, scope: &Scope) -> Option<Span> {
        let key = self.measure_key(measure)?;
        let markets = self.markets_of(key, scope).into_iter();
        let spans = markets.filter_map(|market| self.coverage.get(&(key, market))?.outer());
        let (firsts, lasts): (Vec<Day>, Vec<Day>) = spans.map(|span| (span.from, span.to)).unzip();
        Span::new(firsts.into_iter().min()?, lasts.into_iter().min()?)
    }

    /// The days between the first and the last covered one of a marketplace that no file gives.
    pub fn gaps(&self, measure: &MeasureId, market: &MarketplaceId) -> Vec<Span> {
        let market = self.markets.number(market).and_then(|number| u16::try_from(number).ok());
        let column = self.measure_key(measure).zip(market.map(MarketKey));
        let coverage = column.and_then(|column| self.coverage.get(&column));
        coverage.map(|coverage| coverage.gaps().collect()).unwrap_or_default()
    }

    /// The periods of the reports longer than a day that a measure comes in, each once and in order.
    pub fn reports(&self, measure: &MeasureId, scope: &Scope) -> Vec<Span> {
        let Some(key) = self.measure_key(measure) else { return Vec::new() };
        let markets = self.markets_of(key, scope).into_iter();
        let coverages = markets.filter_map(|market| self.coverage.get(&(key, market)));
        let all: BTreeSet<Span> = coverages.flat_map(|coverage| coverage.reports().iter().copied()).collect();
        all.into_iter().collect()
    }

    /// The one day of the week, from 0 for Monday, that all figures of single days have; nothing when there are several,
    /// or fewer than two days, as one day has no rhythm.
    pub fn weekday(&self, measure: &MeasureId, scope: &Scope) -> Option<usize> {
        let key = self.measure_key(measure)?;
        let mut first_day = None;
        let mut comes_again = false;
        for market in self.markets_of(key, scope) {
            let (first, last) = self.places((key, market), scope);
            let cells = self.whole.between(first, last).chain(self.parts.between(first, last));
            for day in cells.flat_map(|(_, cell)| cell.single_days()) {
                let known = *first_day.get_or_insert(day);
                if day.weekday() != known.weekday() {
                    return None;
                }
                comes_again |= day != known;
            }
        }
        first_day.filter(|_| comes_again).map(|day: &Day| day.weekday())
    }

    /// How finely a measure is known; by the day when nothing is known at all.
    pub fn fineness(&self, measure: &MeasureId) -> Fineness {
        let reports = self.measure_key(measure).and_then(|key| self.anywhere.get(&key));
        match reports {
            Some(coverage) if coverage.has_reports() => Fineness::Coarser,
            _ => Fineness::Daily,
        }
    }

    /// The measures that a file gives, by id.
    pub fn measures(&self) -> impl Iterator<Item = &MeasureId> {
        self.measures.sorted().map(|(id, _)| id)
    }

    /// What a measure's figures count; nothing when no file gives it.
    pub fn scale(&self, measure: &MeasureId) -> Option<Scale> {
        let key = self.measure_key(measure)?;
        self.scales.get(usize::from(key.0)).copied()
    }

    /// Whether every figure of a measure is a whole number.
    pub fn is_whole(&self, measure: &MeasureId) -> bool {
        let Some((first, last)) = self.all_of(measure) else { return true };
        let unit = 10_i64.pow(self.scales[usize::from(first.measure.0)].digits());
        self.whole.between(first, last).all(|(_, cell)| cell.is_multiple_of(unit))
    }

    /// The marketplaces that have figures, by id, with their currency.
    pub fn marketplaces(&self) -> impl Iterator<Item = (&MarketplaceId, Currency)> {
        self.markets.sorted().filter_map(|(id, number)| Some((id, *self.currencies.get(number as usize)?)))
    }

    /// The products that have figures, by id; without [`unmapped_product`] and [`whole_market`].
    pub fn products(&self) -> impl Iterator<Item = &ProductId> {
        let none = [unmapped_product(), whole_market()];
        self.products.keys().filter(move |id| !none.contains(id))
    }

    /// The SKUs of a product that have figures, by name.
    pub fn skus(&self, product: &ProductId) -> impl Iterator<Item = &Sku> {
        let items = match self.products.get(product) {
            Some((first, last)) => &self.items[first.0 as usize..=last.0 as usize],
            None => &[],
        };
        items.iter().filter_map(|item| item.sku.as_ref())
    }

    /// The value of a dimension in a tag.
    pub(super) fn value_of(&self, tag: TagKey, dimension: &str) -> Option<&str> {
        let tag = self.tags.get(tag.0 as usize)?;
        tag.iter().find(|(name, _)| name == dimension).map(|(_, value)| value.as_str())
    }

    /// The currency that sums of money are given in.
    pub fn reporting(&self) -> Currency {
        self.exchange.reporting()
    }

    /// Where the figures come from.
    pub fn log(&self) -> &ImportLog {
        &self.log
    }

    /// The first and the last place that a measure can have.
    fn all_of(&self, measure: &MeasureId) -> Option<(Place, Place)> {
        let measure = self.measure_key(measure)?;
        let place = |market, number| Place {
            measure,
            market: MarketKey(market),
            item: ItemKey(number),
            tag: TagKey(number),
        };
        Some((place(0, 0), place(u16::MAX, u32::MAX)))
    }
}
