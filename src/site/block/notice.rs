//! Something to know before reading on.

use serde::Serialize;

use crate::site::Rich;

/// A sentence that must not be missed, such as "cut at the last complete day".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// How much it matters.
    pub tone: Tone,
    /// The sentence.
    pub words: Rich,
}

/// How much a notice matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// Changes how the figures must be read.
    Warning,
}
