//! A part of a page with a heading.

use serde::Serialize;

use super::Block;
use crate::site::{Link, Phrase, Rich};

/// A part of a page under a rule and a heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Section {
    /// Its place in the page, for links; empty when nothing links to it. `[a-z0-9-]`.
    pub id: String,
    /// The heading.
    pub heading: Phrase,
    /// A sentence under it.
    pub lede: Option<Rich>,
    /// Where the whole of it is found.
    pub more: Option<Link>,
    /// Its blocks; rendered before it.
    #[serde(skip)]
    pub blocks: Vec<Block>,
}
