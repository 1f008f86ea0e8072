//! The figures of each measure of each item in each marketplace, close together.

use super::key::{ItemKey, MarketKey, MeasureKey, TagKey};
use crate::metric::Over;
use crate::quantity::{Day, Span};

/// Where a figure belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) measure: MeasureKey,
    pub(super) market: MarketKey,
    pub(super) item: ItemKey,
    pub(super) tag: TagKey,
}

/// Cells in the order of their places.
///
/// A place has a second cell where its sums would grow too large for one: whoever adds cells up notices nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    places: Vec<Place>,
    /// Where the days and the reports of each place end.
    ends: Vec<(u32, u32)>,
    days: Vec<Day>,
    running: Vec<i64>,
    reports: Vec<(Span, i64)>,
}

/// Days with their running totals, so that the sum of any span is one subtraction; and reports apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'a> {
    days: &'a [Day],
    /// The sum up to and including the day of the same index.
    running: &'a [i64],
    /// Reports longer than a day, by their first day.
    reports: &'a [(Span, i64)],
}

impl Cells {
    /// Room for so many places and days: millions of figures are not to be moved while they are gathered.
    pub(super) fn with_room(places: usize, days: usize) -> Self {
        Cells {
            places: Vec::with_capacity(places),
            ends: Vec::with_capacity(places),
            days: Vec::with_capacity(days),
            running: Vec::with_capacity(days),
            reports: Vec::new(),
        }
    }

    /// Adds the figures of the next place, sorted by their spans; those of one day are added up, unless levels.
    pub(super) fn push(&mut self, place: Place, over: Over, sorted: impl Iterator<Item = (Span, i64)>) {
        self.begin(place);
        let mut last: Option<Day> = None;
        for (span, value) in sorted {
            if span.len() > 1 && over != Over::Stock {
                self.reports.push((span, value));
                continue;
            }
            let total = last.map_or(Some(value), |_| self.running.last()?.checked_add(value));
            match total {
                Some(total) if last == Some(span.to) && over != Over::Level => {
                    self.running.pop();
                    self.running.push(total);
                }
                Some(total) => self.push_day(span.to, total),
                None => {
                    self.end();
                    self.begin(place);
                    self.push_day(span.to, value);
                }
            }
            last = Some(span.to);
        }
        self.end();
    }

    fn push_day(&mut self, day: Day, total: i64) {
        self.days.push(day);
        self.running.push(total);
    }

    fn begin(&mut self, place: Place) {
        self.places.push(place);
    }

    fn end(&mut self) {
        let count = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        self.ends.push((count(self.days.len()), count(self.reports.len())));
    }

    /// Gives back what was reserved in advance.
    pub(super) fn shrink(&mut self) {
        self.places.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.days.shrink_to_fit();
        self.running.shrink_to_fit();
        self.reports.shrink_to_fit();
    }

    /// The cells from one place to another, both included.
    pub(super) fn between(&self, first: Place, last: Place) -> impl Iterator<Item = (Place, Cell<'_>)> {
        let from = self.places.partition_point(|place| *place < first);
        let to = from + self.places[from..].partition_point(|place| *place <= last);
        (from..to).map(|at| (self.places[at], self.cell(at)))
    }

    fn cell(&self, at: usize) -> Cell<'_> {
        let start = if at == 0 { (0, 0) } else { self.ends[at - 1] };
        let days = start.0 as usize..self.ends[at].0 as usize;
        let reports = start.1 as usize..self.ends[at].1 as usize;
        Cell { days: &self.days[days.clone()], running: &self.running[days], reports: &self.reports[reports] }
    }
}

impl<'a> Cell<'a> {
    /// The days that have a figure of their own.
    pub(super) fn single_days(&self) -> &'a [Day] {
        self.days
    }
}

impl Cell<'_> {
    /// The sum of the days in a span and of the reports that begin in it.
    pub(super) fn sum(&self, span: Span) -> i128 {
        let coarse: i128 = self.reports_in(span).iter().map(|(_, value)| i128::from(*value)).sum();
        self.before(span.to + 1) - self.before(span.from) + coarse
    }

    /// The reports that begin in a span.
    fn reports_in(&self, span: Span) -> &[(Span, i64)] {
        let first = self.reports.partition_point(|(period, _)| period.from < span.from);
        let last = self.reports.partition_point(|(period, _)| period.from <= span.to);
        &self.reports[first..last]
    }

    /// Whether every figure is a multiple of a number.
    pub(super) fn is_multiple_of(&self, unit: i64) -> bool {
        let mut reports = self.reports.iter().map(|(_, value)| value);
        self.running.iter().all(|sum| sum % unit == 0) && reports.all(|value| value % unit == 0)
    }

    fn before(&self, day: Day) -> i128 {
        let count = self.days.partition_point(|known| *known < day);
        if count == 0 { 0 } else { self.running[count - 1].into() }
    }

    /// Adds each day's value to its place in `sums`, whose first place is `span.from`.
    pub(super) fn add_daily(&self, span: Span, sums: &mut [i128]) {
        for index in self.days_in(span) {
            if let Ok(place) = usize::try_from(self.days[index] - span.from) {
                sums[place] += self.value(index);
            }
        }
    }

    fn days_in(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.days.partition_point(|known| *known < span.from);
        first..first + self.days[first..].partition_point(|known| *known <= span.to)
    }

    fn value(&self, index: usize) -> i128 {
        let before = if index == 0 { 0 } else { self.running[index - 1].into() };
        i128::from(self.running[index]) - before
    }

    /// The last day of a span that has a figure, and the figure.
    pub(super) fn last_in(&self, span: Span) -> Option<(Day, i128)> {
        let index = self.days_in(span).next_back()?;
        Some((self.days[index], self.value(index)))
    }

    /// The figures that lie in a span, with their last days.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = (Day, i128)> {
        let days = self.days_in(span).map(|index| (self.days[index], self.value(index)));
        let reports = self.reports_in(span).iter().filter(move |(period, _)| period.to <= span.to);
        days.chain(reports.map(|(period, value)| (period.to, i128::from(*value))))
    }

    /// Whether a report lies partly inside, partly outside of a span.
    pub(super) fn is_straddled(&self, span: Span) -> bool {
        self.reports.iter().any(|(period, _)| period.overlaps(&span) && !span.covers(period))
    }
}
