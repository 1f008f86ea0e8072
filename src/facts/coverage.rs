//! Which days the files speak of.

use crate::quantity::{Day, Span};

/// The days for which a measure is known in a marketplace.
#[derive(Clone, Debug, Default)]
pub(super) struct Coverage {
    /// Covered days as spans that neither touch nor overlap, in order.
    days: Vec<Span>,
    /// The periods of reports longer than a day, in order: they cannot be divided.
    reports: Vec<Span>,
    /// The last days of all reports, in order: of stock, what has no figure there has no stock.
    snapshots: Vec<Day>,
}

/// What a coverage says of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Covered {
    /// Every day is known.
    Whole,
    /// Known from this day on; before it the marketplace has no figure at all.
    From(Day),
    /// Nothing at all is known up to the last day asked.
    NotYet,
    /// A report straddles the edge.
    Straddled,
    /// A day inside, or after the last one known, is not covered.
    Hole,
}

impl Coverage {
    /// Adds days that are known one by one.
    pub(super) fn add_days(&mut self, span: Span) {
        self.days.push(span);
    }

    /// Adds a report's period.
    pub(super) fn add_report(&mut self, span: Span) {
        self.days.push(span);
        self.snapshots.push(span.to);
        if span.len() > 1 {
            self.reports.push(span);
        }
    }

    pub(super) fn extend(&mut self, other: &Coverage) {
        self.days.extend(&other.days);
        self.reports.extend(&other.reports);
    }

    /// Brings the spans in order and joins those that touch.
    pub(super) fn settle(&mut self) {
        self.reports.sort_unstable();
        self.reports.dedup();
        self.snapshots.sort_unstable();
        self.snapshots.dedup();
        self.days.sort_unstable();
        let mut joined: Vec<Span> = Vec::new();
        for span in self.days.drain(..) {
            match joined.last_mut() {
                Some(last) if span.from <= last.to + 1 => last.to = last.to.max(span.to),
                _ => joined.push(span),
            }
        }
        self.days = joined;
    }

    /// From the first to the last day covered.
    pub(super) fn outer(&self) -> Option<Span> {
        Span::new(self.days.first()?.from, self.days.last()?.to)
    }

    /// The days between covered ones that are not covered.
    pub(super) fn gaps(&self) -> impl Iterator<Item = Span> {
        self.days.windows(2).filter_map(|pair| Span::new(pair[0].to + 1, pair[1].from - 1))
    }

    /// The days whose figures tell what is there at the end of a span: up to its last covered day, from the beginning
    /// of the covered stretch or the last snapshot of all on.
    ///
    /// # Errors
    /// What is known of the span, when no day of it is covered or a report straddles its end.
    pub(super) fn standing_at_end(&self, span: Span) -> Result<Span, Covered> {
        if self.days.first().is_none_or(|first| span.to < first.from) {
            return Err(Covered::NotYet);
        }
        let before = self.days.partition_point(|covered| covered.from <= span.to);
        let stretch = self.days[before - 1];
        let to = stretch.to.min(span.to);
        let cut = self.reports.iter().any(|report| report.from <= to && to < report.to);
        match () {
            () if to < span.from => Err(Covered::Hole),
            () if cut => Err(Covered::Straddled),
            () => {
                let snapshot = self.snapshots[..self.snapshots.partition_point(|day| *day <= to)].last();
                Ok(Span { from: snapshot.map_or(stretch.from, |day| stretch.from.max(*day)), to })
            }
        }
    }

    /// Whether any day of a span is covered.
    pub(super) fn touches(&self, span: Span) -> bool {
        self.days.iter().any(|covered| covered.overlaps(&span))
    }

    /// The periods of reports longer than a day.
    pub(super) fn reports(&self) -> &[Span] {
        &self.reports
    }

    pub(super) fn has_reports(&self) -> bool {
        !self.reports.is_empty()
    }

    /// Whether every day of a span is covered.
    pub(super) fn covers(&self, span: Span) -> bool {
        let before = self.days.partition_point(|covered| covered.from <= span.from);
        before > 0 && self.days[before - 1].covers(&span)
    }

    /// What is known of a span.
    pub(super) fn of(&self, span: Span) -> Covered {
        let Some(outer) = self.outer() else { return Covered::NotYet };
        if span.to < outer.from {
            return Covered::NotYet;
        }
        let known = Span { from: span.from.max(outer.from), to: span.to };
        match () {
            () if !self.covers(known) => Covered::Hole,
            () if self.straddled(known) => Covered::Straddled,
            () if known.from > span.from => Covered::From(known.from),
            () => Covered::Whole,
        }
    }

    /// Whether a report lies partly inside, partly outside of a span.
    fn straddled(&self, span: Span) -> bool {
        self.reports.iter().any(|report| report.overlaps(&span) && !span.covers(report))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: i8, to: i8) -> Span {
        Span::new(Day::new(2026, 1, from).unwrap(), Day::new(2026, 1, to).unwrap()).unwrap()
    }

    #[test]
    fn what_is_known_of_a_span() {
        let mut coverage = Coverage::default();
        coverage.add_days(span(14, 16));
        coverage.add_days(span(5, 8));
        coverage.add_days(span(9, 10));
        coverage.add_report(span(17, 23));
        coverage.settle();
        for (asked, expected) in [
            (span(1, 4), Covered::NotYet),
            (span(1, 10), Covered::From(span(5, 5).from)),
            (span(5, 10), Covered::Whole),
            (span(8, 9), Covered::Whole),
            (span(10, 14), Covered::Hole),
            (span(14, 17), Covered::Straddled),
            (span(18, 19), Covered::Straddled),
            (span(14, 23), Covered::Whole),
            (span(14, 24), Covered::Hole),
            (span(25, 26), Covered::Hole),
        ] {
            assert_eq!(coverage.of(asked), expected, "{asked:?}");
        }
    }
}
