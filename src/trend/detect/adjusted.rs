//! A series without its season, found by medians so that what stands out stays.

use super::robust::median;
use crate::trend::elementary::{exp, ln};

/// A series without its season: its known values, as logarithms if all are positive.
pub(super) struct Adjusted {
    /// The places of the known values, and these.
    pub(super) known: Vec<(usize, f64)>,
    figure: Vec<f64>,
    logs: bool,
}

impl Adjusted {
    /// Takes the season of a series out; values that are not finite are missing.
    pub(super) fn of(values: &[Option<f64>], season: usize) -> Self {
        let finite = values.iter().enumerate().filter_map(|(index, value)| Some((index, (*value)?)));
        let raw: Vec<(usize, f64)> = finite.filter(|(_, value)| value.is_finite()).collect();
        let logs = raw.iter().all(|(_, value)| *value > 0.0);
        let mut known: Vec<(usize, f64)> =
            raw.into_iter().map(|(index, value)| (index, if logs { ln(value) } else { value })).collect();
        let figure = figure(&known, season);
        known.iter_mut().for_each(|(index, value)| *value -= figure[*index % figure.len()]);
        Adjusted { known, figure, logs }
    }

    /// An adjusted value in the unit of the series, season and all.
    pub(super) fn restored(&self, index: usize, value: f64) -> f64 {
        self.level(value + self.figure[index % self.figure.len()])
    }

    /// An adjusted value in the unit of the series, without season.
    pub(super) fn level(&self, value: f64) -> f64 {
        if self.logs { exp(value) } else { value }
    }
}

/// One figure for each step of the season: the median distance from a running median over one season, shrunk by what
/// its own noise explains of it. Needs more than two seasons.
fn figure(known: &[(usize, f64)], season: usize) -> Vec<f64> {
    if season < 2 || known.len() <= 2 * season {
        return vec![0.0];
    }
    let mut rests: Vec<Vec<f64>> = vec![Vec::new(); season];
    for (at, (index, value)) in known.iter().enumerate() {
        let window = &known[at.saturating_sub(season)..(at + season + 1).min(known.len())];
        let trend = median(window.iter().map(|(_, value)| *value).collect());
        rests[index % season].push(value - trend);
    }
    let medians: Vec<f64> = rests.iter().map(|rests| median(rests.clone())).collect();
    let centre = mean(&medians);
    let figure: Vec<f64> = medians.iter().map(|figure| figure - centre).collect();
    let kept = kept(&rests, &figure);
    figure.iter().map(|figure| figure * kept).collect()
}

/// How much of a figure is no noise.
fn kept(rests: &[Vec<f64>], figure: &[f64]) -> f64 {
    let variance = |values: &[f64]| {
        let average = mean(values);
        values.iter().map(|value| (value - average) * (value - average)).sum::<f64>()
            / values.len().max(1) as f64
    };
    let seasons = rests.iter().map(Vec::len).sum::<usize>() as f64 / rests.len() as f64;
    // The median of the variances: one wild value must not pass for noise everywhere.
    let noise = median(rests.iter().map(|rests| variance(rests)).collect()) / seasons;
    let size = variance(figure);
    if size > 0.0 { (1.0 - noise / size).max(0.0) } else { 0.0 }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}
