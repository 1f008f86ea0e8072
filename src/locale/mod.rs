//! What differs between languages: the words, and how numbers, money and dates are written.

mod catalogue;

pub use catalogue::{Locale, LocaleError};
