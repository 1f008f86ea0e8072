//! How far the steps of a forecast err together: what makes totals more uncertain than independent steps would be.
//! Conformal: by what totals from rolling origins missed, shrunk to what totals of most series miss.

use super::combination::Miss;
use super::history::{History, Range};
use super::spread::distance;
use crate::trend::elementary::power;

/// The share of the variance that steps usually have in common.
const USUAL: f64 = 0.5;
/// The mean error of totals over that of their steps, as it usually is, and the whole totals it counts as much as.
const USUAL_ERROR: f64 = 0.75;
const USUAL_WEIGHT: f64 = 1.0;
/// No total is believed to be off by less than this share of its steps.
const LEAST_ERROR: f64 = 0.05;
/// How far what totals missed in the past is believed: as a power.
const BELIEF: f64 = 0.4;
/// Longer totals are off by more: their length to this power.
const TOTAL_POWER: f64 = 0.1;
/// Totals after longer histories are off by less: by this power of how much longer they are than the shortest.
const LENGTH_POWER: f64 = 0.093;
const SHORTEST: f64 = 6.1;
/// How much more totals of counts usually vary than independent counts, and the pairs of totals it counts as much as.
const USUAL_RATIO: f64 = 2.5;
const RATIO_WEIGHT: f64 = 4.0;

/// How far the steps of a forecast err together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Together {
    /// The share of the variance that all steps have in common: 0 when they are independent, 1 when all err alike.
    shared: f64,
    /// What long totals are off by more or less than that says.
    factor: f64,
    /// The power of their length that this grows with.
    growth: f64,
}

impl Together {
    /// Steps that have a share of their variance in common, and nothing else is known.
    pub(super) fn alike(shared: f64) -> Self {
        Together { shared, factor: 1.0, growth: 0.0 }
    }

    /// From what was missed at rolling origins, whose errors grow with this power of the distance.
    pub(super) fn of(history: &History, misses: &[Miss], growth: f64) -> Self {
        let positive = match history.range {
            Range::NonNegative => return Together::alike(by_blocks(history, misses)),
            range => range == Range::Positive,
        };
        let own = power(by_origins(misses, growth, positive), BELIEF);
        let factor = own * power(history.known() as f64 / SHORTEST, -LENGTH_POWER);
        Together { shared: USUAL, factor, growth: TOTAL_POWER }
    }

    /// The half width of a total of steps with these half widths. A total of one step is that step.
    pub(super) fn half(self, halves: impl Iterator<Item = f64>) -> f64 {
        let (count, sum, squares) = halves
            .fold((0.0, 0.0, 0.0), |(n, sum, squares), half| (n + 1.0, sum + half, squares + half * half));
        let known = (self.shared * sum * sum + (1.0 - self.shared) * squares).sqrt();
        if count <= 1.0 {
            return known;
        }
        known * power(self.factor * power(count, self.growth), 1.0 - 1.0 / count)
    }
}

/// The size of a squared error one step ahead.
fn variance(misses: &[Miss], growth: f64, positive: bool) -> f64 {
    misses.iter().map(|miss| first(miss, growth, positive).powi(2)).sum::<f64>() / misses.len().max(1) as f64
}

/// The size of an error as of one step ahead.
fn first(miss: &Miss, growth: f64, positive: bool) -> f64 {
    distance(miss.actual, miss.expected, positive).abs() / power(miss.ahead as f64, growth)
}

/// By how much more than usual totals were off, given what their steps were off by: of all steps from each origin and of
/// the first half of them, by length.
fn by_origins(misses: &[Miss], growth: f64, positive: bool) -> f64 {
    let size =
        misses.iter().map(|miss| first(miss, growth, positive)).sum::<f64>() / misses.len().max(1) as f64;
    let longest = misses.iter().map(|miss| miss.ahead).max().unwrap_or(1) as f64;
    let (mut errors, mut weights) = (USUAL_WEIGHT * USUAL_ERROR * size, USUAL_WEIGHT);
    for run in misses.chunk_by(|a, b| a.origin == b.origin).filter(|run| run.len() > 1) {
        let half = (run.len() / 2).max(2);
        let lengths = [Some(run.len()), Some(half).filter(|half| *half < run.len())];
        for length in lengths.into_iter().flatten() {
            let Some(error) = total_error(&run[..length], growth, positive) else { continue };
            let weight = length as f64 / longest;
            errors += weight * error;
            weights += weight;
        }
    }
    if size > 0.0 { (errors / weights).max(LEAST_ERROR * size) / (USUAL_ERROR * size) } else { 1.0 }
}

/// By how many of the errors one step ahead a total was off; nothing where a share of it cannot be told.
fn total_error(run: &[Miss], growth: f64, positive: bool) -> Option<f64> {
    let actual: f64 = run.iter().map(|miss| miss.actual).sum();
    let expected: f64 = run.iter().map(|miss| miss.expected).sum();
    let part = |miss: &Miss| if positive { miss.expected / expected } else { 1.0 };
    let sizes = run.iter().map(|miss| part(miss) * power(miss.ahead as f64, growth));
    let usual = Together::alike(USUAL).half(sizes);
    (usual > 0.0 && (!positive || expected > 0.0)).then(|| distance(actual, expected, positive).abs() / usual)
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
        assert!(cancel < 0.1 && add_up > 1.5, "{cancel} {add_up}");
    }

    #[test]
    fn without_evidence_the_usual_is_taken() {
        assert_eq!(by_origins(&[], 0.35, true), 1.0);
    }

    #[test]
    fn a_total_of_one_step_is_that_step() {
        let together = Together { shared: 0.6, factor: 2.0, growth: 0.05 };
        assert!((together.half([3.0].into_iter()) - 3.0).abs() < 1e-12);
        assert!(together.half([3.0, 3.0].into_iter()) > 2.0 * 3.0);
    }
}
