//! Days from one to another.

use super::Day;

/// The days from `from` to `to`, both included; `from` is never after `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Span {
    /// The days from one to another; nothing when they are in the wrong order.
    pub fn new(from: Day, to: Day) -> Option<Self> {
        (from <= to).then_some(Span { from, to })
    }

    /// How many days.
    pub fn len(&self) -> i32 {
        self.to - self.from + 1
    }

    /// Never: a span has at least a day.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// Whether the day lies in it.
    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether all of `other` lies in it.
    pub fn covers(&self, other: &Span) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// Whether a day lies in both.
    pub fn overlaps(&self, other: &Span) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// The part up to `last`; nothing when it begins after that.
    pub fn cut_at(&self, last: Day) -> Option<Span> {
        Span::new(self.from, self.to.min(last))
    }

    /// Its days in order.
    pub fn days(&self) -> impl Iterator<Item = Day> + use<> {
        let from = self.from;
        (0..self.len()).map(move |n| from + n)
    }
}
