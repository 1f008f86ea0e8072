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
    of(&Theme::embedded(), tag)
}

fn of(theme: &Theme, tag: &str) -> Result<Locale, Failure> {
    theme.locale(&Lang::new(tag)).map_err(|finding| Failure::without_words(&finding.place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Day;
    use crate::world::Memory;

    #[test]
    fn words_that_cannot_be_read_are_told_without_words() {
        let files = [("themes/own/locales/en/cli.ftl".to_owned(), b"said-error\n".to_vec())].into();
        let world = Memory { files, today: Day::new(2026, 11, 22).unwrap() };
        let failure = of(&Theme::of_workspace(&world, "own").unwrap(), "en").unwrap_err();
        let told = "error: the program's own words cannot be read: themes/own/locales/en/cli.ftl:1:11";
        assert_eq!((failure.bare(), failure.code()), (told.to_owned(), 101));
    }
}
