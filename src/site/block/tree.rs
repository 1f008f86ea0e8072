//! A change opened level by level.

use serde::Serialize;

use crate::chart::{Impact, Lever};
use crate::site::{Phrase, Rich};

/// A figure with its parts, and theirs, each behind the line of the one above.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Tree {
    /// What stands in the three columns: the part, from and to, what it contributed.
    pub heads: [Phrase; 3],
    /// The figure.
    #[serde(skip)]
    pub root: Branch,
    /// How it is divided; stands below.
    pub note: Rich,
}

/// A part, with its own parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Branch {
    /// Its place in the page, for links; empty when nothing links to it. `[a-z0-9._-]`.
    pub id: String,
    /// What it is called.
    pub name: Phrase,
    /// What it was and what it is: "31,886 → 29,239".
    pub ends: Phrase,
    /// What it contributed, with its sign; may be empty.
    pub part: Phrase,
    /// Whether that is better or worse.
    pub impact: Impact,
    /// The contribution as a bar.
    #[serde(skip)]
    pub bar: Lever,
    /// More to say of it: why it cannot be opened, its cause, what is done about it.
    pub lines: Vec<Rich>,
    /// Whether its parts are seen from the start.
    pub open: bool,
    /// Its parts.
    #[serde(skip)]
    pub branches: Vec<Branch>,
}
