//! Periods a review or a report covers, and how they are written: `2026-10`, `2026-W43`, `2026-Q3`, `2026`, `2026-10-05`.

use std::fmt;

use serde::Serialize;

use super::fiscal::first_of_sunday_week;
use super::{Day, FiscalCalendar, FiscalPeriod, Span, WeekStart};

/// A calendar period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// One day.
    Day(Day),
    /// An ISO week: year and number.
    Week(i16, i8),
    /// A week from Sunday to Saturday: year and number, of which the first holds 4 January.
    SundayWeek(i16, i8),
    /// A month: year and 1 to 12.
    Month(i16, i8),
    /// A quarter: year and 1 to 4.
    Quarter(i16, i8),
    /// A calendar year.
    Year(i16),
    /// A year, quarter or period of a fiscal calendar that is not the plain one.
    Fiscal(FiscalPeriod),
}

/// The kinds of period, from fine to coarse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grain {
    /// Days.
    Day,
    /// ISO weeks.
    Week,
    /// Calendar months.
    Month,
    /// Calendar quarters.
    Quarter,
    /// Calendar years.
    Year,
}

impl Period {
    /// Reads a period in one of the five written forms.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() == 10 {
            return Day::parse(text).map(Period::Day);
        }
        let (year, rest) = text.split_at_checked(4)?;
        let year = number(year)?;
        Period::of(year, rest).filter(|_| (2000..=2100).contains(&year))
    }

    fn of(year: i16, rest: &str) -> Option<Self> {
        if rest.is_empty() {
            return Some(Period::Year(year));
        }
        let rest = rest.strip_prefix('-')?;
        let valid = |n: i16, max: i16| (1..=max).contains(&n).then_some(n as i8);
        if let Some(week) = rest.strip_prefix('W') {
            let week = two(week).and_then(|n| valid(n, 53))?;
            return Day::of_iso_week(year, week).map(|_| Period::Week(year, week));
        }
        if let Some(quarter) = rest.strip_prefix('Q') {
            return number(quarter).and_then(|n| valid(n, 4)).map(|q| Period::Quarter(year, q));
        }
        two(rest).and_then(|n| valid(n, 12)).map(|m| Period::Month(year, m))
    }

    /// The period of a kind in which a day lies.
    pub fn containing(day: Day, grain: Grain) -> Self {
        match grain {
            Grain::Day => Period::Day(day),
            Grain::Week => {
                let (year, week) = day.iso_week();
                Period::Week(year, week)
            }
            Grain::Month => Period::Month(day.year(), day.month()),
            Grain::Quarter => Period::Quarter(day.year(), (day.month() + 2) / 3),
            Grain::Year => Period::Year(day.year()),
        }
    }

    /// Its kind.
    pub fn grain(&self) -> Grain {
        match self {
            Period::Day(_) => Grain::Day,
            Period::Week(..) | Period::SundayWeek(..) => Grain::Week,
            Period::Month(..) => Grain::Month,
            Period::Quarter(..) => Grain::Quarter,
            Period::Year(_) => Grain::Year,
            Period::Fiscal(period) => period.grain(),
        }
    }

    /// Its days.
    pub fn span(&self) -> Span {
        let from = self.first();
        let to = match *self {
            Period::Day(day) => day,
            Period::Week(..) | Period::SundayWeek(..) => from + 6,
            Period::Month(..) => from.end_of_month(),
            Period::Quarter(..) => (from + 63).end_of_month(),
            Period::Year(_) => (from + 340).end_of_month(),
            Period::Fiscal(period) => period.span().to,
        };
        Span { from, to }
    }

    fn first(&self) -> Day {
        let day = match *self {
            Period::Day(day) => Some(day),
            Period::Week(year, week) => Day::of_iso_week(year, week),
            Period::SundayWeek(year, week) => first_of_sunday_week(year, week),
            Period::Month(year, month) => Day::new(year, month, 1),
            Period::Quarter(year, quarter) => Day::new(year, quarter * 3 - 2, 1),
            Period::Year(year) => Day::new(year, 1, 1),
            Period::Fiscal(period) => Some(period.span().from),
        };
        // Values are made by `parse`, `containing` and their like, which check the year: there is always a day.
        day.unwrap_or(Day::FIRST)
    }

    /// The period of the same kind just before.
    #[must_use]
    pub fn previous(&self) -> Self {
        self.alike(self.first() - 1)
    }

    /// The period of the same kind just after.
    #[must_use]
    pub fn next(&self) -> Self {
        self.alike(self.span().to + 1)
    }

    /// The period of the same kind and calendar in which a day lies.
    fn alike(&self, day: Day) -> Self {
        self.calendar().containing(day, self.grain())
    }

    /// The calendar it belongs to.
    fn calendar(&self) -> FiscalCalendar {
        match self {
            Period::Fiscal(period) => period.calendar(),
            Period::SundayWeek(..) => {
                FiscalCalendar { weeks: WeekStart::Sunday, ..FiscalCalendar::default() }
            }
            _ => FiscalCalendar::default(),
        }
    }

    /// What it is compared with in the previous year: the same month, quarter or year; for weeks and days
    /// 364 days earlier, so that weekdays match and a year of 53 weeks does not shift them (domain 3.6).
    #[must_use]
    pub fn year_before(&self) -> Self {
        match (self, self.grain()) {
            (Period::Fiscal(period), _) => Period::Fiscal(period.year_before()),
            (_, Grain::Day | Grain::Week) => self.alike(self.first() - 364),
            (_, grain) => Period::containing(self.first().year_before(), grain),
        }
    }

    /// The days that some of its days are compared with in the previous year: by date in months, quarters and
    /// years; by weekday, 364 days earlier, in days, weeks and the weeks of 4-4-5 (domain 3.6).
    pub fn days_before(&self, days: Span) -> Span {
        let weekly = match self {
            Period::Fiscal(period) => period.is_weekly(),
            _ => self.grain() <= Grain::Week,
        };
        if weekly {
            return Span { from: days.from - 364, to: days.to - 364 };
        }
        let (now, then) = (self.span(), self.year_before().span());
        Span {
            from: if days.from == now.from { then.from } else { days.from.year_before() },
            to: if days.to == now.to { then.to } else { days.to.year_before() },
        }
    }

    /// The periods of a finer kind that have their first day in it (for weeks: their fourth, as ISO says).
    pub fn split(&self, grain: Grain) -> Vec<Period> {
        let span = self.span();
        let mut parts = Vec::new();
        let mut part = self.calendar().containing(span.from, grain);
        while part.span().from <= span.to {
            let anchor = if grain == Grain::Week { part.span().from + 3 } else { part.span().from };
            if span.contains(anchor) {
                parts.push(part);
            }
            part = part.next();
        }
        parts
    }
}

fn number(text: &str) -> Option<i16> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

fn two(text: &str) -> Option<i16> {
    (text.len() == 2).then(|| number(text))?
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Day(day) => write!(f, "{day}"),
            Period::Week(year, week) | Period::SundayWeek(year, week) => write!(f, "{year}-W{week:02}"),
            Period::Month(year, month) => write!(f, "{year}-{month:02}"),
            Period::Quarter(year, quarter) => write!(f, "{year}-Q{quarter}"),
            Period::Year(year) => write!(f, "{year}"),
            Period::Fiscal(period) => write!(f, "{period}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    #[test]
    fn each_written_form_is_read_and_shown_again() {
        for text in ["2026", "2026-Q3", "2026-10", "2026-W53", "2026-10-05"] {
            assert_eq!(period(text).to_string(), text);
        }
    }

    #[test]
    fn periods_that_do_not_exist_are_refused() {
        for text in [
            "2027-W53",
            "2026-13",
            "2026-00",
            "2026-Q5",
            "2026-1",
            "26-10",
            "2026-W1",
            "",
            "1999",
            "20261",
            "2026-1０",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn each_period_knows_its_days() {
        for (text, from, to) in [
            ("2026", "2026-01-01", "2026-12-31"),
            ("2026-Q1", "2026-01-01", "2026-03-31"),
            ("2026-Q4", "2026-10-01", "2026-12-31"),
            ("2028-02", "2028-02-01", "2028-02-29"),
            ("2026-W53", "2026-12-28", "2027-01-03"),
        ] {
            let span = period(text).span();
            assert_eq!((span.from.to_string().as_str(), span.to.to_string().as_str()), (from, to), "{text}");
        }
    }

    #[test]
    fn last_year_keeps_months_and_weekdays() {
        for (text, before) in [
            ("2026-10", "2025-10"),
            ("2026-Q1", "2025-Q1"),
            ("2027-W25", "2026-W26"),
            ("2026-11-20", "2025-11-21"),
        ] {
            assert_eq!(period(text).year_before().to_string(), before);
        }
    }

    #[test]
    fn iso_years_have_their_weeks() {
        for (year, weeks) in [("2024", 52), ("2025", 52), ("2026", 53), ("2027", 52), ("2032", 53)] {
            assert_eq!(period(year).split(Grain::Week).len(), weeks, "{year}");
        }
    }
}
