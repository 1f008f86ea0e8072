//! The plan spine: one goal split down to days. Every other view of the plan is a sum of these days (domain 3.3).

use std::collections::BTreeMap;

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
        let cells = self.running.iter().filter(|((product, place), _)| scope.contains(product, place));
        cells.map(move |(cell, running)| {
            let at = |index: usize| running.get(index).or(running.last()).copied().unwrap_or(0);
            (cell, at(to.max(before)) - at(before))
        })
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
