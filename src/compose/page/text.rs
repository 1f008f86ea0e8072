//! The pages that people wrote in Markdown, and the list of them.

use crate::compose::desk::Desk;
use crate::compose::exhibit::SHOWN;
use crate::compose::library::{self, Piece};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::site::{Block, Empty, LinkLine, Links, Phrase, Rich, Section, Tags};

/// The list, and a page for each text.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    let pages = library::pages(desk);
    let list = super::has(desk, &Route::Pages).then(|| list(desk, &pages));
    list.into_iter().chain(pages.iter().map(|piece| sheet(desk, piece))).collect()
}

fn sheet(desk: &Desk<'_>, piece: &Piece<'_>) -> Sheet {
    let page = piece.page;
    let mut eyebrow = vec![Phrase::from(desk.say("pages-title"))];
    eyebrow.extend(page.date.map(|day| Phrase::from(desk.locale.date(day))));
    eyebrow.extend(
        piece.lang.map(|lang| Phrase::from(desk.fill("page-only-in", &[("lang", lang.tag().into())]))),
    );
    let mut blocks = desk.texts.of(&page.slug);
    blocks.extend(tags_of(desk, piece));
    Sheet {
        route: Route::Page(page.slug.clone()),
        title: piece.title(),
        eyebrow,
        headline: piece.title(),
        lede: page.summary.as_ref().map(|summary| Rich::from(piece.phrase(summary))),
        blocks,
    }
}

fn tags_of(desk: &Desk<'_>, piece: &Piece<'_>) -> Option<Block> {
    let tag = |name: &str| desk.link(piece.phrase(name), &Route::Tag(name.to_owned()));
    let tags: Vec<_> = piece.page.tags.iter().map(|name| tag(&name.value)).collect();
    (!tags.is_empty()).then(|| Tags { tags }.into())
}

fn list(desk: &Desk<'_>, pages: &[Piece<'_>]) -> Sheet {
    let opening = library::opening(desk, &Route::Pages);
    let mut blocks = opening.map_or_else(Vec::new, |piece| desk.texts.of(&piece.page.slug));
    blocks.extend(lines(desk, pages));
    blocks.extend(tags(desk, pages));
    if pages.is_empty() {
        blocks.push(empty(desk).into());
    }
    Sheet {
        route: Route::Pages,
        title: desk.say("pages-title").into(),
        eyebrow: vec![],
        headline: opening.map_or_else(|| count(desk, pages), |piece| piece.title()),
        lede: None,
        blocks,
    }
}

/// "共 3 頁，最新的是「…」。"
pub(super) fn count(desk: &Desk<'_>, pages: &[Piece<'_>]) -> Phrase {
    let Some(newest) = pages.first() else { return desk.say("pages-none").into() };
    let args = [("count", pages.len().into()), ("newest", newest.page.title.as_str().into())];
    desk.fill("pages-count", &args).into()
}

/// The pages with their summary and their day.
pub(super) fn lines(desk: &Desk<'_>, pages: &[Piece<'_>]) -> Option<Block> {
    let line = |piece: &Piece<'_>| LinkLine {
        link: desk.link(piece.title(), &Route::Page(piece.page.slug.clone())),
        about: piece.page.summary.as_ref().map(|summary| piece.phrase(summary)),
        aside: piece.page.date.map_or_else(Phrase::default, |day| day.to_string().into()),
    };
    (!pages.is_empty()).then(|| Links { lines: pages.iter().map(line).collect() }.into())
}

/// The newest pages, and the way to all where there are more.
pub(super) fn newest(desk: &Desk<'_>, pages: &[Piece<'_>]) -> Vec<Block> {
    let shown = pages.get(..SHOWN).unwrap_or(pages);
    let mut blocks: Vec<Block> = lines(desk, shown).into_iter().collect();
    if shown.len() < pages.len() {
        blocks.push(Links { lines: vec![to_all(desk)] }.into());
    }
    blocks
}

/// A line that leads to the list of all pages.
pub(super) fn to_all(desk: &Desk<'_>) -> LinkLine {
    LinkLine { link: desk.link(desk.say("tag-all"), &Route::Pages), about: None, aside: Phrase::default() }
}

/// The tags of the pages as they are shown, each once, in order.
pub(super) fn tags(desk: &Desk<'_>, pages: &[Piece<'_>]) -> Option<Block> {
    let named =
        pages.iter().flat_map(|piece| piece.page.tags.iter().map(move |tag| (tag.value.as_str(), piece)));
    let names: std::collections::BTreeMap<&str, &Piece<'_>> = named.collect();
    let link =
        |(name, piece): (&str, &Piece<'_>)| desk.link(piece.phrase(name), &Route::Tag(name.to_owned()));
    let tags: Vec<_> = names.into_iter().map(link).collect();
    let section = || Section {
        heading: desk.say("pages-tags").into(),
        blocks: vec![Tags { tags: tags.clone() }.into()],
        ..Section::default()
    };
    (!tags.is_empty()).then(|| section().into())
}

fn empty(desk: &Desk<'_>) -> Empty {
    Empty {
        words: desk.say("pages-empty").as_str().into(),
        file: desk.say("pages-empty-file"),
        yaml: desk.fill("pages-empty-yaml", &[("day", desk.today.to_string().into())]),
    }
}
