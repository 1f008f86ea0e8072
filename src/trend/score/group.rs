//! The scores of forecasts by who made them, how, how far ahead, and of what.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::claim::{Who, of_percent};
use super::measure::{mean, rmsse, tracking_signal, value_added, wape};
use super::{Coverage, Fit, Held, Horizon, Paired, Scored, Verdict};
use crate::quantity::{Day, MeasureId, Ratio};

/// What the forecasts of one author are told apart by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// All of them that looked ahead.
    All,
    /// By method, without what its bands were multiplied by, and version.
    Method(String, u32),
    /// By how far they looked ahead.
    Horizon(Horizon),
    /// By figure.
    Metric(MeasureId),
}

/// The scores of one author's forecasts of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Who.
    pub who: Who,
    /// Which of theirs.
    pub key: Key,
    /// Their scores.
    pub score: Score,
}

/// How good some forecasts were. Scaled figures are in units of what the naive forecast was wrong by on average in the
/// history of each figure that was known then.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// How many forecasts.
    pub n: usize,
    /// How many different periods they speak of.
    pub periods: usize,
    /// The mean absolute scaled error (MASE).
    pub mase: Option<Ratio>,
    /// The root mean squared scaled error.
    pub rmsse: Option<f64>,
    /// The mean scaled error, forecast minus actual.
    pub bias: Option<Ratio>,
    /// The absolute errors over what happened: of one figure alone.
    pub wape: Option<Ratio>,
    /// The sum of scaled errors over their mean size.
    pub tracking: Option<Ratio>,
    /// What they add over the seasonal naive forecast: 1 − error / its error, of those that have one.
    pub value_added: Option<Ratio>,
    /// How often the band of 80 % held.
    pub coverage80: Coverage,
    /// How often the band of 95 % held.
    pub coverage95: Coverage,
    /// What that says of the bands of 80 %; nothing while there are too few.
    pub fit80: Option<Fit>,
    /// The same of 95 %.
    pub fit95: Option<Fit>,
    /// The mean Winkler score of the band of 80 %, scaled.
    pub winkler80: Option<Ratio>,
    /// Whether they are better than the seasonal naive forecast; nothing while there are too few.
    pub verdict: Option<Verdict>,
}

impl Score {
    /// Scores some forecasts together.
    pub fn of(points: &[&Scored]) -> Self {
        let errors: Vec<Ratio> = points.iter().filter_map(|point| point.scaled(&point.error())).collect();
        let periods: BTreeSet<Day> = points.iter().map(|point| point.claim.span.to).collect();
        let advantages: Vec<_> = points.iter().filter_map(|point| point.advantage()).collect();
        let [held80, held95] = [80, 95].map(|percent| held(points, percent));
        let covered = |held: &[Held]| Coverage::of(held.iter().map(|(_, held)| *held));
        Score {
            n: points.len(),
            periods: periods.len(),
            mase: mean(errors.iter().map(Ratio::abs)),
            rmsse: rmsse(&errors),
            bias: mean(errors.iter().cloned()),
            wape: of_one_figure(points),
            tracking: tracking_signal(&errors),
            value_added: added(points),
            coverage80: covered(&held80),
            coverage95: covered(&held95),
            fit80: Fit::of(&held80, &of_percent(80)),
            fit95: Fit::of(&held95, &of_percent(95)),
            winkler80: mean(points.iter().filter_map(|point| point.winkler(80))),
            verdict: Verdict::of(&advantages),
        }
    }
}

/// Whether the bands of a level held, of those that have one.
fn held(points: &[&Scored], percent: u8) -> Vec<Held> {
    points.iter().filter_map(|point| Some((point.claim.span.to, point.held(percent)?))).collect()
}

/// What forecasts add over the naive ones, of those that have one and a scale.
fn added(points: &[&Scored]) -> Option<Ratio> {
    let both = |point: &&Scored| Some((point.scaled(&point.error())?, point.scaled(&point.naive_error()?)?));
    let both: Vec<(Ratio, Ratio)> = points.iter().filter_map(both).collect();
    let (own, naive) =
        (mean(both.iter().map(|(own, _)| own.abs())), mean(both.iter().map(|(_, naive)| naive.abs())));
    value_added(&own?, &naive?)
}

/// Amounts of different figures do not add up.
fn of_one_figure(points: &[&Scored]) -> Option<Ratio> {
    let metrics: BTreeSet<&MeasureId> = points.iter().map(|point| &point.claim.subject.metric).collect();
    let pair = |point: &&Scored| Paired { forecast: point.claim.point.clone(), actual: point.actual.clone() };
    if metrics.len() > 1 {
        return None;
    }
    wape(&points.iter().map(pair).collect::<Vec<_>>())
}

/// All groups, by author: all of theirs first. A period that had begun is easier: it counts by itself alone.
pub(super) fn groups(scored: &[Scored]) -> Vec<Group> {
    let mut groups: BTreeMap<(&Who, Key), Vec<&Scored>> = BTreeMap::new();
    for point in scored {
        for key in keys(point) {
            groups.entry((&point.claim.who, key)).or_default().push(point);
        }
    }
    let group = |((who, key), points): ((&Who, Key), Vec<&Scored>)| Group {
        who: who.clone(),
        key,
        score: Score::of(&points),
    };
    let groups: Vec<_> = groups.into_iter().collect();
    groups.into_par_iter().map(group).collect()
}

fn keys(point: &Scored) -> Vec<Key> {
    let horizon = Key::Horizon(point.horizon());
    if point.horizon() == Horizon::Running {
        return vec![horizon];
    }
    let method = point.claim.computed.as_ref().map(|own| Key::Method(own.base().to_owned(), own.version));
    let metric = Key::Metric(point.claim.subject.metric.clone());
    [Key::All, horizon, metric].into_iter().chain(method).collect()
}
