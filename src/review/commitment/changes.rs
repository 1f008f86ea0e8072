//! What is recorded of a commitment's course: for news, and for calendars that must know which version is newer.

use crate::quantity::{Day, Ratio};
use crate::workspace::{Commitment, Status, Throw};

/// Something that happened to a commitment on a known day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// An offer or an answer, the first being number one.
    Throw(usize, &'a Throw),
    /// It was done.
    Done(Day),
}

impl Change<'_> {
    /// When.
    pub fn day(&self) -> Day {
        match self {
            Change::Throw(_, throw) => throw.date,
            Change::Done(day) => *day,
        }
    }
}

/// Everything that is recorded with its day, in the order of the file.
pub fn changes(it: &Commitment) -> impl Iterator<Item = Change<'_>> {
    let throws = it.catchball.iter().enumerate().map(|(n, throw)| Change::Throw(n + 1, throw));
    throws.chain(it.done_date.map(Change::Done))
}

/// How often a commitment has changed since it was first offered: a number that rises with each recorded change.
///
/// It counts the offers and answers after the first, whether it was begun and ended, each whole percent that is done,
/// the day of completion, and each piece of evidence.
pub fn revision(it: &Commitment) -> u32 {
    let throws = it.catchball.len().saturating_sub(1);
    let status = match it.status {
        Status::Open => 0,
        Status::InProgress => 1,
        Status::Done | Status::Carried | Status::Dropped => 2,
    };
    let percent = it.done.as_ref().map_or(0, |done| (done * &Ratio::from_int(100)).floor().max(0));
    let rest = throws + status + usize::from(it.done_date.is_some()) + it.evidence.len();
    let all = i128::try_from(rest).unwrap_or(i128::MAX).saturating_add(percent);
    u32::try_from(all).unwrap_or(u32::MAX)
}
