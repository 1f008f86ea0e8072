//! How far forecasts may be off: widths of bands from the series' own errors at rolling origins (conformal: by what
//! was missed, not by a model), corrected by what errors at rolling origins have been worth on other series.

use super::combination::{Combination, Miss};
use super::history::{History, Range};
use super::line::mean;
use super::together::Together;
use crate::trend::elementary::{exp, ln, power};

/// What one step usually does to an error: its distance to this power, over the steps of a season, since what comes with
/// the season is missed by nearly as much next year as next month; and where a season was not seen twice, or the plan
/// tells it. Shrunk to from the series' own growth.
const GROWTH: f64 = 0.65;
const UNSEEN_GROWTH: f64 = 0.27;
/// Errors that the usual growth counts as much as, and the share of an error that the smallest count as.
const GROWTH_PRIOR: f64 = 100.0;
const LEAST_ERROR: f64 = 0.04;
/// Errors at rolling origins grow by less than those of forecasts do: these were fitted to what they are tried on.
const FARTHER: f64 = 0.095;
/// The next step is missed by more than the power says, and so is what lies more than half a season beyond one.
const NEXT: f64 = 1.12;
const BEYOND: f64 = 0.125;
/// How fast older origins fade: the oldest counts half as much as the newest.
const FADING: f64 = 0.7;
/// How much of the width comes from the change over a season instead of the errors, and how much from how far the
/// members are apart.
const SEASONAL_SHARE: f64 = 0.2;
const APART_SHARE: f64 = 0.2;
/// Members are not believed to be nearer to each other than this share of an error.
const LEAST_APART: f64 = 0.05;
/// Errors of fitted parameters look too good: by this many values' worth, and by this much of a season's.
const OPTIMISM: f64 = 1.8;
const SEASON_OPTIMISM: f64 = 0.25;
/// Long histories hold more that will not come again.
const LENGTH_POWER: f64 = 0.05;
/// Longer seasons average more out.
const SEASON_POWER: f64 = 0.08;
/// No error is believed to be below this share of the usual change from step to step.
const LEAST_SHARE: f64 = 0.1;
/// The shares of cases that the two bands are for.
const LEVELS: [f64; 2] = [0.8, 0.95];
/// Mean error to 80 % and 95 % quantile, as most series have it.
const TAIL: [f64; 2] = [1.6, 2.6];
/// What makes the two bands cover 80 % and 95 %: found with the constants above on the M1, M3, M4 and tourism sets,
/// checked on sets that are none of them.
const COVER: [f64; 2] = [2.18, 4.0];

/// Half widths of the two bands by step, as logarithms of factors where values are positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    /// Of the 80 % and the 95 % band, one step ahead.
    pub(super) first: [f64; 2],
    /// The power of the distance that they grow with.
    pub(super) growth: f64,
    /// How much its totals vary.
    pub(super) together: Together,
    /// Steps in a season: what lies more than one ahead is less certain.
    pub(super) season: usize,
}

impl Spread {
    /// From what was missed at rolling origins, and how far apart the members are.
    pub(super) fn of(history: &History, Combination { misses, apart, .. }: &Combination) -> Self {
        let positive = history.range == Range::Positive;
        let errors: Vec<Error> = misses.iter().map(|miss| Error::of(miss, positive)).collect();
        let usual = usual_change(&history.logs, &history.measured, 1);
        // A season that was not seen twice averages nothing out.
        let season = if history.values.len() < 2 * history.season { 1 } else { history.season };
        let seasonal = usual_change(&history.logs, &history.measured, season).max(LEAST_SHARE * usual);
        let growth = growth(&errors, usual_growth(history, season));
        let scaled = scaled(&errors, growth);
        let average = scaled.iter().map(|(size, weight)| size * weight).sum::<f64>().max(LEAST_SHARE * usual);
        let apart = first_apart(apart, growth, LEAST_APART * average);
        let correction = correction(history, season);
        let half = |level: usize| {
            let own = if scaled.is_empty() { usual } else { size(&scaled, level, LEAST_SHARE * usual) };
            if own > 0.0 { COVER[level] * correction * mixed(seasonal, apart, own) } else { 0.0 }
        };
        let inner = half(0);
        let together = Together::of(history, misses, growth);
        Spread { first: [inner, half(1).max(inner)], growth: growth + FARTHER, together, season }
    }

    /// The spread between this one, which counts for `share`, and another; totals stay as this one has them.
    pub(super) fn between(&self, other: &Spread, share: f64) -> Spread {
        let between = |own: f64, other: f64| share * own + (1.0 - share) * other;
        Spread {
            first: [0, 1].map(|level| between(self.first[level], other.first[level])),
            growth: between(self.growth, other.growth),
            together: self.together,
            season: self.season,
        }
    }

    /// The wider of this spread and another; totals stay as this one has them.
    pub(super) fn widest(&self, other: &Spread) -> Spread {
        Spread {
            first: [0, 1].map(|level| self.first[level].max(other.first[level])),
            growth: self.growth.max(other.growth),
            together: self.together,
            season: self.season,
        }
    }

    /// The half widths of a step, counted from 1.
    pub(super) fn at(&self, ahead: usize) -> [f64; 2] {
        let seasons = (ahead as f64 / self.season as f64 - 1.0).clamp(0.0, 0.5);
        let beyond = if self.season > 1 { 1.0 + 2.0 * BEYOND * seasons } else { 1.0 };
        let grown = (power(ahead as f64, self.growth) * beyond).max(NEXT);
        self.first.map(|first| first * grown)
    }
}

/// What widths found on a history are worth by its length and its season.
fn correction(history: &History, season: usize) -> f64 {
    let known = history.known() as f64;
    let optimism = 1.0 + (OPTIMISM + SEASON_OPTIMISM * season as f64) / known;
    optimism * power(known, -LENGTH_POWER) * power(season as f64, -SEASON_POWER)
}

/// How far apart the members are, as of one step ahead.
fn first_apart(apart: &[f64], growth: f64, least: f64) -> f64 {
    let one = |(place, apart): (usize, &f64)| (apart / power((place + 1) as f64, growth)).max(least);
    apart.iter().enumerate().map(one).sum::<f64>() / apart.len().max(1) as f64
}

/// The size of errors between the change over a season, how far apart the members are, and the errors themselves.
fn mixed(seasonal: f64, apart: f64, own: f64) -> f64 {
    let (seasonal, apart) = (power(seasonal, SEASONAL_SHARE), power(apart, APART_SHARE));
    seasonal * apart * power(own, 1.0 - SEASONAL_SHARE - APART_SHARE)
}

/// The size of scaled errors for a band: half by their mean and half by the quantile it wants.
fn size(scaled: &[(f64, f64)], level: usize, least: f64) -> f64 {
    let average = scaled.iter().map(|(size, weight)| size * weight).sum::<f64>().max(least);
    let tail = (quantile(scaled, LEVELS[level]) / TAIL[level]).max(least);
    (average * tail).sqrt()
}

/// An error on the scale that bands are measured on.
#[derive(Clone, Copy)]
struct Error {
    origin: usize,
    ahead: f64,
    size: f64,
}

impl Error {
    fn of(miss: &Miss, positive: bool) -> Self {
        let size = distance(miss.actual, miss.expected, positive).abs();
        Error { origin: miss.origin, ahead: miss.ahead as f64, size }
    }
}

/// How far a value is from what was expected: as a logarithm of the factor where values are positive.
pub(super) fn distance(actual: f64, expected: f64, positive: bool) -> f64 {
    const LEAST: f64 = 1e-9;
    if positive { ln(actual.max(LEAST) / expected.max(LEAST)) } else { actual - expected }
}

/// The mean absolute change over some steps, between measured values; of neighbours if there are too few such pairs.
fn usual_change(logs: &[f64], measured: &[bool], lag: usize) -> f64 {
    let pairs = (lag..logs.len()).filter(|place| measured[*place] && measured[place - lag]);
    let changes: Vec<f64> = pairs.map(|place| (logs[place] - logs[place - lag]).abs()).collect();
    if changes.len() < 2 && lag > 1 { usual_change(logs, measured, 1) } else { mean(&changes) }
}

/// The power of the distance that errors usually grow with, where a season of so many steps was seen twice. Steps of a
/// calendar without one are short too.
fn usual_growth(history: &History, seen: usize) -> f64 {
    let is_short = history.season > 1 || history.calendar;
    if seen == 1 && is_short { UNSEEN_GROWTH } else { GROWTH / seen as f64 }
}

/// The power of the distance that errors grow with: the slope of their logarithms, shrunk to the usual.
fn growth(errors: &[Error], usual: f64) -> f64 {
    let count = errors.len() as f64;
    let square = |error: &Error| error.size * error.size / power(error.ahead, 2.0 * usual);
    let size = (errors.iter().map(square).sum::<f64>() / count.max(1.0)).sqrt();
    if errors.len() <= 20 || size <= 0.0 {
        return usual;
    }
    let ahead: Vec<f64> = errors.iter().map(|error| ln(error.ahead)).collect();
    let sizes: Vec<f64> = errors.iter().map(|error| ln(error.size + LEAST_ERROR * size)).collect();
    let (middle, average) = (mean(&ahead), mean(&sizes));
    let squares: f64 = ahead.iter().map(|value| (value - middle) * (value - middle)).sum();
    if squares <= 0.0 {
        return usual;
    }
    let products: f64 = ahead.iter().zip(&sizes).map(|(x, y)| (x - middle) * (y - average)).sum();
    let trust = count / (count + GROWTH_PRIOR);
    (trust * products / squares + (1.0 - trust) * usual).clamp(0.0, 0.9)
}

/// Errors as of one step ahead with their weights, which sum to one, smallest first.
fn scaled(errors: &[Error], growth: f64) -> Vec<(f64, f64)> {
    let (newest, oldest) = errors.iter().fold((0, usize::MAX), |(newest, oldest), error| {
        (error.origin.max(newest), error.origin.min(oldest))
    });
    let span = newest.saturating_sub(oldest).max(1) as f64;
    let weight = |error: &Error| exp(-FADING * (newest - error.origin) as f64 / span);
    let all: f64 = errors.iter().map(weight).sum();
    let one = |error: &Error| (error.size / power(error.ahead, growth), weight(error) / all);
    let mut scaled: Vec<(f64, f64)> = errors.iter().map(one).collect();
    scaled.sort_by(|a, b| a.0.total_cmp(&b.0));
    scaled
}

/// The first of weighted sizes that has a share of the weight at or below it.
fn quantile(scaled: &[(f64, f64)], share: f64) -> f64 {
    let mut below = 0.0;
    let found = scaled.iter().find(|(_, weight)| {
        below += weight;
        below >= share
    });
    found.or(scaled.last()).map_or(0.0, |(size, _)| *size)
}
