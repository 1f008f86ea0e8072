//! Periods without figures, said and not bridged.

use crate::quantity::{Period, Span};
use crate::trend::{Series, Subject};

/// The complete periods that no file covers in whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gaps {
    /// What is missing.
    pub subject: Subject,
    /// How many periods.
    pub count: usize,
    /// Of how many complete ones.
    pub of: usize,
    /// The first.
    pub first: Period,
    /// The last.
    pub last: Period,
}

/// Weeks of reports that begin on another day than those of the series: their figures are in no point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherWeeks {
    /// What they tell of.
    pub subject: Subject,
    /// How many.
    pub count: usize,
    /// The last.
    pub last: Span,
}

impl OtherWeeks {
    pub(super) fn of(series: &Series) -> Option<Self> {
        let strays = &series.weeks.as_ref()?.strays;
        Some(OtherWeeks { subject: series.subject.clone(), count: strays.len(), last: *strays.last()? })
    }
}

impl Gaps {
    pub(super) fn of(series: &Series) -> Option<Self> {
        let (first, last) = (*series.gaps.first()?, *series.gaps.last()?);
        let (count, of) = (series.gaps.len(), series.points.len());
        Some(Gaps { subject: series.subject.clone(), count, of, first, last })
    }
}
