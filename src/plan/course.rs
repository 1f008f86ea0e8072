//! The months of a figure's year in every version of its plan, side by side.

use super::{Plan, Version};
use crate::metric::Catalogue;
use crate::quantity::{Grain, MeasureId, Period, Ratio, Scope};

/// The months of a figure's year in one version of the plan.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    /// The version; nothing for the plan as it is today.
    pub version: Option<&'a Version>,
    /// What it plans in each month.
    pub months: Vec<PlannedMonth>,
    /// What it plans in the year.
    pub total: Ratio,
}

/// What is planned in a month, and how much that is more than in the version before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedMonth {
    /// The month, or the period.
    pub month: Period,
    /// The amount.
    pub amount: Ratio,
    /// The amount less that of the version before; nothing of the first.
    pub change: Option<Ratio>,
}

/// A figure in every version of a year's plan, the oldest first, and in the plan as it is today.
///
/// A version that does not plan the figure is left out.
pub fn courses<'a>(
    (live, versions): (&Plan, &'a [Version]),
    catalogue: &Catalogue,
    (metric, year): (&MeasureId, i16),
) -> Vec<Course<'a>> {
    let frozen = versions.iter().filter(|version| version.year == year);
    let plans = frozen.map(|version| (Some(version), &version.plan)).chain([(None, live)]);
    let mut all: Vec<Course<'a>> = Vec::new();
    for (version, plan) in plans {
        let company = Scope::company();
        let amount = |period: Period| plan.value(catalogue, metric, (&company, period.span()));
        let months = live.year(year).split(Grain::Month);
        let amounts: Option<Vec<Ratio>> = months.iter().map(|month| amount(*month)).collect();
        let (Some(amounts), Some(total)) = (amounts, amount(live.year(year))) else { continue };
        let before = all.last();
        let month = |(at, (month, amount)): (usize, (Period, Ratio))| {
            let earlier = before.and_then(|course| course.months.get(at));
            PlannedMonth { month, change: earlier.map(|earlier| &amount - &earlier.amount), amount }
        };
        let months = months.into_iter().zip(amounts).enumerate().map(month).collect();
        all.push(Course { version, months, total });
    }
    all
}
