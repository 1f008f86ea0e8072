//! Which days of the year before figures are set beside (`compare.previous_year` of `opsreport.yaml`).

use super::scalar::words;

/// Which days of the year before figures are set beside (domain 3.6). Months, quarters and years that are not aligned
/// by events are always set beside the same dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PreviousYear {
    /// Weeks and days beside those 364 days before: weekdays match, and a year of 53 weeks shifts nothing.
    #[default]
    Minus364,
    /// Weeks beside the week of the same number, and days beside the same weekday of that week.
    SameNumber,
    /// Days of events beside those of the events they are aligned with, other days beside those 364 days before.
    EventAligned,
}

words!(PreviousYear {
    "minus-364" => PreviousYear::Minus364,
    "same-number" => PreviousYear::SameNumber,
    "event-aligned" => PreviousYear::EventAligned,
});
