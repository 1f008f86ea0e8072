//! Single values that stand out from their neighbours.

use super::adjusted::Adjusted;
use super::robust::{median, spread};

/// A value that stands out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anomaly {
    /// Where it is in the series.
    pub index: usize,
    /// What its neighbours and its season led to expect, in the unit of the series.
    pub expected: f64,
    /// How far it is off, in robust standard deviations of the series; negative when below.
    pub score: f64,
}

/// How many neighbours on each side say what is expected.
const NEIGHBOURS: usize = 3;
/// How many robust standard deviations stand out: one value in 160 of undisturbed monthly series does.
const FAR: f64 = 5.0;
/// The fewest values that say what is usual.
const FEWEST: usize = 8;

/// The values that stand out by more than five robust standard deviations from the median of the three values before
/// and after them, in logarithms where all are positive, once the season of `season` steps (1 for none) is taken out.
/// None of fewer than eight values, or where most values are just what was expected.
pub fn anomalies(values: &[Option<f64>], season: usize) -> Vec<Anomaly> {
    let series = Adjusted::of(values, season);
    if series.known.len() < FEWEST {
        return Vec::new();
    }
    let expected: Vec<f64> = (0..series.known.len()).map(|at| neighbours(&series.known, at)).collect();
    let rests: Vec<f64> =
        series.known.iter().zip(&expected).map(|((_, value), usual)| value - usual).collect();
    let size = spread(&rests);
    if size <= 0.0 {
        return Vec::new();
    }
    let found = series.known.iter().zip(expected).zip(rests).filter(|(_, rest)| rest.abs() > FAR * size);
    let anomaly = |(((index, _), usual), rest): ((&(usize, f64), f64), f64)| Anomaly {
        index: *index,
        expected: series.restored(*index, usual),
        score: rest / size,
    };
    found.map(anomaly).collect()
}

/// The median of the neighbours, the value itself left out.
fn neighbours(known: &[(usize, f64)], at: usize) -> f64 {
    let from = at.saturating_sub(NEIGHBOURS);
    let to = (at + NEIGHBOURS + 1).min(known.len());
    let others = (from..to).filter(|place| *place != at);
    median(others.map(|place| known[place].1).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noisy(step: usize) -> f64 {
        100.0 + crate::trend::detect::chance(step)
    }

    #[test]
    fn a_spike_is_found_and_nothing_else() {
        let mut values: Vec<Option<f64>> = (0..48).map(|step| Some(noisy(step))).collect();
        assert_eq!(anomalies(&values, 12), []);
        values[20] = Some(300.0);
        values[30] = None;
        let found = anomalies(&values, 12);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].index == 20 && found[0].score > 5.0 && (found[0].expected - 105.0).abs() < 12.0,
            "{found:?}"
        );
    }

    #[test]
    fn a_season_is_no_anomaly() {
        let peak = |step: usize| if step % 12 == 6 { 3.0 } else { 1.0 };
        let mut values: Vec<Option<f64>> = (0..60).map(|step| Some(noisy(step) * peak(step))).collect();
        assert_eq!(anomalies(&values, 12), []);
        values[42] = Some(noisy(42));
        assert_eq!(anomalies(&values, 12).iter().map(|one| one.index).collect::<Vec<_>>(), [42]);
    }

    #[test]
    fn what_hardly_ever_changes_has_no_anomalies() {
        assert_eq!(anomalies(&[Some(5.0); 30], 7), []);
        assert_eq!(anomalies(&[None; 30], 7), []);
        assert_eq!(anomalies(&[Some(1.0), Some(90.0)], 7), []);
    }
}
