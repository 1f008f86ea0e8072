//! From what was seen to what was kept: steps, each with its rate of the step before.

use super::compared::Compared;
use super::{Base, Check, Question};
use crate::quantity::{MeasureId, Ratio, Scope, Span};

/// The steps from an impression to what is kept of a sale, over the same days.
#[derive(Clone, Debug)]
pub struct Funnel {
    /// The days that all steps are known for.
    pub days: Span,
    /// The steps, the first one first.
    pub steps: Vec<FunnelStep>,
}

/// One step: a count.
#[derive(Clone, Debug)]
pub struct FunnelStep {
    /// What is counted.
    pub id: MeasureId,
    /// How many there were.
    pub actual: Ratio,
    /// How many there were a year before.
    pub previous: Option<Ratio>,
    /// The share of the step before, or how many of it came of one; nothing of the first step, or after nought.
    pub rate: Option<Ratio>,
    /// The same a year before.
    pub previous_rate: Option<Ratio>,
}

impl Funnel {
    /// The steps after the first whose rate is known in both years, that which moved most, for its size, first.
    pub fn moved(&self) -> Vec<(&FunnelStep, Ratio)> {
        let gap = |step: &FunnelStep| {
            let (now, before) = (step.rate.as_ref()?, step.previous_rate.as_ref()?);
            (now - before).checked_div(before)
        };
        let mut moved: Vec<_> = self.steps.iter().filter_map(|step| Some((step, gap(step)?))).collect();
        moved.sort_by_key(|(_, gap)| std::cmp::Reverse(gap.abs()));
        moved
    }
}

impl Check<'_> {
    /// These steps in a part of the company, but for those that nothing is known of; nothing where fewer than two are.
    pub fn funnel(
        &self,
        steps: &[MeasureId],
        (scope, period): (&Scope, crate::quantity::Period),
    ) -> Option<Funnel> {
        let known = |id: &&MeasureId| {
            let question = Question { metric: (*id).clone(), scope: scope.clone(), period };
            self.catalogue.contains(id) && self.figure(&question).actual.known().is_some()
        };
        let steps: Vec<&MeasureId> = steps.iter().filter(known).collect();
        let question = Question { metric: (*steps.get(1)?).clone(), scope: scope.clone(), period };
        let compared = Compared::of(self, steps.iter().copied(), (&question, Base::Previous))?;
        let counts = steps.iter().map(|id| {
            let (now, before) = (compared.actual(id.as_str(), scope)?, compared.base(id.as_str(), scope));
            Some(((*id).clone(), now, before))
        });
        Some(Funnel { days: compared.days, steps: rated(&counts.collect::<Option<Vec<_>>>()?) })
    }
}

fn rated(counts: &[(MeasureId, Ratio, Option<Ratio>)]) -> Vec<FunnelStep> {
    let step = |at: usize, (id, actual, previous): &(MeasureId, Ratio, Option<Ratio>)| {
        let before = at.checked_sub(1).and_then(|at| counts.get(at));
        FunnelStep {
            id: id.clone(),
            actual: actual.clone(),
            previous: previous.clone(),
            rate: before.and_then(|(_, count, _)| actual.checked_div(count)),
            previous_rate: before.and_then(|(_, _, count)| previous.as_ref()?.checked_div(count.as_ref()?)),
        }
    };
    counts.iter().enumerate().map(|(at, count)| step(at, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_a_share_of_the_one_before() {
        let count = |id: &str, now: i128, before: Option<i128>| {
            (MeasureId::new(id), Ratio::from_int(now), before.map(Ratio::from_int))
        };
        let steps = rated(&[
            count("clicks", 0, Some(10)),
            count("sessions", 100, Some(100)),
            count("orders", 9, Some(10)),
            count("kept", 8, None),
        ]);
        let rates: Vec<Option<String>> =
            steps.iter().map(|step| step.rate.as_ref().map(Ratio::to_string)).collect();
        assert_eq!(rates, [None, None, Some("9/100".to_owned()), Some("8/9".to_owned())]);
        let days = crate::quantity::Period::Year(2026).span();
        let funnel = Funnel { days, steps };
        let moved: Vec<(&str, String)> =
            funnel.moved().iter().map(|(step, gap)| (step.id.as_str(), gap.to_string())).collect();
        assert_eq!(moved, [("orders", "-1/10".to_owned())]);
    }
}
