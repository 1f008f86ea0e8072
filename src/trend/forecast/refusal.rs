//! Why no forecast is given.

use super::Pool;
use super::history::History;

/// Why no forecast is given: a number without an honest band is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Fewer known values than a band can be made of.
    TooFew {
        /// How many values are known.
        known: usize,
        /// How many it takes.
        needed: usize,
    },
    /// All values are the same, and they are too few to say that the next will be too.
    NoSpread {
        /// How many values are known.
        known: usize,
        /// How many it takes.
        needed: usize,
    },
    /// The values are so large that their sums cannot be told.
    TooLarge,
    /// The known multipliers are not one for each step, or not positive numbers.
    BadMultipliers,
}

impl Refusal {
    /// The fewest values that a forecast is made of without sister series.
    pub(super) const FEWEST: usize = 3;
    /// So many equal values in a row leave the next one a chance of 19 in 20 to be the same.
    const SAME: usize = 19;

    /// Whether a history is enough to forecast with a band.
    pub(super) fn check(history: &History, pool: Option<&Pool>) -> Result<(), Self> {
        let known = history.known();
        match pool {
            Some(_) => Ok(()),
            None if known < Refusal::FEWEST => Err(Refusal::TooFew { known, needed: Refusal::FEWEST }),
            None if history.is_constant() && known < Refusal::SAME => {
                Err(Refusal::NoSpread { known, needed: Refusal::SAME })
            }
            None => Ok(()),
        }
    }
}
