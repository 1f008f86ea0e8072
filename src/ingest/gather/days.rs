//! Sets of days.

use crate::quantity::Span;

/// Spans that neither touch nor overlap, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Days(Vec<Span>);

impl Days {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn spans(&self) -> &[Span] {
        &self.0
    }

    /// From the first day to the last.
    pub(super) fn outer(&self) -> Option<Span> {
        Span::new(self.0.first()?.from, self.0.last()?.to)
    }

    /// Whether any day of a span is among them.
    pub(super) fn overlaps(&self, span: Span) -> bool {
        let at = self.0.partition_point(|own| own.to < span.from);
        self.0.get(at).is_some_and(|own| own.overlaps(&span))
    }

    /// Whether every day of a span is among them.
    pub(super) fn cover(&self, span: Span) -> bool {
        let at = self.0.partition_point(|own| own.to < span.from);
        self.0.get(at).is_some_and(|own| own.covers(&span))
    }

    pub(super) fn add(&mut self, spans: &[Span]) {
        if spans.is_empty() {
            return;
        }
        self.0.extend(spans);
        self.0.sort_unstable();
        self.0.dedup_by(|next, last| {
            let joins = next.from <= last.to + 1;
            if joins {
                last.to = last.to.max(next.to);
            }
            joins
        });
    }

    /// The days in both.
    pub(super) fn and(&self, other: &Days) -> Days {
        let common = |own: &Span| {
            let from = other.0.partition_point(|theirs| theirs.to < own.from);
            let meeting = other.0[from..].iter().take_while(move |theirs| theirs.from <= own.to);
            meeting
                .map(|theirs| Span { from: theirs.from.max(own.from), to: theirs.to.min(own.to) })
                .collect()
        };
        Days(self.0.iter().flat_map(|own| -> Vec<Span> { common(own) }).collect())
    }

    /// The days that are not in another set.
    pub(super) fn without(&self, other: &Days) -> Days {
        let mut left = Vec::new();
        for own in &self.0 {
            let mut from = own.from;
            for gone in other.and(&Days(vec![*own])).0 {
                left.extend(Span::new(from, gone.from - 1));
                from = gone.to + 1;
            }
            left.extend(Span::new(from, own.to));
        }
        Days(left)
    }
}

impl FromIterator<Span> for Days {
    fn from_iter<T: IntoIterator<Item = Span>>(spans: T) -> Self {
        let mut days = Days::default();
        days.add(&spans.into_iter().collect::<Vec<_>>());
        days
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::quantity::Day;

    fn days(spans: &[(i32, i32)]) -> Days {
        let first = Day::parse("2026-01-01").unwrap();
        spans.iter().map(|(from, len)| Span { from: first + *from, to: first + (*from + *len) }).collect()
    }

    proptest! {
        #[test]
        fn sets_agree_with_looking_at_each_day(
            a in prop::collection::vec((0..60, 0..9), 0..6),
            b in prop::collection::vec((0..60, 0..9), 0..6),
        ) {
            let (a, b) = (days(&a), days(&b));
            let (and, without) = (a.and(&b), a.without(&b));
            let first = Day::parse("2026-01-01").unwrap();
            for day in (0..80).map(|n| first + n) {
                let one = Span { from: day, to: day };
                prop_assert_eq!(and.cover(one), a.cover(one) && b.cover(one));
                prop_assert_eq!(without.cover(one), a.cover(one) && !b.cover(one));
                prop_assert_eq!(a.cover(one), a.overlaps(one));
            }
            for pair in without.spans().windows(2) {
                prop_assert!(pair[0].to + 1 < pair[1].from);
            }
        }
    }
}
