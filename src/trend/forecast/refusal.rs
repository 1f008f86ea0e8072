//! Why no forecast is given.

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
}
