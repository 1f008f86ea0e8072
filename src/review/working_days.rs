//! Working days: how long something waits in an office that works from Monday to Friday.

use crate::quantity::{Day, Span};
use crate::workspace::Event;

/// The days on which the office works: Monday to Friday, without those on which it is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkingDays(Vec<Span>);

impl WorkingDays {
    /// The working days by the events that close the office.
    pub fn of(events: &[Event]) -> Self {
        WorkingDays(events.iter().filter(|event| event.closes_office()).map(|event| event.span).collect())
    }

    /// Whether the office works on a day.
    pub fn is_open(&self, day: Day) -> bool {
        day.weekday() < 5 && self.0.iter().all(|closed| !closed.contains(day))
    }

    /// The working days after a day, up to another and with it; none when that is not later.
    pub fn between(&self, from: Day, to: Day) -> usize {
        Span::new(from + 1, to).map_or(0, |span| span.days().filter(|day| self.is_open(*day)).count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn weekends_and_closures_are_not_counted() {
        let closed = Span::new(day("2026-10-09"), day("2026-10-10")).unwrap();
        let days = WorkingDays(vec![closed]);
        // Friday to Monday is one day; the day itself does not count.
        assert_eq!(days.between(day("2026-11-13"), day("2026-11-16")), 1);
        assert_eq!(days.between(day("2026-11-11"), day("2026-11-22")), 7);
        assert_eq!(days.between(day("2026-10-08"), day("2026-10-12")), 1);
        assert_eq!(days.between(day("2026-11-16"), day("2026-11-16")), 0);
        assert_eq!(days.between(day("2026-11-17"), day("2026-11-16")), 0);
    }
}
