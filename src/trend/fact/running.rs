//! The period that has not ended: what is known of it so far, which is no fall.

use crate::quantity::{Period, Ratio, Span};
use crate::review::Check;
use crate::trend::{Series, Subject};

/// What the period that has not ended came to so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// What it tells of.
    pub subject: Subject,
    /// The period.
    pub period: Period,
    /// The days of it that are known.
    pub days: Span,
    /// The value over these days.
    pub value: Ratio,
    /// Whether late reports may still change the value of these days.
    pub provisional: bool,
}

impl Running {
    pub(super) fn of(check: &Check<'_>, series: &Series) -> Option<Self> {
        let running = series.unfinished.as_ref()?;
        let value = running.value.clone()?;
        let provisional = check.is_provisional(&series.subject.metric, running.days);
        let (subject, period, days) = (series.subject.clone(), running.period, running.days);
        Some(Running { subject, period, days, value, provisional })
    }
}
