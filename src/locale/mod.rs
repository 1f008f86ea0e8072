//! What differs between languages: the words, and how numbers, money and dates are written.

mod asked;
mod catalogue;
mod date;
mod log;
mod manual;
mod number;
mod parse;

pub use asked::Asked;
pub use catalogue::{Locale, LocaleError};
pub use manual::{Example, Explanation, Manual};
pub use parse::{Unreadable, Why};
