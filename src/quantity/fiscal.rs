//! Fiscal calendars: when a company's year begins, and what its quarters, periods and weeks are (domain 3.6).

use super::{Day, Grain, Period, Span};

/// How a company cuts its years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalCalendar {
    /// Month and day the year begins with: 1 to 12, 1 to 31; never 29 February.
    pub start: (i8, i8),
    /// Which calendar year gives it its name.
    pub named_by: NamedBy,
    /// What weeks begin with.
    pub weeks: WeekStart,
    /// What its twelve periods are.
    pub periods: PeriodSystem,
}

/// Which of the two calendar years that a fiscal year touches gives it its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedBy {
    /// The one it begins in.
    #[default]
    Start,
    /// The one it ends in.
    End,
}

/// What weeks begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WeekStart {
    /// Monday, numbered as ISO 8601 says.
    #[default]
    Iso,
    /// Sunday, numbered by the same rule: week 1 holds 4 January.
    Sunday,
}

/// What the periods of a year are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodSystem {
    /// Calendar months.
    #[default]
    Calendar,
    /// Quarters of four, four and five weeks; a 53rd week goes to the last period.
    FourFourFive,
}

/// A year, quarter or period of a fiscal calendar. It knows its calendar, and so its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalPeriod {
    calendar: FiscalCalendar,
    year: i16,
    part: FiscalPart,
}

/// Which part of a fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FiscalPart {
    /// All of it.
    Year,
    /// A quarter, 1 to 4.
    Quarter(i8),
    /// A period, 1 to 12.
    Period(i8),
}

/// Weeks from the first day of a 4-4-5 year to the first of each of its periods.
const WEEKS_BEFORE: [i32; 12] = [0, 4, 8, 13, 17, 21, 26, 30, 34, 39, 43, 47];

/// The calendar year with ISO weeks.
impl Default for FiscalCalendar {
    fn default() -> Self {
        FiscalCalendar {
            start: (1, 1),
            named_by: NamedBy::Start,
            weeks: WeekStart::Iso,
            periods: PeriodSystem::Calendar,
        }
    }
}

impl FiscalCalendar {
    /// Whether its years, quarters and periods are those of the calendar.
    pub fn is_plain(&self) -> bool {
        self.start == (1, 1) && self.periods == PeriodSystem::Calendar
    }

    /// Its year of a name: the calendar year itself where the two are the same.
    pub fn year(&self, year: i16) -> Period {
        if self.is_plain() { Period::Year(year) } else { self.part(year, FiscalPart::Year) }
    }

    /// The twelve periods of a year; calendar months where they are that.
    pub fn periods(&self, year: i16) -> Vec<Period> {
        (1..=12).map(|number| self.period(year, number)).collect()
    }

    /// The four quarters of a year.
    pub fn quarters(&self, year: i16) -> Vec<Period> {
        (1..=4).map(|number| self.quarter(year, number)).collect()
    }

    /// The weeks of a year, by the rule that most days of a week lie in its year.
    pub fn weeks(&self, year: i16) -> Vec<Period> {
        let span = self.year(year).span();
        let mut week = self.week_of(span.from);
        if week.span().from + 3 < span.from {
            week = week.next();
        }
        let first = std::iter::once(week);
        let rest = std::iter::successors(Some(week), |week| Some(week.next())).skip(1);
        first.chain(rest).take_while(|week| week.span().from + 3 <= span.to).collect()
    }

    /// The name of the year in which a day lies.
    pub fn year_of(&self, day: Day) -> i16 {
        if self.is_plain() {
            return day.year();
        }
        // A year may begin up to three days before its nominal first day, and be named a year later than that.
        let latest = day.year() + 2;
        let begun = |year: &i16| self.first_day(*year) <= day;
        (latest - 4..=latest).rev().find(begun).unwrap_or(latest - 4)
    }

    /// Its week in which a day lies.
    pub fn week_of(&self, day: Day) -> Period {
        match self.weeks {
            WeekStart::Iso => Period::containing(day, Grain::Week),
            WeekStart::Sunday => sunday_week(day),
        }
    }

    /// Its year, quarter, period or week, or the day itself, in which a day lies.
    pub fn containing(&self, day: Day, grain: Grain) -> Period {
        if self.is_plain() && grain != Grain::Week {
            return Period::containing(day, grain);
        }
        let year = self.year_of(day);
        let number = || self.period_number(year, day);
        match grain {
            Grain::Day => Period::Day(day),
            Grain::Week => self.week_of(day),
            Grain::Month => self.period(year, number()),
            Grain::Quarter => self.quarter(year, (number() + 2) / 3),
            Grain::Year => self.year(year),
        }
    }

    /// The names of the years that some days touch.
    pub fn years(&self, span: Span) -> std::ops::RangeInclusive<i16> {
        self.year_of(span.from)..=self.year_of(span.to)
    }

    fn part(&self, year: i16, part: FiscalPart) -> Period {
        Period::Fiscal(FiscalPeriod { calendar: *self, year, part })
    }

    fn quarter(&self, year: i16, number: i8) -> Period {
        if self.is_plain() {
            Period::Quarter(year, number)
        } else {
            self.part(year, FiscalPart::Quarter(number))
        }
    }

    fn period(&self, year: i16, number: i8) -> Period {
        let months = self.periods == PeriodSystem::Calendar && self.start.1 == 1;
        if !months {
            return self.part(year, FiscalPart::Period(number));
        }
        let first = self.first_of_period(year, number);
        Period::Month(first.year(), first.month())
    }

    fn period_number(&self, year: i16, day: Day) -> i8 {
        (1..=12).rev().find(|number| self.first_of_period(year, *number) <= day).unwrap_or(1)
    }

    /// The first day of a year.
    fn first_day(&self, year: i16) -> Day {
        let nominal = self.nominal(year);
        match (self.periods, self.weeks) {
            (PeriodSystem::Calendar, _) => nominal,
            (PeriodSystem::FourFourFive, WeekStart::Iso) => monday(nominal + 3),
            (PeriodSystem::FourFourFive, WeekStart::Sunday) => sunday(nominal + 3),
        }
    }

    fn nominal(&self, year: i16) -> Day {
        let earlier = self.named_by == NamedBy::End && self.start != (1, 1);
        let (month, day) = self.start;
        // Every year has the day: 29 February is refused where calendars are read.
        Day::of(year - i16::from(earlier), month, day).unwrap_or(Day::FIRST)
    }

    /// The first day of a period, 1 to 12; of a 13th, the first day after the year.
    fn first_of_period(&self, year: i16, number: i8) -> Day {
        let before = usize::try_from(number - 1).ok().and_then(|index| WEEKS_BEFORE.get(index));
        match (before, self.periods) {
            (None, _) => self.first_day(year + 1),
            (Some(weeks), PeriodSystem::FourFourFive) => self.first_day(year) + weeks * 7,
            (Some(_), PeriodSystem::Calendar) => self.nominal(year).months_later(i32::from(number) - 1),
        }
    }
}

impl FiscalPeriod {
    /// The name of the year it is or lies in.
    pub fn year(&self) -> i16 {
        self.year
    }

    /// Which part of the year it is.
    pub fn part(&self) -> FiscalPart {
        self.part
    }

    /// Its calendar.
    pub fn calendar(&self) -> FiscalCalendar {
        self.calendar
    }

    /// Its kind; periods stand where months do.
    pub(super) fn grain(&self) -> Grain {
        match self.part {
            FiscalPart::Year => Grain::Year,
            FiscalPart::Quarter(_) => Grain::Quarter,
            FiscalPart::Period(_) => Grain::Month,
        }
    }

    /// Its days.
    pub(super) fn span(&self) -> Span {
        let (first, after) = match self.part {
            FiscalPart::Year => (1, 13),
            FiscalPart::Quarter(number) => (number * 3 - 2, number * 3 + 1),
            FiscalPart::Period(number) => (number, number + 1),
        };
        let day = |number| self.calendar.first_of_period(self.year, number);
        Span { from: day(first), to: day(after) - 1 }
    }

    /// The part of the same number a year earlier. Of 4-4-5 its days are those 364 days earlier, but in the year
    /// after one of 53 weeks, which is restated by a week.
    pub(super) fn year_before(&self) -> FiscalPeriod {
        FiscalPeriod { year: self.year - 1, ..*self }
    }

    /// Whether it is made of weeks.
    pub fn is_weekly(&self) -> bool {
        self.calendar.periods == PeriodSystem::FourFourFive
    }
}

/// As accountants write it: `FY2026`, `FY2026-Q3`, `FY2026-P03`.
impl std::fmt::Display for FiscalPeriod {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FY{}", self.year)?;
        match self.part {
            FiscalPart::Year => Ok(()),
            FiscalPart::Quarter(number) => write!(f, "-Q{number}"),
            FiscalPart::Period(number) => write!(f, "-P{number:02}"),
        }
    }
}

fn monday(day: Day) -> Day {
    day - day.weekday() as i32
}

fn sunday(day: Day) -> Day {
    day - (day.weekday() as i32 + 1) % 7
}

/// The Sunday a week of a year begins with.
pub(super) fn first_of_sunday_week(year: i16, week: i8) -> Option<Day> {
    Some(sunday(Day::of(year, 1, 4)?) + (i32::from(week) - 1) * 7)
}

fn sunday_week(day: Day) -> Period {
    let first = |year| first_of_sunday_week(year, 1).unwrap_or(Day::FIRST);
    let begun = |year: &i16| first(*year) <= day;
    let year = [day.year() + 1, day.year(), day.year() - 1].into_iter().find(begun).unwrap_or(day.year());
    Period::SundayWeek(year, ((day - first(year)) / 7 + 1) as i8)
}

#[cfg(test)]
mod tests;
