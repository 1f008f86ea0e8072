//! A table.

use serde::Serialize;

use crate::chart::Impact;
use crate::site::{Phrase, Rich, Target};

/// A table; on a phone each row becomes a card, where every cell carries the name of its column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What it shows; read out, and shown above it unless `caption_hidden`.
    pub caption: Phrase,
    /// Whether a heading above already says the caption.
    pub caption_hidden: bool,
    /// The columns; the first names the rows.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// A line below it: the unit, the rounding, what is left out.
    pub note: Option<Rich>,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its name.
    pub head: Phrase,
    /// The unit of its numbers, small under the name; may be empty.
    pub unit: Phrase,
    /// What its cells hold.
    pub kind: ColumnKind,
}

impl Column {
    /// A column of a kind, without a unit.
    pub fn new(head: impl Into<Phrase>, kind: ColumnKind) -> Self {
        Column { head: head.into(), unit: Phrase::default(), kind }
    }
}

/// What the cells of a column hold: decides how they are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// Words, at the left.
    #[default]
    Text,
    /// Numbers, at the right, never wrapped.
    Number,
    /// Dates, never wrapped.
    Date,
    /// A state: words behind a dot.
    Status,
    /// Short names, never wrapped.
    Name,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// One per column; the first is the row's heading.
    pub cells: Vec<Cell>,
    /// Whether it sums the rows above.
    pub total: bool,
    /// Its place in the page, for links; empty when nothing links to it. `[a-z0-9-]`.
    pub id: String,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// What it says; empty for nothing to say.
    pub words: Phrase,
    /// Small words below.
    pub sub: Option<Phrase>,
    /// More small lines below, which may lead elsewhere.
    pub lines: Vec<Rich>,
    /// Where it leads.
    pub to: Option<Target>,
    /// Whether it tells of something better or worse.
    pub impact: Impact,
    /// The dot of a state.
    pub status: Option<Status>,
}

impl Cell {
    /// Words and nothing else.
    pub fn new(words: impl Into<Phrase>) -> Self {
        Cell { words: words.into(), ..Cell::default() }
    }
}

/// How something with a date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Done.
    Done,
    /// Not yet due, or due today.
    Due,
    /// Past its date.
    Late,
}
