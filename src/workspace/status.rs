//! How far a piece of work is.

use crate::quantity::Day;

/// How far a piece of work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not begun.
    Open,
    /// Begun.
    InProgress,
    /// Finished.
    Done,
    /// Moved on to a later cycle.
    Carried,
    /// Given up, with a reason.
    Dropped,
}

impl Status {
    /// Its word in files.
    pub fn word(self) -> &'static str {
        super::scalar::word(self)
    }

    /// Whether nothing is left to do.
    pub fn is_over(self) -> bool {
        matches!(self, Status::Done | Status::Carried | Status::Dropped)
    }

    /// Days past its date: of what is done until then, else until today; nothing when in time, or when it was dropped
    /// or moved on.
    pub fn days_late(self, (due, done): (Option<Day>, Option<Day>), today: Day) -> Option<i32> {
        let until = match self {
            Status::Done => done?,
            Status::Open | Status::InProgress => today,
            Status::Carried | Status::Dropped => return None,
        };
        Some(until - due?).filter(|days| *days > 0)
    }
}

super::scalar::words!(Status {
    "open" => Status::Open,
    "in-progress" => Status::InProgress,
    "done" => Status::Done,
    "carried" => Status::Carried,
    "dropped" => Status::Dropped,
});
