//! Like days of two years beside each other: events beside the events they are aligned with.

use super::check::reading;
use super::last_year::{Pair, spans};
use super::{Check, Question, Reading};
use crate::facts::Total;
use crate::metric::Variance;
use crate::quantity::{MarketplaceId, MeasureId, Ratio, Scope, Span};

/// A figure over the days that have a like one in the year before, and over those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned {
    /// What was measured on these days.
    pub actual: Reading,
    /// What was measured on the like days of the year before.
    pub previous: Reading,
    /// The one against the other.
    pub variance: Variance,
    /// All days against the same days a year before, as they are.
    pub plain: Variance,
    /// How many of the days have no like one and are left out, in the marketplace that has most of them.
    pub left_out: i32,
}

/// A part of a scope whose marketplaces share their pairs of days.
struct Group {
    scope: Scope,
    now: Vec<Span>,
    then: Vec<Span>,
}

impl Check<'_> {
    /// A figure over `days` against the like days of the year before; nothing for stock and levels, which
    /// belong to one day.
    pub fn aligned(&self, question: &Question, days: Span) -> Option<Aligned> {
        let leaves = self.catalogue.leaves(&question.metric);
        if !leaves.iter().all(|leaf| self.catalogue.adds_over_days(leaf)) {
            return None;
        }
        let before = self.last_year.before(question.period, days);
        let whole = |span| self.read(&question.metric, &question.scope, span);
        let places = self.places(&question.scope);
        let pairs: Vec<(Scope, Vec<Pair>)> = self.shares(&question.scope, &places, days);
        let shortest = pairs.iter().map(|(_, pairs)| pairs.len()).min().unwrap_or(0);
        let groups: Vec<Group> = pairs.into_iter().map(group).collect();
        let read = |side: fn(&Group) -> &[Span]| {
            reading(self.catalogue, &question.metric, &|leaf| self.total(leaf, &groups, side))
        };
        let (actual, previous) = (read(|group| &group.now), read(|group| &group.then));
        Some(Aligned {
            variance: self.compare(&question.metric, (&actual, previous.known())),
            left_out: days.len() - i32::try_from(shortest).unwrap_or(0),
            plain: self.compare(&question.metric, (&whole(days), whole(before).known())),
            actual,
            previous,
        })
    }

    /// Whether an event that is aligned lies in these days of a period, or in those of the year before, and its
    /// like day does not lie in the other.
    pub fn is_moved(&self, question: &Question, days: Span) -> bool {
        let before = self.last_year.before(question.period, days);
        let moved = |place| self.last_year.is_moved((days, before), Some(place));
        self.places(&question.scope).iter().any(moved)
    }

    fn places(&self, scope: &Scope) -> Vec<MarketplaceId> {
        match &scope.marketplace {
            Some(place) => vec![place.clone()],
            None => self.facts.marketplaces().map(|(id, _)| id.clone()).collect(),
        }
    }

    /// The scope as a whole where an event is everywhere, else marketplace by marketplace.
    fn shares(&self, scope: &Scope, places: &[MarketplaceId], days: Span) -> Vec<(Scope, Vec<Pair>)> {
        if places.len() == 1 || self.last_year.is_uniform(places) {
            return vec![(scope.clone(), self.last_year.pairs(days, places.first()))];
        }
        let share = |place: &MarketplaceId| {
            let scope = Scope { marketplace: Some(place.clone()), ..scope.clone() };
            (scope, self.last_year.pairs(days, Some(place)))
        };
        places.iter().map(share).collect()
    }

    fn total(&self, leaf: &MeasureId, groups: &[Group], side: fn(&Group) -> &[Span]) -> Total {
        let spans = groups.iter().flat_map(|group| side(group).iter().map(move |span| (group, *span)));
        let of =
            |(group, span): (&Group, Span)| match self.facts.sum_at(self.basis, leaf, (&group.scope, span)) {
                // As in a sum over the company: before its first day a marketplace counts as nought.
                Total::Missing if groups.len() > 1 && self.begins_after(leaf, &group.scope, span) => {
                    Total::Known(Ratio::zero())
                }
                total => total,
            };
        let mut known = spans.map(of).peekable();
        if known.peek().is_none() {
            Total::Missing
        } else {
            known.fold(Total::Known(Ratio::zero()), Total::plus)
        }
    }

    fn begins_after(&self, leaf: &MeasureId, scope: &Scope, span: Span) -> bool {
        self.facts.covered(leaf, scope).is_none_or(|covered| covered.from > span.to)
    }
}

fn group((scope, pairs): (Scope, Vec<Pair>)) -> Group {
    let (now, then): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
    Group { scope, now: spans(now), then: spans(then) }
}
