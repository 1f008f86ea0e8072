//! Price, volume and mix: why sales of many things changed, with what is new and what has ended beside (domain 2.6).

use crate::metric::{Convention, Ends, product_parts};
use crate::quantity::{Ratio, Scope};

/// What was sold of one thing on one side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sold {
    /// Units, net of none.
    pub units: Ratio,
    /// What they brought, in major units of the reporting currency.
    pub revenue: Ratio,
    /// What one unit of its own currency is worth in the reporting currency; the price is in its own.
    pub rate: Ratio,
}

/// How a thing takes part in the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// Sold on both sides: it has a volume, a mix and a price.
    Continuing,
    /// Sold now and not in the reference.
    New,
    /// Sold now and not in the reference, but before it.
    Returning,
    /// Sold in the reference and no more.
    Ended,
    /// More came back than was sold, or money moved without units: outside volume, mix and price.
    Adjusted,
}

/// One thing of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoldItem {
    /// The part of the company; none for what the known parts leave of the whole.
    pub scope: Option<Scope>,
    /// The reference: plan, previous year.
    pub base: Sold,
    /// What happened.
    pub actual: Sold,
    /// Whether it was sold before the reference.
    pub known_before: bool,
}

/// One of the reasons, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// More or less was sold in all, at the same mix.
    Volume,
    /// Dearer or cheaper things took a greater share.
    Mix,
    /// Prices in the things' own currencies.
    Price,
    /// What these currencies are worth.
    Currency,
    /// What was not sold in the reference.
    New,
    /// What was sold before the reference and is sold again.
    Returning,
    /// What is sold no more.
    Ended,
    /// What volume, mix and price say nothing of.
    Adjusted,
}

/// One thing with what it contributed to the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// The thing.
    pub item: SoldItem,
    /// How it takes part.
    pub course: Course,
    /// What it contributed by each effect; they sum to its own change. Major units of the reporting currency.
    pub effects: Vec<(Effect, Ratio)>,
}

/// A change of sales by what brought it about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceVolumeMix {
    /// The things, in the order given.
    pub items: Vec<ItemChange>,
}

impl Effect {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Effect; 8] = [
        Effect::Volume,
        Effect::Mix,
        Effect::Price,
        Effect::Currency,
        Effect::New,
        Effect::Returning,
        Effect::Ended,
        Effect::Adjusted,
    ];

    /// Its name in tables and messages.
    pub fn name(self) -> &'static str {
        match self {
            Effect::Volume => "volume",
            Effect::Mix => "mix",
            Effect::Price => "price",
            Effect::Currency => "currency",
            Effect::New => "new",
            Effect::Returning => "returning",
            Effect::Ended => "ended",
            Effect::Adjusted => "adjusted",
        }
    }
}

impl PriceVolumeMix {
    /// The rule by which it is divided.
    pub const CONVENTION: Convention = Convention::PriceVolumeMix;

    /// Divides the change of what was sold.
    pub fn of(items: Vec<SoldItem>) -> Self {
        let courses: Vec<Course> = items.iter().map(SoldItem::course).collect();
        let continuing = |side: fn(&SoldItem) -> &Sold| -> Ratio {
            let items = items.iter().zip(&courses).filter(|(_, course)| **course == Course::Continuing);
            items.map(|(item, _)| &side(item).units).sum()
        };
        let units = (continuing(|item| &item.base), continuing(|item| &item.actual));
        let change = |(item, course): (SoldItem, Course)| {
            let effects = item.effects(course, (&units.0, &units.1));
            ItemChange { item, course, effects }
        };
        PriceVolumeMix { items: items.into_iter().zip(courses).map(change).collect() }
    }

    /// The sum of an effect over all things.
    pub fn total(&self, effect: Effect) -> Ratio {
        self.items.iter().map(|item| item.of(effect)).sum()
    }

    /// Every effect that is not nought, in order; they sum to the change.
    pub fn effects(&self) -> Vec<(Effect, Ratio)> {
        let all = Effect::ALL.iter().map(|effect| (*effect, self.total(*effect)));
        all.filter(|(_, total)| !total.is_zero()).collect()
    }

    /// What was sold in the reference.
    pub fn base(&self) -> Ratio {
        self.items.iter().map(|item| &item.item.base.revenue).sum()
    }

    /// What was sold now.
    pub fn actual(&self) -> Ratio {
        self.items.iter().map(|item| &item.item.actual.revenue).sum()
    }

    /// The whole change.
    pub fn change(&self) -> Ratio {
        &self.actual() - &self.base()
    }
}

impl ItemChange {
    /// What it contributed by an effect.
    pub fn of(&self, effect: Effect) -> Ratio {
        let own = self.effects.iter().filter(|(own, _)| *own == effect);
        own.map(|(_, amount)| amount).sum()
    }

    /// Its whole contribution.
    pub fn change(&self) -> Ratio {
        &self.item.actual.revenue - &self.item.base.revenue
    }
}

impl Sold {
    /// Whether units and money do not belong to one sale.
    fn is_odd(&self) -> bool {
        self.units.is_negative() || (self.units.is_zero() && !self.revenue.is_zero())
    }

    /// The price of a unit in its own currency; nothing of nothing sold.
    pub fn price(&self) -> Option<Ratio> {
        self.revenue.checked_div(&(&self.units * &self.rate))
    }
}

impl SoldItem {
    fn course(&self) -> Course {
        let sold = |side: &Sold| side.units.is_positive();
        if self.base.is_odd() || self.actual.is_odd() {
            return Course::Adjusted;
        }
        match (sold(&self.base), sold(&self.actual), self.known_before) {
            (true, false, _) => Course::Ended,
            (false, true, true) => Course::Returning,
            (false, true, false) => Course::New,
            (true, true, _) if self.base.price().is_none() || self.actual.price().is_none() => {
                Course::Adjusted
            }
            (true, true, _) | (false, false, _) => Course::Continuing,
        }
    }

    fn effects(&self, course: Course, units: (&Ratio, &Ratio)) -> Vec<(Effect, Ratio)> {
        let whole = |effect| vec![(effect, &self.actual.revenue - &self.base.revenue)];
        match course {
            Course::Continuing => self.continuing(units),
            Course::New => whole(Effect::New),
            Course::Returning => whole(Effect::Returning),
            Course::Ended => whole(Effect::Ended),
            Course::Adjusted => whole(Effect::Adjusted),
        }
    }

    /// Its sales are all units × its share of them × its price × what its currency is worth.
    fn continuing(&self, (base, actual): (&Ratio, &Ratio)) -> Vec<(Effect, Ratio)> {
        let factors = |sold: &Sold, all: &Ratio| {
            Some(vec![all.clone(), sold.units.checked_div(all)?, sold.price()?, sold.rate.clone()])
        };
        let ends = factors(&self.base, base).zip(factors(&self.actual, actual));
        let parts = ends.map(|(base, actual)| product_parts(Ends { base, actual })).unwrap_or_default();
        [Effect::Volume, Effect::Mix, Effect::Price, Effect::Currency].into_iter().zip(parts).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::round_parts;
    use proptest::prelude::*;

    fn sold(units: i128, revenue: i128, rate: i128) -> Sold {
        let rate = Ratio::new(rate, 10).unwrap();
        Sold { units: Ratio::from_int(units), revenue: Ratio::from_int(revenue), rate }
    }

    fn item(base: Sold, actual: Sold, known_before: bool) -> SoldItem {
        SoldItem { scope: None, base, actual, known_before }
    }

    #[test]
    fn what_has_no_price_on_both_sides_stands_beside() {
        for (base, actual, before, course) in [
            (sold(1, 10, 10), sold(1, 0, 10), false, Course::Continuing),
            (sold(0, 0, 10), sold(2, 9, 10), false, Course::New),
            (sold(0, 0, 10), sold(2, 9, 10), true, Course::Returning),
            (sold(2, 9, 10), sold(0, 0, 10), true, Course::Ended),
            (sold(2, 9, 10), sold(-1, -5, 10), false, Course::Adjusted),
            (sold(2, 9, 10), sold(0, -5, 10), false, Course::Adjusted),
            (sold(2, 9, 10), sold(2, 9, 0), false, Course::Adjusted),
        ] {
            let found = PriceVolumeMix::of(vec![item(base, actual, before)]);
            assert_eq!(found.items[0].course, course, "{found:?}");
        }
    }

    #[test]
    fn a_currency_that_loses_is_no_lower_price() {
        let alone = PriceVolumeMix::of(vec![item(sold(10, 100, 10), sold(10, 80, 8), false)]);
        assert_eq!(alone.effects(), [(Effect::Currency, Ratio::from_int(-20))]);
    }

    proptest! {
        #[test]
        fn effects_sum_for_each_thing_and_in_all_also_as_shown(
            numbers in prop::collection::vec((-3i128..9, -50i128..200, 0i128..20, -3i128..9, -50i128..200, 0i128..20), 1..7)
        ) {
            let items = numbers.iter().map(|(u0, r0, x0, u1, r1, x1)| {
                item(sold(*u0, *r0, *x0), sold(*u1, *r1, *x1), *u0 == 1)
            });
            let found = PriceVolumeMix::of(items.collect());
            for item in &found.items {
                let effects: Ratio = item.effects.iter().map(|(_, amount)| amount).sum();
                prop_assert_eq!(effects, item.change());
            }
            let effects: Vec<Ratio> = found.effects().into_iter().map(|(_, amount)| amount).collect();
            prop_assert_eq!(effects.iter().sum::<Ratio>(), found.change());
            let (total, shown) = round_parts(&found.change(), &effects, 0);
            prop_assert!(effects.is_empty() || shown.iter().sum::<i128>() == total);
        }
    }
}
