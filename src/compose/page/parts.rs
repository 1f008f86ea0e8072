//! What lists and tables of several pages are put together from.

pub(super) use super::part::{section, told};

use crate::compose::desk::Desk;
use crate::site::{
    Block, Cell, ColumnKind, Disclosure, Empty, Fact, Facts, Phrase, Rich, Row, Table, Target,
};

/// The key of a column's name, and what its cells hold.
pub(super) type Head = (&'static str, ColumnKind);

/// Blocks behind a line that opens them.
pub(super) fn disclosure(summary: String, blocks: Vec<Block>) -> Block {
    Disclosure { summary: summary.into(), open: false, blocks }.into()
}

/// A table whose caption is said by the heading above.
pub(super) fn table(desk: &Desk<'_>, caption: &str, heads: &[Head], rows: Vec<Row>) -> Table {
    Table {
        caption: desk.say(caption).into(),
        caption_hidden: true,
        columns: desk.columns(heads),
        rows,
        note: None,
    }
}

/// A row of cells.
pub(super) fn row(cells: Vec<Cell>) -> Row {
    Row { cells, ..Row::default() }
}

/// A cell that leads to a page.
pub(super) fn linked(words: impl Into<Phrase>, to: Target) -> Cell {
    Cell { to: Some(to), ..Cell::new(words) }
}

/// The same cell with small words below; none when they are empty.
pub(super) fn below(cell: Cell, sub: impl Into<Phrase>) -> Cell {
    let sub = sub.into();
    Cell { sub: (!sub.is_empty()).then_some(sub), ..cell }
}

/// A whole number; nought as a dash, so that a table of counts can be read.
pub(super) fn count(desk: &Desk<'_>, n: usize) -> Cell {
    Cell::new(if n == 0 { "–".to_owned() } else { desk.locale.integer(n as i128) })
}

/// A name and a sentence.
pub(super) fn fact(name: impl Into<Phrase>, value: impl Into<Rich>) -> Fact {
    Fact { name: name.into(), value: value.into() }
}

/// Sentences with their names.
pub(super) fn prose_facts(facts: Vec<Fact>) -> Block {
    Facts { facts, prose: true, note: None }.into()
}

/// What would be here, and how to begin.
pub(super) fn empty(desk: &Desk<'_>, key: &str, (file, yaml): (&str, &str)) -> Block {
    Empty { words: desk.say(key).into(), file: file.to_owned(), yaml: yaml.to_owned() }.into()
}

/// A date for a headline: it is not broken at its hyphens.
pub(in crate::compose) fn unbroken(date: &str) -> String {
    date.replace('-', "\u{2060}-\u{2060}")
}

/// Words in a row, as the language sets them: "甲、乙".
pub(super) fn list(desk: &Desk<'_>, words: impl IntoIterator<Item = String>) -> String {
    words.into_iter().collect::<Vec<_>>().join(&desk.say("list-comma"))
}
