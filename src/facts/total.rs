//! What a question to the facts is answered with.

use crate::quantity::Ratio;

/// A sum over days, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Total {
    /// The exact sum: money in major units of the reporting currency, other measures as they are.
    Known(Ratio),
    /// Not every day is covered by a file.
    Missing,
    /// A report's period straddles the edge: it cannot be divided.
    Coarse,
    /// There are several figures of a level, which do not add up.
    Several,
}

impl Total {
    /// The sum, where it is known.
    pub fn known(&self) -> Option<&Ratio> {
        match self {
            Total::Known(sum) => Some(sum),
            Total::Missing | Total::Coarse | Total::Several => None,
        }
    }

    /// The sum of two parts: known only when both are.
    #[must_use]
    pub(crate) fn plus(self, other: Total) -> Total {
        match (self, other) {
            (Total::Known(a), Total::Known(b)) if a.is_zero() => Total::Known(b),
            (Total::Known(a), Total::Known(b)) if b.is_zero() => Total::Known(a),
            (Total::Known(a), Total::Known(b)) => Total::Known(&a + &b),
            (Total::Missing, _) | (_, Total::Missing) => Total::Missing,
            (Total::Several, _) | (_, Total::Several) => Total::Several,
            _ => Total::Coarse,
        }
    }
}

/// How finely a measure is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fineness {
    /// By the day.
    Daily,
    /// In some place only by the period of a report.
    Coarser,
}
