//! What the program takes from its environment, read once.

use super::args::Language;

/// The variables that matter.
#[derive(Clone, Debug, Default)]
pub(super) struct Environment {
    /// The first of `LC_ALL`, `LC_MESSAGES`, `LANG` that says something.
    pub(super) locale: String,
    /// `NO_COLOR` says something.
    pub(super) no_color: bool,
    /// `SOURCE_DATE_EPOCH`: the moment that stands for now, in seconds since 1970.
    pub(super) epoch: Option<String>,
}

impl Environment {
    pub(super) fn read() -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
        Environment {
            locale: locale.unwrap_or_default(),
            no_color: variable("NO_COLOR").is_some(),
            epoch: variable("SOURCE_DATE_EPOCH"),
        }
    }

    /// The language of messages: Traditional Chinese where it is spoken, else English.
    pub(super) fn language(&self) -> Language {
        let chinese = ["zh_TW", "zh_HK", "zh_MO", "zh_Hant", "zh-Hant"];
        if chinese.iter().any(|tag| self.locale.starts_with(tag)) { Language::ZhHant } else { Language::En }
    }
}

/// A variable that is set and not empty.
#[expect(clippy::disallowed_methods, reason = "this is where the environment is read")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_follow_the_locale() {
        for (locale, language) in [
            ("zh_TW.UTF-8", Language::ZhHant),
            ("zh_HK", Language::ZhHant),
            ("zh_CN.UTF-8", Language::En),
            ("de_DE.UTF-8", Language::En),
            ("C", Language::En),
            ("", Language::En),
        ] {
            let environment = Environment { locale: locale.to_owned(), ..Environment::default() };
            assert_eq!(environment.language(), language, "{locale}");
        }
    }
}
