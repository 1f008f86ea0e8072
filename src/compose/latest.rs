//! The last value of a series beside a quarter and a year before.

use super::desk::Desk;
use super::exhibit::impact_of;
use crate::chart::Impact;
use crate::metric::{Over, Unit, Variance, variance};
use crate::quantity::{Grain, Period, Ratio};
use crate::trend::Series;

/// The last value that is known, and those it is compared with.
pub(crate) struct Latest {
    /// Its period.
    pub(crate) period: Period,
    /// The value.
    pub(crate) value: Ratio,
    /// That of a quarter before.
    pub(crate) quarter: Option<Ratio>,
    /// That of the same period of the year before.
    pub(crate) year: Option<Ratio>,
}

/// How many periods a quarter has.
fn quarter(grain: Grain) -> usize {
    match grain {
        Grain::Day => 91,
        Grain::Week => 13,
        Grain::Month => 3,
        Grain::Quarter | Grain::Year => 1,
    }
}

impl Latest {
    /// That of a series; nothing when it has no value.
    pub(crate) fn of(series: &Series) -> Option<Self> {
        let (at, period, value) = series.last()?;
        let before = at.checked_sub(quarter(series.grain)).and_then(|at| series.points.get(at));
        Some(Latest {
            period: *period,
            value: value.clone(),
            quarter: before.and_then(|point| point.value.clone()),
            year: series.value(&period.year_before()).cloned(),
        })
    }
}

/// A change from one value to another as it is told, and what it means: as a share, of ranks in places, of percentages
/// in points.
pub(crate) fn change(desk: &Desk<'_>, series: &Series, (now, before): (&Ratio, &Ratio)) -> (String, Impact) {
    let metric = &series.subject.metric;
    let better = desk.workspace.catalogue.better(metric).unwrap_or_default();
    let unit = desk.check().unit(metric);
    let gap: Variance = variance(Some(now), Some(before), unit, better);
    let style = desk.style(metric, &now.abs().max(before.abs()));
    let level = desk.workspace.catalogue.measure(metric).is_some_and(|measure| measure.over == Over::Level);
    let places = level && unit == Unit::Count;
    let words = match &gap.abs {
        Some(abs) if places => style.delta_worded(abs),
        _ => style.relative(&gap),
    };
    // A difference that is shown as none is neither good nor bad.
    let none = gap.abs.as_ref().is_some_and(|abs| style.rounded(abs).is_zero());
    (words, if none { Impact::Neutral } else { impact_of(&gap) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{MeasureId, Scope};
    use crate::trend::{Point, Subject};

    fn series(values: &[Option<i128>]) -> Series {
        let first = Period::parse("2025-01").unwrap();
        let months = std::iter::successors(Some(first), |month| Some(month.next()));
        let point =
            |(period, value): (Period, &Option<i128>)| Point { period, value: value.map(Ratio::from_int) };
        Series {
            subject: Subject::of(&MeasureId::new("sales"), &Scope::company()),
            grain: Grain::Month,
            weeks: None,
            points: months.zip(values).map(point).collect(),
            gaps: Vec::new(),
            begun: None,
            unfinished: None,
            falls_is_better: false,
        }
    }

    fn told(values: &[Option<i128>]) -> Option<(String, [Option<Ratio>; 3])> {
        let Latest { period, value, quarter, year } = Latest::of(&series(values))?;
        Some((period.to_string(), [Some(value), quarter, year]))
    }

    #[test]
    fn the_last_known_value_stands_beside_those_of_a_quarter_and_a_year_before() {
        let values: Vec<Option<i128>> = (1..=14).map(Some).collect();
        let numbers = |all: [Option<i128>; 3]| all.map(|number| number.map(Ratio::from_int));
        assert_eq!(told(&values), Some(("2026-02".into(), numbers([Some(14), Some(11), Some(2)]))));
        // A month that is not known is passed over, and so are three and twelve months before what is left.
        let gap: Vec<Option<i128>> = values.iter().copied().chain([None]).collect();
        assert_eq!(told(&gap), told(&values));
        assert_eq!(told(&values[..2]), Some(("2025-02".into(), numbers([Some(2), None, None]))));
        assert_eq!((told(&[]), told(&[None])), (None, None));
    }
}
