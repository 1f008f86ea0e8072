//! How far apart the dates of a series are.

use clap::ValueEnum;

use crate::quantity::Day;

/// How far apart the dates of a series are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Freq {
    /// A day
    Daily,
    /// Seven days, from whatever weekday
    Weekly,
    /// A calendar month
    Monthly,
}

impl Freq {
    /// Steps in the usual season.
    pub(super) fn season(self) -> usize {
        match self {
            Freq::Daily => 7,
            Freq::Weekly => 52,
            Freq::Monthly => 12,
        }
    }

    /// How many steps a day is after another; none when it is no whole number of them.
    pub(super) fn steps(self, from: Day, to: Day) -> Option<i32> {
        let days = to - from;
        let month = |day: Day| i32::from(day.year()) * 12 + i32::from(day.month());
        match self {
            Freq::Daily => Some(days),
            Freq::Weekly => (days % 7 == 0).then_some(days / 7),
            Freq::Monthly => Some(month(to) - month(from)),
        }
    }

    /// The date some steps later. Months keep their day; the last day of a month is followed by last days.
    pub(super) fn later(self, from: Day, steps: usize) -> Day {
        let steps = i32::try_from(steps).unwrap_or(i32::MAX);
        match self {
            Freq::Daily => from + steps,
            Freq::Weekly => from + steps * 7,
            Freq::Monthly if from == from.end_of_month() => from.months_later(steps).end_of_month(),
            Freq::Monthly => from.months_later(steps),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_of_any_year(text).unwrap()
    }

    #[test]
    fn leap_days_and_ends_of_months_are_stepped_over() {
        for (freq, from, steps, to) in [
            (Freq::Daily, "2028-02-28", 2, "2028-03-01"),
            (Freq::Daily, "2027-02-28", 1, "2027-03-01"),
            (Freq::Weekly, "2026-12-28", 1, "2027-01-04"),
            (Freq::Weekly, "2026-01-05", 52, "2027-01-04"),
            (Freq::Monthly, "2028-01-31", 1, "2028-02-29"),
            (Freq::Monthly, "2027-02-28", 1, "2027-03-31"),
            (Freq::Monthly, "2027-01-30", 1, "2027-02-28"),
            (Freq::Monthly, "1987-11-01", 3, "1988-02-01"),
        ] {
            assert_eq!(freq.later(day(from), steps).to_string(), to, "{from}");
            assert_eq!(freq.steps(day(from), day(to)), i32::try_from(steps).ok(), "{from}");
        }
    }

    #[test]
    fn weeks_of_another_beginning_are_no_steps() {
        assert_eq!(Freq::Weekly.steps(day("2026-01-05"), day("2026-01-11")), None);
    }
}
