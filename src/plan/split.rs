//! Splits a year's amount: product → marketplace → month → day, by largest remainder at every step (domain 3.2, 3.3).

use std::collections::BTreeMap;

use super::{Spine, Weights};
use crate::quantity::{AllZero, Day, Grain, MarketplaceId, Period, ProductId, Ratio, Span, apportion};
use crate::workspace::Event;

/// What a year's amount is split by.
pub(crate) struct Split<'a> {
    /// The amount in units of `10^-digits`.
    pub(crate) total: i128,
    /// Decimal digits of a unit.
    pub(crate) digits: u32,
    /// The year: the calendar's, or the company's own.
    pub(crate) year: Period,
    /// The weights of every step.
    pub(crate) weights: &'a Weights,
}

/// Why an amount cannot be split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unsplit {
    /// The weights of products, or of a product's marketplaces, are all nought.
    AllZero,
    /// No day on which a product is sold has a weight, while the product has a part of the amount.
    NoDays(ProductId),
}

impl From<AllZero> for Unsplit {
    fn from(AllZero: AllZero) -> Self {
        Unsplit::AllZero
    }
}

type Cells = BTreeMap<(ProductId, MarketplaceId), Vec<i128>>;

impl Split<'_> {
    /// The spine; its parts sum to the amount.
    ///
    /// # Errors
    /// [`Unsplit`] where the weights of a step that has something to give are all nought.
    pub(crate) fn spine(&self) -> Result<Spine, Unsplit> {
        let mut cells = Cells::new();
        let (ids, weights): (Vec<_>, Vec<_>) = self.weights.products.iter().cloned().unzip();
        for (product, part) in ids.iter().zip(apportion(self.total, &weights)?) {
            if part != 0 {
                self.product(product, part, &mut cells)?;
            }
        }
        Ok(Spine::new(self.year.span(), self.digits, cells))
    }

    fn product(&self, product: &ProductId, total: i128, cells: &mut Cells) -> Result<(), Unsplit> {
        let (ids, weights): (Vec<_>, Vec<_>) = self.weights.marketplaces_of(product).iter().cloned().unzip();
        for (marketplace, part) in ids.iter().zip(apportion(total, &weights)?) {
            if part != 0 {
                cells.insert((product.clone(), marketplace.clone()), self.cell(product, marketplace, part)?);
            }
        }
        Ok(())
    }

    /// A product's days in a marketplace: a period without a day to sell on leaves its part to the others.
    fn cell(
        &self,
        product: &ProductId,
        marketplace: &MarketplaceId,
        total: i128,
    ) -> Result<Vec<i128>, Unsplit> {
        let cell = (product, marketplace);
        let periods: Vec<Vec<Ratio>> =
            self.year.split(Grain::Month).iter().map(|period| self.days(cell, period.span())).collect();
        let typed = self.weights.months_of(product);
        let open = |(days, weight): (&Vec<Ratio>, &Ratio)| {
            if days.iter().all(Ratio::is_zero) { Ratio::zero() } else { weight.clone() }
        };
        let weights: Vec<Ratio> = periods.iter().zip(typed).map(open).collect();
        let parts = apportion(total, &weights).map_err(|AllZero| Unsplit::NoDays(product.clone()))?;
        let mut days = Vec::with_capacity(371);
        for (weights, part) in periods.iter().zip(parts) {
            match part {
                0 => days.extend(weights.iter().map(|_| 0)),
                part => days.extend(apportion(part, weights)?),
            }
        }
        Ok(days)
    }

    /// The weights of the days of a period: nought where the product is not sold.
    fn days(&self, (product, marketplace): (&ProductId, &MarketplaceId), period: Span) -> Vec<Ratio> {
        let weight = |day| match self.weights.sells(product, day) {
            true => self.weights.day(day, marketplace),
            false => Ratio::zero(),
        };
        period.days().map(weight).collect()
    }
}

/// A factor on the weight of some days, such as a sale's: it takes from the other days of the same month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lift {
    /// The days.
    pub span: Span,
    /// Where it applies; everywhere when empty.
    pub marketplaces: Vec<MarketplaceId>,
    /// The factor; the days' own weight is 1.
    pub factor: Ratio,
    /// Days with a factor of their own.
    pub peaks: Vec<(Day, Ratio)>,
}

impl Lift {
    /// The lift of an event.
    pub(crate) fn of(event: &Event) -> Self {
        Lift {
            span: event.span,
            marketplaces: event.marketplaces.iter().map(|id| id.value.clone()).collect(),
            factor: event.lift.clone(),
            peaks: event.peaks.iter().map(|peak| (peak.date, peak.lift.clone())).collect(),
        }
    }

    /// The factor on a day in a marketplace, when it has one.
    pub(crate) fn on(&self, day: Day, marketplace: &MarketplaceId) -> Option<&Ratio> {
        let here = self.marketplaces.is_empty() || self.marketplaces.contains(marketplace);
        if !here || !self.span.contains(day) {
            return None;
        }
        Some(self.peaks.iter().find(|(peak, _)| *peak == day).map_or(&self.factor, |(_, factor)| factor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Scope;

    fn ratios(numbers: &[i128]) -> Vec<Ratio> {
        numbers.iter().map(|n| Ratio::from_int(*n)).collect()
    }

    fn span(from: &str, to: &str) -> Span {
        Span::new(Day::parse(from).unwrap(), Day::parse(to).unwrap()).unwrap()
    }

    /// One product in one marketplace, with the sample's season, weekdays and year-end peaks.
    fn weights() -> Weights {
        let peak = |text| (Day::parse(text).unwrap(), Ratio::from_int(4));
        Weights {
            products: vec![(ProductId::new("mug"), Ratio::one())],
            marketplaces: BTreeMap::from([(None, vec![(MarketplaceId::new("US"), Ratio::one())])]),
            months: BTreeMap::from([(None, ratios(&[70, 72, 80, 88, 95, 130, 118, 92, 90, 115, 150, 100]))]),
            weekdays: ratios(&[100, 102, 100, 98, 96, 100, 104]),
            lifts: vec![Lift {
                span: span("2026-11-20", "2026-11-30"),
                marketplaces: vec![],
                factor: Ratio::from_int(2),
                peaks: vec![peak("2026-11-27"), peak("2026-11-30")],
            }],
            on_sale: BTreeMap::new(),
        }
    }

    fn spine(total: i128) -> Spine {
        Split { total, digits: 2, year: Period::Year(2026), weights: &weights() }.spine().unwrap()
    }

    fn cents(spine: &Spine, span: Span) -> i128 {
        spine.sum(&Scope::company(), span).round_scaled(2)
    }

    #[test]
    fn november_is_split_to_the_weeks_of_the_oracle() {
        // A year of 1,000,000.00 has a November of 125,000.00 by this season.
        let spine = spine(100_000_000);
        assert_eq!(cents(&spine, Period::Month(2026, 11).span()), 12_500_000);
        let weeks = [289_146, 1_946_174, 1_946_174, 2_780_249, 4_426_158, 1_112_099];
        for (number, expected) in (44..50).zip(weeks) {
            let week = Period::Week(2026, number).span();
            let november = Span { from: week.from.max(Day::parse("2026-11-01").unwrap()), ..week };
            let november = november.cut_at(Day::parse("2026-11-30").unwrap()).unwrap();
            assert_eq!(cents(&spine, november), expected, "W{number}");
        }
        assert_eq!(cents(&spine, span("2026-11-27", "2026-11-27")), 1_067_616);
    }

    #[test]
    fn every_view_sums_to_the_same_year() {
        let spine = spine(100_000_001);
        let year = Period::Year(2026);
        for grain in [Grain::Day, Grain::Month, Grain::Quarter] {
            let parts: i128 = year.split(grain).iter().map(|part| cents(&spine, part.span())).sum();
            assert_eq!(parts, 100_000_001, "{grain:?}");
        }
    }

    #[test]
    fn weights_of_nought_are_an_error() {
        let mut weights = weights();
        weights.months.insert(None, ratios(&[0; 12]));
        let split = Split { total: 1, digits: 2, year: Period::Year(2026), weights: &weights };
        assert_eq!(split.spine(), Err(Unsplit::NoDays(ProductId::new("mug"))));
    }
}
