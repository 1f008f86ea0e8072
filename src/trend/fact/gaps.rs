//! Periods without figures, said and not bridged.

use crate::quantity::Period;
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

impl Gaps {
    pub(super) fn of(series: &Series) -> Option<Self> {
        let (first, last) = (*series.gaps.first()?, *series.gaps.last()?);
        let (count, of) = (series.gaps.len(), series.points.len());
        Some(Gaps { subject: series.subject.clone(), count, of, first, last })
    }
}
