//! What of a period may still change: figures that late reports may touch, and those whose reports end before it does.

use std::collections::BTreeMap;

use super::{Check, Question};
use crate::quantity::{Day, MeasureId, Period, Scope};

/// Figures of the company that may still change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsettled {
    /// The last day of their reports, which do not reach the end of the period → the figures.
    pub missing: BTreeMap<Day, Vec<MeasureId>>,
    /// The day from which on late reports may change them no more → the figures.
    pub until: BTreeMap<Day, Vec<MeasureId>>,
}

impl Unsettled {
    /// What may still change of a period, in the order of the catalogue.
    pub fn of(check: &Check<'_>, period: Period) -> Self {
        let mut found = Unsettled::default();
        for metric in check.catalogue.ids() {
            let question = Question { metric: metric.clone(), scope: Scope::company(), period };
            let figure = check.figure(&question);
            let Some(days) = figure.days else { continue };
            if let Some(last) = figure.until() {
                found.missing.entry(last).or_default().push(metric.clone());
            } else if figure.provisional {
                let settled = days.to + (i32::from(check.catalogue.lag_days(metric)) + 1);
                found.until.entry(settled).or_default().push(metric.clone());
            }
        }
        found
    }
}
