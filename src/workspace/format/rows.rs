//! What is a row, and which rows count.

use crate::workspace::read::{Context, Fields, Read};
use crate::workspace::yaml::Node;

use super::figure::{Condition, conditions};
use super::names;

/// What is a row, and which rows count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// How many lines below the header may be descriptions of the columns. Such a line is no row when none of its
    /// columns of numbers and amounts holds a number; a file without it loses no row.
    pub skip: u16,
    /// A first row that sums up the file.
    pub summary: Option<Summary>,
    /// Rows in which this column is empty are no rows: totals, footers.
    pub filled: Option<String>,
    /// Rows that do not count, with the reason.
    pub leave_out: Vec<LeaveOut>,
    /// The rows that matter, where there may be a million; nothing keeps them all.
    pub keep: Option<Keep>,
    /// Cells that only the first row of a thing fills.
    pub carry: Option<Carry>,
    /// The columns that make a row the same as one of another file; a row of a newer file replaces it.
    /// Rows of one file that are the same in them all count.
    pub identity: Vec<String>,
    /// Whether a file replaces the days of an older one of its kind as a whole.
    pub by_period: bool,
    /// Whether blank or commented lines end the table, and another one, with a header and days of its own, may
    /// follow. Tables tell the same figures by other words, so that each figure comes from the first table that
    /// has its columns, and never from a second one with the same days.
    pub many_tables: bool,
}

/// Rows that do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaveOut {
    /// The reason, as a key of the message catalogue or in words.
    pub reason: String,
    /// Which rows.
    pub when: Vec<Condition>,
}

/// Which rows of a very long file matter: those of a small rank, and those of the company's own products.
/// The others are counted, and no figure comes out of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// The column of the rank; the smallest is the best.
    pub rank: String,
    /// The largest rank that matters by itself.
    pub top: u32,
    /// Columns of ASINs: a row matters, whatever its rank, when one of them is an ASIN of the catalogue.
    pub own_asin: Vec<String>,
}

/// Cells that only the first row of a thing fills: an empty one is that of the row above, as long as both rows are
/// of the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carry {
    /// The column that says of which thing a row is.
    pub by: String,
    /// The columns that are filled.
    pub columns: Vec<String>,
}

/// A first row that sums up the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The column of the file's total.
    pub total: String,
    /// The column of the file's currency.
    pub currency: Option<String>,
    /// The column of its first day.
    pub from: Option<String>,
    /// The column of its last day.
    pub to: Option<String>,
    /// The column of the day its money is paid.
    pub paid: Option<String>,
}

impl Rows {
    /// The columns it names.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let summary = self.summary.iter().flat_map(|summary| {
            let Summary { total, currency, from, to, paid } = summary;
            [Some(total), currency.as_ref(), from.as_ref(), to.as_ref(), paid.as_ref()].into_iter().flatten()
        });
        let conditions = self.leave_out.iter().flat_map(|rule| &rule.when).map(|condition| &condition.column);
        let keep = self.keep.iter().flat_map(|keep| keep.own_asin.iter().chain([&keep.rank]));
        let carry = self.carry.iter().flat_map(|carry| carry.columns.iter().chain([&carry.by]));
        let rest = conditions.chain(keep).chain(carry);
        summary.chain(&self.filled).chain(rest).chain(&self.identity).map(String::as_str)
    }
}

impl Read for Rows {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let rows = Rows {
            skip: f.optional("skip").unwrap_or_default(),
            summary: f.optional("summary"),
            filled: f.optional("filled"),
            leave_out: f.list("leave_out"),
            keep: f.optional("keep"),
            carry: f.optional("carry"),
            identity: names(&mut f, "identity"),
            by_period: f.optional("by_period").unwrap_or_default(),
            many_tables: f.optional("many_tables").unwrap_or_default(),
        };
        f.finish();
        Some(rows)
    }
}

impl Read for LeaveOut {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let reason = f.required("reason");
        let when = conditions(&mut f);
        f.finish();
        Some(LeaveOut { reason: reason?, when })
    }
}

impl Read for Keep {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (rank, top) = (f.required("rank"), f.required("top"));
        let own_asin = names(&mut f, "own_asin");
        f.finish();
        Some(Keep { rank: rank?, top: top?, own_asin })
    }
}

impl Read for Carry {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let by = f.required("by");
        let columns = names(&mut f, "columns");
        f.finish();
        Some(Carry { by: by?, columns })
    }
}

impl Read for Summary {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let total = f.required("total");
        let [currency, from, to, paid] = ["currency", "from", "to", "paid"].map(|key| f.optional(key));
        f.finish();
        Some(Summary { total: total?, currency, from, to, paid })
    }
}
