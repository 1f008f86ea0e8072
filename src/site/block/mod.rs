//! What pages are made of. One file per block; one template of the same name per block.

mod disclosure;
mod empty;
mod facts;
mod figure;
mod findings;
mod key_figures;
mod links;
mod next;
mod notice;
mod pace;
mod points;
mod prose;
mod section;
mod table;
mod tags;
mod timeline;
mod tree;
mod trends;
mod two;

use serde::Serialize;

pub use disclosure::Disclosure;
pub use empty::Empty;
pub use facts::{Fact, Facts};
pub use figure::Figure;
pub use findings::{FindingLine, Findings};
pub use key_figures::{Comparison, KeyFigure, KeyFigures};
pub use links::{LinkLine, Links};
pub use next::{Next, NextLine};
pub use notice::{Notice, Tone};
pub use pace::Pace;
pub use points::{Point, Points};
pub use prose::{Prose, SafeHtml};
pub use section::Section;
pub use table::{Cell, Column, ColumnKind, Row, Status, Table};
pub use tags::Tags;
pub use timeline::{Timeline, TimelineEntry};
pub use tree::{Branch, Tree};
pub use trends::{Trend, Trends};
pub use two::Two;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// A part with a heading of its own.
    Section(Section),
    /// A wide part and a narrow one beside it.
    Two(Two),
    /// More, for who wants it.
    Disclosure(Disclosure),
    /// The four to six figures that matter.
    KeyFigures(KeyFigures),
    /// A chart with its words and its table. Boxed: it is much larger than the others.
    Figure(Box<Figure>),
    /// A change opened level by level.
    Tree(Tree),
    /// A table.
    Table(Table),
    /// Names and values.
    Facts(Facts),
    /// How far along the year is, against the plan.
    Pace(Pace),
    /// What is due next.
    Next(Next),
    /// What happened, in order.
    Timeline(Timeline),
    /// Text that people wrote.
    Prose(Prose),
    /// Something to know before reading on.
    Notice(Notice),
    /// What would be here, and how to begin.
    Empty(Empty),
    /// What was found wrong.
    Findings(Findings),
    /// A list of links.
    Links(Links),
    /// A list of statements with what stands behind them.
    Points(Points),
    /// Tags.
    Tags(Tags),
    /// Small pictures of figures in a constant grid.
    Trends(Trends),
}

macro_rules! from {
    ($($block:ident),*) => {
        $(impl From<$block> for Block {
            fn from(block: $block) -> Self {
                Block::$block(block)
            }
        })*
    };
}

from!(Section, Two, Disclosure, KeyFigures, Table, Facts, Pace, Next, Timeline, Prose, Notice, Empty);
from!(Findings, Links, Points, Tags, Tree, Trends);

impl From<Figure> for Block {
    fn from(figure: Figure) -> Self {
        Block::Figure(Box::new(figure))
    }
}
