//! The ledger of the loop: what every gap is worth, and how far each has come.

mod worth;

pub(super) use worth::{Gap, worth};
