//! What holds for every number, every date and every text, not only for those in tables.

mod dates;
mod numbers;
