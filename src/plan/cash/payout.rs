//! When a marketplace pays out what it sold (domain 4.3).

use crate::quantity::{Day, MarketplaceId, Ratio};
use crate::workspace::{Rate, Rates};

/// The rule of a marketplace, in days: a `payout` row of the rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PayoutRule {
    /// From sale to delivery.
    pub delivery: i32,
    /// Full days that the money is kept after delivery.
    pub hold: i32,
    /// From one disbursement to the next.
    pub cycle: i32,
    /// From disbursement to bank, in calendar days.
    pub bank: i32,
    /// A day of disbursement.
    pub anchor: Day,
}

/// The days of the money of a sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// From when on it may be paid out.
    pub available: Day,
    /// The disbursement it is part of.
    pub disbursed: Day,
    /// When it lies in the bank.
    pub bank: Day,
}

impl PayoutRule {
    /// The row of a marketplace that holds for sales of a day.
    pub(super) fn row<'r>(rates: &'r Rates, marketplace: &MarketplaceId, sale: Day) -> Option<&'r Rate> {
        rates.on("payout", &[("market", marketplace.as_str())], sale)
    }

    /// The rule of a row; nothing when one of its five values is missing.
    pub fn of(row: &Rate) -> Option<Self> {
        let days = |name: &str| i32::try_from(row.values.get(name)?.number().floor()).ok();
        Some(PayoutRule {
            delivery: days("delivery_days")?,
            hold: days("hold_days")?,
            // A cycle of no days is a payout every day.
            cycle: days("cycle_days")?.max(1),
            bank: days("bank_days")?,
            anchor: *row.days.get("cycle_anchor")?,
        })
    }

    /// Days from sale to bank, on average over a cycle of even sales.
    pub fn mean_lag(&self) -> Ratio {
        let least = self.delivery + self.hold + 1 + self.bank;
        &Ratio::from_int(least.into()) + &Ratio::from_scaled(i128::from(self.cycle - 1) * 5, 1)
    }

    /// The days of the money of a sale: `hold` full days after delivery it is available on the next one, goes
    /// out with the next disbursement of the cycle, and is in the bank some calendar days later.
    pub fn settle(&self, sale: Day) -> Settled {
        let available = sale + self.delivery + self.hold + 1;
        let disbursed = available + (self.anchor - available).rem_euclid(self.cycle);
        Settled { available, disbursed, bank: disbursed + self.bank }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value as Json;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn usual() -> PayoutRule {
        PayoutRule { delivery: 2, hold: 7, cycle: 14, bank: 4, anchor: day("2027-01-05") }
    }

    fn oracle() -> Json {
        let all: Json = serde_json::from_str(include_str!("../../../tests/oracles/oracles.json")).unwrap();
        all["payout"].clone()
    }

    #[test]
    fn a_sale_is_paid_out_as_the_oracle_says() {
        let oracle = oracle();
        let first = oracle["2026-01-01 sold, delivered +2"].as_str().unwrap();
        assert!(first.contains(&usual().settle(day("2026-01-01")).available.to_string()), "{first}");
        let settled = usual().settle(day("2027-03-01"));
        let expected: Vec<Day> =
            oracle["2027-03-01"].as_array().unwrap().iter().map(|text| day(text.as_str().unwrap())).collect();
        assert_eq!(vec![settled.available, settled.disbursed, settled.bank], expected);
    }

    #[test]
    fn over_a_cycle_the_lag_is_that_of_the_oracle() {
        let oracle = oracle();
        let lag = |n: i32| usual().settle(day("2027-03-01") + n).bank - (day("2027-03-01") + n);
        let lags: Vec<i32> = (0..14).map(lag).collect();
        let bound = |name: &str| oracle[name].as_i64().map(|days| days as i32);
        assert_eq!(
            (lags.iter().min().copied(), lags.iter().max().copied()),
            (bound("lag_min"), bound("lag_max"))
        );
        let mean = Ratio::new(lags.iter().sum::<i32>().into(), 14);
        assert_eq!(mean, Ratio::parse(oracle["lag_mean_over_cycle"].as_str().unwrap()));
        assert_eq!(mean, Some(usual().mean_lag()));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_lag_stays_within_a_cycle(
            delivery in 0..10, hold in 0..20, cycle in 1..40, bank in 0..10, anchor in -400..400, sale in -400..400,
        ) {
            let origin = day("2027-01-05");
            let rule = PayoutRule { delivery, hold, cycle, bank, anchor: origin + anchor };
            let Settled { available, disbursed, bank: banked } = rule.settle(origin + sale);
            let least = delivery + hold + 1 + bank;
            prop_assert!((least..least + cycle).contains(&(banked - (origin + sale))));
            prop_assert_eq!((disbursed - rule.anchor).rem_euclid(cycle), 0);
            prop_assert!(available <= disbursed && disbursed < available + cycle);
        }
    }
}
