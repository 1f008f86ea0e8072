//! The theta method (Assimakopoulos and Nikolopoulos 2000): the level of the series and half its linear trend.

use super::Level;
use crate::trend::elementary::repeated;
use crate::trend::forecast::line::Line;

/// Forecasts by the closed form of Hyndman and Billah (2003), theta = 2.
pub(in crate::trend::forecast) fn theta(values: &[f64], level: Level, horizon: usize) -> Vec<f64> {
    let half = 0.5 * Line::of(values).slope;
    let last = level.last(values);
    let settled = (1.0 - repeated(1.0 - level.alpha, values.len())) / level.alpha;
    (0..horizon).map(|ahead| last + half * (ahead as f64 + settled)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_the_trend_is_carried_on() {
        let values: Vec<f64> = (0..40).map(|step| 100.0 + 2.0 * f64::from(step)).collect();
        let ahead = theta(&values, Level::fit(&values, (0.02, 0.99)), 3);
        assert!((ahead[2] - ahead[1] - 1.0).abs() < 1e-9);
        assert!((ahead[0] - 179.0).abs() < 1.0, "{ahead:?}");
    }
}
