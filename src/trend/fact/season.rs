//! How the year repeats itself in a figure.

use super::{Fact, estimate};
use crate::quantity::{Grain, Period, Ratio};
use crate::trend::{Series, Subject};

/// From which strength on a season is spoken of.
const LEAST_STRENGTH: f64 = 0.4;

/// How far apart the highest and the lowest step must lie, as a share of the level.
const LEAST_RANGE: f64 = 0.1;

/// How the year repeats itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// What it tells of.
    pub subject: Subject,
    /// How many whole years it is made of.
    pub years: usize,
    /// How much of what is left beside the trend repeats itself: 1 where each year is like the other, 0 where none is.
    ///
    /// One less the variance within steps over the variance of all, each by its degrees of freedom.
    pub strength: Ratio,
    /// The step of the year that is highest.
    pub peak: Phase,
    /// The step that is lowest.
    pub trough: Phase,
}

/// A step of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// The period of the last whole year that is this step.
    pub period: Period,
    /// Its value as a share of the level of its time, the mean of all years: 1.2 is a fifth above.
    pub index: Ratio,
}

/// Too few periods to tell a season from chance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooShort {
    /// What it would tell of.
    pub subject: Subject,
    /// The last complete period.
    pub period: Period,
    /// How many periods without a gap are known up to it.
    pub known: usize,
    /// How many are needed: two years.
    pub needed: usize,
}

/// How many periods a year has; nothing for days, whose year does not repeat by the day.
pub(super) fn steps(grain: Grain) -> Option<usize> {
    match grain {
        Grain::Week => Some(52),
        Grain::Month => Some(12),
        Grain::Quarter => Some(4),
        Grain::Day | Grain::Year => None,
    }
}

impl Season {
    /// The season of a series where it has one that matters, or that it is too short to tell; nothing of what has no
    /// years to tell.
    pub(super) fn seen(series: &Series) -> Option<Fact> {
        let steps = steps(series.grain).filter(|_| !series.falls_is_better)?;
        let known = series.points.iter().rev().take_while(|point| point.value.is_some()).count();
        if known < 2 * steps {
            let (subject, period) = (series.subject.clone(), series.points.last()?.period);
            return Some(Fact::TooShort(TooShort { subject, period, known, needed: 2 * steps }));
        }
        let years = known / steps;
        let from = series.points.len() - years * steps;
        let values: Vec<f64> = series.values().into_iter().skip(from).flatten().collect();
        Shape::of(&values, steps)?.season(series, years).map(Fact::Season)
    }

    /// Itself, where it is strong and wide enough to be spoken of.
    fn named(self) -> Option<Self> {
        let strong = estimate(LEAST_STRENGTH).is_some_and(|least| self.strength >= least);
        let range = &self.peak.index - &self.trough.index;
        let wide = estimate(LEAST_RANGE).is_some_and(|least| range >= least);
        (strong && wide).then_some(self)
    }
}

/// The steps of whole years, the trend taken out.
struct Shape {
    /// Mean share of the level by step.
    indices: Vec<f64>,
    strength: f64,
}

impl Shape {
    /// Each value as a share of its level: the mean of its year, tilted by the mean change from year to year.
    fn of(values: &[f64], steps: usize) -> Option<Self> {
        let means: Vec<f64> = values.chunks(steps).map(mean).collect();
        let (first, last) = (means.first()?, means.last()?);
        let slope = (last - first) / ((means.len() - 1) * steps) as f64;
        let middle = (steps - 1) as f64 / 2.0;
        let level = |at: usize| means[at / steps] + slope * ((at % steps) as f64 - middle);
        let levels: Vec<f64> = (0..values.len()).map(level).collect();
        if levels.iter().any(|level| *level <= 0.0) {
            return None;
        }
        let shares: Vec<f64> = values.iter().zip(&levels).map(|(value, level)| value / level).collect();
        let of_step =
            |step: usize| -> Vec<f64> { shares.iter().skip(step).step_by(steps).copied().collect() };
        let indices: Vec<f64> = (0..steps).map(|step| mean(&of_step(step))).collect();
        let strength = strength(&shares, &indices);
        Some(Shape { indices, strength })
    }

    fn season(&self, series: &Series, years: usize) -> Option<Season> {
        let start = series.points.len() - self.indices.len();
        let phase = |step: usize| {
            let period = series.points.get(start + step)?.period;
            Some(Phase { period, index: estimate(self.indices[step])? })
        };
        let steps = 0..self.indices.len();
        let order = |a: &usize, b: &usize| self.indices[*a].total_cmp(&self.indices[*b]);
        // Of several alike the first, in either direction.
        let (peak, trough) = (steps.clone().rev().max_by(order)?, steps.min_by(order)?);
        let season = Season {
            subject: series.subject.clone(),
            years,
            strength: estimate(self.strength)?,
            peak: phase(peak)?,
            trough: phase(trough)?,
        };
        season.named()
    }
}

/// One less the variance within steps over that of all; never below nought.
fn strength(shares: &[f64], indices: &[f64]) -> f64 {
    let steps = indices.len();
    let years = shares.len() / steps;
    let within: f64 =
        shares.iter().enumerate().map(|(at, share)| (share - indices[at % steps]).powi(2)).sum();
    let all: f64 = shares.iter().map(|share| (share - 1.0).powi(2)).sum();
    let (of_within, of_all) = (steps * (years - 1), shares.len() - years);
    if all <= f64::EPSILON {
        return 0.0;
    }
    (1.0 - (within / of_within as f64) / (all / of_all as f64)).max(0.0)
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
