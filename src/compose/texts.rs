//! The Markdown texts in one language, as blocks: read before the pages that show them are written.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::answer::Answers;
use super::desk::Desk;
use super::library::{self, Piece};
use crate::diagnostic::Diagnostics;
use crate::markup::{Source, blocks};
use crate::site::Block;
use crate::workspace::Page;

/// The texts in one language, and the pictures in them.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    blocks: BTreeMap<String, Vec<Block>>,
    pictures: BTreeSet<String>,
}

impl Texts {
    /// Reads every text that is published, with all findings in them.
    ///
    /// `desks` has one desk for each language: figures in a text are worded in the language of the text.
    pub(crate) fn read(desk: &Desk<'_>, desks: &[Desk<'_>]) -> (Texts, Diagnostics) {
        let (mut texts, mut findings) = (Texts::default(), Diagnostics::default());
        let pieces = library::all(desk);
        let one = |piece: &Piece<'_>| {
            let voice = desks.iter().find(|voice| *voice.lang() == piece.page.lang).unwrap_or(desk);
            let answers = Answers::new(*desk, *voice);
            (read(desk, piece, &answers), answers.pictures())
        };
        let all: Vec<_> = pieces.par_iter().map(one).collect();
        for (piece, ((blocks, found), pictures)) in pieces.iter().zip(all) {
            findings.extend(found);
            texts.blocks.insert(piece.page.slug.clone(), numbered(blocks));
            texts.pictures.extend(pictures);
        }
        (texts, findings)
    }

    /// The blocks of a text by its name; none when there is no such text.
    pub(crate) fn of(&self, slug: &str) -> Vec<Block> {
        self.blocks.get(slug).cloned().unwrap_or_default()
    }

    /// The pictures in the texts, by their path in the workspace.
    pub(crate) fn pictures(&self) -> &BTreeSet<String> {
        &self.pictures
    }
}

fn read(desk: &Desk<'_>, piece: &Piece<'_>, answers: &Answers<'_>) -> (Vec<Block>, Diagnostics) {
    let (text, first_line) = without_title(piece.page);
    let page = desk.path(&library::route(desk, &piece.page.slug));
    let file = std::sync::Arc::clone(&piece.page.place.file);
    blocks(&Source { text, file, first_line, page: &page, lang: piece.lang }, answers)
}

/// The text without the heading that is its title, which stands on top of the page already.
fn without_title(page: &Page) -> (&str, u32) {
    let blank = page.body.len() - page.body.trim_start().len();
    let (before, rest) = page.body.split_at(blank);
    let (first, after) = rest.split_once('\n').unwrap_or((rest, ""));
    let is_title = first.strip_prefix("# ").is_some_and(|title| title.trim() == page.title);
    if !is_title {
        return (&page.body, page.body_line);
    }
    let lines = u32::try_from(before.matches('\n').count()).unwrap_or(0) + 1;
    (after, page.body_line + lines)
}

/// Gives charts names that no other chart of the page has.
fn numbered(mut blocks: Vec<Block>) -> Vec<Block> {
    for (index, block) in blocks.iter_mut().enumerate() {
        if let Block::Figure(figure) = block {
            figure.chart.id = format!("text-{}-{}", index + 1, figure.chart.id);
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::quantity::Lang;

    #[test]
    fn a_title_is_said_once_and_lines_keep_their_numbers() {
        let cases = [
            ("\n# Title\n\nText\n", "Title", ("\nText\n", 7)),
            ("# Title", "Title", ("", 6)),
            ("# Another\nText", "Title", ("# Another\nText", 5)),
            ("Text", "Title", ("Text", 5)),
        ];
        for (body, title, expected) in cases {
            let page = Page {
                slug: "a".into(),
                lang: Lang::new("en"),
                title: title.into(),
                date: None,
                tags: vec![],
                summary: None,
                draft: false,
                aliases: vec![],
                body: body.into(),
                body_line: 5,
                place: Place::file(&"a.md".into()),
            };
            assert_eq!(without_title(&page), expected, "{body:?}");
        }
    }
}
