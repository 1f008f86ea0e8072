//! The plan spine: one goal split down to days. Every other view of the plan is a sum of these days (domain 3.3).

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::quantity::{Day, MarketplaceId, ProductId, Ratio, Scope, Span};

/// One year's amount, split to product × marketplace × day in whole units of `10^-digits`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spine {
    year: Span,
    digits: u32,
    /// The sum before each day of the year, and that of the whole: any span is one subtraction.
    running: BTreeMap<Cell, Vec<i128>>,
}

/// A product in a marketplace.
pub(crate) type Cell = (ProductId, MarketplaceId);

impl Spine {
    /// A spine whose cells hold a value for each day of `year`.
    pub(crate) fn new(year: Span, digits: u32, cells: BTreeMap<Cell, Vec<i128>>) -> Self {
        let running = cells.into_iter().map(|(cell, days)| (cell, running(&days))).collect();
        Spine { year, digits, running }
    }

    /// The days it plans.
    pub fn year(&self) -> Span {
        self.year
    }

    /// The planned amount of a scope over the days of `span` that it plans.
    pub fn sum(&self, scope: &Scope, span: Span) -> Ratio {
        let units: i128 = self.units(scope, span).map(|(_, units)| units).sum();
        Ratio::from_scaled(units, self.digits)
    }

    /// The same for every product in every marketplace of the scope that has a part in it, sorted by id.
    pub(crate) fn cells(&self, scope: &Scope, span: Span) -> impl Iterator<Item = (&Cell, Ratio)> {
        self.units(scope, span).map(|(cell, units)| (cell, Ratio::from_scaled(units, self.digits)))
    }

    /// The products and marketplaces that it splits to, sorted by id.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &Cell> {
        self.running.keys()
    }

    fn units(&self, scope: &Scope, span: Span) -> impl Iterator<Item = (&Cell, i128)> {
        let (before, to) = (self.index(span.from), self.index(span.to + 1));
        self.within(scope).map(move |(cell, running)| {
            let at = |index: usize| running.get(index).or(running.last()).copied().unwrap_or(0);
            (cell, at(to.max(before)) - at(before))
        })
    }

    /// The cells of a scope: those of a product lie side by side, and only they are looked at.
    fn within(&self, scope: &Scope) -> impl Iterator<Item = (&Cell, &Vec<i128>)> {
        let first = scope.product.as_ref().map(|product| {
            let place = scope.marketplace.clone().unwrap_or_else(|| MarketplaceId::new(""));
            (product.clone(), place)
        });
        let from = first.map_or(Bound::Unbounded, Bound::Included);
        let here = move |((product, place), _): &(&Cell, &Vec<i128>)| scope.contains(product, place);
        let cells = self.running.range((from, Bound::Unbounded));
        let product = scope.product.as_ref();
        let cells = cells.take_while(move |((own, _), _)| product.is_none_or(|product| own == product));
        let one = scope.product.is_some() && scope.marketplace.is_some();
        cells.take(if one { 1 } else { usize::MAX }).filter(here)
    }

    /// How many days of the year lie before a day.
    fn index(&self, day: Day) -> usize {
        usize::try_from(day - self.year.from).unwrap_or(0)
    }
}

fn running(days: &[i128]) -> Vec<i128> {
    let sums = days.iter().scan(0, |sum, day| {
        *sum += day;
        Some(*sum)
    });
    std::iter::once(0).chain(sums).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A cell is found by its name alone, and a scope has what a look at every cell would give it.
    #[test]
    fn scopes_have_the_cells_that_belong_to_them() {
        let names = ["a", "b", "c"];
        let cell = |product: &str, place: &str| (ProductId::new(product), MarketplaceId::new(place));
        let year = crate::quantity::Period::Year(2026).span();
        let each = names.iter().flat_map(|product| names.iter().map(move |place| (*product, *place)));
        let each = each.filter(|(product, place)| product != place).enumerate();
        let cells = each.map(|(at, (product, place))| (cell(product, place), vec![1_i128 << at; 365]));
        let spine = Spine::new(year, 0, cells.collect());
        let some = || [None, Some("a"), Some("b"), Some("c"), Some("d")].into_iter();
        for (product, place) in some().flat_map(|product| some().map(move |place| (product, place))) {
            let (product, marketplace) = (product.map(ProductId::new), place.map(MarketplaceId::new));
            let scope = Scope { product, marketplace };
            let all = spine.running.iter().filter(|((product, place), _)| scope.contains(product, place));
            let expected: i128 = all.map(|(_, running)| running[31]).sum();
            let january = Span { to: year.from + 30, ..year };
            assert_eq!(spine.sum(&scope, january), Ratio::from_int(expected), "{scope:?}");
        }
    }
}
