//! The message catalogue of one language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::manual::{Explanation, Manual};
use super::parse::{Unreadable, parse};
use crate::diagnostic::{Arg, Diagnostic};
use crate::quantity::Lang;

/// The words of one language, from message files in Fluent's syntax.
pub struct Locale {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    manual: Manual,
}

/// Why there is no catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocaleError {
    /// The tag is none of a language.
    Language,
    /// A file cannot be read: which one, from 0.
    File(usize, Unreadable),
}

impl Locale {
    /// The catalogue made of these files; a later file's message replaces an earlier one of the same key.
    ///
    /// # Errors
    /// When the tag is no language or a file is not in Fluent's syntax.
    pub fn new<'a>(lang: &Lang, files: impl IntoIterator<Item = &'a str>) -> Result<Self, LocaleError> {
        let tag: LanguageIdentifier = lang.tag().parse().map_err(|_| LocaleError::Language)?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The isolating marks would end up in titles, ids and feeds.
        bundle.set_use_isolating(false);
        for (at, file) in files.into_iter().enumerate() {
            bundle.add_resource_overriding(parse(file).map_err(|why| LocaleError::File(at, why))?);
        }
        Ok(Locale { lang: lang.clone(), bundle, manual: Manual::default() })
    }

    /// The same words with a manual of findings.
    #[must_use]
    pub fn with_manual(self, manual: Manual) -> Self {
        Locale { manual, ..self }
    }

    /// What is to be known of a code of findings; nothing when nobody has written it.
    pub fn explain(&self, code: &str) -> Option<&Explanation> {
        self.manual.of(code)
    }

    /// Its language.
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// Whether there is a message with this key (`key` or `key.attribute`).
    pub fn has(&self, key: &str) -> bool {
        self.format(key, &FluentArgs::new()).is_some()
    }

    /// A message without arguments. A missing one shows its key, so that nothing is lost unseen.
    pub fn text(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// A message with its arguments filled in.
    pub fn fill(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            values.set((*name).to_owned(), self.value(arg));
        }
        self.format(key, &values).unwrap_or_else(|| key.to_owned())
    }

    /// The sentence of a finding.
    pub fn finding(&self, finding: &Diagnostic) -> String {
        self.fill(finding.code.name, &finding.args)
    }

    /// The hint of a finding.
    pub fn finding_help(&self, finding: &Diagnostic) -> Option<String> {
        let attribute = finding.help?;
        Some(self.fill(&format!("{}.{attribute}", finding.code.name), &finding.args))
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Term(key) => FluentValue::from(self.text(key)),
        }
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, a)| (id, Some(a)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        Some(self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Locale({})", self.lang)
    }
}
