//! Texts of a page: a phrase in one language, and a sentence with its emphasis.

use serde::{Serialize, Serializer};

use crate::chart::Impact;
use crate::quantity::{Lang, Text};

use super::target::Target;

/// A text that is shown, and its language where that is not the page's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// The text, ready to be shown; not marked up.
    pub text: String,
    /// The language it is really in, when it had to be taken from another than the page's.
    #[serde(serialize_with = "tag")]
    pub lang: Option<Lang>,
}

impl Phrase {
    /// What people wrote, in the page's language where it is there.
    pub fn of(text: &Text, page: &Lang) -> Self {
        let (text, lang) = text.get(page);
        Phrase { text: text.to_owned(), lang: lang.cloned() }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        Phrase { text: text.to_owned(), lang: None }
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Phrase { text, lang: None }
    }
}

fn tag<S: Serializer>(lang: &Option<Lang>, serializer: S) -> Result<S::Ok, S::Error> {
    lang.as_ref().map(Lang::tag).serialize(serializer)
}

/// A sentence in which some words are links, stand out, or are better or worse.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Rich(
    /// Its parts in order; they are set without a space between them.
    pub Vec<Run>,
);

/// A part of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub words: Phrase,
    /// Whether they stand out.
    pub strong: bool,
    /// Whether they tell of something better or worse.
    pub impact: Impact,
    /// Where they lead.
    pub to: Option<Target>,
}

impl Rich {
    /// Adds words.
    #[must_use]
    pub fn then(mut self, words: impl Into<Phrase>) -> Self {
        self.0.push(Run { words: words.into(), ..Run::default() });
        self
    }

    /// Adds words that stand out.
    #[must_use]
    pub fn strong(mut self, words: impl Into<Phrase>) -> Self {
        self.0.push(Run { words: words.into(), strong: true, ..Run::default() });
        self
    }

    /// Adds words that lead somewhere.
    #[must_use]
    pub fn link(mut self, words: impl Into<Phrase>, to: Target) -> Self {
        self.0.push(Run { words: words.into(), to: Some(to), ..Run::default() });
        self
    }

    /// Adds a variance: it stands out and is coloured by its impact.
    #[must_use]
    pub fn variance(mut self, words: impl Into<Phrase>, impact: Impact) -> Self {
        self.0.push(Run { words: words.into(), strong: true, impact, to: None });
        self
    }

    /// Adds another sentence's parts.
    #[must_use]
    pub fn join(mut self, other: Rich) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Its words without their emphasis.
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.words.text.as_str()).collect()
    }
}

impl<P: Into<Phrase>> From<P> for Rich {
    fn from(words: P) -> Self {
        Rich::default().then(words)
    }
}
