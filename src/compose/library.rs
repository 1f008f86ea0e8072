//! The texts that people wrote in Markdown: which there are, in which language each is shown, on which page.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::Desk;
use super::focus;
use super::route::Route;
use crate::quantity::Lang;
use crate::site::Phrase;
use crate::workspace::{Briefing, Page};

/// The name of the text that opens the list of pages, or the home page where there are no figures.
const INDEX: &str = "index";

/// A text as it is shown in the desk's language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'a> {
    /// The text: in the desk's language where it is there.
    pub(crate) page: &'a Page,
    /// Its language, where that is not the desk's.
    pub(crate) lang: Option<&'a Lang>,
}

impl Piece<'_> {
    /// Words of the text, marked with its language.
    pub(crate) fn phrase(&self, words: &str) -> Phrase {
        Phrase { text: words.to_owned(), lang: self.lang.cloned() }
    }

    /// Its title.
    pub(crate) fn title(&self) -> Phrase {
        self.phrase(&self.page.title)
    }
}

/// The text of a name; nothing when there is none that is to be published.
pub(crate) fn piece<'a>(desk: &Desk<'a>, slug: &str) -> Option<Piece<'a>> {
    shown(desk, desk.workspace.pages.iter().filter(|page| page.slug == slug && !page.draft))
}

/// Of the versions of a text the one in the desk's language, else that in the site's first language that has one.
fn shown<'a>(desk: &Desk<'a>, versions: impl Iterator<Item = &'a Page> + Clone) -> Option<Piece<'a>> {
    let own = versions.clone().find(|page| page.lang == *desk.lang());
    if let Some(page) = own {
        return Some(Piece { page, lang: None });
    }
    let languages = &desk.workspace.config.languages;
    let rank = |page: &&Page| languages.iter().position(|lang| *lang == page.lang);
    let page = versions.min_by_key(|page| rank(page).unwrap_or(usize::MAX))?;
    Some(Piece { page, lang: Some(&page.lang) })
}

/// Every text that is published, by name.
pub(crate) fn all<'a>(desk: &Desk<'a>) -> Vec<Piece<'a>> {
    let mut versions: BTreeMap<&str, Vec<&Page>> = BTreeMap::new();
    for page in desk.workspace.pages.iter().filter(|page| !page.draft) {
        versions.entry(&page.slug).or_default().push(page);
    }
    versions.into_values().filter_map(|pages| shown(desk, pages.into_iter())).collect()
}

/// The texts that are pages of their own, the newest first.
pub(crate) fn pages<'a>(desk: &Desk<'a>) -> Vec<Piece<'a>> {
    let mut pages = all(desk);
    pages.retain(|piece| matches!(route(desk, &piece.page.slug), Route::Page(_)));
    pages.sort_by_key(|piece| std::cmp::Reverse(piece.page.date));
    pages
}

/// The page that shows a text.
pub(crate) fn route(desk: &Desk<'_>, slug: &str) -> Route {
    let of_briefing = desk.workspace.briefings.iter().find(|briefing| briefing.stem() == Some(slug));
    match of_briefing {
        Some(briefing) => Route::Briefing(briefing.id.as_str().to_owned()),
        None if slug != INDEX => Route::Page(slug.to_owned()),
        None if focus::lead(desk).is_none() => Route::Home,
        None => Route::Pages,
    }
}

/// The text that opens a page: that of the list of pages, or of home.
pub(crate) fn opening<'a>(desk: &Desk<'a>, on: &Route) -> Option<Piece<'a>> {
    piece(desk, INDEX).filter(|_| route(desk, INDEX) == *on)
}

/// The text beside a briefing: `briefings/2026-11.md` beside `briefings/2026-11.yaml`.
pub(crate) fn body<'a>(desk: &Desk<'a>, briefing: &Briefing) -> Option<Piece<'a>> {
    piece(desk, briefing.stem()?)
}

/// The tags of all pages in every language, each once, in order, with the names of the texts that carry it in
/// any language.
pub(crate) fn tags<'a>(desk: &Desk<'a>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut tags: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for page in desk.workspace.pages.iter().filter(|page| !page.draft) {
        for tag in &page.tags {
            tags.entry(&tag.value).or_default().insert(&page.slug);
        }
    }
    tags
}
