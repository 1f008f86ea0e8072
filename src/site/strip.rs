//! The calendar strip that all pages of a language share.

use serde::Serialize;

use super::phrase::Phrase;
use super::target::{Link, Target};

/// Some weeks in a row, and what is in them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Strip {
    /// The weeks in order.
    pub weeks: Vec<StripWeek>,
    /// What is in them, by its first week; never more than a few at once.
    pub marks: Vec<StripMark>,
    /// Where the rest is, when there was no room for all.
    pub more: Option<Link>,
}

/// A week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StripWeek {
    /// Its name: `W47`.
    pub name: String,
    /// Its first day: `11-16`.
    pub day: String,
    /// Whether today is in it.
    pub now: bool,
}

/// Something in one week or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StripMark {
    /// What it is.
    pub kind: MarkKind,
    /// The first week it takes room in, from 1.
    pub first: usize,
    /// The weeks it takes room in: those it lasts, and as many more as its words need.
    pub weeks: usize,
    /// The weeks it lasts.
    pub lasts: usize,
    /// Whether its words need room before it, because the strip ends.
    pub at_end: bool,
    /// Its first day: `11-20`.
    pub day: String,
    /// Its name.
    pub words: Phrase,
    /// Where more is said.
    pub to: Target,
}

/// What stands in a calendar strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// Orders whose day has passed.
    Late,
    /// Days on which much is sold.
    Demand,
    /// Days on which suppliers do not work.
    Closure,
    /// Days on which goods move slowly.
    Logistics,
    /// The last day for something.
    Deadline,
    /// The last days to order.
    Order,
    /// A review.
    Review,
    /// Money that comes in.
    Payout,
}
