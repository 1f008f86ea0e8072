//! The period that has not ended: what is known of it so far, which is no fall.

use crate::quantity::{Period, Ratio, Span};
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
}

impl Running {
    pub(super) fn of(series: &Series) -> Option<Self> {
        let running = series.unfinished.as_ref()?;
        let value = running.value.clone()?;
        Some(Running { subject: series.subject.clone(), period: running.period, days: running.days, value })
    }
}
