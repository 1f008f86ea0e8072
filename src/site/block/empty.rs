//! The state of having nothing yet.

use serde::Serialize;

use crate::site::Rich;

/// A sentence instead of an empty box: what would be here, and how to begin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Empty {
    /// What would be here and why it is not.
    pub words: Rich,
    /// The file to write, from the workspace's root; empty when no file would help.
    pub file: String,
    /// The first lines of that file; may be empty.
    pub yaml: String,
}
