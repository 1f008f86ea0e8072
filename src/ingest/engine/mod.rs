//! Rows become figures, by the rules of a format; one engine for all of them.
//!
//! A file is gone through once with the conventions that its header suggests (decimal mark, order of day and
//! month), while every cell is noted as evidence. Where the evidence says otherwise, it is gone through again;
//! where it stays doubtful, the file is refused with the cell.

mod added;
mod amount;
mod check;
mod close;
mod condition;
mod convention;
mod cover;
mod days;
mod keys;
mod pass;
mod plan;
mod row;
mod seen;
mod summary;
mod table;

use std::sync::Arc;

use super::decoded::{Decoded, Market};
use super::place::Known;
use super::preamble::Preamble;
use super::reader::{Book, Fault};
use super::recognise::Recognised;
use super::setting::Setting;
use crate::quantity::{Currency, Day, Span};
use crate::workspace::Days;
use crate::world::World;
use convention::Conventions;
use pass::Pass;

pub(super) use plan::{scale_of, shape_scale};
pub(super) use seen::Seen;

/// A file that is about to be read.
pub(super) struct Job<'a> {
    pub(super) world: &'a dyn World,
    pub(super) setting: &'a Setting,
    pub(super) path: &'a Arc<str>,
    pub(super) book: &'a Book,
    pub(super) recognised: &'a Recognised,
    pub(super) frame: Frame,
}

impl Job<'_> {
    /// The channel that its kind of file comes from, such as `amazon`.
    fn channel(&self) -> &str {
        self.recognised.format.channel()
    }
}

/// What is known of a file before its rows are read.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// The marketplace of rows that name none.
    pub(super) market: Option<Known>,
    /// The currency of all money, where the file says it once.
    pub(super) currency: Option<Currency>,
    /// The days of the whole file.
    pub(super) period: Option<Span>,
    pub(super) preamble: Preamble,
    pub(super) today: Day,
}

impl Frame {
    /// The last day that a file can speak of: tomorrow, for it may come from where that has begun.
    fn last_day(&self) -> Day {
        self.today + 1
    }

    /// The marketplace of rows that name none.
    fn market(&self) -> Option<&Market> {
        self.market.as_ref().map(|known| &known.market)
    }
}

/// Whether the file says its days itself, row by row.
pub(super) fn has_days(recognised: &Recognised) -> bool {
    let format = &recognised.format;
    let there = |key: &str| recognised.columns.iter().flatten().any(|at| format.columns[*at].key == key);
    let whole = |days: &&Days| matches!(days, Days::File | Days::Snapshot | Days::Nth(_));
    format.days.iter().filter(|days| !whole(days)).any(|days| days.columns().all(there))
}

/// Reads all rows; rows that a newer file has told are in `seen`.
///
/// # Errors
/// When the file is no table, or a column can be read in two ways.
pub(super) fn decode(job: &Job<'_>, seen: Option<&mut Seen>) -> Result<Decoded, Fault> {
    let mut conventions = Conventions::suggested(job);
    // Once for the days, once for the numbers, once for what only checks read, and once to see that all is settled.
    for _ in 0..4 {
        let mut pass = Pass::new(job, &conventions, seen.as_deref());
        pass.run(job)?;
        match pass.evidence().decide(&conventions)? {
            Some(better) => conventions = better,
            None => {
                let (decoded, told) = pass.finish(job)?;
                if let Some(seen) = seen {
                    seen.extend(told);
                }
                return Ok(decoded);
            }
        }
    }
    Err(Fault::of_file("unsteady", ""))
}
