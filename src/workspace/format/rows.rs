//! What is a row, and which rows count.

use crate::workspace::read::{Context, Fields, Read};
use crate::workspace::yaml::Node;

use super::figure::{Condition, conditions};
use super::names;

/// What is a row, and which rows count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// How many lines below the header are no rows, such as descriptions.
    pub skip: u16,
    /// A first row that sums up the file.
    pub summary: Option<Summary>,
    /// Rows in which this column is empty are no rows: totals, footers.
    pub filled: Option<String>,
    /// Rows that do not count, with the reason.
    pub leave_out: Vec<LeaveOut>,
    /// The columns that make a row the same as one of another file; a row of a newer file replaces it.
    /// Rows of one file that are the same in them all count.
    pub identity: Vec<String>,
    /// Whether a file replaces the days of an older one of its kind as a whole.
    pub by_period: bool,
    /// Whether blank or commented lines end the table, and another one may follow.
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
        summary.chain(&self.filled).chain(conditions).chain(&self.identity).map(String::as_str)
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

impl Read for Summary {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let total = f.required("total");
        let [currency, from, to, paid] = ["currency", "from", "to", "paid"].map(|key| f.optional(key));
        f.finish();
        Some(Summary { total: total?, currency, from, to, paid })
    }
}
