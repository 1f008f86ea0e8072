//! The figures of one measure of one item in one marketplace.

use crate::quantity::{Day, Span};

/// Days with their running totals, so that the sum of any span is one subtraction; and reports apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    days: Vec<Day>,
    /// The sum up to and including the day of the same index.
    running: Vec<i128>,
    /// Reports longer than a day, by their first day.
    reports: Vec<(Span, i64)>,
}

impl Cell {
    /// The cell of values sorted by their spans; values of one day are added up.
    pub(super) fn new(sorted: impl Iterator<Item = (Span, i64)>) -> Self {
        let mut cell = Cell::default();
        for (span, value) in sorted {
            cell.push(span, value);
        }
        cell
    }

    fn push(&mut self, span: Span, value: i64) {
        if span.len() > 1 {
            self.reports.push((span, value));
            return;
        }
        let total = self.running.last().copied().unwrap_or(0) + i128::from(value);
        if self.days.last() == Some(&span.from) {
            self.running.pop();
        } else {
            self.days.push(span.from);
        }
        self.running.push(total);
    }

    /// The sum of the days in a span and of the reports that begin in it.
    pub(super) fn sum(&self, span: Span) -> i128 {
        let reports = self.reports.iter().filter(|(period, _)| span.contains(period.from));
        let coarse: i128 = reports.map(|(_, value)| i128::from(*value)).sum();
        self.before(span.to + 1) - self.before(span.from) + coarse
    }

    /// Whether every figure is a multiple of a number.
    pub(super) fn is_multiple_of(&self, unit: i128) -> bool {
        let mut reports = self.reports.iter().map(|(_, value)| i128::from(*value));
        self.running.iter().all(|sum| sum % unit == 0) && reports.all(|value| value % unit == 0)
    }

    fn before(&self, day: Day) -> i128 {
        let count = self.days.partition_point(|known| *known < day);
        if count == 0 { 0 } else { self.running[count - 1] }
    }

    /// Adds each day's value to its place in `sums`, whose first place is `span.from`.
    pub(super) fn add_daily(&self, span: Span, sums: &mut [i128]) {
        let first = self.days.partition_point(|known| *known < span.from);
        let last = self.days.partition_point(|known| *known <= span.to);
        let mut before = if first == 0 { 0 } else { self.running[first - 1] };
        for index in first..last {
            if let Ok(place) = usize::try_from(self.days[index] - span.from) {
                sums[place] += self.running[index] - before;
            }
            before = self.running[index];
        }
    }
}
