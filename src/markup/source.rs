//! A Markdown text and where it comes from.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Place;
use crate::quantity::Lang;
use crate::site::SitePath;

/// A Markdown text, where it stands in its file, and the page it is for.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The Markdown, without front matter.
    pub text: &'a str,
    /// The file, from the workspace's root.
    pub file: Arc<str>,
    /// The line of the file on which the text begins, from 1.
    pub first_line: u32,
    /// The page it becomes a part of: links are made relative to it.
    pub page: &'a SitePath,
    /// The language of the text, when that is not the page's.
    pub lang: Option<&'a Lang>,
}

impl Source<'_> {
    /// The place of a range of the text, in bytes; cut at the end of its first line.
    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        let before = self.text.get(..range.start).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = self.first_line + count(before.matches('\n').count());
        let column = 1 + count(before[start..].chars().count());
        let inside = self.text.get(range.clone()).unwrap_or_default().lines().next().unwrap_or_default();
        let width = count(inside.chars().count()).max(1);
        Place::range(&self.file, line, column..column + width)
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
