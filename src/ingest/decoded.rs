//! What a file says, before it is brought together with the others.

use crate::diagnostic::Diagnostics;
use crate::facts::{Check, Item, Refusal, Scale};
use crate::quantity::{Currency, MarketplaceId, MeasureId, Span};

/// What one file says.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    /// The measures it gives.
    pub(super) feeds: Vec<Feed>,
    pub(super) markets: Vec<Market>,
    pub(super) items: Vec<Item>,
    pub(super) figures: Vec<Figure>,
    pub(super) covers: Vec<Cover>,
    /// From the first to the last day it speaks of.
    pub(super) period: Option<Span>,
    /// How many rows were read.
    pub(super) rows: usize,
    pub(super) refused: Vec<Refusal>,
    pub(super) unknown_columns: Vec<String>,
    pub(super) checks: Vec<Check>,
    /// Findings other than those of refused rows.
    pub(super) findings: Diagnostics,
}

/// A measure that a file gives.
#[derive(Clone, Debug)]
pub(super) struct Feed {
    pub(super) measure: MeasureId,
    pub(super) scale: Scale,
}

/// A marketplace and its currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Market {
    pub(super) id: MarketplaceId,
    pub(super) currency: Currency,
}

/// One figure; `feed`, `market` and `item` are places in the lists of [`Decoded`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub(super) feed: u16,
    pub(super) market: u16,
    pub(super) item: u32,
    pub(super) span: Span,
    pub(super) value: i64,
}

/// Days for which a file gives a measure in a marketplace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cover {
    pub(super) feed: u16,
    pub(super) market: u16,
    pub(super) span: Span,
    /// Day by day, or only as a whole.
    pub(super) daily: bool,
}
