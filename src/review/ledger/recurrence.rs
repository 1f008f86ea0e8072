//! Causes that come back.

use crate::review::Thread;
use crate::workspace::{Act, Cause, EffectResult};

/// A kind of cause that stood in several cycles, one after the other.
#[derive(Clone, Debug)]
pub struct Recurrence<'a> {
    /// The code of the cause.
    pub code: &'a str,
    /// Where it stood, the earliest first; at least two.
    pub times: Vec<Occurrence<'a>>,
}

/// A cause where it stood.
#[derive(Clone, Debug)]
pub struct Occurrence<'a> {
    /// The gap.
    pub thread: &'a Thread<'a>,
    /// Its cause.
    pub cause: &'a Cause,
    /// The acts that answer it.
    pub acts: &'a [&'a Act],
}

impl<'a> Occurrence<'a> {
    /// Whether it stood in a cycle that was over before another's began.
    fn is_before(&self, other: &Occurrence<'_>) -> bool {
        self.thread.cycle.span.to < other.thread.cycle.span.from
    }

    /// The act on it that was seen to work.
    fn cured(&self) -> Option<&'a Act> {
        let effective = |act: &&&Act| {
            act.effect_check.as_ref().is_some_and(|check| check.result == EffectResult::Effective)
        };
        self.acts.iter().find(effective).copied()
    }
}

impl<'a> Recurrence<'a> {
    /// The times it stood in a later cycle than another.
    pub fn returned(&self) -> impl Iterator<Item = &Occurrence<'a>> {
        self.times.iter().filter(|time| self.times.iter().any(|earlier| earlier.is_before(time)))
    }

    /// The act that was seen to work before the cause came back all the same (domain 5.4, A015).
    pub fn despite(&self) -> Option<&'a Act> {
        let last = self.times.last()?;
        self.times.iter().filter(|time| time.is_before(last)).find_map(Occurrence::cured)
    }
}

/// Every kind of cause that came back in a later cycle, by its code.
///
/// A quarter does not come after the months in it: only cycles that were over before another began count.
pub fn recurrences<'a>(threads: &'a [Thread<'a>]) -> Vec<Recurrence<'a>> {
    let mut all: Vec<(&str, Occurrence<'a>)> = threads.iter().flat_map(coded).collect();
    all.sort_by_key(|(code, time)| (*code, time.thread.cycle.span.from));
    let of_code = |times: &[(&'a str, Occurrence<'a>)]| {
        let code = times.first()?.0;
        let times = times.iter().map(|(_, time)| time.clone()).collect();
        Some(Recurrence { code, times })
    };
    let mut found: Vec<Recurrence<'a>> =
        all.chunk_by(|(one, _), (other, _)| one == other).filter_map(of_code).collect();
    found.retain(|one| one.returned().next().is_some());
    found
}

fn coded<'a>(thread: &'a Thread<'a>) -> impl Iterator<Item = (&'a str, Occurrence<'a>)> {
    thread
        .causes
        .iter()
        .filter_map(move |(cause, acts)| Some((cause.code.as_deref()?, Occurrence { thread, cause, acts })))
}
