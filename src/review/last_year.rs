//! Which days of the year before a day is set beside (domain 3.6).

use std::collections::{BTreeMap, BTreeSet};

use crate::quantity::{Day, Grain, MarketplaceId, Period, Span};
use crate::workspace::{Event, EventKind, EventStatus, PreviousYear, Workspace};

/// How days of the year before are found.
#[derive(Clone, Copy, Debug, Default)]
pub struct LastYear<'a> {
    /// Which days figures are set beside.
    pub rule: PreviousYear,
    /// The events of all years, of which some name the one they are to be compared with.
    pub events: &'a [Event],
}

/// A day and the day of the year before it is set beside.
pub type Pair = (Day, Day);

impl<'a> LastYear<'a> {
    /// The rule and the events of a workspace.
    pub fn of(workspace: &'a Workspace) -> Self {
        LastYear { rule: workspace.config.compare.previous_year, events: &workspace.events }
    }

    /// The same days a year before, as they are: of a month, quarter or year by date, of a week or day by weekday.
    pub fn before(&self, period: Period, days: Span) -> Span {
        if self.rule != PreviousYear::SameNumber || period.grain() > Grain::Week {
            return period.days_before(days);
        }
        let back = if number(period) == number(period.year_before()) { 364 } else { 371 };
        Span { from: days.from - back, to: days.to - back }
    }

    /// Each day of `days` that has a like one in the year before, with it, in the order of the days.
    ///
    /// A day of an event that is aligned with another has that one's day of the same number; a day outside all events
    /// has the day 364 days before, when that lies outside all events too. Other days have none: an event that the other
    /// year lacks, the days by which one event is longer. No day is given twice, on either side.
    pub fn pairs(&self, days: Span, marketplace: Option<&MarketplaceId>) -> Vec<Pair> {
        let aligned: BTreeMap<Day, Day> = self.event_pairs(marketplace).into_iter().collect();
        let events: Vec<Span> = self.demand(marketplace).map(|event| event.span).collect();
        let in_event = |day: Day| events.iter().any(|span| span.contains(day));
        let like = |day: Day| match aligned.get(&day) {
            Some(then) => Some(*then),
            None => Some(day - 364).filter(|then| !in_event(day) && !in_event(*then)),
        };
        days.days().filter_map(|day| Some((day, like(day)?))).collect()
    }

    /// Whether an aligned event lies in `days` or in `before`, but its day of the other year does not: the two then
    /// hold unlike days.
    pub fn is_moved(&self, (days, before): (Span, Span), marketplace: Option<&MarketplaceId>) -> bool {
        let pairs = self.event_pairs(marketplace);
        pairs.iter().any(|(now, then)| days.contains(*now) != before.contains(*then))
    }

    /// The days of aligned events, the shortest event first: what lies in two is the narrower one's.
    fn event_pairs(&self, marketplace: Option<&MarketplaceId>) -> Vec<Pair> {
        let mut aligned: Vec<(&Event, &Event)> = self
            .demand(marketplace)
            .filter_map(|event| {
                let with = &event.align_with.as_ref()?.value;
                Some((event, self.demand(marketplace).find(|other| other.id == *with)?))
            })
            .collect();
        aligned.sort_by_key(|(event, _)| (event.span.len(), event.span.from));
        let (mut now, mut then) = (BTreeSet::new(), BTreeSet::new());
        let mut pairs = Vec::new();
        for (event, with) in aligned {
            let all = day_by_day(event, with).into_iter();
            let free: Vec<Pair> = all.filter(|(a, b)| !now.contains(a) && !then.contains(b)).collect();
            now.extend(free.iter().map(|pair| pair.0));
            then.extend(free.iter().map(|pair| pair.1));
            pairs.extend(free);
        }
        pairs
    }

    /// The events that change how much is bought in a marketplace; of the whole company, in any.
    fn demand(&self, marketplace: Option<&MarketplaceId>) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| {
            event.kind == EventKind::Demand
                && event.status != EventStatus::Cancelled
                && marketplace.is_none_or(|place| event.is_in(place))
        })
    }

    /// Whether every event is in all of these marketplaces, so that they share their pairs.
    pub(super) fn is_uniform(&self, marketplaces: &[MarketplaceId]) -> bool {
        self.demand(None).all(|event| marketplaces.iter().all(|place| event.is_in(place)))
    }
}

/// The number of a week, or of the ISO week of a day. That of a 53rd week is not 364 days before it, nor is the first
/// one like it: 371 days before lies the last week of the year before.
fn number(period: Period) -> i8 {
    match period {
        Period::Week(_, week) | Period::SundayWeek(_, week) => week,
        other => other.span().from.iso_week().1,
    }
}

/// Day k of an event beside day k of the other; where both have as many peaks, peak beside peak and the days
/// between in their order, so that a Black Friday meets a Black Friday.
fn day_by_day(event: &Event, with: &Event) -> Vec<Pair> {
    let peaks = |event: &Event| -> BTreeSet<Day> {
        event.peaks.iter().map(|peak| peak.date).filter(|day| event.span.contains(*day)).collect()
    };
    let (now, then) = (peaks(event), peaks(with));
    if now.len() != then.len() {
        return event.span.days().zip(with.span.days()).collect();
    }
    let rest = event.span.days().filter(|day| !now.contains(day));
    let rest_then = with.span.days().filter(|day| !then.contains(day));
    now.iter().copied().zip(then.iter().copied()).chain(rest.zip(rest_then)).collect()
}

/// Days in as few spans as can be, in order.
pub(super) fn spans(days: impl IntoIterator<Item = Day>) -> Vec<Span> {
    let mut days: Vec<Day> = days.into_iter().collect();
    days.sort_unstable();
    let mut spans: Vec<Span> = Vec::new();
    for day in days {
        match spans.last_mut() {
            Some(span) if span.to + 1 == day => span.to = day,
            _ => spans.push(Span { from: day, to: day }),
        }
    }
    spans
}

#[cfg(test)]
mod tests;
