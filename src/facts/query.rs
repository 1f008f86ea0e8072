//! The questions.

use std::collections::{BTreeMap, BTreeSet};

use super::builder::CellPlace;
use super::cell::Cell;
use super::coverage::{Coverage, Covered};
use super::key::{Interner, Item, ItemKey, MarketKey, MeasureKey, Scale, unmapped_product, whole_market};
use super::{Builder, Exchange, Fineness, ImportLog, Total};
use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, ProductId, Ratio, Scope, Sku, Span};

/// Everything measured.
#[derive(Clone, Debug)]
pub struct Facts {
    exchange: Exchange,
    measures: Interner<MeasureId>,
    scales: Vec<Scale>,
    markets: Interner<MarketplaceId>,
    currencies: Vec<Currency>,
    products: Interner<ProductId>,
    items: Interner<Item>,
    coverage: BTreeMap<(MeasureKey, MarketKey), Coverage>,
    /// The days on which a measure is known in any marketplace.
    anywhere: BTreeMap<MeasureKey, Coverage>,
    cells: BTreeMap<CellPlace, Cell>,
    log: ImportLog,
}

impl Facts {
    pub(super) fn new(builder: Builder, cells: BTreeMap<CellPlace, Cell>, log: ImportLog) -> Self {
        let Builder { exchange, measures, scales, markets, currencies, products, items, coverage, .. } =
            builder;
        let anywhere = anywhere(&coverage);
        Facts {
            exchange,
            measures,
            scales,
            markets,
            currencies,
            products,
            items,
            coverage,
            anywhere,
            cells,
            log,
        }
    }

    /// The sum of a measure over the days of a span.
    ///
    /// A day is nought where a file covers it and has no row. Before its first covered day a marketplace
    /// counts as nought, as long as another one is covered; any other day without a file makes it missing.
    pub fn sum(&self, measure: &MeasureId, scope: &Scope, span: Span) -> Total {
        let Some(key) = self.measure_key(measure) else { return Total::Missing };
        let markets = self.markets_of(key, scope);
        if markets.is_empty() {
            return Total::Missing;
        }
        let nought = Total::Known(Ratio::zero());
        markets.iter().fold(nought, |total, market| total.plus(self.sum_in(key, *market, (scope, span))))
    }

    /// The sum of a measure for each day of a span.
    pub fn daily(&self, measure: &MeasureId, scope: &Scope, span: Span) -> Vec<Total> {
        let days = usize::try_from(span.len()).unwrap_or(0);
        let key = self.measure_key(measure);
        let markets = key.map(|key| self.markets_of(key, scope)).unwrap_or_default();
        let Some(key) = key.filter(|_| !markets.is_empty()) else { return vec![Total::Missing; days] };
        let mut totals = vec![Total::Known(Ratio::zero()); days];
        for market in markets {
            self.add_daily((key, market), (scope, span), &mut totals);
        }
        totals
    }

    /// The sum of a measure for each of some periods.
    pub fn by_period(&self, measure: &MeasureId, scope: &Scope, periods: &[Span]) -> Vec<Total> {
        periods.iter().map(|span| self.sum(measure, scope, *span)).collect()
    }

    /// From the first day covered to the last day covered in the slowest marketplace.
    pub fn covered(&self, measure: &MeasureId, scope: &Scope) -> Option<Span> {
        let key = self.measure_key(measure)?;
        let spans = self.markets_of(key, scope).into_iter().filter_map(|market| self.outer(key, market));
        let (firsts, lasts): (Vec<Day>, Vec<Day>) = spans.map(|span| (span.from, span.to)).unzip();
        Span::new(firsts.into_iter().min()?, lasts.into_iter().min()?)
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
        let Some(key) = self.measure_key(measure) else { return true };
        let unit = 10_i128.pow(self.scales[usize::from(key.0)].digits());
        let place = |market, number| (key, MarketKey(market), ItemKey { product: number, item: number });
        self.cells.range(place(0, 0)..=place(u16::MAX, u32::MAX)).all(|(_, cell)| cell.is_multiple_of(unit))
    }

    /// The marketplaces that have figures, by id, with their currency.
    pub fn marketplaces(&self) -> impl Iterator<Item = (&MarketplaceId, Currency)> {
        self.markets.sorted().filter_map(|(id, number)| Some((id, *self.currencies.get(number as usize)?)))
    }

    /// The products that have figures, by id; without [`unmapped_product`] and [`whole_market`].
    pub fn products(&self) -> impl Iterator<Item = &ProductId> {
        let none = [unmapped_product(), whole_market()];
        self.products.sorted().map(|(id, _)| id).filter(move |id| !none.contains(id))
    }

    /// The SKUs of a product that have figures, by name.
    pub fn skus(&self, product: &ProductId) -> impl Iterator<Item = &Sku> {
        let first = Item { product: product.clone(), sku: None };
        let of_product = self.items.sorted_from(&first).take_while(move |(item, _)| item.product == *product);
        of_product.filter_map(|(item, _)| item.sku.as_ref())
    }

    /// The currency that sums of money are given in.
    pub fn reporting(&self) -> Currency {
        self.exchange.reporting()
    }

    /// Where the figures come from.
    pub fn log(&self) -> &ImportLog {
        &self.log
    }

    fn measure_key(&self, measure: &MeasureId) -> Option<MeasureKey> {
        self.measures.number(measure).and_then(|number| u16::try_from(number).ok()).map(MeasureKey)
    }

    fn outer(&self, measure: MeasureKey, market: MarketKey) -> Option<Span> {
        self.coverage.get(&(measure, market))?.outer()
    }

    /// The marketplaces a question is about: those covered, and of a product only those it was ever sold in.
    fn markets_of(&self, measure: MeasureKey, scope: &Scope) -> Vec<MarketKey> {
        let range = (measure, MarketKey(0))..=(measure, MarketKey(u16::MAX));
        let mut markets: Vec<MarketKey> =
            self.coverage.range(range).map(|((_, market), _)| *market).collect();
        if let Some(id) = &scope.marketplace {
            let wanted = self.markets.number(id);
            markets.retain(|market| Some(u32::from(market.0)) == wanted);
        }
        let sold: BTreeSet<MarketKey> = markets
            .iter()
            .copied()
            .filter(|market| self.cells_of(measure, *market, scope).next().is_some())
            .collect();
        if !sold.is_empty() {
            markets.retain(|market| sold.contains(market));
        }
        markets
    }

    fn cells_of(&self, measure: MeasureKey, market: MarketKey, scope: &Scope) -> impl Iterator<Item = &Cell> {
        let product = scope.product.as_ref().map(|id| self.products.number(id));
        let (first, last) = match product {
            None => (0, u32::MAX),
            // No product has this number: an empty range.
            Some(None) => (u32::MAX, u32::MAX),
            Some(Some(number)) => (number, number),
        };
        let place = |product, item| (measure, market, ItemKey { product, item });
        self.cells.range(place(first, 0)..=place(last, u32::MAX)).map(|(_, cell)| cell)
    }

    fn sum_in(&self, measure: MeasureKey, market: MarketKey, (scope, span): (&Scope, Span)) -> Total {
        match self.standing(measure, market, span) {
            Standing::Counts => self.convert((measure, market), span, |part| {
                self.cells_of(measure, market, scope).map(|cell| cell.sum(part)).sum()
            }),
            Standing::Nought => Total::Known(Ratio::zero()),
            Standing::Fails(total) => total,
        }
    }

    /// Adds a marketplace's days to the totals of a span's days.
    fn add_daily(&self, (measure, market): Column, (scope, span): (&Scope, Span), totals: &mut [Total]) {
        let mut sums = vec![0_i128; totals.len()];
        for cell in self.cells_of(measure, market, scope) {
            cell.add_daily(span, &mut sums);
        }
        let mut days = span.days().zip(sums).zip(totals);
        for (part, unit) in self.units((measure, market), span) {
            for ((day, sum), total) in days.by_ref().take(usize::try_from(part.len()).unwrap_or(0)) {
                let own = match self.standing(measure, market, Span { from: day, to: day }) {
                    Standing::Counts => worth(sum, unit.as_ref()),
                    Standing::Nought => continue,
                    Standing::Fails(total) => total,
                };
                *total = std::mem::replace(total, Total::Missing).plus(own);
            }
        }
    }

    fn standing(&self, measure: MeasureKey, market: MarketKey, span: Span) -> Standing {
        let covered =
            self.coverage.get(&(measure, market)).map_or(Covered::Hole, |coverage| coverage.of(span));
        let elsewhere = |span| self.anywhere.get(&measure).is_some_and(|coverage| coverage.covers(span));
        match covered {
            Covered::Whole => Standing::Counts,
            Covered::From(day) if elsewhere(Span { from: span.from, to: day - 1 }) => Standing::Counts,
            Covered::NotYet if elsewhere(span) => Standing::Nought,
            Covered::Straddled => Standing::Fails(Total::Coarse),
            Covered::From(_) | Covered::NotYet | Covered::Hole => Standing::Fails(Total::Missing),
        }
    }

    /// The sum of the parts with one rate each; `sum` gives a part in whole numbers.
    fn convert(&self, column: Column, span: Span, sum: impl Fn(Span) -> i128) -> Total {
        let parts = self.units(column, span).into_iter();
        parts
            .map(|(part, unit)| worth(sum(part), unit.as_ref()))
            .fold(Total::Known(Ratio::zero()), Total::plus)
    }

    /// What one whole number of a measure is worth, in the parts of a span; money without a rate, nothing.
    fn units(&self, (measure, market): Column, span: Span) -> Vec<(Span, Option<Ratio>)> {
        let scale = self.scales[usize::from(measure.0)];
        if scale != Scale::Money {
            return vec![(span, Some(Ratio::from_scaled(1, scale.digits())))];
        }
        let currency = self.currencies[usize::from(market.0)];
        let minor = Ratio::from_scaled(1, currency.digits());
        let parts = self.exchange.epochs(currency, span).into_iter();
        parts.map(|(part, rate)| (part, rate.map(|rate| &rate * &minor))).collect()
    }
}

/// A sum of whole numbers at what one is worth; nought is nought in any currency.
fn worth(sum: i128, unit: Option<&Ratio>) -> Total {
    match unit {
        _ if sum == 0 => Total::Known(Ratio::zero()),
        Some(unit) => Total::Known(&Ratio::from_int(sum) * unit),
        None => Total::Missing,
    }
}

/// A measure in a marketplace.
type Column = (MeasureKey, MarketKey);

/// How a marketplace takes part in a sum.
enum Standing {
    /// With its figures.
    Counts,
    /// It had not begun yet.
    Nought,
    /// It makes the sum unknown.
    Fails(Total),
}

fn anywhere(coverage: &BTreeMap<(MeasureKey, MarketKey), Coverage>) -> BTreeMap<MeasureKey, Coverage> {
    let mut anywhere: BTreeMap<MeasureKey, Coverage> = BTreeMap::new();
    for ((measure, _), covered) in coverage {
        anywhere.entry(*measure).or_default().extend(covered);
    }
    anywhere.values_mut().for_each(Coverage::settle);
    anywhere
}
