//! Forecasts that the seasonal naive one beats again and again.

use std::collections::BTreeMap;

use super::claim::Who;
use super::{Horizon, Scored};
use crate::quantity::Span;
use crate::trend::Subject;

/// A figure whose forecasts of one author lost to the seasonal naive one, period after period, until the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Losing {
    /// Who makes the forecasts.
    pub who: Who,
    /// The figure.
    pub subject: Subject,
    /// Each period in a row that was lost, the oldest first: its days.
    pub periods: Vec<Span>,
    /// The last of them.
    pub last: Scored,
}

/// How many periods in a row are flagged (domain 6.3).
pub const IN_A_ROW: usize = 3;

/// Those that lost their last periods in a row; of several forecasts of a period the one made last before it began.
pub(super) fn losing(scored: &[Scored]) -> Vec<Losing> {
    let mut lines: BTreeMap<(&Who, &Subject, i32), BTreeMap<Span, &Scored>> = BTreeMap::new();
    for point in scored.iter().filter(|point| point.horizon() != Horizon::Running) {
        let claim = &point.claim;
        let periods = lines.entry((&claim.who, &claim.subject, length(claim.span))).or_default();
        let latest = periods.entry(claim.span).or_insert(point);
        if claim.issued >= latest.claim.issued {
            *latest = point;
        }
    }
    lines.into_iter().filter_map(|((who, subject, _), periods)| streak((who, subject), &periods)).collect()
}

/// Weeks, months and quarters are told apart, months of 28 and 31 days are not.
fn length(span: Span) -> i32 {
    (span.len() + 3) / 7
}

fn streak((who, subject): (&Who, &Subject), periods: &BTreeMap<Span, &Scored>) -> Option<Losing> {
    let lost = periods.iter().rev().take_while(|(_, point)| point.loses() == Some(true));
    let mut spans: Vec<Span> = lost.map(|(span, _)| *span).collect();
    spans.reverse();
    let last = periods.values().next_back()?;
    let losing = || Losing {
        who: who.clone(),
        subject: subject.clone(),
        periods: spans.clone(),
        last: (*last).clone(),
    };
    (spans.len() >= IN_A_ROW).then(losing)
}
