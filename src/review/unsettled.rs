//! What of a period may still change: figures that late reports may touch, and those whose reports end before it does.

use std::collections::BTreeMap;

use super::Check;
use crate::quantity::{Day, MeasureId, Period, Scope};

/// Figures of the company that may still change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsettled {
    /// The last day of their reports, which do not reach the end of the period, or not even its beginning → the figures.
    pub missing: BTreeMap<Day, Vec<MeasureId>>,
    /// The day from which on late reports may change them no more → the figures.
    pub until: BTreeMap<Day, Vec<MeasureId>>,
}

impl Unsettled {
    /// What may still change of a period, in the order of the catalogue. What was never measured is no report.
    pub fn of(check: &Check<'_>, period: Period) -> Self {
        let (mut found, span, company) = (Unsettled::default(), period.span(), Scope::company());
        for metric in check.catalogue.ids() {
            let Some(last) = check.last_day(metric, &company) else { continue };
            let is_known = check.known_days(metric, &company, span).is_some();
            if last < span.to {
                found.missing.entry(last).or_default().push(metric.clone());
            } else if is_known && check.is_provisional(metric, span) {
                let settled = span.to + (i32::from(check.catalogue.lag_days(metric)) + 1);
                found.until.entry(settled).or_default().push(metric.clone());
            }
        }
        found
    }
}
