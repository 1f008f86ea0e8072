//! One civil day.

use std::fmt;
use std::ops::{Add, Sub};

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// A civil day, counted from 1970-01-01; years 2000 to 2100.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

const EPOCH: Date = date(1970, 1, 1);

impl Day {
    /// The first day there is: 2000-01-01.
    pub(super) const FIRST: Day = Day(10_957);

    /// The day of a calendar date; nothing when it does not exist or lies outside 2000 to 2100.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        let date = Date::new(year, month, day).ok()?;
        (2000..=2100).contains(&year).then(|| Day::from_date(date))
    }

    /// The day of a calendar date of any year; nothing when it does not exist.
    pub(super) fn of(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Day::from_date)
    }

    /// Reads `2026-11-20` and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month, day) = parts(text)?;
        Day::new(year, month, day)
    }

    /// Reads `1987-11-20` and nothing else, of any year: for series that are older than any shop.
    pub(crate) fn parse_of_any_year(text: &str) -> Option<Self> {
        let (year, month, day) = parts(text)?;
        Day::of(year, month, day)
    }

    fn from_date(date: Date) -> Self {
        Day((date - EPOCH).get_days())
    }

    fn date(self) -> Date {
        EPOCH.saturating_add(self.0.days())
    }

    /// Today in a time zone, from the machine's clock; the caller is `World` alone.
    pub(crate) fn of_timestamp(timestamp: jiff::Timestamp, timezone: &str) -> Self {
        let zone = jiff::tz::TimeZone::get(timezone).unwrap_or(jiff::tz::TimeZone::UTC);
        Day::from_date(timestamp.to_zoned(zone).date())
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.date().month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.date().day()
    }

    /// The weekday: 0 is Monday, 6 is Sunday.
    pub fn weekday(self) -> usize {
        // 1970-01-01 was a Thursday.
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// ISO week: its year and number.
    pub fn iso_week(self) -> (i16, i8) {
        let week = self.date().iso_week_date();
        (week.year(), week.week())
    }

    /// The Monday of an ISO week; nothing when the year has no such week.
    pub fn of_iso_week(year: i16, week: i8) -> Option<Self> {
        let monday = jiff::civil::ISOWeekDate::new(year, week, Weekday::Monday).ok()?;
        (2000..=2100).contains(&year).then(|| Day::from_date(monday.date()))
    }

    /// The same date a year earlier; 29 February becomes the 28th.
    #[must_use]
    pub fn year_before(self) -> Self {
        Day::from_date(self.date().saturating_sub(1.year()))
    }

    /// The same date some months later; a day that the month lacks becomes its last.
    pub(crate) fn months_later(self, months: i32) -> Self {
        Day::from_date(self.date().saturating_add(months.months()))
    }

    /// The last day of its month.
    #[must_use]
    pub fn end_of_month(self) -> Self {
        Day::from_date(self.date().last_of_month())
    }
}

/// Year, month and day as they are written.
fn parts(text: &str) -> Option<(i16, i8, i8)> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let digits = |range: std::ops::Range<usize>| {
        let part = text.get(range)?;
        part.bytes().all(|b| b.is_ascii_digit()).then_some(part)
    };
    Some((digits(0..4)?.parse().ok()?, digits(5..7)?.parse().ok()?, digits(8..10)?.parse().ok()?))
}

impl Add<i32> for Day {
    type Output = Day;
    fn add(self, days: i32) -> Day {
        Day(self.0 + days)
    }
}

impl Sub<i32> for Day {
    type Output = Day;
    fn sub(self, days: i32) -> Day {
        Day(self.0 - days)
    }
}

/// Days from the right one to the left one.
impl Sub for Day {
    type Output = i32;
    fn sub(self, earlier: Day) -> i32 {
        self.0 - earlier.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dates_that_exist_are_read() {
        for text in [
            "2026-02-29",
            "2026-2-9",
            "20260209",
            "2026-13-01",
            "0000-01-01",
            "9999-01-01",
            "２０２６-01-01",
            "2026-01-01T00",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Day::parse("2028-02-29").unwrap().to_string(), "2028-02-29");
    }

    #[test]
    fn weekdays_count_from_monday() {
        assert_eq!(Day::parse("2026-11-22").unwrap().weekday(), 6);
        assert_eq!(Day::parse("2026-11-23").unwrap().weekday(), 0);
    }

    #[test]
    fn the_first_day_begins_the_century() {
        assert_eq!(Day::FIRST.to_string(), "2000-01-01");
        assert_eq!(Day::new(1999, 12, 31), None);
    }

    #[test]
    fn a_leap_day_has_a_year_before() {
        assert_eq!(Day::parse("2028-02-29").unwrap().year_before().to_string(), "2027-02-28");
    }
}
