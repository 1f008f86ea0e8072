//! How much a figure grew: against the period before, and against last year.

use crate::metric::Variance;
use crate::quantity::{Period, Ratio};
use crate::review::{Check, Question};
use crate::trend::{Series, Subject};

/// What the last complete period came to, against an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// What grew.
    pub subject: Subject,
    /// The last complete period.
    pub period: Period,
    /// Its value.
    pub value: Ratio,
    /// What it is set beside.
    pub against: Against,
    /// That period.
    pub base_period: Period,
    /// Its value.
    pub base: Ratio,
    /// The one against the other.
    pub variance: Variance,
    /// The same over like days of both years, where events lay elsewhere in the other year and this says another thing.
    pub aligned: Option<AlignedGrowth>,
    /// Whether late reports may still change the period's value.
    pub provisional: bool,
    /// Whether it is a rank: places are told, not shares.
    pub of_ranks: bool,
}

/// Growth over the days that have a like one in the year before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlignedGrowth {
    /// The value of these days.
    pub value: Ratio,
    /// The value of the like days of the year before.
    pub base: Ratio,
    /// The one against the other.
    pub variance: Variance,
    /// The days of the period that have no like one.
    pub left_out: i32,
}

/// What a period is set beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    /// The period just before.
    Previous,
    /// The same one of the year before: weeks 364 days earlier, months by their name.
    LastYear,
}

impl Against {
    /// The kind of fact it makes, as tables name it.
    pub fn kind(self) -> &'static str {
        match self {
            Against::Previous => "growth-previous",
            Against::LastYear => "growth-last-year",
        }
    }

    /// The period that one is set beside.
    pub(super) fn base(self, check: &Check<'_>, series: &Series, period: Period) -> Option<Period> {
        let span = match self {
            Against::Previous => period.previous().span(),
            Against::LastYear => check.last_year.before(period, period.span()),
        };
        series.points.iter().map(|point| point.period).find(|known| known.span() == span)
    }
}

impl Growth {
    /// The growth of the last complete period, where it and the other are known and differ by what matters.
    pub(super) fn of(check: &Check<'_>, series: &Series, against: Against) -> Option<Self> {
        let last = series.points.last()?;
        let base_period = against.base(check, series, last.period)?;
        let (value, base) = (last.value.as_ref()?, series.value(&base_period)?);
        let subject = &series.subject;
        let growth = Growth {
            aligned: aligned(check, subject, (last.period, against)),
            variance: check.compared(&subject.metric, (value, base)),
            subject: subject.clone(),
            period: last.period,
            value: value.clone(),
            against,
            base_period,
            base: base.clone(),
            provisional: check.is_provisional(&subject.metric, last.period.span()),
            of_ranks: series.falls_is_better,
        };
        growth.matters(check).then_some(growth)
    }

    /// Whether the difference is half a point, two per cent of the larger one, or a tenth of a rank.
    fn matters(&self, check: &Check<'_>) -> bool {
        let own = is_told(check, self, (&self.value, &self.base));
        let like = self.aligned.as_ref();
        own || like.is_some_and(|like| is_told(check, self, (&like.value, &like.base)))
    }
}

fn is_told(check: &Check<'_>, growth: &Growth, (value, base): (&Ratio, &Ratio)) -> bool {
    let least = match growth.of_ranks {
        true => Ratio::from_scaled(10, 2),
        false => Ratio::from_scaled(2, 2),
    };
    differs(check, &growth.subject, (value, base), &least)
}

/// Whether two values differ by what matters: half a percentage point, else this share of the larger one.
pub(super) fn differs(
    check: &Check<'_>,
    subject: &Subject,
    (value, base): (&Ratio, &Ratio),
    least: &Ratio,
) -> bool {
    let change = (value - base).abs();
    if check.unit(&subject.metric) == crate::metric::Unit::Percent {
        return change >= Ratio::from_scaled(5, 3);
    }
    !change.is_zero() && change >= least * &value.abs().max(base.abs())
}

/// The growth over like days, where an event lay elsewhere and the two tell another thing.
fn aligned(
    check: &Check<'_>,
    subject: &Subject,
    (period, against): (Period, Against),
) -> Option<AlignedGrowth> {
    if against == Against::Previous || subject.segment.is_some() {
        return None;
    }
    let question = Question { metric: subject.metric.clone(), scope: subject.scope.clone(), period };
    if !check.is_moved(&question, period.span()) {
        return None;
    }
    let found = check.aligned(&question, period.span())?;
    let (value, base) = (found.actual.known()?.clone(), found.previous.known()?.clone());
    let like = AlignedGrowth { value, base, variance: found.variance, left_out: found.left_out };
    (like.variance != found.plain).then_some(like)
}
