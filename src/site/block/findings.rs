//! What was found wrong.

use serde::Serialize;

use crate::site::{Phrase, Target};

/// Findings, as a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// The findings in order.
    pub lines: Vec<FindingLine>,
}

/// One finding, worded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FindingLine {
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// Its severity in words.
    pub severity_words: Phrase,
    /// Its code, such as `A005`.
    pub code: String,
    /// Where its code is explained.
    pub manual: Option<Target>,
    /// The sentence.
    pub words: Phrase,
    /// Where: `content/cycles/2026-10.yaml:12:5`; may be empty.
    pub place: String,
    /// What to do about it.
    pub help: Option<Phrase>,
    /// Where its subject is shown.
    pub to: Option<Target>,
}
