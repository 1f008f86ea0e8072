//! Findings as people and machines read them.

mod excerpt;
mod github;
mod json;
mod safe;
mod sarif;
mod source;
mod text;

pub use github::github;
pub use json::json;
pub use safe::safe;
pub use sarif::sarif;
pub use text::text;

use super::{Diagnostic, Place};
use crate::locale::Locale;
use crate::world::World;

/// What a renderer needs beside the findings.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Where the files are, whose lines are shown.
    pub world: &'a dyn World,
    /// What stands before a file's path so that the reader can open it: `content/`, or nothing.
    pub prefix: &'a str,
    /// The words.
    pub locale: &'a Locale,
    /// Whether the terminal understands colours.
    pub color: bool,
}

impl View<'_> {
    /// The path of the file, as the reader would open it.
    fn path(&self, place: &Place) -> String {
        safe(&format!("{}{}", self.prefix, place.file))
    }

    /// The sentence, on one line.
    fn message(&self, finding: &Diagnostic) -> String {
        safe(&self.locale.finding(finding))
    }

    /// The hint, on one line.
    fn help(&self, finding: &Diagnostic) -> Option<String> {
        self.locale.finding_help(finding).map(|help| safe(&help))
    }
}

impl std::fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "View({:?}, {:?})", self.prefix, self.locale)
    }
}

#[cfg(test)]
mod tests;
