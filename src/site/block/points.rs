//! Short statements one below the other, each with what stands behind it.

use serde::Serialize;

use super::Status;
use crate::site::{Phrase, Rich};

/// A list of statements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Points {
    /// The statements in order.
    pub points: Vec<Point>,
}

/// A statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Point {
    /// What is said.
    pub words: Rich,
    /// Small words below it: its source, its state.
    pub note: Rich,
    /// What stands at the right: a date, a share; may be empty.
    pub aside: Phrase,
    /// How it stands, where it is something to be done.
    pub status: Option<Status>,
    /// Its place in the page, for links; empty when nothing links to it. `[a-z0-9-]`.
    pub id: String,
}
