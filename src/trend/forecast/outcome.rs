//! What is answered: steps ahead with bands, and totals of them.

use std::ops::Range;

use super::history::{History, Range as Values};
use super::negative_binomial::NegativeBinomial;
use super::together::Together;
use super::{Band, Evidence, Method, Step};
use crate::trend::elementary::exp;

/// Bands wider than this factor (as a logarithm) say no more than that nothing is known.
const WIDEST: f64 = 8.0;
/// Standard deviations in the half of a 95 % band.
const NORMAL_95: f64 = 1.96;

/// Whole numbers from here on are amounts, not counts.
const MOST_COUNTED: f64 = 1e9;

/// A forecast of one series.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// How it was made.
    pub method: Method,
    /// The steps after the last value of the history.
    pub steps: Vec<Step>,
    /// Which values of the history were missing and filled in, for the fit alone.
    pub imputed: Vec<usize>,
    /// How well the method would have done on the history.
    pub evidence: Evidence,
    /// The half widths of the bands of each step.
    pub(super) halves: Vec<[f64; 2]>,
    /// How much its totals vary.
    pub(super) together: Together,
    pub(super) shape: Shape,
}

/// How a band lies round its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// By factors; halves are logarithms.
    Factors,
    /// By differences, not below zero; totals of whole numbers by the negative binomial distribution.
    Counts,
    /// By differences, not below zero.
    NonNegative,
    /// By differences.
    Differences,
}

impl Shape {
    /// The shape that fits what the series took so far.
    pub(super) fn of(history: &History) -> Self {
        let whole =
            |value: &f64| (value * history.unit).fract() == 0.0 && value * history.unit < MOST_COUNTED;
        match history.range {
            Values::Positive => Shape::Factors,
            Values::NonNegative if history.values.iter().all(whole) => Shape::Counts,
            Values::NonNegative => Shape::NonNegative,
            Values::Any => Shape::Differences,
        }
    }

    /// A point with its bands.
    pub(super) fn step(self, point: f64, halves: [f64; 2]) -> Step {
        let band = |half: f64| match self {
            Shape::Factors => {
                let factor = exp(half.min(WIDEST));
                Band { low: point / factor, high: point * factor }
            }
            Shape::Counts | Shape::NonNegative => Band { low: (point - half).max(0.0), high: point + half },
            Shape::Differences => Band { low: point - half, high: point + half },
        };
        Step { point, band80: band(halves[0]), band95: band(halves[1]) }
    }
}

impl Forecast {
    /// The total of some steps, such as the demand of a lead time: its bands lie between those of steps that err
    /// alike and those of independent steps, by how far totals were off in the past. Totals of counts that are
    /// sometimes zero are negative binomial. Steps that are not there count nothing.
    pub fn total(&self, steps: Range<usize>) -> Step {
        let end = steps.end.min(self.steps.len());
        let steps = steps.start.min(end)..end;
        let (chosen, halves) = (&self.steps[steps.clone()], &self.halves[steps]);
        let point = chosen.iter().map(|step| step.point).sum::<f64>().clamp(f64::MIN, f64::MAX);
        let weights = chosen.iter().map(|step| self.weight(step.point, point));
        let weighed: Vec<[f64; 2]> =
            halves.iter().zip(weights).map(|(halves, weight)| halves.map(|half| half * weight)).collect();
        let halves = [0, 1].map(|level| self.together.half(weighed.iter().map(|halves| halves[level])));
        match self.shape {
            Shape::Counts if point > 0.0 => counted(point, halves[1] / NORMAL_95),
            shape => shape.step(point, halves).within_numbers(),
        }
    }

    /// What an error of a step does to the total.
    fn weight(&self, point: f64, total: f64) -> f64 {
        match self.shape {
            Shape::Factors if total > 0.0 => point / total,
            _ => 1.0,
        }
    }
}

/// A total of counts with its bands.
fn counted(point: f64, deviation: f64) -> Step {
    let counts = NegativeBinomial::of(point, deviation * deviation);
    let band = |share: f64| Band {
        low: counts.quantile(share).min(point),
        high: counts.quantile(1.0 - share).max(point),
    };
    Step { point, band80: band(0.1), band95: band(0.025) }
}
