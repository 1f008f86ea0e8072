//! The words of messages, embedded into the program.

use super::args::Language;
use super::failure::Failure;
use crate::locale::Locale;
use crate::quantity::Lang;

const EN: &[&str] = &[include_str!("../../themes/default/locales/en/cli.ftl")];
const ZH_HANT: &[&str] = &[include_str!("../../themes/default/locales/zh-Hant/cli.ftl")];

/// The catalogue of a language.
pub(super) fn locale(language: Language) -> Result<Locale, Failure> {
    let (tag, files) = match language {
        Language::ZhHant => ("zh-Hant", ZH_HANT),
        Language::En => ("en", EN),
    };
    Locale::new(&Lang::new(tag), files.iter().copied()).map_err(|error| Failure::words(&error.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(file: &'static str) -> Vec<&'static str> {
        let lines = file.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect()
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let all = |files: &[&'static str]| files.iter().flat_map(|file| keys(file)).collect::<Vec<_>>();
        assert_eq!(all(EN), all(ZH_HANT));
        assert!(locale(Language::En).is_ok() && locale(Language::ZhHant).is_ok());
    }
}
