//! Single values that stand out.

use super::growth::Against;
use crate::quantity::{Period, Ratio};
use crate::review::Check;
use crate::trend::detect::anomalies;
use crate::trend::{Series, Subject};

/// How many of the last periods are looked at, and how many values are told.
const LATEST: usize = 12;
const MOST: usize = 2;

/// How many neighbours there are on either side.
const NEIGHBOURS: usize = 3;

/// A value that stands out from its neighbours, the season taken out where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlier {
    /// What it tells of.
    pub subject: Subject,
    /// The period.
    pub period: Period,
    /// Its value.
    pub value: Ratio,
    /// Whether it is above what was to be expected.
    pub above: bool,
    /// What it is set beside.
    pub beside: Beside,
}

/// What an outlier is set beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The median of the known values around it: at most three before and three after.
    Neighbours {
        /// Their median.
        median: Ratio,
        /// How many there are.
        n: usize,
    },
    /// The same period of the year before, where the figure has a season.
    LastYear {
        /// That period.
        period: Period,
        /// Its value.
        value: Ratio,
    },
}

impl Outlier {
    /// The outliers among the last periods, the latest first. One whose neighbours do not show it is not told.
    pub(super) fn all(check: &Check<'_>, (series, steps): (&Series, Option<usize>)) -> Vec<Self> {
        let found = anomalies(&series.values(), steps.unwrap_or(1));
        let from = series.points.len().saturating_sub(LATEST);
        let late = found.iter().rev().filter(|anomaly| anomaly.index >= from);
        let told = |at: usize, above: bool| Outlier::at(check, (series, steps.is_some()), (at, above));
        late.filter_map(|anomaly| told(anomaly.index, anomaly.score > 0.0)).take(MOST).collect()
    }

    fn at(
        check: &Check<'_>,
        (series, seasonal): (&Series, bool),
        (at, above): (usize, bool),
    ) -> Option<Self> {
        let point = series.points.get(at)?;
        let beside = match seasonal {
            true => {
                let period = Against::LastYear.base(check, series, point.period)?;
                Beside::LastYear { period, value: series.value(&period)?.clone() }
            }
            false => neighbours(series, at)?,
        };
        let value = point.value.clone()?;
        let shown = beside.value() != &value && (&value > beside.value()) == above;
        let (subject, period) = (series.subject.clone(), point.period);
        shown.then_some(Outlier { subject, period, value, above, beside })
    }
}

impl Beside {
    /// The value an outlier is set beside.
    pub fn value(&self) -> &Ratio {
        match self {
            Beside::Neighbours { median, .. } => median,
            Beside::LastYear { value, .. } => value,
        }
    }
}

fn neighbours(series: &Series, at: usize) -> Option<Beside> {
    let from = at.saturating_sub(NEIGHBOURS);
    let around =
        series.points.iter().enumerate().skip(from).take_while(|(other, _)| *other <= at + NEIGHBOURS);
    let mut values: Vec<Ratio> =
        around.filter(|(other, _)| *other != at).filter_map(|(_, point)| point.value.clone()).collect();
    values.sort();
    let n = values.len();
    let (low, high) = (values.get(n.checked_sub(1)? / 2)?, values.get(n / 2)?);
    let median = (low + high).checked_div(&Ratio::from_int(2))?;
    Some(Beside::Neighbours { median, n })
}
