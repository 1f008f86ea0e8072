//! A share won or lost, and what the own volume changed by: with the whole, and by its own share of it.

use super::growth::{Against, differs};
use crate::metric::{Formula, Unit};
use crate::quantity::{MeasureId, Period, Ratio};
use crate::review::Check;
use crate::trend::{Series, Subject};
use crate::workspace::Workspace;

/// What a share of a whole changed by since the period before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareChange {
    /// The share.
    pub subject: Subject,
    /// What it is a share of: its own part, and the whole.
    pub made_of: (MeasureId, MeasureId),
    /// The last complete period.
    pub period: Period,
    /// The period before.
    pub base_period: Period,
    /// The share then and now.
    pub share: (Ratio, Ratio),
    /// The own part then and now.
    pub own: (Ratio, Ratio),
    /// The whole then and now.
    pub whole: (Ratio, Ratio),
    /// What the own part changed by with the whole, at the mean of both shares.
    pub by_whole: Ratio,
    /// What it changed by with its share, at the mean of both wholes; the two sum to the change.
    pub by_share: Ratio,
}

/// What a share is made of: a ratio in per cent whose name says so.
pub(super) fn parts<'a>(check: &Check<'a>, metric: &MeasureId) -> Option<(&'a MeasureId, &'a MeasureId)> {
    let named = metric.as_str().ends_with("_share") && check.unit(metric) == Unit::Percent;
    match check.catalogue.formula(metric).filter(|_| named)? {
        Formula::Ratio { num, den } => Some((num, den)),
        Formula::Expr(_) => None,
    }
}

impl ShareChange {
    /// The change of the last complete period, where it is known and matters.
    pub(super) fn of(workspace: &Workspace, check: &Check<'_>, series: &Series) -> Option<Self> {
        let (own, whole) = parts(check, &series.subject.metric)?;
        let last = series.points.last()?;
        let base_period = Against::Previous.base(check, series, last.period)?;
        let both = |metric: &MeasureId| {
            let subject = series.subject.with_metric(metric);
            let read = |period: Period| subject.read(workspace, check, period.span()).ok()?.known().cloned();
            Some((read(base_period)?, read(last.period)?))
        };
        let share = (series.value(&base_period)?.clone(), last.value.clone()?);
        let told = differs(check, &series.subject, (&share.1, &share.0), &Ratio::zero());
        let change =
            ShareChange::between((own, whole), (share, both(own)?, both(whole)?), (series, base_period))?;
        told.then_some(change)
    }

    fn between(
        (own_id, whole_id): (&MeasureId, &MeasureId),
        (share, own, whole): (Ends, Ends, Ends),
        (series, base_period): (&Series, Period),
    ) -> Option<Self> {
        let mean = |ends: &Ends| (&ends.0 + &ends.1).checked_div(&Ratio::from_int(2));
        let by_whole = &(&whole.1 - &whole.0) * &mean(&share)?;
        let by_share = &(&share.1 - &share.0) * &mean(&whole)?;
        Some(ShareChange {
            subject: series.subject.clone(),
            made_of: (own_id.clone(), whole_id.clone()),
            period: series.points.last()?.period,
            base_period,
            share,
            own,
            whole,
            by_whole,
            by_share,
        })
    }
}

/// A value then and now.
type Ends = (Ratio, Ratio);
