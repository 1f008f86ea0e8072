//! The words of messages: those of the theme inside the program.

use super::args::Language;
use super::failure::Failure;
use crate::locale::Locale;
use crate::quantity::Lang;
use crate::render::Theme;

/// The catalogue of a language.
pub(super) fn locale(language: Language) -> Result<Locale, Failure> {
    let tag = match language {
        Language::ZhHant => "zh-Hant",
        Language::En => "en",
    };
    Theme::embedded().locale(&Lang::new(tag)).map_err(|error| Failure::words(&error.0))
}
