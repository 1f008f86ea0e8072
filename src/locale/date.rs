//! Days and periods as they are written in a sentence, in a table, on an axis.

use crate::diagnostic::Arg;
use crate::quantity::{Day, Period, Span};

use super::Locale;

impl Locale {
    /// A day in a sentence: `2026 年 11 月 20 日`, `20 Nov 2026`. Tables use `Day` as it is: `2026-11-20`.
    pub fn date(&self, day: Day) -> String {
        let name = self.month_short(day.month());
        let args = [
            ("year", number(day.year())),
            ("month", number(day.month())),
            ("day", number(day.day())),
            ("name", Arg::Text(name)),
        ];
        self.fill("date-long", &args)
    }

    /// A day where its year is known: `11-20`.
    pub fn day_short(&self, day: Day) -> String {
        format!("{:02}-{:02}", day.month(), day.day())
    }

    /// The days from one to another in a sentence: `2026 年 10 月 1 日至 2026 年 10 月 20 日`.
    pub fn span(&self, span: Span) -> String {
        let args = [("from", Arg::Text(self.date(span.from))), ("to", Arg::Text(self.date(span.to)))];
        self.fill("date-span", &args)
    }

    /// A month on an axis: `10月`, `Oct`; months count from 1.
    pub fn month_short(&self, month: i8) -> String {
        self.text(&format!("date-month-short-{month}"))
    }

    /// A weekday: `週一`, `Mon`.
    pub fn weekday(&self, day: Day) -> String {
        self.text(&format!("date-weekday-{}", day.weekday()))
    }

    /// A period in a sentence or a title: `2026 年 10 月`, `October 2026`, `Q3 2026`, `week 43 of 2026`.
    pub fn period(&self, period: Period) -> String {
        match period {
            Period::Day(day) => self.date(day),
            Period::Week(year, week) => {
                self.fill("period-week", &[("year", number(year)), ("week", number(week))])
            }
            Period::Month(year, month) => self.month(year, month),
            Period::Quarter(year, quarter) => {
                self.fill("period-quarter", &[("year", number(year)), ("quarter", number(quarter))])
            }
            Period::Year(year) => self.fill("period-year", &[("year", number(year))]),
        }
    }

    /// A period on an axis or in the head of a column, where its year is known: `10月`, `W43`, `Q3`, `11-20`.
    pub fn period_short(&self, period: Period) -> String {
        match period {
            Period::Day(day) => self.day_short(day),
            Period::Week(_, week) => self.fill("period-week-short", &[("week", number(week))]),
            Period::Month(_, month) => self.month_short(month),
            Period::Quarter(_, quarter) => self.fill("period-quarter-short", &[("quarter", number(quarter))]),
            Period::Year(year) => year.to_string(),
        }
    }

    fn month(&self, year: i16, month: i8) -> String {
        let long = format!("date-month-long-{month}");
        let name = if self.has(&long) { self.text(&long) } else { self.month_short(month) };
        let args = [("year", number(year)), ("month", number(month)), ("name", Arg::Text(name))];
        self.fill("period-month", &args)
    }
}

/// A number of the calendar: shown as it is, never grouped.
fn number(n: impl ToString) -> Arg {
    Arg::Text(n.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{en, zh};
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn days_are_worded() {
        assert_eq!(zh().date(day("2026-11-20")), "2026 年 11 月 20 日");
        assert_eq!(en().date(day("2026-11-20")), "20 Nov 2026");
        assert_eq!(zh().weekday(day("2026-11-22")), "週日");
        let span = Span::new(day("2026-10-01"), day("2026-10-20")).unwrap();
        assert_eq!(en().span(span), "1 Oct 2026 to 20 Oct 2026");
    }

    #[test]
    fn periods_are_worded() {
        for (period, chinese, english, short_zh, short_en) in [
            ("2026", "2026 年", "2026", "2026", "2026"),
            ("2026-Q3", "2026 年第 3 季", "Q3 2026", "第 3 季", "Q3"),
            ("2026-10", "2026 年 10 月", "October 2026", "10月", "Oct"),
            ("2026-W43", "2026 年第 43 週", "week 43 of 2026", "第 43 週", "W43"),
            ("2026-10-05", "2026 年 10 月 5 日", "5 Oct 2026", "10-05", "10-05"),
        ] {
            let period = Period::parse(period).unwrap();
            assert_eq!(zh().period(period), chinese);
            assert_eq!(en().period(period), english);
            assert_eq!(zh().period_short(period), short_zh);
            assert_eq!(en().period_short(period), short_en);
        }
    }
}
