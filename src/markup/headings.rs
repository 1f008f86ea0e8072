//! The headings of a text: levels that fit the page, ids of our own.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::site::slug;

/// The headings of a text in order.
pub(super) struct Headings(Vec<Heading>);

/// A heading.
pub(super) struct Heading {
    /// Its place in the page.
    pub(super) id: String,
    /// Its level: never 1, which is the page's own, never more than one below the heading before it.
    pub(super) level: HeadingLevel,
    /// What a link may call it besides its id: its words with `-` between them.
    name: String,
}

impl Headings {
    /// Finds them.
    pub(super) fn of(text: &str, options: Options) -> Self {
        let mut found = Headings(Vec::new());
        let mut taken = BTreeSet::new();
        let mut open: Option<(HeadingLevel, String)> = None;
        for event in Parser::new_ext(text, options) {
            match (event, &mut open) {
                (Event::Start(Tag::Heading { level, .. }), _) => open = Some((level, String::new())),
                (Event::Text(words) | Event::Code(words), Some((_, text))) => text.push_str(&words),
                (Event::End(TagEnd::Heading(_)), _) => {
                    if let Some((level, text)) = open.take() {
                        found.add(level, &text, &mut taken);
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn add(&mut self, level: HeadingLevel, text: &str, taken: &mut BTreeSet<String>) {
        let deepest = self.0.last().map_or(2, |last| last.level as usize + 1);
        let level = HeadingLevel::try_from((level as usize).clamp(2, deepest)).unwrap_or(HeadingLevel::H6);
        let base = format!("s-{}", slug(text.trim()));
        let mut id = base.clone();
        let mut n = 2;
        while !taken.insert(id.clone()) {
            id = format!("{base}-{n}");
            n += 1;
        }
        let name = text.trim().to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
        self.0.push(Heading { id, level, name });
    }

    /// The n-th heading.
    pub(super) fn get(&self, n: usize) -> Option<&Heading> {
        self.0.get(n)
    }

    /// The id of the heading that a link calls so.
    pub(super) fn find(&self, fragment: &str) -> Option<&str> {
        let found = self.0.iter().find(|heading| heading.id == fragment || heading.name == fragment);
        found.map(|heading| heading.id.as_str())
    }
}
