//! A forecast of one figure, period by period.

use crate::quantity::{Day, Grain, Period, Ratio, Scope};
use crate::trend::forecast::{self, Evidence};
use crate::trend::{NoSeries, Subject};

/// What is expected of a figure in the periods ahead.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The figure.
    pub subject: Subject,
    /// The last day that is known of all of it.
    pub origin: Day,
    /// The kind of its periods.
    pub grain: Grain,
    /// How it was computed: the stable name of a method.
    pub method: String,
    /// The version of the methods.
    pub version: u32,
    /// How well the method would have done on the figure's own past.
    pub evidence: Evidence,
    /// The periods ahead, one after the other, the running one first.
    pub periods: Vec<Ahead>,
    /// Its parts that are not forecast and not in it.
    pub without: Vec<Scope>,
}

/// What is expected of one period. `low95 <= low80 <= point <= high80 <= high95`, in the unit of the figure: amounts of
/// money in major units of the reporting currency at plan rates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// The period.
    pub period: Period,
    /// What of the running period was measured; it is part of the point, and the bands are of the rest alone.
    pub so_far: Option<Ratio>,
    /// The likeliest value.
    pub point: Ratio,
    /// Four of five times the value is not below this and not above `high80`.
    pub low80: Ratio,
    /// See `low80`.
    pub high80: Ratio,
    /// Nineteen of twenty times the value is not below this and not above `high95`.
    pub low95: Ratio,
    /// See `low95`.
    pub high95: Ratio,
    /// What is planned for the period; nothing where it is not planned whole.
    pub plan: Option<Ratio>,
}

impl Ahead {
    /// Whether the plan lies outside of what is expected in four of five cases.
    pub fn plan_is_outside(&self) -> bool {
        self.plan.as_ref().is_some_and(|plan| *plan < self.low80 || *plan > self.high80)
    }
}

/// A figure that is not forecast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The figure.
    pub subject: Subject,
    /// Why.
    pub reason: Reason,
}

/// Why a figure is not forecast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no series of it.
    Series(NoSeries),
    /// The methods refuse: too little is known.
    Method(forecast::Refusal),
    /// It has just begun, and nothing is planned that would say how it goes on.
    NoPlan {
        /// How many periods are known.
        known: usize,
    },
    /// It has just begun, and too few others tell how far plans are off.
    NoSisters {
        /// How many others there are.
        sisters: usize,
    },
}
