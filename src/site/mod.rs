//! Stage 4: the site as data. Pages made of blocks, in each language; what is shown is worded, nothing is marked up.
//!
//! A page is rendered from this alone: every text is ready in the page's language, every number is written out,
//! every link names a page of the site or an address. [`Page`] is one page, [`Block`] what it is made of.

mod block;
mod calendar;
mod feed;
mod nav;
mod page;
mod path;
mod phrase;
mod strip;
mod target;

pub use block::{
    Block, Branch, Cell, Column, ColumnKind, Comparison, Disclosure, Empty, Fact, Facts, Figure, FindingLine,
    Findings, KeyFigure, KeyFigures, LinkLine, Links, Next, NextLine, Notice, Pace, Point, Points, Prose,
    Row, SafeHtml, Section, Status, Table, Tags, Timeline, TimelineEntry, Tone, Tree, Trend, Trends, Two,
};
pub use calendar::{Calendar, CalendarDate, Certainty};
pub use feed::{Feed, FeedEntry};
pub use nav::{Frame, NavItem, Tab, Tabs};
pub use page::{Page, Site, Trust};
pub use path::{NotASitePath, SitePath, slug};
pub use phrase::{Phrase, Rich, Run};
pub use strip::{MarkKind, Strip, StripMark, StripWeek};
pub use target::{Link, Target};
