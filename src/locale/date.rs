//! Days and periods as the language writes them.

use super::Locale;
use crate::diagnostic::Arg;
use crate::quantity::{Day, FiscalPart, Period, Span};

impl Locale {
    /// A day in a sentence: "2026 年 11 月 20 日", "20 Nov 2026".
    pub fn date(&self, day: Day) -> String {
        let [month, name] = self.month(day.month(), "short");
        let year = ("year", Arg::Text(day.year().to_string()));
        self.fill("date-long", &[year, month, name, ("day", text(day.day()))])
    }

    /// A day of the current year, where there is little room: "11-20".
    pub fn short_date(&self, day: Day) -> String {
        format!("{:02}-{:02}", day.month(), day.day())
    }

    /// Days from one to another: "2026-11-01 至 2026-11-20".
    pub fn span(&self, span: Span) -> String {
        self.fill("date-span", &[("from", span.from.to_string().into()), ("to", span.to.to_string().into())])
    }

    /// A period in words: "2026 年 10 月", "week 43 of 2026".
    pub fn period(&self, period: Period) -> String {
        let with = |key, year: i16, args: &[(&'static str, Arg)]| {
            let year = ("year", Arg::Text(year.to_string()));
            self.fill(key, &[&[year], args].concat())
        };
        match period {
            Period::Day(day) => self.date(day),
            Period::Week(year, week) | Period::SundayWeek(year, week) => {
                with("period-week", year, &[("week", text(week))])
            }
            Period::Month(year, month) => with("period-month", year, &self.month(month, "long")),
            Period::Quarter(year, quarter) => with("period-quarter", year, &[("quarter", text(quarter))]),
            Period::Year(year) => with("period-year", year, &[]),
            Period::Fiscal(period) => match period.part() {
                FiscalPart::Year => with("period-fiscal-year", period.year(), &[]),
                FiscalPart::Quarter(quarter) => {
                    with("period-fiscal-quarter", period.year(), &[("quarter", text(quarter))])
                }
                FiscalPart::Period(number) => {
                    let number = ("number", Arg::Text(format!("{number:02}")));
                    with("period-fiscal-period", period.year(), &[number])
                }
            },
        }
    }

    /// A period as the label of an axis, without what the axis says already: "10月", "W43", "11-20".
    pub fn period_label(&self, period: Period) -> String {
        match period {
            Period::Day(day) => self.short_date(day),
            Period::Week(_, week) | Period::SundayWeek(_, week) => format!("W{week}"),
            Period::Month(_, month) => self.month_label(month),
            Period::Quarter(_, quarter) => format!("Q{quarter}"),
            Period::Year(year) => year.to_string(),
            Period::Fiscal(period) => match period.part() {
                FiscalPart::Year => period.to_string(),
                FiscalPart::Quarter(quarter) => format!("Q{quarter}"),
                FiscalPart::Period(number) => format!("P{number:02}"),
            },
        }
    }

    /// A month's short name: "10月", "Oct".
    pub fn month_label(&self, month: i8) -> String {
        self.text(&format!("date-month-short-{month}"))
    }

    /// A month as number and as name: a language uses the one it needs.
    fn month(&self, month: i8, length: &str) -> [(&'static str, Arg); 2] {
        let name = self.text(&format!("date-month-{length}-{month}"));
        [("month", text(month)), ("name", Arg::Text(name))]
    }
}

fn text(number: i8) -> Arg {
    Arg::Text(number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{FiscalCalendar, Lang, PeriodSystem};
    use crate::render::Theme;

    #[test]
    fn periods_are_worded_in_both_languages() {
        let [zh, en] = ["zh-Hant", "en"].map(|tag| Theme::embedded().locale(&Lang::new(tag)).unwrap());
        for (period, chinese, english) in [
            ("2026", "2026 年", "2026"),
            ("2026-Q3", "2026 年第 3 季", "Q3 2026"),
            ("2026-10", "2026 年 10 月", "October 2026"),
            ("2026-W43", "2026 年第 43 週", "week 43 of 2026"),
            ("2026-11-20", "2026 年 11 月 20 日", "20 Nov 2026"),
        ] {
            let period = Period::parse(period).unwrap();
            assert_eq!((zh.period(period).as_str(), en.period(period).as_str()), (chinese, english));
        }
        let fiscal = FiscalCalendar { periods: PeriodSystem::FourFourFive, ..FiscalCalendar::default() };
        for (period, chinese, english, label) in [
            (fiscal.year(2026), "2026 年度", "FY2026", "FY2026"),
            (fiscal.quarters(2026)[2], "2026 年度第 3 季", "FY2026 Q3", "Q3"),
            (fiscal.periods(2026)[2], "2026 年度 P03", "FY2026 P03", "P03"),
        ] {
            assert_eq!((zh.period(period).as_str(), en.period(period).as_str()), (chinese, english));
            assert_eq!(
                (zh.period_label(period), en.period_label(period)),
                (label.to_owned(), label.to_owned())
            );
        }
        assert_eq!(zh.period_label(Period::Month(2026, 10)), "10月");
        assert_eq!(en.period_label(Period::Month(2026, 10)), "Oct");
    }
}
