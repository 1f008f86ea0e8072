//! A figure that stays at another level than before.

use super::growth::differs;
use crate::quantity::{Period, Ratio, Span};
use crate::review::Check;
use crate::trend::detect::level_shifts;
use crate::trend::{Point, Series, Subject};
use crate::workspace::Workspace;

/// The share of the larger level that two must differ by to be spoken of.
fn least() -> Ratio {
    Ratio::from_scaled(10, 2)
}

/// The share of the difference between both levels that the step itself must make: the rest is growth.
const STEP: f64 = 0.5;

/// The latest change of level that stays, where it is no mere growth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelShift {
    /// What changed.
    pub subject: Subject,
    /// The first period of the new level.
    pub period: Period,
    /// The last period of it.
    pub last: Period,
    /// The first period of the old level.
    pub first: Period,
    /// The level before: the mean of its periods; of a ratio, the ratio of all their days together.
    pub before: Ratio,
    /// How many periods that is.
    pub before_n: usize,
    /// The level since.
    pub after: Ratio,
    /// How many periods that is.
    pub after_n: usize,
    /// Whether the season was taken out to find it.
    pub seasonal: bool,
    /// Whether too little is known to tell a season from it.
    pub may_be_season: bool,
}

impl LevelShift {
    pub(super) fn of(
        workspace: &Workspace,
        check: &Check<'_>,
        (series, steps): (&Series, Option<usize>),
    ) -> Option<Self> {
        let shifts = level_shifts(&series.values(), steps.unwrap_or(1));
        let last = shifts.last()?;
        let earlier =
            shifts.len().checked_sub(2).and_then(|at| shifts.get(at)).map_or(0, |shift| shift.index);
        let (old, new) = (series.points.get(earlier..last.index)?, series.points.get(last.index..)?);
        let level = |points: &[Point]| level(workspace, check, (&series.subject, points));
        let ((before, before_n), (after, after_n)) = (level(old)?, level(new)?);
        let shift = LevelShift {
            subject: series.subject.clone(),
            period: new.first()?.period,
            last: new.last()?.period,
            first: old.first()?.period,
            before,
            before_n,
            after,
            after_n,
            seasonal: steps.is_some(),
            may_be_season: false,
        };
        let grown = (&shift.after - &shift.before).to_f64();
        let stepped = grown != 0.0 && (last.after - last.before) / grown >= STEP;
        let told = differs(check, &series.subject, (&shift.after, &shift.before), &least());
        (stepped && told).then_some(shift)
    }
}

/// The mean of the known values; of a ratio, that of all the days together, since ratios have no mean.
fn level(
    workspace: &Workspace,
    check: &Check<'_>,
    (subject, points): (&Subject, &[Point]),
) -> Option<(Ratio, usize)> {
    let known: Vec<&Ratio> = points.iter().filter_map(|point| point.value.as_ref()).collect();
    let n = known.len();
    if check.catalogue.is_ratio(&subject.metric) {
        let span = Span::new(points.first()?.period.span().from, points.last()?.period.span().to)?;
        let whole = subject.read(workspace, check, span).ok()?;
        return Some((whole.known()?.clone(), n));
    }
    let sum: Ratio = known.into_iter().sum();
    Some((sum.checked_div(&Ratio::from_int(n as i128))?, n))
}
