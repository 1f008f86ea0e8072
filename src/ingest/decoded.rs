//! What a file says, before it is brought together with the others.

mod figures;

use std::sync::Arc;

pub(super) use figures::{Figure, Figures};

use crate::diagnostic::Diagnostics;
use crate::facts::{Check, Item, LeftOut, OtherWords, Over, REFUSALS_KEPT, Refusal, Scale, Tag};
use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, Span};

/// What one file says.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) origin: Origin,
    /// Of two files that tell the same, the newer holds.
    pub(super) recency: Recency,
    /// The measures it gives; added by [`Decoded::feed`].
    pub(super) feeds: Vec<Feed>,
    pub(super) markets: Vec<Market>,
    pub(super) items: Vec<Item>,
    /// The further dimensions of figures, each in the order of their names; the first has none.
    pub(super) tags: Vec<Tag>,
    pub(super) figures: Figures,
    pub(super) covers: Vec<Cover>,
    /// Sums that the file itself says another kind of report counts differently.
    pub(super) asides: Vec<Aside>,
    /// From the first to the last day it speaks of.
    pub(super) period: Option<Span>,
    /// The sheet of a workbook that was read.
    pub(super) sheet: Option<String>,
    /// The time zones of its times as written, and the one they were moved to.
    pub(super) zones: Vec<String>,
    /// How many rows were read.
    pub(super) rows: usize,
    /// How many rows are known from a newer file.
    pub(super) duplicates: usize,
    /// The first refusals, see [`Decoded::refuse`].
    pub(super) refused: Vec<Refusal>,
    pub(super) refused_rows: usize,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) others: Vec<OtherWords>,
    pub(super) replacement_chars: usize,
    /// The line of the first of them.
    pub(super) lost_line: u32,
    pub(super) unknown_columns: Vec<String>,
    pub(super) checks: Vec<Check>,
    /// Findings other than those of refused rows.
    pub(super) findings: Diagnostics,
}

/// What the kind of a file says of its place among the others.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    /// The kind's name.
    pub(super) kind: Arc<str>,
    /// Kinds of one lane tell the same story and are never added; different lanes add. A lane without a name tells
    /// the story of every lane: what it gives, no other file may give.
    pub(super) lane: Arc<str>,
    /// Within a lane, the kind of the least rank holds.
    pub(super) rank: u16,
    pub(super) replaces: Replaces,
    /// What its units and sales are compared as (`orders`, `payments`, `report`); kinds of different names are
    /// reconciled with each other.
    pub(super) compared_as: Option<Arc<str>>,
}

/// What a file does to older files of its kind in the same marketplace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Replaces {
    /// Nothing: the same cell in two files is an error.
    #[default]
    Cells,
    /// Its days hold instead of theirs.
    Period,
    /// Nothing: rows known from another file are already taken out.
    Rows,
}

/// How new a file is; the newer is the greater.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Recency {
    /// The day it was downloaded.
    pub(super) downloaded: Option<Day>,
    /// Its number among those of one day, such as a browser's `(2)`.
    pub(super) number: u32,
    pub(super) path: Arc<str>,
}

/// A measure that a file gives.
#[derive(Clone, Debug)]
pub(super) struct Feed {
    pub(super) measure: MeasureId,
    pub(super) scale: Scale,
    pub(super) over: Over,
    /// Within how many days of a click a sale is counted as its effect; figures of different windows are not added.
    pub(super) window: Option<u16>,
    /// Whether it is only set against other reports: the measure comes from elsewhere.
    pub(super) compared_only: bool,
}

/// A marketplace and its currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Market {
    pub(super) id: MarketplaceId,
    pub(super) currency: Currency,
}

/// Days for which a file gives a measure in a marketplace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cover {
    pub(super) feed: u16,
    pub(super) market: u16,
    pub(super) span: Span,
    /// Day by day, or only as a whole. For stock, as a whole says that what has no figure has no stock.
    pub(super) daily: bool,
}

/// A sum that one kind of report counts and another does not, such as cancelled orders.
#[derive(Clone, Debug)]
pub(super) struct Aside {
    /// The key of the reason.
    pub(super) reason: String,
    /// The reports against which it holds, by what they are compared as; empty for all.
    pub(super) against: Vec<String>,
    /// The place of its marketplace in the list of [`Decoded`].
    pub(super) market: u16,
    pub(super) measure: MeasureId,
    pub(super) span: Span,
    /// In the whole numbers of the measure; positive where the file leaves out what another may count.
    pub(super) amount: i64,
}

impl Default for Decoded {
    fn default() -> Self {
        Decoded {
            origin: Origin::default(),
            recency: Recency::default(),
            feeds: Vec::new(),
            markets: Vec::new(),
            items: Vec::new(),
            tags: vec![Tag::new()],
            figures: Figures::default(),
            covers: Vec::new(),
            asides: Vec::new(),
            period: None,
            sheet: None,
            zones: Vec::new(),
            rows: 0,
            duplicates: 0,
            refused: Vec::new(),
            refused_rows: 0,
            left_out: Vec::new(),
            others: Vec::new(),
            replacement_chars: 0,
            lost_line: 0,
            unknown_columns: Vec::new(),
            checks: Vec::new(),
            findings: Diagnostics::default(),
        }
    }
}

impl Decoded {
    /// Adds a measure; its place in the list.
    pub(super) fn feed(&mut self, feed: Feed) -> u16 {
        self.figures.next_feed(feed.over);
        self.feeds.push(feed);
        u16::try_from(self.feeds.len() - 1).unwrap_or(u16::MAX)
    }

    /// Counts a refused row, and keeps the first ones.
    pub(super) fn refuse(&mut self, refusal: Refusal) {
        self.refused_rows += 1;
        if self.refused.len() < REFUSALS_KEPT {
            self.refused.push(refusal);
        }
    }
}
