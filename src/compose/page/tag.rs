//! A page for each tag: the texts that carry it.

use std::collections::BTreeSet;

use super::text::lines;
use crate::compose::desk::Desk;
use crate::compose::library::{self, Piece};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::Lang;
use crate::site::{LinkLine, Links, Phrase};

/// The pages of all tags. A tag of one language has its page in the others too: pages lead to each other.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    let pages = library::pages(desk);
    let of = |names: &BTreeSet<&str>| -> Vec<Piece<'_>> {
        pages.iter().filter(|piece| names.contains(piece.page.slug.as_str())).copied().collect()
    };
    library::tags(desk).into_iter().map(|(tag, names)| sheet(desk, (tag, &of(&names)))).collect()
}

fn sheet(desk: &Desk<'_>, (tag, pages): (&str, &[Piece<'_>])) -> Sheet {
    let back = LinkLine {
        link: desk.link(desk.say("tag-all"), &Route::Pages),
        about: None,
        aside: Phrase::default(),
    };
    let mut blocks: Vec<_> = lines(desk, pages).into_iter().collect();
    blocks.push(Links { lines: vec![back] }.into());
    let name = Phrase { text: tag.to_owned(), lang: language(desk, tag).cloned() };
    // A word of another language cannot be marked inside a sentence: it stands above it.
    let key = if name.lang.is_some() { "tag-count-foreign" } else { "tag-count" };
    Sheet {
        route: Route::Tag(tag.to_owned()),
        eyebrow: vec![desk.say("pages-title").into(), name.clone()],
        title: name,
        headline: desk.fill(key, &[("tag", tag.into()), ("count", pages.len().into())]).into(),
        lede: None,
        blocks,
    }
}

/// The language of a tag that no text in the desk's language carries.
fn language<'a>(desk: &Desk<'a>, tag: &str) -> Option<&'a Lang> {
    let carry = || desk.workspace.pages.iter().filter(|page| page.tags.iter().any(|own| own.value == tag));
    let own = carry().any(|page| page.lang == *desk.lang());
    carry().next().map(|page| &page.lang).filter(|_| !own)
}
