//! Damped trend with a season that may change (Holt 1957, Winters 1960), additive: run it on logarithms.

use super::damped::{Damped, Gains};
use crate::trend::forecast::line::{Line, mean_deviation};
use crate::trend::forecast::seasonality::Seasonality;
use crate::trend::forecast::simplex::Search;

/// Its parameters.
#[derive(Clone, Copy, Debug)]
pub(in crate::trend::forecast) struct Winters {
    /// How far one error moves the level and the trend.
    gains: Gains,
    /// How far it moves the season.
    to_season: f64,
    /// The level and the trend before the first value.
    start: (f64, f64),
}

/// The values that the first level and trend are guessed from, if a season is shorter.
const FIRST: usize = 10;

impl Winters {
    /// The parameters of least squared one-step errors, from the season that decomposition found.
    pub(in crate::trend::forecast) fn fit(values: &[f64], season: &Seasonality) -> Self {
        let adjusted = season.remove(values);
        let first = &adjusted[..adjusted.len().min(season.figure().len().max(FIRST))];
        let line = Line::of(first);
        let reach = mean_deviation(first) + 1e-9;
        let free = f64::INFINITY;
        let search = Search {
            start: [0.3, 0.05, 0.1, 0.95, line.start, line.slope],
            step: [0.2, 0.05, 0.1, 0.03, reach, reach * 0.1],
            low: [0.01, 0.0, 0.0, 0.8, -free, -free],
            high: [0.99, 0.9, 0.6, 0.98, free, free],
            moves: 300,
        };
        let mut figure = season.figure().to_vec();
        let cost = |parameters: &[f64; 6], limit: f64| {
            figure.copy_from_slice(season.figure());
            Winters::new(*parameters).run(values, &mut figure, limit).1
        };
        Winters::new(search.minimum(cost))
    }

    /// Of an error the season takes the share `gamma` of what the level leaves.
    fn new([alpha, beta, gamma, damping, level, trend]: [f64; 6]) -> Self {
        let gains = Gains::new((alpha, beta), damping);
        Winters { gains, to_season: gamma * (1.0 - alpha), start: (level, trend) }
    }

    /// Forecasts after the last value, season included.
    pub(in crate::trend::forecast) fn forecast(
        &self,
        values: &[f64],
        season: &Seasonality,
        horizon: usize,
    ) -> Vec<f64> {
        let mut figure = season.figure().to_vec();
        let last = self.run(values, &mut figure, f64::INFINITY).0;
        let ahead = self.gains.ahead(last).take(horizon).zip(values.len()..);
        ahead.map(|(expected, place)| expected + figure[place % figure.len()]).collect()
    }

    /// What is expected after the last value but for the season, and the sum of squared one-step errors; the figure
    /// moves along. Stops where the sum reaches a limit.
    fn run(&self, values: &[f64], figure: &mut [f64], limit: f64) -> (Damped, f64) {
        let (mut at, mut squares, mut place) = (self.gains.begin(self.start), 0.0, 0);
        for value in values {
            let error = value - figure[place] - at.next;
            squares += error * error;
            if squares >= limit {
                break;
            }
            at = self.gains.after(at, error);
            figure[place] += self.to_season * error;
            place = if place + 1 == figure.len() { 0 } else { place + 1 };
        }
        (at, squares)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trend::forecast::seasonality::Effect;

    #[test]
    fn a_season_that_grows_is_followed() {
        let season = [-1.0, 0.0, 2.0, -1.0];
        let grown = |index: usize| 5.0 + season[index % 4] * (1.0 + index as f64 / 40.0);
        let values: Vec<f64> = (0..40).map(grown).collect();
        let figure = Seasonality::of(&values, 4, Effect::Difference);
        let ahead = Winters::fit(&values, &figure).forecast(&values, &figure, 4);
        assert!((ahead[2] - grown(42)).abs() < 0.4, "{ahead:?} {}", grown(42));
    }
}
