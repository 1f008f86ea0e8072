//! The questions for sums.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cells::{Cell, Cells, Place};
use super::coverage::{Coverage, Covered};
use super::key::{Interner, Item, ItemKey, MarketKey, MeasureKey, Scale, Tag, TagKey};
use super::{Basis, Builder, Exchange, ImportLog, Total};
use crate::metric::Over;
use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, ProductId, Ratio, Scope, Span};

/// Everything measured.
#[derive(Clone, Debug)]
pub struct Facts {
    pub(super) exchange: Exchange,
    pub(super) measures: Interner<MeasureId>,
    pub(super) scales: Vec<Scale>,
    overs: Vec<Over>,
    pub(super) markets: Interner<MarketplaceId>,
    pub(super) currencies: Vec<Currency>,
    /// The items in their order, each at its key.
    pub(super) items: Vec<Item>,
    /// The first and the last item of each product.
    pub(super) products: BTreeMap<ProductId, (ItemKey, ItemKey)>,
    pub(super) tags: Vec<Arc<Tag>>,
    pub(super) coverage: BTreeMap<(MeasureKey, MarketKey), Coverage>,
    /// The days on which a measure is known in any marketplace.
    pub(super) anywhere: BTreeMap<MeasureKey, Coverage>,
    /// The figures by item.
    pub(super) whole: Cells,
    /// Those that have further dimensions, by these.
    pub(super) parts: Cells,
    pub(super) log: ImportLog,
}

impl Facts {
    pub(super) fn new(
        builder: Builder,
        (items, whole, parts): (Vec<Item>, Cells, Cells),
        log: ImportLog,
    ) -> Self {
        let Builder { exchange, measures, scales, overs, markets, currencies, tags, coverage, .. } = builder;
        let (anywhere, products) = (anywhere(&coverage), products(&items));
        let tags = tags.things().to_vec();
        Facts {
            exchange,
            measures,
            scales,
            overs,
            markets,
            currencies,
            items,
            products,
            tags,
            coverage,
            anywhere,
            whole,
            parts,
            log,
        }
    }

    /// The sum of a measure over the days of a span, at the plan's rates.
    ///
    /// A day is nought where a file covers it and has no row. Before its first covered day a marketplace
    /// counts as nought, as long as another one is covered; any other day without a file makes it missing.
    /// Of stock, it is the sum of each item's last figure at the end of the span; a level has no sum, so that
    /// it is known only where the span holds a single figure.
    pub fn sum(&self, measure: &MeasureId, scope: &Scope, span: Span) -> Total {
        self.sum_at(Basis::Plan, measure, (scope, span))
    }

    /// The sum of a measure over the days of a span, at the rates of a basis.
    pub fn sum_at(&self, basis: Basis, measure: &MeasureId, (scope, span): (&Scope, Span)) -> Total {
        let Some(key) = self.measure_key(measure) else { return Total::Missing };
        let markets = self.markets_of(key, scope);
        if markets.is_empty() {
            return Total::Missing;
        }
        if self.over(key) == Over::Level {
            return self.level(key, &markets, (scope, span, basis));
        }
        let own = |market: &MarketKey| self.sum_in((key, *market), (scope, span, basis));
        markets.iter().map(own).fold(Total::Known(Ratio::zero()), Total::plus)
    }

    /// The sum of a measure for each day of a span.
    pub fn daily(&self, measure: &MeasureId, scope: &Scope, span: Span) -> Vec<Total> {
        let days = usize::try_from(span.len()).unwrap_or(0);
        let key = self.measure_key(measure);
        let markets = key.map(|key| self.markets_of(key, scope)).unwrap_or_default();
        let Some(key) = key.filter(|_| !markets.is_empty()) else { return vec![Total::Missing; days] };
        if self.over(key) != Over::Flow {
            return span.days().map(|day| self.sum(measure, scope, Span { from: day, to: day })).collect();
        }
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

    pub(super) fn measure_key(&self, measure: &MeasureId) -> Option<MeasureKey> {
        self.measures.number(measure).and_then(|number| u16::try_from(number).ok()).map(MeasureKey)
    }

    pub(super) fn over(&self, measure: MeasureKey) -> Over {
        self.overs.get(usize::from(measure.0)).copied().unwrap_or_default()
    }

    /// The marketplaces a question is about: those covered, and of a product only those it was ever sold in.
    pub(super) fn markets_of(&self, measure: MeasureKey, scope: &Scope) -> Vec<MarketKey> {
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
            .filter(|market| self.cells_of((measure, *market), scope).next().is_some())
            .collect();
        if !sold.is_empty() {
            markets.retain(|market| sold.contains(market));
        }
        markets
    }

    fn cells_of(&self, column: Column, scope: &Scope) -> impl Iterator<Item = Cell<'_>> {
        let (first, last) = self.places(column, scope);
        self.whole.between(first, last).map(|(_, cell)| cell)
    }

    /// The first and the last place that a scope can have in a column.
    pub(super) fn places(&self, (measure, market): Column, scope: &Scope) -> (Place, Place) {
        let product = scope.product.as_ref().map(|id| self.products.get(id).copied());
        let (first, last) = match product {
            None => (ItemKey(0), ItemKey(u32::MAX)),
            // No item has this number: an empty range.
            Some(None) => (ItemKey(u32::MAX), ItemKey(u32::MAX)),
            Some(Some(items)) => items,
        };
        let place = |item, tag| Place { measure, market, item, tag: TagKey(tag) };
        (place(first, 0), place(last, u32::MAX))
    }

    fn sum_in(&self, column: Column, (scope, span, basis): Asked<'_>) -> Total {
        match self.standing(column, (span, basis)) {
            Standing::Counts(parts) => {
                let stock = self.over(column.0) == Over::Stock;
                let own = |cell: Cell<'_>, part: Span| match stock {
                    true => cell.last_in(part).map_or(0, |(_, value)| value),
                    false => cell.sum(part),
                };
                let sum = |part: Span| self.cells_of(column, scope).map(|cell| own(cell, part)).sum();
                parts
                    .iter()
                    .map(|(part, unit)| worth(sum(*part), unit.as_ref()))
                    .fold(Total::Known(Ratio::zero()), Total::plus)
            }
            Standing::Nought => Total::Known(Ratio::zero()),
            Standing::Fails(total) => total,
        }
    }

    /// The one figure of a level, if there is but one.
    fn level(&self, measure: MeasureKey, markets: &[MarketKey], (scope, span, basis): Asked<'_>) -> Total {
        let mut level = Level::default();
        for market in markets {
            let (first, last) = self.places((measure, *market), scope);
            let cells = self.whole.between(first, last).chain(self.parts.between(first, last));
            cells.for_each(|(place, cell)| level.look(place, cell, span));
        }
        self.level_total(level, basis)
    }

    pub(super) fn level_total(&self, level: Level, basis: Basis) -> Total {
        match level.one {
            _ if level.several => Total::Several,
            None if level.coarse => Total::Coarse,
            None => Total::Missing,
            Some((place, day, value)) => {
                let units = self.units((place.measure, place.market), (Span { from: day, to: day }, basis));
                units.first().map_or(Total::Missing, |(_, unit)| worth(value, unit.as_ref()))
            }
        }
    }

    /// Adds a marketplace's days to the totals of a span's days.
    fn add_daily(&self, (measure, market): Column, (scope, span): (&Scope, Span), totals: &mut [Total]) {
        let mut sums = vec![0_i128; totals.len()];
        for cell in self.cells_of((measure, market), scope) {
            cell.add_daily(span, &mut sums);
        }
        let mut days = span.days().zip(sums).zip(totals);
        for (part, unit) in self.units((measure, market), (span, Basis::Plan)) {
            for ((day, sum), total) in days.by_ref().take(usize::try_from(part.len()).unwrap_or(0)) {
                let own = match self.standing_of_flow((measure, market), Span { from: day, to: day }) {
                    Ok(true) => worth(sum, unit.as_ref()),
                    Ok(false) => continue,
                    Err(total) => total,
                };
                *total = std::mem::replace(total, Total::Missing).plus(own);
            }
        }
    }

    /// How a marketplace takes part in a sum.
    pub(super) fn standing(&self, column: Column, (span, basis): (Span, Basis)) -> Standing {
        let counts = match self.over(column.0) {
            Over::Stock => self.standing_of_stock(column, span),
            _ => self.standing_of_flow(column, span).map(|counts| counts.then_some(span)),
        };
        match counts {
            // Stock is worth what it is at its last day.
            Ok(Some(days)) if self.over(column.0) == Over::Stock => {
                let units = self.units(column, (Span { from: days.to, to: days.to }, basis));
                Standing::Counts(units.into_iter().map(|(_, unit)| (days, unit)).collect())
            }
            Ok(Some(span)) => Standing::Counts(self.units(column, (span, basis))),
            Ok(None) => Standing::Nought,
            Err(total) => Standing::Fails(total),
        }
    }

    /// Whether a marketplace counts with its figures, or as nought.
    fn standing_of_flow(&self, (measure, market): Column, span: Span) -> Result<bool, Total> {
        let covered =
            self.coverage.get(&(measure, market)).map_or(Covered::Hole, |coverage| coverage.of(span));
        let elsewhere = |span| self.anywhere.get(&measure).is_some_and(|coverage| coverage.covers(span));
        match covered {
            Covered::Whole => Ok(true),
            Covered::From(day) if elsewhere(Span { from: span.from, to: day - 1 }) => Ok(true),
            Covered::NotYet if elsewhere(span) => Ok(false),
            Covered::Straddled => Err(Total::Coarse),
            Covered::From(_) | Covered::NotYet | Covered::Hole => Err(Total::Missing),
        }
    }

    /// The days whose last figures are the stock at the end of a span; none where nothing was kept yet.
    fn standing_of_stock(&self, (measure, market): Column, span: Span) -> Result<Option<Span>, Total> {
        let Some(coverage) = self.coverage.get(&(measure, market)) else { return Err(Total::Missing) };
        let elsewhere = || self.anywhere.get(&measure).is_some_and(|coverage| coverage.touches(span));
        match coverage.standing_at_end(span) {
            Ok(days) => {
                let company = Scope::company();
                let counted =
                    self.cells_of((measure, market), &company).any(|cell| cell.last_in(days).is_some());
                if counted { Ok(Some(days)) } else { Err(Total::Missing) }
            }
            Err(Covered::NotYet) if elsewhere() => Ok(None),
            Err(Covered::Straddled) => Err(Total::Coarse),
            Err(_) => Err(Total::Missing),
        }
    }

    /// What one whole number of a measure is worth, in the parts of a span; money without a rate, nothing.
    fn units(&self, (measure, market): Column, (span, basis): (Span, Basis)) -> Vec<(Span, Option<Ratio>)> {
        let scale = self.scales[usize::from(measure.0)];
        if scale != Scale::Money {
            return vec![(span, Some(Ratio::from_scaled(1, scale.digits())))];
        }
        let currency = self.currencies[usize::from(market.0)];
        let minor = Ratio::from_scaled(1, currency.digits());
        let parts = self.exchange.epochs((basis, currency), span).into_iter();
        parts.map(|(part, rate)| (part, rate.map(|rate| &rate * &minor))).collect()
    }
}

/// A sum of whole numbers at what one is worth; nought is nought in any currency.
pub(super) fn worth(sum: i128, unit: Option<&Ratio>) -> Total {
    match unit {
        _ if sum == 0 => Total::Known(Ratio::zero()),
        Some(unit) => Total::Known(&Ratio::from_int(sum) * unit),
        None => Total::Missing,
    }
}

/// A measure in a marketplace.
pub(super) type Column = (MeasureKey, MarketKey);

/// What is asked of a measure: of whom, over which days, at which rates.
pub(super) type Asked<'a> = (&'a Scope, Span, Basis);

/// How a marketplace takes part in a sum.
pub(super) enum Standing {
    /// With its figures, in parts of one rate each.
    Counts(Vec<(Span, Option<Ratio>)>),
    /// It had not begun yet.
    Nought,
    /// It makes the sum unknown.
    Fails(Total),
}

/// The figures of a level seen so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Level {
    one: Option<(Place, Day, i128)>,
    several: bool,
    coarse: bool,
}

impl Level {
    pub(super) fn look(&mut self, place: Place, cell: Cell<'_>, span: Span) {
        self.coarse |= cell.is_straddled(span);
        for (day, value) in cell.within(span) {
            self.several |= self.one.is_some();
            self.one = self.one.or(Some((place, day, value)));
        }
    }

    /// Whether there is no figure, not even one that reaches over the edge.
    pub(super) fn is_nothing(&self) -> bool {
        self.one.is_none() && !self.coarse
    }
}

fn anywhere(coverage: &BTreeMap<(MeasureKey, MarketKey), Coverage>) -> BTreeMap<MeasureKey, Coverage> {
    let mut anywhere: BTreeMap<MeasureKey, Coverage> = BTreeMap::new();
    for ((measure, _), covered) in coverage {
        anywhere.entry(*measure).or_default().extend(covered);
    }
    anywhere.values_mut().for_each(Coverage::settle);
    anywhere
}

fn products(items: &[Item]) -> BTreeMap<ProductId, (ItemKey, ItemKey)> {
    let mut products: BTreeMap<ProductId, (ItemKey, ItemKey)> = BTreeMap::new();
    for (number, item) in (0..).zip(items) {
        let key = ItemKey(number);
        products.entry(item.product.clone()).or_insert((key, key)).1 = key;
    }
    products
}
