//! A feed of news that people subscribe to.

use super::path::SitePath;
use super::target::Target;
use crate::quantity::{Day, Lang};

/// What changed for one reader, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Where it is published.
    pub path: SitePath,
    /// Its language.
    pub lang: Lang,
    /// Its name for ever, an IRI.
    pub id: String,
    /// Its name for readers.
    pub title: String,
    /// One sentence on what it holds.
    pub about: String,
    /// The page it belongs to.
    pub page: SitePath,
    /// Who publishes it.
    pub author: String,
    /// The day of its newest entry.
    pub updated: Day,
    /// The entries, the newest first.
    pub entries: Vec<FeedEntry>,
}

/// One piece of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    /// Its name for ever, an IRI.
    pub id: String,
    /// When it happened.
    pub day: Day,
    /// What happened.
    pub title: String,
    /// More of it.
    pub summary: String,
    /// By whom; the publisher when nobody is named.
    pub author: Option<String>,
    /// Where more is said.
    pub to: Target,
}
