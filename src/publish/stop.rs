//! A request to stop from outside, such as Ctrl-C, that waits until nothing is half-written.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::PublishError;

/// Whether somebody asked to stop, and whether something is being written now.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    phase: Phase,
    asked: Option<u8>,
}

/// How far the work is.
#[derive(Debug, Default, PartialEq)]
enum Phase {
    /// Nothing is being written.
    #[default]
    Free,
    /// Something is.
    Writing,
    /// Something is written: who ended now as one that was stopped would say that it is not.
    Written,
}

impl Stop {
    /// Asks to stop because of a signal. As long as nothing is written `end` is called at once, and nothing can be
    /// begun before it returns; whoever writes takes back what is half-written, and fails with the signal; and what is
    /// written goes on to its end, with nothing more begun.
    pub fn ask(&self, signal: u8, end: impl FnOnce()) {
        let mut state = self.state();
        state.asked = Some(signal);
        if state.phase == Phase::Free {
            end();
        }
    }

    /// Does a piece of work that writes, and that no request to stop cuts off.
    ///
    /// # Errors
    /// When somebody asked to stop before, or as the work itself.
    pub fn during<T>(&self, work: impl FnOnce() -> Result<T, PublishError>) -> Result<T, PublishError> {
        let before = self.begin()?;
        let done = work();
        self.state().phase = if done.is_ok() { Phase::Written } else { before };
        done
    }

    /// From now on something is being written. Gives how far the work was.
    fn begin(&self) -> Result<Phase, PublishError> {
        let mut state = self.state();
        match state.asked {
            Some(signal) => Err(PublishError::Stopped(signal)),
            None => Ok(std::mem::replace(&mut state.phase, Phase::Writing)),
        }
    }

    /// Fails when somebody asked to stop.
    pub(super) fn go_on(&self) -> Result<(), PublishError> {
        self.state().asked.map_or(Ok(()), |signal| Err(PublishError::Stopped(signal)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_writes_is_not_cut_off() {
        let stop = Stop::default();
        let mut ended = false;
        let done = stop.during(|| {
            stop.ask(2, || ended = true);
            stop.go_on().map(|()| 1)
        });
        assert!(matches!(done, Err(PublishError::Stopped(2))));
        assert!(!ended);
        assert!(matches!(stop.during(|| Ok(1)), Err(PublishError::Stopped(2))), "nothing is begun any more");
    }

    #[test]
    fn who_does_not_write_ends_at_once() {
        let mut ended = false;
        Stop::default().ask(15, || ended = true);
        assert!(ended);
    }

    #[test]
    fn who_has_written_ends_well_and_begins_no_more() {
        let stop = Stop::default();
        assert!(matches!(stop.during(|| Ok(1)), Ok(1)));
        // What fails after it takes nothing of it back.
        assert!(stop.during(|| -> Result<(), _> { Err(PublishError::Stopped(0)) }).is_err());
        stop.ask(15, || panic!("it is written"));
        assert!(matches!(stop.during(|| Ok(1)), Err(PublishError::Stopped(15))));
    }
}
