//! Forecasts of short histories: the level, the season of sisters, the season a year ago. A trend of any sort hurts
//! where there are less than two seasons.

use super::Pool;
use super::combination::Miss;
use super::history::{History, Range};
use super::line::mean;
use super::member::{Level, year_ago};
use super::method::Method;
use super::spread::Spread;
use super::together::Together;
use crate::trend::elementary::power;

/// Fewer sisters say nothing of a season.
pub(super) const SISTERS: usize = 3;
/// Below this length the level is the mean of the last values.
const LEVEL_FITTED: usize = 6;
/// How many sisters one half of their season is worth.
const SISTERS_PRIOR: f64 = 2.0;
/// Standard deviation of changes of logarithms where no sisters say it, and the values it counts as much as.
const USUAL_SCALE: f64 = 0.15;
const USUAL_WEIGHT: f64 = 2.0;
/// The values that what the sisters say counts as much as.
const SISTERS_WEIGHT: f64 = 8.0;
/// Half widths of the 80 % and the 95 % band in standard deviations, by length of the history: found on M1 monthly
/// series cut short, checked on others.
const WIDTHS: [(f64, [f64; 2]); 7] = [
    (3.0, [1.15, 2.8]),
    (4.0, [1.08, 2.45]),
    (6.0, [1.08, 2.25]),
    (9.0, [1.05, 2.05]),
    (12.0, [0.93, 1.8]),
    (15.0, [0.9, 1.75]),
    (23.0, [0.9, 1.7]),
];
/// Changes over a season that tell how much values change over one; and how many those from step to step count as, beside
/// a third of a season.
const SEASON_SEEN: usize = 3;
const SEASON_PRIOR: f64 = 4.0;
/// What one step does to an error: its distance to this power.
const GROWTH: f64 = 0.18;
/// Share of the variance that all steps have in common.
const SHARED: f64 = 0.5;

/// The sisters of a request, if they are enough, with their season in the places of the history.
pub(super) fn sisters<'a>(pool: Option<&'a Pool>, history: &History) -> Option<&'a Pool> {
    let sound = |pool: &&Pool| {
        let figures = pool.index.iter().all(|figure| figure.is_finite() && *figure > 0.0);
        pool.sisters >= SISTERS && pool.index.len() == history.season && figures
    };
    pool.filter(sound)
}

/// The method for a history of less than two seasons, and its points.
pub(super) fn points(history: &History, pool: Option<&Pool>, horizon: usize) -> (Method, Vec<f64>) {
    let (values, season) = (&history.values, history.season);
    if season > 1 && values.len() >= season {
        let level = Level::fit(values, (0.01, 0.999)).last(values);
        return (Method::YearAgo, year_ago(values, season, level, horizon));
    }
    match pool {
        Some(pool) if season > 1 => (Method::PooledSeason, pooled(history, pool, horizon)),
        _ => (Method::Level, vec![level(values); horizon]),
    }
}

/// The sum of what that would have missed of points in the past, in the unit of the history.
pub(super) fn missed(history: &History, pool: Option<&Pool>, misses: &[Miss]) -> f64 {
    let by_origin = misses.chunk_by(|a, b| a.origin == b.origin).map(|run| {
        let (_, points) = points(&history.beginning(run[0].origin), pool, run[run.len() - 1].ahead);
        run.iter().map(|miss| (miss.actual - points[miss.ahead - 1]).abs()).sum::<f64>()
    });
    by_origin.sum()
}

/// The level of a few values: their last ones, or half of it smoothed and half the mean of all.
fn level(values: &[f64]) -> f64 {
    if values.len() < LEVEL_FITTED {
        return mean(&values[values.len().saturating_sub(3)..]);
    }
    0.5 * Level::fit(values, (0.01, 0.999)).last(values) + 0.5 * mean(values)
}

/// The level without the sisters' season, times that season: shrunk, as sisters are few.
fn pooled(history: &History, pool: &Pool, horizon: usize) -> Vec<f64> {
    let trust = pool.sisters as f64 / (pool.sisters as f64 + SISTERS_PRIOR);
    let season: Vec<f64> = pool.index.iter().map(|figure| power(*figure, trust)).collect();
    let at = |place: usize| season[(history.first + place) % season.len()];
    let adjusted: Vec<f64> =
        history.values.iter().enumerate().map(|(place, value)| value / at(place)).collect();
    let level = if adjusted.len() < LEVEL_FITTED {
        mean(&adjusted)
    } else {
        Level::fit(&adjusted, (0.01, 0.999)).last(&adjusted)
    };
    (0..horizon).map(|ahead| level * at(adjusted.len() + ahead)).collect()
}

/// The widths of bands: from the changes of the history and those of its sisters.
pub(super) fn spread(history: &History, pool: Option<&Pool>) -> Spread {
    let known = history.known() as f64;
    let usual = pool.map_or(USUAL_SCALE, |pool| pool.scale);
    let prior = if history.range == Range::Positive { usual } else { usual * mean_size(&history.values) };
    let own = variance_of_changes(history);
    let freedom = known - 1.0;
    let weight = if pool.is_some() { SISTERS_WEIGHT } else { USUAL_WEIGHT };
    let scale = ((weight * prior * prior + freedom * own) / (weight + freedom)).sqrt();
    Spread {
        first: widths(known).map(|width| width * scale),
        growth: GROWTH,
        together: Together::alike(SHARED),
        season: history.season,
    }
}

fn mean_size(values: &[f64]) -> f64 {
    values.iter().map(|value| value.abs()).sum::<f64>() / values.len().max(1) as f64
}

/// How much values change from step to step; where they show how much from season to season too, the more by that the
/// more of them do: what comes every year is not missed.
fn variance_of_changes(history: &History) -> f64 {
    let (steps, season) = (variance(&history.logs, 1), history.season);
    let pairs = history.logs.len().saturating_sub(season);
    if season < 2 || pairs < SEASON_SEEN {
        return steps;
    }
    let share = pairs as f64 / (pairs as f64 + season as f64 / 3.0 + SEASON_PRIOR);
    power(steps, 1.0 - share) * power(variance(&history.logs, season), share)
}

fn variance(logs: &[f64], lag: usize) -> f64 {
    let changes: Vec<f64> =
        logs.iter().zip(logs.get(lag..).unwrap_or_default()).map(|(a, b)| b - a).collect();
    let average = mean(&changes);
    let squares = changes.iter().map(|change| (change - average) * (change - average));
    squares.sum::<f64>() / (changes.len() as f64 - 1.0).max(1.0)
}

/// The widths for a number of values, between those that were found.
fn widths(known: f64) -> [f64; 2] {
    let (first, last) = (WIDTHS[0], WIDTHS[WIDTHS.len() - 1]);
    if known <= first.0 {
        // One value, or two, with sisters to tell how far values move.
        return first.1;
    }
    let between = WIDTHS.windows(2).find(|pair| known < pair[1].0);
    between.map_or(last.1, |pair| {
        let share = (known - pair[0].0) / (pair[1].0 - pair[0].0);
        [0, 1].map(|level| pair[0].1[level] + share * (pair[1].1[level] - pair[0].1[level]))
    })
}
