//! The plan spine: one goal split down to days. Every other view of the plan is a sum of these days (domain 3.3).

use std::collections::BTreeMap;

use crate::quantity::{Day, MarketplaceId, ProductId, Ratio, Scope, Span};

/// One year's amount, split to product × marketplace × day in whole units of `10^-digits`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spine {
    year: Span,
    digits: u32,
    cells: BTreeMap<(ProductId, MarketplaceId), Vec<i128>>,
}

impl Spine {
    /// A spine whose cells hold a value for each day of `year`.
    pub(crate) fn new(
        year: Span,
        digits: u32,
        cells: BTreeMap<(ProductId, MarketplaceId), Vec<i128>>,
    ) -> Self {
        Spine { year, digits, cells }
    }

    /// The days it plans.
    pub fn year(&self) -> Span {
        self.year
    }

    /// Every product in every marketplace that has a part in it, in file order of neither: sorted by id.
    pub fn cells(&self) -> impl Iterator<Item = &(ProductId, MarketplaceId)> {
        self.cells.keys()
    }

    /// The planned amount of a scope over the days of `span` that it plans.
    pub fn sum(&self, scope: &Scope, span: Span) -> Ratio {
        let cells =
            self.cells.iter().filter(|((product, marketplace), _)| scope.contains(product, marketplace));
        let units: i128 = cells.map(|(_, days)| self.days(days, span).iter().sum::<i128>()).sum();
        Ratio::from_scaled(units, self.digits)
    }

    /// The planned amount of one cell over the days of `span` that it plans.
    pub fn cell(&self, product: &ProductId, marketplace: &MarketplaceId, span: Span) -> Ratio {
        let days = self.cells.get(&(product.clone(), marketplace.clone()));
        let units: i128 = days.map_or(0, |days| self.days(days, span).iter().sum());
        Ratio::from_scaled(units, self.digits)
    }

    fn days<'a>(&self, days: &'a [i128], span: Span) -> &'a [i128] {
        let index = |day: Day| usize::try_from(day - self.year.from).unwrap_or(0).min(days.len());
        days.get(index(span.from)..index(span.to + 1)).unwrap_or(&[])
    }
}
