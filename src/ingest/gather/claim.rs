//! The days for which a file claims to give a measure in a marketplace, and which of them it may keep.

use std::collections::BTreeMap;

use super::days::Days;
use crate::facts::{Over, Scale};
use crate::ingest::decoded::{Decoded, Feed, Figure, Market, Origin};
use crate::ingest::read::Outcome;
use crate::quantity::Span;

/// One measure of one file in one marketplace.
#[derive(Debug)]
pub(super) struct Claim<'a> {
    /// The place of its file.
    pub(super) file: usize,
    pub(super) decoded: &'a Decoded,
    /// The places of its measure and its marketplace in the lists of its file.
    pub(super) column: (u16, u16),
    daily: Days,
    reports: Vec<Span>,
    /// Days whose figures are not taken.
    dropped: Days,
}

/// What is left of the days of a column: those known one by one, those of reports, and those not taken.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) daily: Days,
    pub(super) reports: Vec<Span>,
    pub(super) dropped: Days,
}

/// The claims of all files, by file and column.
pub(super) fn claims(outcomes: &[Outcome]) -> Vec<Claim<'_>> {
    outcomes.iter().enumerate().flat_map(|(file, outcome)| of_file(file, &outcome.decoded)).collect()
}

fn of_file(file: usize, decoded: &Decoded) -> Vec<Claim<'_>> {
    let mut spans: BTreeMap<(u16, u16), (Vec<Span>, Vec<Span>)> = BTreeMap::new();
    for cover in &decoded.covers {
        let (daily, reports) = spans.entry((cover.feed, cover.market)).or_default();
        if cover.daily { daily.push(cover.span) } else { reports.push(cover.span) }
    }
    let claim = |(column, (daily, reports)): ((u16, u16), (Vec<Span>, Vec<Span>))| Claim {
        file,
        decoded,
        column,
        daily: daily.into_iter().collect(),
        reports,
        dropped: Days::default(),
    };
    spans.into_iter().map(claim).collect()
}

impl<'a> Claim<'a> {
    pub(super) fn feed(&self) -> &'a Feed {
        &self.decoded.feeds[usize::from(self.column.0)]
    }

    pub(super) fn market(&self) -> &'a Market {
        &self.decoded.markets[usize::from(self.column.1)]
    }

    pub(super) fn origin(&self) -> &'a Origin {
        &self.decoded.origin
    }

    pub(super) fn is_money(&self) -> bool {
        self.feed().scale == Scale::Money
    }

    /// The days it still has.
    pub(super) fn days(&self) -> Days {
        let mut days = self.daily.clone();
        days.add(&self.reports);
        days
    }

    pub(super) fn is_empty(&self) -> bool {
        self.daily.is_empty() && self.reports.is_empty()
    }

    /// Takes days away, and of reports that reach into them all days, as a report cannot be divided; what it lost.
    pub(super) fn cut(&mut self, taken: &Days) -> Days {
        let mut hit = taken.clone();
        let mut lost = Days::default();
        loop {
            let (gone, kept): (Vec<Span>, Vec<Span>) =
                self.reports.iter().partition(|report| hit.overlaps(**report));
            if gone.is_empty() {
                break;
            }
            self.reports = kept;
            hit.add(&gone);
            lost.add(&gone);
        }
        lost.add(self.daily.and(&hit).spans());
        if !lost.is_empty() {
            self.daily = self.daily.without(&hit);
            self.dropped.add(hit.spans());
        }
        lost
    }

    /// Takes all its days away.
    pub(super) fn cut_all(&mut self) {
        self.cut(&self.days());
    }

    /// Its figures, with those not taken.
    fn figures(&self) -> &'a [Figure] {
        self.decoded.figures.of(self.column)
    }

    /// The sums of the figures it still has, by their days.
    pub(super) fn sums(&self) -> BTreeMap<Span, i128> {
        let mut sums = BTreeMap::new();
        for figure in self.figures().iter().filter(|figure| !self.dropped.overlaps(figure.span)) {
            *sums.entry(figure.span).or_default() += i128::from(figure.value);
        }
        sums
    }

    /// The sum of all its figures that reach into some days, taken or not; of stock, those of the last of them.
    pub(super) fn sum(&self, days: &Days) -> i128 {
        let within = self.figures().iter().filter(|figure| days.overlaps(figure.span));
        let last = days.outer().map(|outer| outer.to);
        let counts = |figure: &&Figure| self.feed().over != Over::Stock || Some(figure.span.to) == last;
        within.filter(counts).map(|figure| i128::from(figure.value)).sum()
    }

    /// The same, where it gives just these days.
    pub(super) fn exact_sum(&self, days: &Days) -> Option<i128> {
        let own = self.days();
        let mut reaching = self.figures().iter().filter(|figure| days.overlaps(figure.span));
        let exact = days.spans().iter().all(|span| own.cover(*span))
            && self.reports.iter().all(|report| !days.overlaps(*report) || days.cover(*report))
            && reaching.all(|figure| days.cover(figure.span));
        exact.then(|| self.sum(days))
    }

    /// Whether a report of it reaches over the edge of a span.
    pub(super) fn is_straddled(&self, span: Span) -> bool {
        self.reports.iter().any(|report| report.overlaps(&span) && !span.covers(report))
    }

    pub(super) fn into_kept(self) -> ((usize, (u16, u16)), Kept) {
        let Claim { file, column, daily, reports, dropped, .. } = self;
        ((file, column), Kept { daily, reports, dropped })
    }
}
