//! The texts that people wrote in Markdown: which there are, in which language each is shown, on which page.

use std::collections::BTreeSet;

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
    let versions = || desk.workspace.pages.iter().filter(|page| page.slug == slug && !page.draft);
    let own = versions().find(|page| page.lang == *desk.lang());
    if let Some(page) = own {
        return Some(Piece { page, lang: None });
    }
    let languages = &desk.workspace.config.languages;
    let rank = |page: &&Page| languages.iter().position(|lang| *lang == page.lang);
    let page = versions().min_by_key(|page| rank(page).unwrap_or(usize::MAX))?;
    Some(Piece { page, lang: Some(&page.lang) })
}

/// Every text that is published, by name.
pub(crate) fn all<'a>(desk: &Desk<'a>) -> Vec<Piece<'a>> {
    let names: BTreeSet<&str> = desk.workspace.pages.iter().map(|page| page.slug.as_str()).collect();
    names.into_iter().filter_map(|slug| piece(desk, slug)).collect()
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
    let of_briefing = desk.workspace.briefings.iter().find(|briefing| stem(briefing) == Some(slug));
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
    piece(desk, stem(briefing)?)
}

fn stem(briefing: &Briefing) -> Option<&str> {
    briefing.place.file.strip_suffix(".yaml").or_else(|| briefing.place.file.strip_suffix(".yml"))
}

/// The tags of all pages in every language, each once, in order.
pub(crate) fn tags<'a>(desk: &Desk<'a>) -> BTreeSet<&'a str> {
    let pages = desk.workspace.pages.iter().filter(|page| !page.draft);
    pages.flat_map(|page| page.tags.iter().map(|tag| tag.value.as_str())).collect()
}

/// The pages that carry a tag in any of their languages, the newest first.
pub(crate) fn tagged<'a>(desk: &Desk<'a>, tag: &str) -> Vec<Piece<'a>> {
    let carries = |page: &Page| page.tags.iter().any(|own| own.value == tag);
    let versions = |slug: &str| {
        desk.workspace.pages.iter().filter(move |page| page.slug == *slug && !page.draft).any(carries)
    };
    let mut pages = pages(desk);
    pages.retain(|piece| versions(&piece.page.slug));
    pages
}
