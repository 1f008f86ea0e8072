//! The damped trend (Gardner and McKenzie 1985): a level and a trend that fades.

use super::damped::{Damped, Gains};
use crate::trend::forecast::line::{Line, mean_deviation};
use crate::trend::forecast::simplex::Search;

/// Its parameters.
#[derive(Clone, Copy, Debug)]
pub(in crate::trend::forecast) struct Holt {
    /// How far one error moves the level and the trend.
    gains: Gains,
    /// The level and the trend before the first value.
    start: (f64, f64),
}

/// The values that the first level and trend are guessed from.
const FIRST: usize = 10;

impl Holt {
    /// The parameters of least squared one-step errors.
    pub(in crate::trend::forecast) fn fit(values: &[f64]) -> Self {
        let first = &values[..values.len().min(FIRST)];
        let line = Line::of(first);
        let reach = mean_deviation(first) + 1e-9;
        let free = f64::INFINITY;
        let search = Search {
            start: [0.4, 0.1, 0.93, line.start, line.slope],
            step: [0.2, 0.1, 0.04, reach, reach * 0.2],
            low: [0.01, 0.0, 0.8, -free, -free],
            high: [0.999, 0.999, 0.98, free, free],
            moves: 220,
        };
        Holt::new(search.minimum(|parameters, limit| Holt::new(*parameters).run(values, limit).1))
    }

    fn new([alpha, beta, damping, level, trend]: [f64; 5]) -> Self {
        Holt { gains: Gains::new((alpha, beta), damping), start: (level, trend) }
    }

    /// Forecasts after the last value.
    pub(in crate::trend::forecast) fn forecast(&self, values: &[f64], horizon: usize) -> Vec<f64> {
        self.gains.ahead(self.run(values, f64::INFINITY).0).take(horizon).collect()
    }

    /// What is expected after the last value, and the sum of squared one-step errors. Stops where the sum reaches a
    /// limit.
    fn run(&self, values: &[f64], limit: f64) -> (Damped, f64) {
        let (mut at, mut squares) = (self.gains.begin(self.start), 0.0);
        for value in values {
            let error = value - at.next;
            squares += error * error;
            if squares >= limit {
                break;
            }
            at = self.gains.after(at, error);
        }
        (at, squares)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trend_is_carried_on_and_fades() {
        let values: Vec<f64> = (0..40).map(|step| 10.0 + 2.0 * f64::from(step)).collect();
        let ahead = Holt::fit(&values).forecast(&values, 20);
        assert!((ahead[0] - 90.0).abs() < 1.0, "{ahead:?}");
        assert!(ahead[19] - ahead[18] < ahead[1] - ahead[0]);
    }
}
