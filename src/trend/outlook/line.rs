//! A forecast of one figure, period by period.

use super::exact;
use super::family::{Family, Told};
use crate::quantity::{Day, Grain, Period, Ratio, Scope};
use crate::review::Check;
use crate::trend::forecast::{self, Evidence, Step};
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
    /// The version of the methods: that of the pure ones times a hundred, and that of how their series are made ready
    /// and brought together.
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
    /// What the log has taught its bands.
    pub learned: Option<Learned>,
}

/// What the half widths of the bands of a forecast were multiplied by, to three places, as the log has taught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learned {
    /// The multiplier of the band of 80 %.
    pub factor80: Ratio,
    /// The multiplier of the band of 95 %.
    pub factor95: Ratio,
}

/// What stands between the name of a method and the thousandths that its bands were multiplied by.
pub(in crate::trend) const MARK: &str = ".log-";

impl Ahead {
    /// The name of the method that made it, with what its bands were multiplied by: `combination.log-1210-1350`.
    pub fn method(&self, method: &str) -> String {
        self.learned.as_ref().map_or_else(
            || method.to_owned(),
            |learned| {
                let [narrow, wide] =
                    [&learned.factor80, &learned.factor95].map(|factor| factor.round_scaled(3));
                format!("{method}{MARK}{narrow}-{wide}")
            },
        )
    }

    /// Whether the plan lies outside of what is expected in four of five cases.
    pub fn plan_is_outside(&self) -> bool {
        self.plan.as_ref().is_some_and(|plan| *plan < self.low80 || *plan > self.high80)
    }
}

impl Line {
    /// A line of what a family tells of a part of the company.
    pub(super) fn of(family: &Family, told: &Told, check: &Check<'_>) -> Self {
        let plan =
            |period: &Period| check.plan.value(check.catalogue, &family.metric, (&told.scope, period.span()));
        let ahead = |(at, period): (usize, &Period)| Ahead {
            plan: plan(period),
            ..Ahead::of(*period, (&told.steps[at], &told.points[at], family.digits), told.so_far_of(at))
        };
        let members = told.members.iter().map(|leaf| family.leaves[*leaf].origin);
        Line {
            subject: Subject::of(&family.metric, &told.scope),
            origin: members.min().unwrap_or(check.today - 1),
            grain: family.reach.grain,
            method: told.method.clone(),
            version: 100 * forecast::VERSION + super::VERSION,
            evidence: told.evidence,
            periods: family.ahead().iter().enumerate().map(ahead).collect(),
            without: told.without.clone(),
        }
    }
}

impl Ahead {
    /// A period of which a part was measured and the rest is estimated.
    pub(super) fn of(
        period: Period,
        (rest, point, digits): (&Step, &Ratio, u32),
        so_far: Option<&Ratio>,
    ) -> Self {
        let nought = Ratio::zero();
        let known = so_far.unwrap_or(&nought);
        let low = |value: f64| &exact::below(value, digits).min(point.clone()) + known;
        let high = |value: f64| &exact::above(value, digits).max(point.clone()) + known;
        Ahead {
            period,
            so_far: so_far.cloned(),
            point: point + known,
            low80: low(rest.band80.low),
            high80: high(rest.band80.high),
            low95: low(rest.band95.low.min(rest.band80.low)),
            high95: high(rest.band95.high.max(rest.band80.high)),
            plan: None,
            learned: None,
        }
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
