//! How far the steps of a forecast err together: what makes totals more uncertain than independent steps would be.

use super::combination::Miss;
use super::history::{History, Range};
use super::spread::distance;
use crate::trend::elementary::power;

/// The share of the variance that steps usually have in common, and the origins it counts as much as.
const USUAL: f64 = 0.7;
const USUAL_WEIGHT: f64 = 8.0;
/// How much more totals of counts usually vary than independent counts, and the pairs of totals it counts as much as.
const USUAL_RATIO: f64 = 2.5;
const RATIO_WEIGHT: f64 = 4.0;

/// The share of the variance of errors that all steps of a forecast have in common: 0 when they are independent, 1 when
/// all err alike.
pub(super) fn shared(history: &History, misses: &[Miss], growth: f64) -> f64 {
    match history.range {
        Range::NonNegative => by_blocks(history, misses),
        range => by_origins(misses, growth, range == Range::Positive),
    }
}

/// The size of a squared error one step ahead.
fn variance(misses: &[Miss], growth: f64, positive: bool) -> f64 {
    let square = |miss: &Miss| {
        let error = distance(miss.actual, miss.expected, positive) / power(miss.ahead as f64, growth);
        error * error
    };
    misses.iter().map(square).sum::<f64>() / misses.len().max(1) as f64
}

/// By how far the totals from each origin were off, between what independent steps and what equal errors would give.
fn by_origins(misses: &[Miss], growth: f64, positive: bool) -> f64 {
    let size = variance(misses, growth, positive).sqrt();
    let runs = misses.chunk_by(|a, b| a.origin == b.origin).filter(|run| run.len() > 1);
    let found: Vec<(f64, f64)> =
        runs.filter_map(|run| Total::of(run, (size, growth), positive)).map(Total::shares).collect();
    let room: f64 = found.iter().map(|(_, apart)| 1.0 - apart).sum();
    let excess: f64 = found.iter().map(|(missed, apart)| missed - apart).sum();
    let own = if room > 0.0 { (excess / room).clamp(0.0, 1.0) } else { USUAL };
    let count = found.len() as f64;
    (count * own + USUAL_WEIGHT * USUAL) / (count + USUAL_WEIGHT)
}

/// The total of the steps from one origin.
struct Total {
    /// The squared error of the total.
    missed: f64,
    /// What it would be if all steps erred alike.
    alike: f64,
    /// What it would be if they were independent.
    apart: f64,
}

impl Total {
    fn of(run: &[Miss], (size, growth): (f64, f64), positive: bool) -> Option<Self> {
        let actual: f64 = run.iter().map(|miss| miss.actual).sum();
        let expected: f64 = run.iter().map(|miss| miss.expected).sum();
        let part = |miss: &Miss| if positive { miss.expected / expected } else { 1.0 };
        let sizes: Vec<f64> =
            run.iter().map(|miss| part(miss) * size * power(miss.ahead as f64, growth)).collect();
        let alike: f64 = sizes.iter().sum();
        let missed = distance(actual, expected, positive);
        let apart = sizes.iter().map(|size| size * size).sum();
        (alike > 0.0).then_some(Total { missed: missed * missed, alike: alike * alike, apart })
    }

    /// The error and the independent one, as shares of the one of equal errors.
    fn shares(self) -> (f64, f64) {
        (self.missed / self.alike, self.apart / self.alike)
    }
}

/// For counts: by how much more the totals of neighbouring stretches of the history differ than independent counts.
fn by_blocks(history: &History, misses: &[Miss]) -> f64 {
    let length = misses.iter().map(|miss| miss.ahead).max().unwrap_or(1).max(2);
    let independent = length as f64 * variance(misses, 0.0, false);
    let totals: Vec<f64> = history.values.rchunks_exact(length).map(|block| block.iter().sum()).collect();
    let changes = totals.windows(2).map(|pair| (pair[1] - pair[0]) * (pair[1] - pair[0]) / 2.0);
    let pairs = totals.len().saturating_sub(1) as f64;
    let found = if independent > 0.0 { changes.sum::<f64>() / independent } else { pairs };
    let ratio = (found + RATIO_WEIGHT * USUAL_RATIO) / (pairs + RATIO_WEIGHT);
    ((ratio - 1.0) / (length as f64 - 1.0)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn misses(errors: &[[f64; 4]]) -> Vec<Miss> {
        let miss = |origin: usize, step: usize, error: f64| Miss {
            origin,
            ahead: step + 1,
            actual: 10.0 + error,
            expected: 10.0,
        };
        let run = |(origin, run): (usize, &[f64; 4])| {
            run.iter().enumerate().map(|(step, error)| miss(origin, step, *error)).collect::<Vec<_>>()
        };
        errors.iter().enumerate().flat_map(run).collect()
    }

    #[test]
    fn errors_that_cancel_share_less_than_errors_that_add_up() {
        let cancel = by_origins(&misses(&[[1.0, -1.0, 1.0, -1.0]; 12]), 0.0, false);
        let add_up = by_origins(&misses(&[[1.0; 4], [-1.0; 4]].repeat(6)), 0.0, false);
        assert!((cancel - 0.28).abs() < 1e-12 && (add_up - 0.88).abs() < 1e-12, "{cancel} {add_up}");
    }

    #[test]
    fn without_evidence_the_usual_is_taken() {
        assert_eq!(by_origins(&[], 0.35, true), USUAL);
    }
}
