//! What differs between languages: the words, and how numbers, money and dates are written.

mod catalogue;
mod date;
mod log;
mod manual;
mod number;
mod readable;

pub use catalogue::{Locale, LocaleError};
pub use manual::{Example, Explanation, Manual};
