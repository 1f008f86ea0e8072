//! Text that people wrote in Markdown.

use serde::{Serialize, Serializer};

use crate::quantity::Lang;

/// Text with its markup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Prose {
    /// The markup.
    pub html: SafeHtml,
    /// Its language, when that is not the page's.
    #[serde(serialize_with = "tag")]
    pub lang: Option<Lang>,
}

/// HTML that this program wrote: only known tags, every text escaped, every address checked. Made by `markup` alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// Vouches for markup; the caller is `markup`.
    pub(crate) fn vouched(html: String) -> Self {
        SafeHtml(html)
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn tag<S: Serializer>(lang: &Option<Lang>, serializer: S) -> Result<S::Ok, S::Error> {
    lang.as_ref().map(Lang::tag).serialize(serializer)
}
