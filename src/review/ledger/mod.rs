//! The ledger of the loop: what every gap is worth, what became of it step by step, and how well the loop closes
//! (domain 5.2).

mod carry;
mod driver;
mod rates;
mod recurrence;
mod story;
#[cfg(test)]
mod tests;
mod worth;

pub use carry::{Carried, carried, carry_depth};
pub use driver::Driver;
pub(super) use driver::driver;
pub use rates::{LoopRates, Rate};
pub use recurrence::{Occurrence, Recurrence, recurrences};
pub use story::{ActStory, Stage, Step, Story, What};
pub(super) use worth::{Gap, worth};
