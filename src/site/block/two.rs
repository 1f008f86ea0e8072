//! Two parts beside each other.

use serde::Serialize;

use super::Block;

/// A wide part with a narrow one beside it; of one width when both are charts; one below the other on a phone.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Two {
    /// The wide part.
    #[serde(skip)]
    pub main: Vec<Block>,
    /// The narrow part.
    #[serde(skip)]
    pub aside: Vec<Block>,
}
