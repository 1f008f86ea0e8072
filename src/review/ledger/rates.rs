//! How well the loop closes, as counts out of counts (domain 5.2).

use crate::quantity::{Day, Ratio};
use crate::review::{LoopFigures, Recurrence, Thread};
use crate::workspace::{Act, Cycle, EffectResult, Status};

/// So many out of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// How many.
    pub count: usize,
    /// Out of how many.
    pub of: usize,
}

impl Rate {
    /// The share, exactly; nothing out of none.
    pub fn share(self) -> Option<Ratio> {
        let number = |n: usize| Ratio::from_int(n as i128);
        number(self.count).checked_div(&number(self.of))
    }

    fn of<T>(all: impl IntoIterator<Item = T>, counts: impl Fn(&T) -> bool) -> Self {
        let mut rate = Rate::default();
        for one in all {
            rate.of += 1;
            rate.count += usize::from(counts(&one));
        }
        rate
    }
}

/// The rates of one cycle, or of several together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoopRates {
    /// Gaps whose acts were all seen to work, out of the unfavourable gaps that matter.
    pub closure: Rate,
    /// Gaps with a cause, out of the same.
    pub cause: Rate,
    /// Gaps with an act, out of the same.
    pub act: Rate,
    /// Acts done by their day, out of those that are done or past it; what was dropped or moved on is left out.
    pub on_time: Rate,
    /// Acts that worked, out of those whose effect was checked.
    pub effective: Rate,
    /// Causes of gaps whose code had stood in an earlier cycle, out of those with a code.
    pub recurrence: Rate,
    /// The median age of open acts in days since the review that decided them; nothing when none is open.
    pub open_age: Option<Ratio>,
}

impl LoopRates {
    /// The rates of some cycles: of the gaps that were found in them and the acts that were written in them.
    pub fn of(cycles: &[&Cycle], threads: &[Thread<'_>], (again, today): (&[Recurrence<'_>], Day)) -> Self {
        let here = |cycle: &Cycle| cycles.iter().any(|it| it.id == cycle.id);
        let gaps: Vec<&Thread<'_>> =
            threads.iter().filter(|thread| thread.is_gap() && here(thread.cycle)).collect();
        let figures = LoopFigures::of(gaps.iter().copied());
        let acts = || cycles.iter().flat_map(|cycle| &cycle.act);
        let rate = |count| Rate { count, of: figures.gaps };
        let ages = cycles.iter().flat_map(|cycle| ages(cycle, today)).collect();
        LoopRates {
            closure: rate(figures.verified),
            cause: rate(figures.caused),
            act: rate(figures.acted),
            on_time: Rate::of(acts().filter_map(|act| in_time(act, today)), |in_time| *in_time),
            effective: Rate::of(acts().filter_map(worked), |worked| *worked),
            recurrence: recurrence(&gaps, again),
            open_age: median(ages),
        }
    }
}

/// Whether an act was done by its day; nothing while that is open, or when it was dropped or moved on.
fn in_time(act: &Act, today: Day) -> Option<bool> {
    let due = act.due.as_ref()?.value;
    match act.status {
        Status::Done => Some(act.done_date.as_ref()?.value <= due),
        Status::Open | Status::InProgress => (due < today).then_some(false),
        Status::Carried | Status::Dropped => None,
    }
}

/// Whether an act worked; nothing while its effect is not checked.
fn worked(act: &Act) -> Option<bool> {
    match act.effect_check.as_ref()?.result {
        EffectResult::Pending => None,
        result => Some(result == EffectResult::Effective),
    }
}

fn recurrence(gaps: &[&Thread<'_>], again: &[Recurrence<'_>]) -> Rate {
    let causes = gaps.iter().flat_map(|thread| &thread.causes).map(|(cause, _)| *cause);
    let returned = again.iter().flat_map(Recurrence::returned).map(|time| &time.cause.id);
    let returned: Vec<_> = returned.collect();
    Rate::of(causes.filter(|cause| cause.code.is_some()), |cause| returned.contains(&&cause.id))
}

/// The days since the review of a cycle, once for each of its acts that is open.
fn ages(cycle: &Cycle, today: Day) -> Vec<i32> {
    let since = cycle.review.unwrap_or(cycle.span.to);
    let open = cycle.act.iter().filter(|act| !act.status.is_over());
    open.map(|_| (today - since).max(0)).collect()
}

/// The middle one, or the mean of the two in the middle.
pub(super) fn median(mut days: Vec<i32>) -> Option<Ratio> {
    days.sort_unstable();
    let (low, high) = (days.get(days.len().checked_sub(1)? / 2)?, days.get(days.len() / 2)?);
    Ratio::new(i128::from(*low) + i128::from(*high), 2)
}
