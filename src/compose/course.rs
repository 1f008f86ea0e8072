//! What was measured of a figure and what is expected of it, period by period: what fans and tables of forecasts show.

use super::desk::Desk;
use super::trend_words::Teller;
use crate::quantity::{Day, Grain, Period, Ratio, Scope, WeekStart};
use crate::trend::{Ahead, Line, Point, Segment, Series, Subject};
use crate::workspace::{Author, Issued};

/// How many forecasts issued before are shown: the latest.
const ISSUED: usize = 6;

/// The course of a figure.
pub(crate) struct Course<'a> {
    /// What was measured.
    pub(crate) series: Series,
    /// What is expected; nothing where no forecast is given.
    pub(crate) line: Option<&'a Line>,
    /// The periods shown, past and future, one after the other.
    pub(crate) periods: Vec<Period>,
}

/// How many periods before the forecast are shown: two years of months, a year and a month of weeks, so that the same
/// season of the year before is among them.
fn shown(grain: Grain) -> usize {
    match grain {
        Grain::Day => 56,
        Grain::Week => 56,
        Grain::Month => 24,
        Grain::Quarter | Grain::Year => 12,
    }
}

impl<'a> Course<'a> {
    /// The course of a subject by periods of a kind; nothing when there is no series of it.
    pub(crate) fn of(desk: &Desk<'a>, subject: &Subject, grain: Grain) -> Option<Self> {
        let series = Series::of(desk.workspace, &desk.check(), subject, grain).ok()?;
        let lines = desk.forecasts.outlook.lines.iter();
        let line = lines.into_iter().find(|line| line.subject == *subject && line.grain == grain);
        // What is noted on single days has no value on the others, and no gap there.
        let told = |point: &&Point| grain != Grain::Day || point.value.is_some();
        let past: Vec<Period> = series.points.iter().filter(told).map(|point| point.period).collect();
        let from = past.len().saturating_sub(shown(grain));
        let ahead = line.map_or(&[][..], |line| &line.periods).iter().map(|ahead| ahead.period);
        let mut periods: Vec<Period> = past.into_iter().skip(from).collect();
        periods.extend(ahead);
        periods.dedup();
        Some(Course { series, line, periods })
    }

    /// Whether there is something to draw: three values, or a forecast.
    pub(crate) fn is_told(&self) -> bool {
        let known = self.series.points.iter().filter(|point| point.value.is_some());
        self.line.is_some() || known.take(3).count() == 3
    }

    /// What was measured of a period.
    pub(crate) fn actual(&self, period: &Period) -> Option<&Ratio> {
        self.series.value(period)
    }

    /// What is expected of a period.
    pub(crate) fn ahead(&self, period: &Period) -> Option<&'a Ahead> {
        self.line?.periods.iter().find(|ahead| ahead.period == *period)
    }

    /// What is planned for a period; figures of the market are not planned.
    pub(crate) fn plan(&self, desk: &Desk<'_>, period: &Period) -> Option<Ratio> {
        let Subject { metric, scope, segment } = &self.series.subject;
        let planned = || desk.plan().value(&desk.workspace.catalogue, metric, (scope, period.span()));
        self.ahead(period).and_then(|ahead| ahead.plan.clone()).or_else(|| segment.is_none().then(planned)?)
    }

    /// The largest value shown, without its sign.
    pub(crate) fn largest(&self) -> Option<Ratio> {
        let actual = self.periods.iter().filter_map(|period| self.actual(period));
        let ahead = self.periods.iter().filter_map(|period| self.ahead(period));
        actual.chain(ahead.map(|ahead| &ahead.high80)).map(Ratio::abs).max()
    }

    /// The first whole period that is expected and not under way.
    pub(crate) fn next(&self) -> Option<&'a Ahead> {
        self.line?.periods.iter().find(|ahead| ahead.so_far.is_none())
    }

    /// Forecasts of the program that were issued before, a value for each period shown; each begins with the last
    /// value that was known then.
    pub(crate) fn issued(&self, desk: &Desk<'_>) -> Vec<Vec<Option<Ratio>>> {
        let log: Vec<&Issued> = self.log(desk).collect();
        let mut days: Vec<Day> = log.iter().map(|row| row.issued).collect();
        days.dedup();
        let newest = self.line.map_or(desk.today, |line| line.origin);
        days.retain(|day| *day < newest);
        let from = days.len().saturating_sub(ISSUED);
        days.split_off(from).into_iter().map(|day| self.issued_on(&log, day)).collect()
    }

    fn log<'d>(&'d self, desk: &Desk<'d>) -> impl Iterator<Item = &'d Issued> + use<'d, 'a> {
        let of_tool = |row: &&Issued| matches!(row.author, Author::Tool { .. });
        desk.workspace.issued.iter().filter(of_tool).filter(|row| is_of(row, &self.series.subject))
    }

    fn issued_on(&self, log: &[&Issued], day: Day) -> Vec<Option<Ratio>> {
        let rows = || log.iter().filter(|row| row.issued == day);
        let told = |period: &Period| rows().find(|row| row.span == period.span()).map(|row| &row.point);
        let mut values: Vec<Option<Ratio>> =
            self.periods.iter().map(|period| told(period).cloned()).collect();
        let first = values.iter().position(Option::is_some).and_then(|first| first.checked_sub(1));
        if let Some((at, period)) = first.and_then(|at| Some((at, self.periods.get(at)?))) {
            values[at] = self.actual(period).cloned();
        }
        values
    }
}

fn is_of(row: &Issued, subject: &Subject) -> bool {
    let segment = row.segment.as_ref().map(|(dimension, value)| (dimension.as_str(), value.as_str()));
    let own =
        subject.segment.as_ref().map(|Segment { dimension, value }| (dimension.as_str(), value.as_str()));
    row.metric.value == subject.metric && row.scope == subject.scope && segment == own
}

/// What a subject is called: the part of the company, before it the value of a further dimension.
pub(crate) fn who(desk: &Desk<'_>, subject: &Subject) -> String {
    let part = desk.scope(&subject.scope).text;
    let Some(segment) = &subject.segment else { return part };
    let value = teller(desk).value(&segment.dimension, &segment.value);
    if subject.scope == Scope::company() { value } else { format!("{value} · {part}") }
}

fn teller<'a>(desk: &Desk<'a>) -> Teller<'a> {
    Teller { workspace: desk.workspace, locale: desk.locale, currency: desk.currency() }
}

/// A period in words; weeks that begin with a Sunday where the company's own are ISO weeks by their first day.
pub(crate) fn period_words(desk: &Desk<'_>, period: Period) -> String {
    teller(desk).period(period)
}

/// The same as the label of an axis.
fn period_label(desk: &Desk<'_>, period: Period) -> String {
    match period {
        Period::SundayWeek(..) if desk.fiscal().weeks != WeekStart::Sunday => {
            desk.locale.short_date(period.span().from)
        }
        _ => desk.locale.period_label(period),
    }
}

/// Periods as the labels of an axis.
pub(crate) fn labels(desk: &Desk<'_>, periods: &[Period]) -> Vec<String> {
    periods.iter().map(|period| period_label(desk, *period)).collect()
}

/// From the first to the last of some periods.
pub(crate) fn from_to(desk: &Desk<'_>, periods: &[Period]) -> String {
    let words = |period: &Period| period_words(desk, *period).into();
    let ends = periods.first().zip(periods.last());
    ends.map_or_else(String::new, |(from, to)| {
        desk.fill("from-to", &[("from", words(from)), ("to", words(to))])
    })
}
