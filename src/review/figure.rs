//! One figure of the check: actual beside plan and previous year, over the same days.

use crate::metric::Variance;
use crate::quantity::{Day, MeasureId, Period, Ratio, Scope, Span};

/// What is asked of the check: a figure of a part of the company in a period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Question {
    /// The measure or metric.
    pub metric: MeasureId,
    /// The part of the company.
    pub scope: Scope,
    /// The period.
    pub period: Period,
}

impl Question {
    /// A figure of the whole company.
    pub fn company(metric: &str, period: Period) -> Self {
        Question { metric: MeasureId::new(metric), scope: Scope::company(), period }
    }
}

/// A figure in a period. Amounts of money are in major units of the reporting currency; percentages are
/// shares of 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What was asked.
    pub question: Question,
    /// The days compared: the period, from the first day that anything is measured to the last complete day of the
    /// slowest source; nothing when no day of the period is measured.
    pub days: Option<Span>,
    /// The days of the year before that they are set beside, where these are one stretch.
    pub before: Option<Span>,
    /// What was measured.
    pub actual: Reading,
    /// What was planned for the same days.
    pub plan: Option<Ratio>,
    /// What was planned for the whole period.
    pub plan_whole: Option<Ratio>,
    /// What was measured over the same days a year before.
    pub previous: Reading,
    /// Actual against plan.
    pub vs_plan: Variance,
    /// Actual against the previous year.
    pub vs_previous: Variance,
    /// Whether late reports may still change it: returns and advertising arrive after the day they belong to.
    pub provisional: bool,
}

impl Figure {
    /// Whether the period was cut: its last days are not complete, or its first lie before anything was measured.
    pub fn is_cut(&self) -> bool {
        self.days.is_none_or(|days| days != self.question.period.span())
    }

    /// The first day compared, where the period begins before anything was measured.
    pub fn since(&self) -> Option<Day> {
        let from = self.days?.from;
        (from > self.question.period.span().from).then_some(from)
    }

    /// The last day compared, where the period has not ended.
    pub fn until(&self) -> Option<Day> {
        let to = self.days?.to;
        (to < self.question.period.span().to).then_some(to)
    }
}

/// A measured value, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The value.
    Known(Ratio),
    /// No file covers these days.
    Missing,
    /// The report that carries it covers a longer period, which cannot be divided.
    Coarse,
    /// It is a ratio, and what it is divided by is nought.
    Undefined,
}

impl Reading {
    /// The value where it is known.
    pub fn known(&self) -> Option<&Ratio> {
        match self {
            Reading::Known(value) => Some(value),
            Reading::Missing | Reading::Coarse | Reading::Undefined => None,
        }
    }
}
