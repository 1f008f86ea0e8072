//! Names and values.

use serde::Serialize;

use crate::site::{Phrase, Rich};

/// A list of names with their values, the value at the right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// The facts in order.
    pub facts: Vec<Fact>,
    /// Whether the values are sentences, which stand beside their name and not at the right edge.
    pub prose: bool,
    /// A line below them.
    pub note: Option<Rich>,
}

/// A name and its value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The name.
    pub name: Phrase,
    /// The value.
    pub value: Rich,
}
