//! Where a link leads.

use serde::Serialize;

use super::path::SitePath;
use super::phrase::Phrase;

/// Where a link leads. Links inside the site are made relative where they are rendered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Target {
    /// A page or a file of this site.
    Inside {
        /// Its path.
        path: SitePath,
        /// The id of a place in it.
        fragment: Option<String>,
    },
    /// A place on the same page, by its id.
    Here {
        /// The id.
        fragment: String,
    },
    /// An address outside: `https:`, `http:` or `mailto:`; whoever makes it has checked that.
    Outside {
        /// The address.
        url: String,
    },
}

impl Target {
    /// A page as a whole.
    pub fn page(path: &SitePath) -> Self {
        Target::Inside { path: path.clone(), fragment: None }
    }

    /// A place in a page.
    pub fn place(path: &SitePath, fragment: &str) -> Self {
        Target::Inside { path: path.clone(), fragment: Some(fragment.to_owned()) }
    }
}

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The words.
    pub words: Phrase,
    /// Where they lead.
    pub to: Target,
}
