//! The members combined, each by how well it did from origins in the past.

use super::ensemble::{Ensemble, Forecasts, MEMBERS};
use super::history::{History, Range};
use super::rolling::{Trial, trials};
use super::spread::distance;
use crate::trend::elementary::repeated;

/// Equal weights count as much as this many trials.
const PRIOR: f64 = 40.0;

/// The combined forecast and the evidence it rests on.
#[derive(Clone, Debug)]
pub(super) struct Combination {
    /// The expected values, in the unit of the history.
    pub(super) points: Vec<f64>,
    /// How far apart the members are at each step: the root of the mean squared distance from the expected value, by
    /// weight, on the scale that bands are measured on.
    pub(super) apart: Vec<f64>,
    /// What the combination would have missed in the past.
    pub(super) misses: Vec<Miss>,
}

/// A point in the past that was forecast from before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Miss {
    /// How many values were known.
    pub(super) origin: usize,
    /// How many steps ahead, from 1.
    pub(super) ahead: usize,
    /// What came, in the unit of the history.
    pub(super) actual: f64,
    /// What was expected.
    pub(super) expected: f64,
}

impl Combination {
    /// Combines the members' forecasts.
    pub(super) fn of(history: &History, horizon: usize) -> Self {
        let ensemble = Ensemble::fit(history);
        let trials = trials(&ensemble, history, horizon);
        let weights = weights(&trials);
        let forecasts = ensemble.forecasts(history, history.values.len(), horizon);
        let steps = || (0..horizon).map(|ahead| at(&forecasts, ahead));
        let positive = history.range == Range::Positive;
        let miss = |trial: &Trial| Miss {
            origin: trial.origin,
            ahead: trial.ahead,
            actual: trial.actual,
            expected: mixed(&weights, &trial.forecasts),
        };
        Combination {
            points: steps().map(|step| mixed(&weights, &step)).collect(),
            apart: steps().map(|step| apart(&weights, &step, positive)).collect(),
            misses: trials.iter().map(miss).collect(),
        }
    }
}

fn at(forecasts: &Forecasts, ahead: usize) -> [f64; MEMBERS] {
    std::array::from_fn(|member| forecasts[member][ahead])
}

fn mixed(weights: &[f64; MEMBERS], forecasts: &[f64; MEMBERS]) -> f64 {
    weights.iter().zip(forecasts).map(|(weight, forecast)| weight * forecast).sum()
}

/// How far apart some forecasts are.
fn apart(weights: &[f64; MEMBERS], forecasts: &[f64; MEMBERS], positive: bool) -> f64 {
    let middle = mixed(weights, forecasts);
    let squares = weights.iter().zip(forecasts).map(|(weight, forecast)| {
        let way = distance(*forecast, middle, positive);
        weight * way * way
    });
    squares.sum::<f64>().sqrt()
}

/// Weights by the fifth power of the inverse mean absolute error, shrunk to equal weights where trials are few.
fn weights(trials: &[Trial]) -> [f64; MEMBERS] {
    let equal = 1.0 / MEMBERS as f64;
    let mut errors = [0.0; MEMBERS];
    for trial in trials {
        for (error, forecast) in errors.iter_mut().zip(trial.forecasts) {
            *error += (trial.actual - forecast).abs();
        }
    }
    let average = errors.iter().sum::<f64>() * equal;
    if average <= 0.0 || !average.is_finite() {
        return [equal; MEMBERS];
    }
    let merits = errors.map(|error| 1.0 / repeated(error / average + 1e-3, 5));
    let all: f64 = merits.iter().sum();
    let trust = trials.len() as f64 / (trials.len() as f64 + PRIOR);
    merits.map(|merit| trust * merit / all + (1.0 - trust) * equal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trial(forecasts: [f64; MEMBERS]) -> Trial {
        Trial { origin: 10, ahead: 1, actual: 10.0, forecasts }
    }

    #[test]
    fn without_trials_all_count_the_same() {
        assert_eq!(weights(&[]), [1.0 / 7.0; MEMBERS]);
    }

    #[test]
    fn who_was_right_counts_more_the_more_trials_there_are() {
        let trials = vec![trial([10.1, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0]); 100];
        let (few, many) = (weights(&trials[..4]), weights(&trials));
        assert!(few[0] > 0.2 && many[0] > 0.7 && many[0] < 1.0, "{few:?} {many:?}");
        assert!((many.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
}
