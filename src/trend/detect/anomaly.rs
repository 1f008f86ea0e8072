//! Single values that stand out from their neighbours.

use super::plain::{Plain, median, spread};

/// How many neighbours there are on either side.
const NEIGHBOURS: usize = 3;

/// From how many known values on outliers can be told.
const LEAST: usize = 8;

/// How many robust standard deviations a value must be off.
const LIMIT: f64 = 5.0;

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

/// The values that stand out from their neighbours by more than five robust standard deviations, once the season of
/// `season` steps (1 for none) is taken out.
///
/// A value is set beside the median of the three known ones on either side, itself left out. Where one value stands out
/// below and the next above, or the other way round, the level changed between them, and neither is told.
pub fn anomalies(values: &[Option<f64>], season: usize) -> Vec<Anomaly> {
    let plain = Plain::of(values, season);
    let anomaly = |own: Off| {
        let index = plain.values[own.place].0;
        Anomaly { index, expected: plain.shown((index, own.expected)), score: own.score }
    };
    off(&plain.values).into_iter().map(anomaly).collect()
}

/// A plain value that stands out.
#[derive(Clone, Copy)]
pub(super) struct Off {
    /// Its place among the known ones.
    pub(super) place: usize,
    /// What its neighbours led to expect.
    pub(super) expected: f64,
    score: f64,
}

/// The plain values that stand out.
pub(super) fn off(values: &[(usize, f64)]) -> Vec<Off> {
    if values.len() < LEAST {
        return Vec::new();
    }
    let expected: Vec<f64> = (0..values.len()).map(|place| beside(values, place)).collect();
    let away: Vec<f64> = values.iter().zip(&expected).map(|((_, value), beside)| value - beside).collect();
    let spread = spread(&away);
    let own = |place: usize| Off { place, expected: expected[place], score: away[place] / spread };
    let all = (0..away.len()).map(own).filter(|own| spread > 0.0 && own.score.abs() > LIMIT);
    let all: Vec<Off> = all.collect();
    let step = |own: &Off, other: &Off| {
        own.place.abs_diff(other.place) == 1 && own.score.signum() != other.score.signum()
    };
    all.iter().filter(|own| !all.iter().any(|other| step(own, other))).copied().collect()
}

/// The median of the neighbours of a value.
fn beside(values: &[(usize, f64)], place: usize) -> f64 {
    let from = place.saturating_sub(NEIGHBOURS);
    let to = (place + NEIGHBOURS + 1).min(values.len());
    let around = (from..to).filter(|other| *other != place).map(|other| values[other].1).collect();
    median(around).unwrap_or(values[place].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A year that repeats itself, with some noise that is none.
    fn years(count: usize) -> Vec<Option<f64>> {
        let shape = [70.0, 60.0, 80.0, 90.0, 100.0, 120.0, 130.0, 110.0, 90.0, 100.0, 160.0, 180.0];
        let noise = |at: usize| ((at * 37) % 11) as f64 / 2.0;
        (0..count * 12).map(|at| Some(shape[at % 12] + noise(at))).collect()
    }

    #[test]
    fn a_spike_stands_out_and_the_season_does_not() {
        assert_eq!(anomalies(&years(3), 12), []);
        let mut values = years(3);
        values[29] = Some(400.0);
        let found = anomalies(&values, 12);
        assert_eq!(found.iter().map(|anomaly| anomaly.index).collect::<Vec<_>>(), [29]);
        assert!((found[0].expected - 122.0).abs() < 15.0, "{found:?}");
        values[29] = Some(12.0);
        assert!(anomalies(&values, 12)[0].score < -5.0);
    }

    #[test]
    fn nothing_stands_out_of_few_values_or_of_equal_ones() {
        assert_eq!(anomalies(&[Some(1.0), Some(99.0), None, Some(1.0)], 1), []);
        assert_eq!(anomalies(&[Some(0.0); 40], 12), []);
        assert_eq!(anomalies(&[None; 40], 12), []);
        let mut spike = [Some(5.0); 30];
        spike[10] = Some(50.0);
        assert_eq!(anomalies(&spike, 1).len(), 1);
    }
}
