//! What differs between languages: the words, and how numbers, money and dates are written.

mod catalogue;
mod date;
mod number;

pub use catalogue::{Locale, LocaleError};
pub use number::{Scale, VarianceText};

#[cfg(test)]
mod tests {
    use super::Locale;
    use crate::quantity::Lang;

    /// The words of the theme in Chinese.
    pub(super) fn zh() -> Locale {
        let file = include_str!("../../themes/default/locales/zh-Hant/ui.ftl");
        Locale::new(&Lang::new("zh-Hant"), [file]).unwrap()
    }

    /// The words of the theme in English.
    pub(super) fn en() -> Locale {
        let file = include_str!("../../themes/default/locales/en/ui.ftl");
        Locale::new(&Lang::new("en"), [file]).unwrap()
    }
}
