//! Which weeks a series is told by: those of its reports, and never two kinds in one series.

use crate::quantity::{Day, FiscalCalendar, Grain, MeasureId, Period, Scope, Span, WeekStart};
use crate::review::Check;

use super::NoSeries;

/// The weeks of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weeks {
    /// The day they begin with.
    pub start: WeekStart,
    /// Whether reports that come by the week say so, by their days or by the one weekday they are dated with; else they
    /// are the company's own.
    pub reported: bool,
    /// The weeks of reports that begin on another day: their figures are in no point.
    pub strays: Vec<Span>,
}

/// How many weeks of reports begin with a Monday, how many with a Sunday.
#[derive(Clone, Copy, Default)]
struct Tally {
    iso: usize,
    sunday: usize,
}

impl Tally {
    fn of(reports: &[Span]) -> Self {
        let count = |start| reports.iter().filter(|span| start_of(span) == Some(start)).count();
        Tally { iso: count(WeekStart::Iso), sunday: count(WeekStart::Sunday) }
    }

    /// The beginning that most of them have; of as many, the company's own.
    fn most(self, own: WeekStart) -> Option<WeekStart> {
        match self.iso.cmp(&self.sunday) {
            std::cmp::Ordering::Greater => Some(WeekStart::Iso),
            std::cmp::Ordering::Less => Some(WeekStart::Sunday),
            std::cmp::Ordering::Equal => (self.iso > 0).then_some(own),
        }
    }
}

impl Weeks {
    /// The weeks of the reports that these measures come from in a part of the company.
    ///
    /// # Errors
    /// When the measures come by weeks of different beginnings: they have no week in common.
    pub(super) fn of(
        check: &Check<'_>,
        leaves: &[MeasureId],
        (scope, own): (&Scope, WeekStart),
    ) -> Result<Self, NoSeries> {
        let reports: Vec<Vec<Span>> =
            leaves.iter().map(|leaf| weekly(check.facts.reports(leaf, scope))).collect();
        let of_leaf = |(leaf, reports): (&MeasureId, &Vec<Span>)| {
            Tally::of(reports).most(own).or_else(|| dated(check.facts.weekday(leaf, scope)?, own))
        };
        let starts: Vec<WeekStart> = leaves.iter().zip(&reports).filter_map(of_leaf).collect();
        let Some(start) = starts.first().copied() else {
            return Ok(Weeks { start: own, reported: false, strays: Vec::new() });
        };
        if starts.iter().any(|other| *other != start) {
            return Err(NoSeries::Weeks);
        }
        let mut strays: Vec<Span> =
            reports.concat().into_iter().filter(|span| start_of(span) != Some(start)).collect();
        strays.sort_unstable();
        strays.dedup();
        Ok(Weeks { start, reported: true, strays })
    }

    /// The period of a grain in which a day lies: weeks of this beginning, all else as the company cuts its years.
    pub(super) fn containing(&self, fiscal: FiscalCalendar, (day, grain): (Day, Grain)) -> Period {
        match grain {
            Grain::Week => FiscalCalendar { weeks: self.start, ..fiscal }.week_of(day),
            _ => fiscal.containing(day, grain),
        }
    }
}

/// The weeks of figures that are all dated with one day of the week: one that ends on Saturday, one that begins on
/// Monday; a Sunday may be either, and other days tell nothing.
fn dated(weekday: usize, own: WeekStart) -> Option<WeekStart> {
    match weekday {
        0 => Some(WeekStart::Iso),
        5 => Some(WeekStart::Sunday),
        6 => Some(own),
        _ => None,
    }
}

fn weekly(reports: Vec<Span>) -> Vec<Span> {
    reports.into_iter().filter(|span| span.len() == 7).collect()
}

/// The kind of week that a week of a report is; nothing when it begins on neither day.
fn start_of(span: &Span) -> Option<WeekStart> {
    match span.from.weekday() {
        0 => Some(WeekStart::Iso),
        6 => Some(WeekStart::Sunday),
        _ => None,
    }
}
