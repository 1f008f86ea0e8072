//! Pages written in Markdown (`pages/**.md` and any other `.md` of the workspace).

use crate::diagnostic::Place;
use crate::quantity::{Day, Lang};

use super::At;

/// A page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path without `pages/`, language and extension: `2026/prime-day`.
    pub slug: String,
    /// Its language, from the file name (`x.en.md`) or the site's default.
    pub lang: Lang,
    /// Its title; from the front matter, else the first heading, else the slug.
    pub title: String,
    /// Its date.
    pub date: Option<Day>,
    /// Its tags, in file order.
    pub tags: Vec<At<String>>,
    /// What it says, in a sentence.
    pub summary: Option<String>,
    /// Whether it is not to be published yet.
    pub draft: bool,
    /// Older paths that lead to it.
    pub aliases: Vec<At<String>>,
    /// The Markdown without the front matter.
    pub body: String,
    /// The line of the file where the Markdown begins, from 1.
    pub body_line: u32,
    /// The file.
    pub place: Place,
}
