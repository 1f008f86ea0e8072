//! A forecast in the making: points and widths in the unit of the history.

use super::combination::{Combination, Miss};
use super::history::History;
use super::method::Method;
use super::outcome::{Forecast, Shape};
use super::short;
use super::spread::Spread;
use super::together::Together;
use super::{Evidence, Pool, Refusal, Request};
use crate::trend::elementary::power;

/// The fewest values that the seven methods are fitted to.
const COMBINED: usize = 7;
/// The fewest values that the seven methods have a say in where there are less than two seasons.
const HEARD: usize = 12;
/// How many values give the seven methods half of the say there.
const HALF_HEARD: f64 = 60.0;
/// How much what was missed in the past moves that say: as a power, half of it with this many points.
const POWER: f64 = 5.0;
const HALF_TRUSTED: f64 = 80.0;

/// The say of the seven methods: by how many values there are, and all of it from three seasons on.
fn share_of_members(length: usize, season: usize) -> f64 {
    let third = (length as f64 / season as f64 - 2.0).clamp(0.0, 1.0);
    if season == 1 || length < HEARD || third >= 1.0 {
        return 1.0;
    }
    let heard = length as f64 / (length as f64 + HALF_HEARD);
    heard + (1.0 - heard) * third
}

/// The say of the seven methods by what they and the others missed in the past: as before where both missed the same.
fn believed(share: f64, misses: &[Miss], others: f64) -> f64 {
    let own: f64 = misses.iter().map(|miss| (miss.actual - miss.expected).abs()).sum();
    if own + others <= 0.0 {
        return share;
    }
    let count = misses.len() as f64;
    let merit = |missed: f64| power(1.0 - missed / (own + others), POWER * count / (count + HALF_TRUSTED));
    share * merit(own) / (share * merit(own) + (1.0 - share) * merit(others))
}

/// A forecast in the making.
pub(super) struct Draft {
    method: Method,
    points: Vec<f64>,
    misses: Vec<Miss>,
    spread: Spread,
}

impl Draft {
    /// By the method that the length of the history allows.
    pub(super) fn of(history: &History, pool: Option<&Pool>, horizon: usize) -> Self {
        let length = history.values.len();
        if history.is_constant() && pool.is_none() {
            return Draft::constant(history, horizon);
        }
        if history.is_constant() || length < HEARD.min((2 * history.season).max(COMBINED)) {
            return Draft::short(history, pool, horizon);
        }
        let share = share_of_members(length, history.season);
        if share >= 1.0 {
            return Draft::combined(history, horizon);
        }
        let short = Draft::short(history, pool, horizon);
        if short.method == Method::PooledSeason {
            return short;
        }
        let combined = Draft::combined(history, horizon);
        let share = believed(share, &combined.misses, short::missed(history, pool, &combined.misses));
        combined.mixed_into(short, share)
    }

    /// What never changed goes on: `n` equal values leave the next one a chance of `1 / (n + 1)` to differ.
    fn constant(history: &History, horizon: usize) -> Self {
        let spread = Spread { first: [0.0; 2], growth: 0.0, together: Together::alike(1.0), season: 1 };
        let points = vec![history.values[0]; horizon];
        Draft { method: Method::Constant, points, misses: Vec::new(), spread }
    }

    fn combined(history: &History, horizon: usize) -> Self {
        let combination = Combination::of(history, horizon);
        let spread = Spread::of(history, &combination);
        let Combination { points, misses, .. } = combination;
        Draft { method: Method::Combination, points, misses, spread }
    }

    fn short(history: &History, pool: Option<&Pool>, horizon: usize) -> Self {
        let (method, points) = short::points(history, pool, horizon);
        Draft { method, points, misses: Vec::new(), spread: short::spread(history, pool) }
    }

    /// Gives the seven methods a share of another draft.
    fn mixed_into(self, other: Draft, share: f64) -> Self {
        let points = self.points.iter().zip(&other.points);
        let points = points.map(|(own, other)| share * own + (1.0 - share) * other).collect();
        let spread = match other.method {
            Method::Level => self.spread.widest(&other.spread),
            _ => self.spread.between(&other.spread, share),
        };
        let method = if share > 0.5 { self.method } else { other.method };
        Draft { method, points, misses: self.misses, spread }
    }

    /// In the unit of the series, known multipliers put back.
    pub(super) fn finish(self, history: &History, request: &Request<'_>) -> Result<Forecast, Refusal> {
        let shape = Shape::of(history);
        let steps = (0..request.horizon).map(|ahead| {
            let factor = request.known.map_or(1.0, |known| known.future[ahead]);
            let (place, unit) = (ahead + history.missed, history.unit * factor);
            let half = self.spread.at(place + 1);
            let half = if shape == Shape::Factors { half } else { half.map(|half| half * unit) };
            (shape.step(self.points[place] * unit, half), half)
        });
        let (steps, halves): (Vec<_>, Vec<_>) = steps.unzip();
        if !steps.iter().all(|step| step.band95.low.is_finite() && step.band95.high.is_finite()) {
            return Err(Refusal::TooLarge);
        }
        Ok(Forecast {
            method: self.method,
            steps,
            imputed: history.imputed(),
            evidence: Evidence::of(history, &self.misses),
            halves,
            together: self.spread.together,
            shape,
        })
    }
}
