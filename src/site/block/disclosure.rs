//! More, for who wants it.

use serde::Serialize;

use super::Block;
use crate::site::Phrase;

/// Blocks behind a line that opens them; open in print.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Disclosure {
    /// What is behind it.
    pub summary: Phrase,
    /// Whether it is open from the start.
    pub open: bool,
    /// The blocks.
    #[serde(skip)]
    pub blocks: Vec<Block>,
}
