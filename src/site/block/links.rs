//! A list of links.

use serde::Serialize;

use crate::site::{Link, Phrase};

/// Links, one a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Links {
    /// The links in order.
    pub lines: Vec<LinkLine>,
}

/// One link with what is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkLine {
    /// The link.
    pub link: Link,
    /// One line on what is there.
    pub about: Option<Phrase>,
    /// What stands at the right: a date, a count, a figure; may be empty.
    pub aside: Phrase,
}
