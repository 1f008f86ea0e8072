//! Where a fiscal year will land: what was measured of it, and what is expected of the rest.

use super::Ahead;
use crate::quantity::Day;
use crate::trend::Subject;

/// What a fiscal year will come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landing {
    /// The figure.
    pub subject: Subject,
    /// The last day that is known of it.
    pub origin: Day,
    /// The year as a period: what was measured is `so_far`, the point is that and the rest.
    pub year: Ahead,
}
