//! Simple exponential smoothing (Brown 1956): the level, which new values move a little.

use crate::trend::forecast::line::mean;
use crate::trend::forecast::simplex::Search;

/// Its parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::trend::forecast) struct Level {
    /// How far one error moves the level.
    pub(in crate::trend::forecast) alpha: f64,
    /// The level before the first value.
    pub(in crate::trend::forecast) start: f64,
}

/// The values that the first level is guessed from.
const FIRST: usize = 6;

impl Level {
    /// The parameters of least squared one-step errors, with `alpha` between the two limits.
    pub(in crate::trend::forecast) fn fit(values: &[f64], (low, high): (f64, f64)) -> Self {
        let start = Level::first(values);
        let reach = (values[0] - start).abs().max(1e-3 * start.abs()).max(1e-6);
        let search = Search {
            start: [0.4_f64.clamp(low, high), start],
            step: [0.2, reach],
            low: [low, f64::NEG_INFINITY],
            high: [high, f64::INFINITY],
            moves: 80,
        };
        let [alpha, start] =
            search.minimum(|[alpha, start], _| Level { alpha: *alpha, start: *start }.run(values).1);
        Level { alpha, start }
    }

    /// The mean of the first values.
    pub(in crate::trend::forecast) fn first(values: &[f64]) -> f64 {
        mean(&values[..values.len().min(FIRST)])
    }

    /// The level after the last value.
    pub(in crate::trend::forecast) fn last(self, values: &[f64]) -> f64 {
        self.run(values).0
    }

    /// The last level and the sum of squared one-step errors.
    fn run(self, values: &[f64]) -> (f64, f64) {
        values.iter().fold((self.start, 0.0), |(level, squares), value| {
            let error = value - level;
            (level + self.alpha * error, squares + error * error)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_followed_and_noise_is_not() {
        let step: Vec<f64> = (0..30).map(|index| if index < 15 { 10.0 } else { 20.0 }).collect();
        let fitted = Level::fit(&step, (0.01, 0.999));
        assert!(fitted.alpha > 0.9 && (fitted.last(&step) - 20.0).abs() < 0.1, "{fitted:?}");
        let noise: Vec<f64> = (0..30).map(|index| 10.0 + f64::from(index % 2)).collect();
        assert!(Level::fit(&noise, (0.01, 0.999)).alpha < 0.1);
    }
}
