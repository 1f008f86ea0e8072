//! Where the days of a row come from.

use crate::workspace::read::{Context, Fields, Read};
use crate::workspace::yaml::Node;

/// Where the days of a row come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Days {
    /// From a column with the day, or with the day and time.
    Date(String),
    /// From a column with the first day of a week: seven days from there.
    Week(String),
    /// From a column with a day of a month: the whole month.
    Month(String),
    /// From two columns.
    Span(String, String),
    /// From a column with both days in it.
    Range(String),
    /// From a column that counts days from the beginning of the file's period, the first one being 0.
    Nth(String),
    /// From the lines before the header, else from the path or the file's name: one period for all rows.
    File,
    /// As for a file, but the figures are of its last day: a snapshot.
    Snapshot,
}

impl Days {
    /// The columns it needs.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let (first, second) = match self {
            Days::Date(column)
            | Days::Week(column)
            | Days::Month(column)
            | Days::Range(column)
            | Days::Nth(column) => (Some(column), None),
            Days::Span(from, to) => (Some(from), Some(to)),
            Days::File | Days::Snapshot => (None, None),
        };
        first.into_iter().chain(second).map(String::as_str)
    }
}

impl Read for Days {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        match node.text() {
            Some("file") => return Some(Days::File),
            Some("snapshot") => return Some(Days::Snapshot),
            _ => {}
        }
        let mut f = Fields::open(node, cx)?;
        let [date, week, month, range, nth] =
            ["date", "week", "month", "range", "nth"].map(|key| f.optional(key));
        let span = f.optional("from").zip(f.optional("to")).map(|(from, to)| Days::Span(from, to));
        f.finish();
        let one = date.map(Days::Date).or(week.map(Days::Week)).or(month.map(Days::Month));
        let days = one.or(range.map(Days::Range)).or(nth.map(Days::Nth)).or(span);
        if days.is_none() {
            cx.wrong_type(node, "shape-map");
        }
        days
    }
}

/// The ways in their order: the first that the file has the columns for is taken.
pub(super) fn read_all(f: &mut Fields<'_, '_>) -> Vec<Days> {
    let ways: Vec<Days> = f.list("days");
    if ways.is_empty() { vec![Days::File] } else { ways }
}
