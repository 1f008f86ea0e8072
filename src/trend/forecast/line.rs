//! A straight line through equally spaced values.

/// The line of least squares, with steps counted from the first value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    /// Its height one step before the first value.
    pub(super) start: f64,
    /// How much it rises by step.
    pub(super) slope: f64,
}

impl Line {
    /// Fits the line; flat through fewer than two values.
    pub(super) fn of(values: &[f64]) -> Self {
        let middle = (values.len() as f64 + 1.0) / 2.0;
        let average = mean(values);
        let (mut across, mut square) = (0.0, 0.0);
        for (index, value) in values.iter().enumerate() {
            let step = index as f64 + 1.0 - middle;
            across += step * (value - average);
            square += step * step;
        }
        let slope = if square > 0.0 { across / square } else { 0.0 };
        Line { start: average - slope * middle, slope }
    }
}

/// The mean; zero of nothing.
pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// The mean absolute distance from the mean.
pub(super) fn mean_deviation(values: &[f64]) -> f64 {
    let average = mean(values);
    values.iter().map(|value| (value - average).abs()).sum::<f64>() / values.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_again() {
        let values: Vec<f64> = (1..=9).map(|step| 4.0 + 3.0 * f64::from(step)).collect();
        assert_eq!(Line::of(&values), Line { start: 4.0, slope: 3.0 });
        assert_eq!(Line::of(&[7.0]), Line { start: 7.0, slope: 0.0 });
    }
}
