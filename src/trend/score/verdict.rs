//! Whether a forecast is better than another: said only where the points can bear it.

use std::collections::{BTreeMap, BTreeSet};

use crate::quantity::{Day, Ratio};

/// As many points as a verdict needs: there is none made without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enough(());

impl Enough {
    /// The least number of points that are judged (domain 6.3).
    pub const POINTS: usize = 20;

    /// That there are enough; nothing where there are too few.
    pub fn of(points: usize) -> Option<Self> {
        (points >= Enough::POINTS).then_some(Enough(()))
    }
}

/// How a forecast stands to the one it is set beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is better, beyond chance.
    Better,
    /// The points do not tell.
    Even,
    /// It is worse, beyond chance.
    Worse,
}

/// What one point was less wrong by than the other forecast, and the last day of its period.
pub type Advantage = (Day, Ratio);

/// The least number of periods that anything is learned from: forecasts of one period share its chance.
pub(super) const PERIODS: usize = 5;

impl Verdict {
    /// Judges points by a two-sided interval of 95 % around their mean; nothing while there are too few.
    ///
    /// Points of one period are one draw of chance, however many products and horizons there are: the error of the mean
    /// is that of clusters by period (Liang and Zeger 1986), with Student's t of their number less one.
    pub fn of(points: &[Advantage]) -> Option<Self> {
        Enough::of(points.len())?;
        let gains: Vec<(Day, f64)> = points.iter().map(|(day, gain)| (*day, gain.to_f64())).collect();
        let mean = gains.iter().map(|(_, gain)| gain).sum::<f64>() / gains.len() as f64;
        let periods: BTreeSet<Day> = gains.iter().map(|(day, _)| *day).collect();
        let error = clustered_error(&gains, mean).filter(|_| periods.len() >= PERIODS);
        let Some(error) = error else { return Some(Verdict::Even) };
        // What lies below the rounding of sums of floats is no difference.
        let half = (student(periods.len() as f64 - 1.0) * error).max(1e-9);
        Some(match () {
            () if mean > half => Verdict::Better,
            () if mean < -half => Verdict::Worse,
            () => Verdict::Even,
        })
    }
}

/// The standard error of a mean of points that share the chance of their period; nothing of a single period.
pub(super) fn clustered_error(points: &[(Day, f64)], mean: f64) -> Option<f64> {
    let mut clusters: BTreeMap<Day, f64> = BTreeMap::new();
    for (period, value) in points {
        *clusters.entry(*period).or_default() += value - mean;
    }
    let count = clusters.len() as f64;
    let squares: f64 = clusters.values().map(|sum| sum * sum).sum();
    (clusters.len() > 1).then(|| (squares * count / (count - 1.0)).sqrt() / points.len() as f64)
}

/// Student's t at 97.5 % by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5): to 0.01 from four
/// degrees of freedom on.
fn student(freedom: f64) -> f64 {
    let z: f64 = 1.959_964;
    let (z3, z5, z7) = (z.powi(3), z.powi(5), z.powi(7));
    let terms = [
        (z3 + z) / 4.0,
        (5.0 * z5 + 16.0 * z3 + 3.0 * z) / 96.0,
        (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / 384.0,
    ];
    terms.iter().rev().fold(0.0, |sum, term| (sum + term) / freedom) + z
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn points(periods: i32, each: usize, gain: impl Fn(i32) -> i128) -> Vec<Advantage> {
        let first = Day::parse("2026-01-31").unwrap();
        let of = |n: i32| (0..each).map(move |_| n);
        (0..periods).flat_map(of).map(|n| (first + n, Ratio::from_int(gain(n)))).collect()
    }

    #[test]
    fn what_always_helps_is_better_and_what_always_hurts_is_worse() {
        assert_eq!(Verdict::of(&points(20, 1, |_| 1)), Some(Verdict::Better));
        assert_eq!(Verdict::of(&points(20, 1, |_| -1)), Some(Verdict::Worse));
        assert_eq!(Verdict::of(&points(20, 1, |n| i128::from(n % 2) * 2 - 1)), Some(Verdict::Even));
    }

    #[test]
    fn many_points_of_few_periods_prove_nothing() {
        assert_eq!(Verdict::of(&points(4, 50, |_| 1)), Some(Verdict::Even));
        let lucky = |n: i32| if n < 4 { 1 } else { -1 };
        assert_eq!(Verdict::of(&points(6, 50, lucky)), Some(Verdict::Even), "of six months four were better");
    }

    #[test]
    fn the_quantile_of_student_is_near_enough() {
        for (freedom, t) in [(4.0, 2.776), (9.0, 2.262), (19.0, 2.093), (100.0, 1.984)] {
            assert!((student(freedom) - t).abs() < 0.01, "{freedom}");
        }
    }

    proptest! {
        #[test]
        fn fewer_than_twenty_points_have_no_verdict(
            gains in proptest::collection::vec((0..400_i32, -1_000_i128..1_000), 0..40),
        ) {
            let first = Day::parse("2026-01-01").unwrap();
            let points: Vec<Advantage> =
                gains.iter().map(|(day, gain)| (first + *day, Ratio::from_int(*gain))).collect();
            prop_assert_eq!(Verdict::of(&points).is_none(), points.len() < 20);
        }
    }
}
