//! What is due next.

use serde::Serialize;

use super::Status;
use crate::site::{Phrase, Rich};

/// Dates to come, the nearest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Next {
    /// The dates in order.
    pub lines: Vec<NextLine>,
}

/// One date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NextLine {
    /// The day as `2026-11-27`.
    pub day: String,
    /// The day as shown: `11-27`.
    pub shown: String,
    /// What is due.
    pub what: Rich,
    /// By whom.
    pub who: Option<Phrase>,
    /// How it stands; `Late` is coloured and said in words.
    pub status: Option<Status>,
}
