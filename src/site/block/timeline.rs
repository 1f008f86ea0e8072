//! What happened, in order.

use serde::Serialize;

use super::Status;
use crate::site::{Phrase, Rich};

/// A list of dated entries, in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// The entries.
    pub entries: Vec<TimelineEntry>,
}

/// One entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TimelineEntry {
    /// The day as `2026-11-13`; empty when it has none.
    pub day: String,
    /// The day as shown; may be empty.
    pub shown: String,
    /// What happened.
    pub what: Rich,
    /// More of it, smaller.
    pub detail: Option<Rich>,
    /// By whom.
    pub who: Option<Phrase>,
    /// How it stands.
    pub status: Option<Status>,
}
