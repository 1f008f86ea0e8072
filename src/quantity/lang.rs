//! Languages of a site, and texts in them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A language by its BCP 47 tag, such as `zh-Hant` or `en`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

impl Lang {
    /// The language with this tag.
    pub fn new(tag: &str) -> Self {
        Lang(tag.into())
    }

    /// Its tag.
    pub fn tag(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that people wrote, in one or more languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(BTreeMap<Option<Lang>, String>);

impl Text {
    /// A text that is the same in every language, such as a person's name.
    pub fn plain(text: impl Into<String>) -> Self {
        Text(BTreeMap::from([(None, text.into())]))
    }

    /// A text per language.
    pub fn of(texts: impl IntoIterator<Item = (Lang, String)>) -> Self {
        Text(texts.into_iter().map(|(lang, text)| (Some(lang), text)).collect())
    }

    /// The text in a language, with the language it is really in where that differs.
    ///
    /// Falls back to the text without a language, then to the first there is.
    pub fn get(&self, lang: &Lang) -> (&str, Option<&Lang>) {
        if let Some(text) = self.0.get(&Some(lang.clone())) {
            return (text, None);
        }
        match self.0.iter().next() {
            Some((other, text)) => (text, other.as_ref()),
            None => ("", None),
        }
    }

    /// The text in a language, or in another where it is not there.
    pub fn in_lang(&self, lang: &Lang) -> &str {
        self.get(lang).0
    }

    /// The text in each language it is written in.
    pub fn each(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    /// Whether nothing is written in any language.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(String::is_empty)
    }
}
