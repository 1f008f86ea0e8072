//! How well the method would have done on the series' own past.

use super::combination::Miss;
use super::history::History;

/// The errors of forecasts made at rolling origins inside the history.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// How many points in the past were forecast from before them.
    pub count: usize,
    /// Mean absolute error over those points, in the unit of the series; none when nothing was tried.
    pub mae: Option<f64>,
    /// That error over the mean absolute change from one season to the next in the history (Hyndman and Koehler 2006);
    /// none when the history does not change.
    pub mase: Option<f64>,
    /// Mean absolute error of the seasonal naive forecast over the same points, in the unit of the series.
    pub seasonal_naive_mae: Option<f64>,
}

impl Evidence {
    /// Sums up what was missed.
    pub(super) fn of(history: &History, misses: &[Miss]) -> Self {
        if misses.is_empty() {
            return Evidence::default();
        }
        let average = |of: &dyn Fn(&Miss) -> f64| misses.iter().map(of).sum::<f64>() / misses.len() as f64;
        let mae = average(&|miss| (miss.actual - miss.expected).abs());
        let naive = average(&|miss| (miss.actual - a_season_ago(history, miss)).abs());
        let scale = change_by_season(history);
        Evidence {
            count: misses.len(),
            mae: Some(mae * history.unit),
            mase: (scale > 0.0).then(|| mae / scale),
            seasonal_naive_mae: Some(naive * history.unit),
        }
    }
}

/// The last value of the same step of the season that was known at the origin.
fn a_season_ago(history: &History, miss: &Miss) -> f64 {
    let season = history.season.min(miss.origin);
    history.values[miss.origin - season + (miss.ahead - 1) % season]
}

fn change_by_season(history: &History) -> f64 {
    let pairs = history.values.iter().zip(history.values.iter().skip(history.season));
    let count = history.values.len().saturating_sub(history.season).max(1) as f64;
    pairs.map(|(before, after)| (after - before).abs()).sum::<f64>() / count
}
