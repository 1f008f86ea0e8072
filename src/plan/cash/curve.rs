//! Cumulative flows: how deep they go, and when they are back (domain 4.3).

use std::collections::BTreeMap;

use crate::quantity::{Day, Ratio};

/// Cumulative flows (domain 4.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The balance at the end of each day on which money moves.
    pub points: Vec<(Day, Ratio)>,
    /// The lowest balance and the first day it is reached: the peak cash need when below nought.
    pub trough: (Day, Ratio),
    /// The first day after the trough from which the balance is not below nought again.
    pub break_even: Option<Day>,
    /// The balance after the last flow.
    pub end: Ratio,
}

impl Curve {
    /// The curve of some flows from nought, in any order; nothing when there is none.
    pub fn of(flows: impl IntoIterator<Item = (Day, Ratio)>) -> Option<Self> {
        let mut days: BTreeMap<Day, Ratio> = BTreeMap::new();
        for (day, amount) in flows {
            *days.entry(day).or_insert_with(Ratio::zero) += &amount;
        }
        let sums = days.into_iter().scan(Ratio::zero(), |sum, (day, flow)| {
            *sum += &flow;
            Some((day, sum.clone()))
        });
        let points: Vec<(Day, Ratio)> = sums.collect();
        let trough = points.iter().min_by_key(|(_, sum)| sum)?.clone();
        let end = points.last()?.1.clone();
        Some(Curve { break_even: back(&points), trough, end, points })
    }

    /// How far it goes below nought; nought when it never does.
    pub fn need(&self) -> Ratio {
        (-&self.trough.1).max(Ratio::zero())
    }

    /// Each day with what moves on it and the balance at its end.
    pub fn steps(&self) -> impl Iterator<Item = (Day, Ratio, &Ratio)> {
        let before = std::iter::once(Ratio::zero()).chain(self.points.iter().map(|(_, sum)| sum.clone()));
        self.points.iter().zip(before).map(|((day, sum), before)| (*day, sum - &before, sum))
    }

    /// The balance at the end of a day.
    pub fn on(&self, day: Day) -> Ratio {
        let after = self.points.partition_point(|(point, _)| *point <= day);
        after.checked_sub(1).map_or_else(Ratio::zero, |at| self.points[at].1.clone())
    }
}

/// The day after the last one below nought on which money moves; nothing when none is below, or the end is.
fn back(points: &[(Day, Ratio)]) -> Option<Day> {
    let last = points.iter().rposition(|(_, sum)| sum.is_negative())?;
    points.get(last + 1).map(|(day, _)| *day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value as Json;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn ratio(text: &str) -> Ratio {
        Ratio::parse(text).unwrap()
    }

    fn curve(flows: &[(&str, &str)]) -> Curve {
        Curve::of(flows.iter().map(|(date, amount)| (day(date), ratio(amount)))).unwrap()
    }

    #[test]
    fn the_curve_of_the_batch_is_that_of_the_oracle() {
        let all: Json = serde_json::from_str(include_str!("../../../tests/oracles/oracles.json")).unwrap();
        let oracle = &all["batch"];
        let text = |json: &Json| json.as_str().unwrap().to_owned();
        let flows = oracle["cash_flows"].as_object().unwrap();
        let curve = Curve::of(flows.iter().map(|(date, amount)| (day(date), ratio(&text(amount))))).unwrap();
        let trough = &oracle["cash_trough"];
        assert_eq!(curve.trough, (day(&text(&trough[0])), ratio(&text(&trough[1]))));
        assert_eq!(curve.break_even, Some(day(&text(&oracle["cash_break_even"]))));
        assert_eq!(curve.end, ratio(&text(&oracle["final"])));
        assert_eq!(curve.need(), ratio("17781.60"));
    }

    #[test]
    fn a_curve_is_back_when_it_stays_above_nought() {
        for (last, back) in [("4", None), ("9", Some("2026-04-01")), ("5", Some("2026-04-01"))] {
            let flows =
                [("2026-01-01", "-10"), ("2026-02-01", "12"), ("2026-03-01", "-7"), ("2026-04-01", last)];
            let curve = curve(&flows);
            assert_eq!(curve.break_even, back.map(day), "{last}");
            assert_eq!(curve.trough.0, day("2026-01-01"));
        }
        assert_eq!(curve(&[("2026-01-01", "5")]).break_even, None);
        assert_eq!(curve(&[("2026-01-01", "5")]).need(), Ratio::zero());
    }

    #[test]
    fn the_balance_holds_until_the_next_flow() {
        let curve = curve(&[("2026-01-05", "-10"), ("2026-01-07", "4")]);
        for (date, balance) in [("2026-01-04", "0"), ("2026-01-06", "-10"), ("2026-02-01", "-6")] {
            assert_eq!(curve.on(day(date)), ratio(balance), "{date}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn flows_sum_to_the_end_and_the_trough_is_the_lowest(
            flows in prop::collection::vec((0..200_i32, -1000..1000_i128), 1..60),
        ) {
            let flows: Vec<(Day, Ratio)> =
                flows.iter().map(|(n, amount)| (day("2026-01-01") + *n, Ratio::from_int(*amount))).collect();
            let curve = Curve::of(flows.clone()).unwrap();
            prop_assert_eq!(&curve.end, &flows.iter().map(|(_, amount)| amount).sum::<Ratio>());
            prop_assert_eq!(&curve.end, &curve.steps().map(|(_, flow, _)| flow).sum::<Ratio>());
            prop_assert!(curve.points.iter().all(|(_, sum)| *sum >= curve.trough.1));
            if let Some(back) = curve.break_even {
                prop_assert!(back > curve.trough.0);
                prop_assert!(curve.points.iter().all(|(day, sum)| *day < back || !sum.is_negative()));
            }
        }
    }
}
