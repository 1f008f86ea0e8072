//! The season a year ago, adjusted for growth, mixed with the level by what the overlap of two seasons shows.

use crate::trend::elementary::{exp, ln};
use crate::trend::forecast::line::mean;

/// Growth between two seasons beyond this (as a logarithm: a factor of two) is not believed.
const MOST_GROWTH: f64 = 0.7;
/// Keeps shares of two errors defined when both are zero.
const NOTHING: f64 = 1e-9;

/// Forecasts after the last value; the level alone with less than a season and one value.
pub(in crate::trend::forecast) fn year_ago(
    values: &[f64],
    season: usize,
    level: f64,
    horizon: usize,
) -> Vec<f64> {
    if season < 2 || values.len() < season {
        return vec![level; horizon];
    }
    let overlap = Overlap::of(values, season);
    let (growth, share) = (exp(overlap.shrunk_growth()), overlap.share());
    let last = &values[values.len() - season..];
    let ahead = last.iter().cycle().take(horizon);
    ahead.map(|value| share * value * growth + (1.0 - share) * level).collect()
}

/// The last values that have a value a season before, up to one season.
struct Overlap<'a> {
    before: &'a [f64],
    after: &'a [f64],
    /// What came before both.
    earlier: &'a [f64],
    season: usize,
}

impl<'a> Overlap<'a> {
    fn of(values: &'a [f64], season: usize) -> Self {
        let count = (values.len() - season).min(season);
        let (earlier, after) = values.split_at(values.len() - count);
        let before = &values[values.len() - season - count..][..count];
        Overlap { before, after, earlier, season }
    }

    fn count(&self) -> f64 {
        self.after.len() as f64
    }

    /// The logarithm of the growth from one season to the next.
    fn growth(&self) -> f64 {
        let (before, after) = (self.before.iter().sum::<f64>(), self.after.iter().sum::<f64>());
        let known = before > 0.0 && after > 0.0;
        if known { ln(after / before).clamp(-MOST_GROWTH, MOST_GROWTH) } else { 0.0 }
    }

    fn shrunk_growth(&self) -> f64 {
        self.growth() * self.count() / (self.count() + self.season as f64 / 4.0)
    }

    /// How much the season a year ago is believed: by squared errors on the overlap against those of a flat level,
    /// one half where the overlap is short.
    fn share(&self) -> f64 {
        if self.after.len() < 3 {
            return 0.5;
        }
        let growth = exp(self.growth());
        let by_season = self.error(|place| growth * self.before[place]);
        let recent = (self.season / 4).max(1).min(self.earlier.len());
        let level = mean(&self.earlier[self.earlier.len() - recent..]);
        let by_level = self.error(|_| level);
        let (season, flat) = (by_season * by_season, by_level * by_level);
        let evidence = (flat + NOTHING) / (season + flat + 2.0 * NOTHING);
        let trust = self.count() / (self.count() + self.season as f64 / 3.0);
        trust * evidence + (1.0 - trust) * 0.5
    }

    fn error(&self, expected: impl Fn(usize) -> f64) -> f64 {
        let errors = self.after.iter().enumerate().map(|(place, value)| (value - expected(place)).abs());
        errors.sum::<f64>() / self.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_that_comes_again_is_believed() {
        let season = [10.0, 20.0, 40.0, 10.0, 10.0, 30.0, 10.0, 10.0, 50.0, 10.0, 10.0, 10.0];
        let values: Vec<f64> = season.iter().chain(&season).copied().collect();
        let ahead = year_ago(&values, 12, 20.0, 12);
        for (forecast, expected) in ahead.iter().zip(season) {
            assert!((forecast - expected).abs() < 0.25 * (expected - 20.0).abs() + 1e-9, "{ahead:?}");
        }
    }

    #[test]
    fn growth_is_carried_over() {
        let values: Vec<f64> = (0..8).map(|index| if index < 4 { 100.0 } else { 120.0 }).collect();
        assert!(year_ago(&values, 4, 120.0, 1)[0] > 122.0);
    }

    #[test]
    fn less_than_a_season_gives_the_level() {
        assert_eq!(year_ago(&[1.0, 2.0], 12, 1.5, 2), [1.5, 1.5]);
    }
}
