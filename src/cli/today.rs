//! What day it is: as told, as `SOURCE_DATE_EPOCH` says, or as the clock says.
//!
//! The clock is read in the time zone of the company. `SOURCE_DATE_EPOCH` is a day in UTC, as its specification wants.

use super::args::Common;
use super::environment::Environment;
use super::failure::Failure;
use crate::quantity::Day;
use crate::world::clock_today;

/// The day, in a time zone that is asked for only when it matters.
pub(super) fn today(
    common: &Common,
    environment: &Environment,
    timezone: impl FnOnce() -> Option<String>,
) -> Result<Day, Failure> {
    if let Some(day) = common.today {
        return Ok(day);
    }
    match &environment.epoch {
        Some(seconds) => of_epoch(seconds),
        None => Ok(clock_today(&timezone().unwrap_or_else(|| "UTC".to_owned()))),
    }
}

fn of_epoch(seconds: &str) -> Result<Day, Failure> {
    let moment = seconds.parse().ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    let moment = moment.ok_or_else(|| Failure::wrong_use("bad-epoch").with("value", seconds))?;
    Ok(Day::of_timestamp(moment, "UTC"))
}

#[cfg(test)]
mod tests {
    use super::of_epoch;

    #[test]
    fn the_epoch_is_a_day_in_utc() {
        for (seconds, day) in [
            ("1795262400", "2026-11-21"),
            ("1795391999", "2026-11-22"),
            ("1795392000", "2026-11-23"),
            ("0", "1970-01-01"),
        ] {
            assert_eq!(of_epoch(seconds).unwrap().to_string(), day);
        }
        assert_eq!(of_epoch("soon").unwrap_err().code(), 2);
    }
}
