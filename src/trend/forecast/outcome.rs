//! What is answered: steps ahead with bands, and totals of them.

use std::ops::Range;

use super::{Band, Evidence, Method, Step};

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
}

impl Forecast {
    /// The total of some steps, such as the demand of a lead time; bands of totals are narrower than sums of bands.
    pub fn total(&self, steps: Range<usize>) -> Step {
        let chosen = self.steps.get(steps).unwrap_or_default();
        let sum = |of: fn(&Step) -> f64| chosen.iter().map(of).sum();
        Step {
            point: sum(|step| step.point),
            band80: Band { low: sum(|step| step.band80.low), high: sum(|step| step.band80.high) },
            band95: Band { low: sum(|step| step.band95.low), high: sum(|step| step.band95.high) },
        }
    }
}
