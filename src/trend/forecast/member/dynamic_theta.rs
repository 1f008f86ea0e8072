//! The dynamic optimised theta model (Fiorucci et al. 2016): theta whose line is that of the values so far.

use crate::trend::forecast::simplex::Search;

/// Its parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::trend::forecast) struct DynamicTheta {
    /// How far one error moves the level.
    alpha: f64,
    /// `1 / alpha`: the steps of the trend that are carried on after many values.
    settled: f64,
    /// The share of the trend that is carried on: `1 - 1/theta`.
    carried: f64,
    /// The level before the first value.
    start: f64,
}

/// Errors of the first values say more about the start than about the method.
const WARM_UP: usize = 3;

impl DynamicTheta {
    /// The parameters of least squared one-step errors.
    pub(in crate::trend::forecast) fn fit(values: &[f64]) -> Self {
        let size = values.iter().take(6).map(|value| value.abs()).fold(0.0, f64::max).max(1e-6);
        let search = Search {
            start: [0.5, 2.0, values[0] / 2.0],
            step: [0.2, 1.0, 0.1 * size],
            low: [0.1, 1.0, f64::NEG_INFINITY],
            high: [0.99, 1e4, f64::INFINITY],
            moves: 150,
        };
        let lines = lines(values);
        let made = |[alpha, theta, start]: [f64; 3]| DynamicTheta {
            alpha,
            settled: 1.0 / alpha,
            carried: 1.0 - 1.0 / theta,
            start,
        };
        made(search.minimum(|parameters, limit| made(*parameters).run(values, &lines, limit).1))
    }

    /// Forecasts after the last value.
    pub(in crate::trend::forecast) fn forecast(&self, values: &[f64], horizon: usize) -> Vec<f64> {
        let mut lines = lines(values);
        let mut state = self.run(values, &lines, f64::INFINITY).0;
        let mut line = lines.pop().unwrap_or_default();
        let next = |_| {
            let expected = self.expected(state, &line);
            state = self.after(state, expected);
            line = line.with(expected);
            expected
        };
        (0..horizon).map(next).collect()
    }

    /// The last state and the sum of squared one-step errors. Stops where the sum reaches a limit.
    fn run(&self, values: &[f64], lines: &[LineSoFar], limit: f64) -> (State, f64) {
        let (mut state, mut squares) = (State { level: self.start, fading: 1.0 }, 0.0);
        for (index, (value, line)) in values.iter().zip(lines).enumerate() {
            if index >= WARM_UP {
                let error = value - self.expected(state, line);
                squares += error * error;
                if squares >= limit {
                    break;
                }
            }
            state = self.after(state, *value);
        }
        (state, squares)
    }

    fn expected(&self, state: State, line: &LineSoFar) -> f64 {
        let settled = self.settled - state.fading * (self.settled - 1.0);
        state.level + self.carried * (state.fading * line.start + settled * line.slope)
    }

    fn after(&self, state: State, value: f64) -> State {
        State {
            level: self.alpha * value + (1.0 - self.alpha) * state.level,
            fading: state.fading * (1.0 - self.alpha),
        }
    }
}

/// What the parameters make of some values.
#[derive(Clone, Copy)]
struct State {
    level: f64,
    /// `1 - alpha` to the number of values.
    fading: f64,
}

/// The line of least squares through the values so far: the same whatever the parameters.
#[derive(Clone, Copy, Default)]
struct LineSoFar {
    start: f64,
    slope: f64,
    mean: f64,
    count: f64,
}

impl LineSoFar {
    /// The line with one more value (Fiorucci et al. 2016).
    fn with(&self, value: f64) -> Self {
        let count = self.count + 1.0;
        let mean = (self.count * self.mean + value) / count;
        let slope = if count == 1.0 {
            0.0
        } else {
            ((count - 2.0) * self.slope + 6.0 * (value - self.mean) / count) / (count + 1.0)
        };
        LineSoFar { start: mean - slope * (count + 1.0) / 2.0, slope, mean, count }
    }
}

/// The line before each value, and the one after the last.
fn lines(values: &[f64]) -> Vec<LineSoFar> {
    let mut lines = vec![LineSoFar::default()];
    for (index, value) in values.iter().enumerate() {
        lines.push(lines[index].with(*value));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_is_carried_on() {
        let values: Vec<f64> = (0..30).map(|step| 50.0 + 3.0 * f64::from(step)).collect();
        let ahead = DynamicTheta::fit(&values).forecast(&values, 4);
        for (step, forecast) in ahead.iter().enumerate() {
            let exact = 140.0 + 3.0 * step as f64;
            assert!((forecast - exact).abs() < 1.5, "{ahead:?}");
        }
    }

    #[test]
    fn the_slope_of_the_values_so_far_is_that_of_least_squares() {
        let values = [3.0, 8.0, 2.0, 9.0, 14.0, 4.0, 11.0];
        let slope = crate::trend::forecast::line::Line::of(&values).slope;
        assert!((lines(&values)[7].slope - slope).abs() < 1e-12);
    }
}
