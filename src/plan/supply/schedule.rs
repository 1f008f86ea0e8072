//! From the day of need back to the day to order, and from an order forth to the shelf, leg by leg (domain 4.2).

use super::Passage;
use super::calendar::{Closed, Owner};
use crate::quantity::{Day, Span};
use crate::workspace::{Leg, Route, Workspace};

/// A leg as the schedule sees it: so many open days of its own calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The leg's name in files.
    pub leg: String,
    /// Open days it takes.
    pub days: i32,
    /// The days on which it stands still.
    pub closed: Closed,
}

impl Stage {
    fn of(leg: &Leg, owner: Owner<'_>, workspace: &Workspace) -> Self {
        let closed = Closed::named(leg.calendar.as_deref(), owner, &workspace.events);
        Stage { leg: leg.id.clone(), days: i32::try_from(leg.days).unwrap_or(0), closed }
    }
}

/// The legs of a route, each on its calendar.
pub(super) fn usual(route: &Route, owner: Owner<'_>, workspace: &Workspace) -> Vec<Stage> {
    route.legs.iter().map(|leg| Stage::of(leg, owner, workspace)).collect()
}

/// The same with the quicker leg in its place; nothing when the route has none.
pub(super) fn quicker(route: &Route, owner: Owner<'_>, workspace: &Workspace) -> Option<Vec<Stage>> {
    let quick = route.alternative.as_ref()?;
    let leg = |leg: &Leg| if leg.id == quick.replace.value { quick.by.clone() } else { leg.clone() };
    Some(route.legs.iter().map(|own| Stage::of(&leg(own), owner, workspace)).collect())
}

/// The legs that are over by a day of need, each begun as late as possible; goods wait where the next leg cannot begin.
pub fn backwards(stages: &[Stage], need: Day) -> Vec<Passage> {
    let mut passages = Vec::with_capacity(stages.len());
    let mut next = need;
    for stage in stages.iter().rev() {
        let over = if stage.days == 0 { next } else { stage.closed.open_until(next) };
        let from = stage.closed.back(over, stage.days);
        passages.push(passage(stage, (from, over), next));
        next = from;
    }
    passages.reverse();
    passages
}

/// The legs of an order of a day, each begun as early as possible; goods wait where the next leg is closed.
pub fn forwards(stages: &[Stage], order: Day) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::with_capacity(stages.len());
    let mut at = order;
    for stage in stages {
        let from = if stage.days == 0 { at } else { stage.closed.open_from(at) };
        let over = stage.closed.forth(from, stage.days);
        if let Some(before) = passages.last_mut() {
            before.wait = from - at;
        }
        passages.push(passage(stage, (from, over), over));
        at = over;
    }
    passages
}

/// The day on which an order of a day can be sold.
pub(super) fn arrival(stages: &[Stage], order: Day) -> Day {
    forwards(stages, order).last().map_or(order, |last| last.span.to)
}

fn passage(stage: &Stage, (from, to): (Day, Day), next: Day) -> Passage {
    Passage { leg: stage.leg.clone(), span: Span { from, to }, wait: next - to }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn stages() -> impl Strategy<Value = Vec<Stage>> {
        let closed = prop::collection::vec((0..200_i32, 0..40_i32), 0..4);
        let stage = (0..45_i32, closed).prop_map(|(days, spans)| {
            let first = day("2027-01-01");
            let span = |(from, len): (i32, i32)| Span { from: first + from, to: first + from + len };
            Stage { leg: "x".to_owned(), days, closed: Closed::new(spans.into_iter().map(span).collect()) }
        });
        prop::collection::vec(stage, 1..5)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_day_to_order_is_the_last_that_is_in_time(stages in stages(), need in 0..300_i32) {
            let need = day("2027-01-01") + need;
            let back = backwards(&stages, need);
            let order = back.first().unwrap().span.from;
            prop_assert!(arrival(&stages, order) <= need);
            if stages.iter().any(|stage| stage.days > 0) {
                prop_assert!(arrival(&stages, order + 1) > need);
            }
        }

        #[test]
        fn legs_follow_each_other_and_count_their_open_days(stages in stages(), at in 0..300_i32) {
            let at = day("2027-01-01") + at;
            for passages in [backwards(&stages, at), forwards(&stages, at)] {
                for pair in passages.windows(2) {
                    prop_assert_eq!(pair[0].span.to + pair[0].wait, pair[1].span.from);
                }
                for (passage, stage) in passages.iter().zip(&stages) {
                    let days = (0..passage.span.to - passage.span.from).map(|n| passage.span.from + n);
                    let open = days.filter(|day| stage.closed.open_from(*day) == *day).count();
                    prop_assert_eq!(open, usize::try_from(stage.days).unwrap());
                    prop_assert!(passage.wait >= 0);
                }
            }
        }
    }
}
