//! Paths inside the site: `products/travel-kettle.html`.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The path of a file of the site from its root: `[a-z0-9._-]` between single slashes, no part beginning with a dot.
///
/// Such a path survives zips, shares, archives and every file system, and never leaves the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Arc<str>);

/// So many letters of a name are kept: disks take 255 bytes with the hash and the ending.
const LONGEST: usize = 150;

/// Text that cannot be a [`SitePath`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotASitePath(
    /// The text.
    pub String,
);

impl SitePath {
    /// Reads a path.
    ///
    /// # Errors
    /// When a part is empty, begins with a dot, or holds another character than `[a-z0-9._-]`.
    pub fn parse(text: &str) -> Result<Self, NotASitePath> {
        let fine = text.split('/').all(|part| {
            !part.is_empty() && !part.starts_with('.') && part.bytes().all(|byte| is_kept(byte as char))
        });
        if fine { Ok(SitePath(text.into())) } else { Err(NotASitePath(text.to_owned())) }
    }

    /// The path of an HTML page, made from any words: each becomes a [`slug`], the last gets `.html`.
    pub fn html(parts: &[&str]) -> Self {
        SitePath::file(parts, "html")
    }

    /// The path of a file of a kind, made from any words like that of a page; the ending is `[a-z]+`.
    pub fn file(parts: &[&str], ending: &'static str) -> Self {
        let slugs: Vec<String> = parts.iter().map(|part| slug(part)).collect();
        let joined = if slugs.is_empty() { "index".to_owned() } else { slugs.join("/") };
        SitePath(format!("{joined}.{ending}").into())
    }

    /// The same path under the folder `folder`, of whose name a [`slug`] is made.
    #[must_use]
    pub fn under(&self, folder: &str) -> Self {
        SitePath(format!("{}/{}", slug(folder), self.0).into())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The relative address of `other` seen from this file; never empty, never with a leading slash.
    pub fn to(&self, other: &SitePath) -> String {
        let here: Vec<&str> = self.0.split('/').collect();
        let there: Vec<&str> = other.0.split('/').collect();
        let folders = here.len().min(there.len()) - 1;
        let shared = (0..folders).take_while(|&n| here[n] == there[n]).count();
        let up = "../".repeat(here.len() - 1 - shared);
        format!("{up}{}", there[shared..].join("/"))
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for SitePath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

fn is_kept(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-')
}

/// One part of a path made from any text: lower case, runs of other characters become one `-`.
///
/// When more than capitals is lost that way (Chinese, spaces), eight digits of the text's hash follow, so that two
/// such names do not meet and a name keeps its path for ever; the same of a name that no disk would take for a file,
/// which is cut. Names that differ in nothing but capitals do meet.
pub fn slug(text: &str) -> String {
    let folded: String = text.chars().map(|c| if is_kept(c) { c } else { fold(c) }).collect();
    let parts: Vec<&str> = folded.split('-').filter(|part| !part.is_empty()).collect();
    let mut kept = parts.join("-").trim_start_matches('.').to_owned();
    kept.truncate(LONGEST);
    if kept == text.to_ascii_lowercase() && !kept.is_empty() && !is_device(&kept) {
        return kept;
    }
    let hash = Sha256::digest(text.as_bytes());
    let digits: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    if kept.is_empty() { digits } else { format!("{kept}-{digits}") }
}

/// Whether Windows takes a file of this name for a device, whatever its ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let numbered =
        |kind: &str| stem.strip_prefix(kind).is_some_and(|n| matches!(n.as_bytes(), [b'0'..=b'9']));
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

fn fold(c: char) -> char {
    if c.is_ascii_uppercase() { c.to_ascii_lowercase() } else { '-' }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn path(text: &str) -> SitePath {
        SitePath::parse(text).unwrap()
    }

    #[test]
    fn no_name_is_a_device_of_windows() {
        for name in ["con", "AUX", "nul.tar", "com1", "lpt9"] {
            assert_ne!(slug(name), name.to_ascii_lowercase());
        }
        assert_eq!([slug("cont"), slug("com"), slug("com12")], ["cont", "com", "com12"]);
    }

    #[test]
    fn a_long_name_is_cut_and_meets_no_other() {
        let (one, other) = (slug(&"a".repeat(300)), slug(&"a".repeat(301)));
        assert!(one.len() < 200 && one.starts_with("aaa") && one != other, "{one}");
        assert_eq!(slug(&"a".repeat(LONGEST)), "a".repeat(LONGEST));
    }

    #[test]
    fn only_paths_that_stay_inside_are_paths() {
        for text in ["", "/a", "a/", "a//b", "../a", "a/../b", ".a", "A", "a b", "中", "a\\b", "a?b", "a%2e"]
        {
            assert!(SitePath::parse(text).is_err(), "{text}");
        }
        assert_eq!(path("en/products/b-1.2_x.html").as_str(), "en/products/b-1.2_x.html");
    }

    #[test]
    fn links_are_relative() {
        for (from, to, link) in [
            ("index.html", "index.html", "index.html"),
            ("index.html", "en/index.html", "en/index.html"),
            ("en/index.html", "index.html", "../index.html"),
            ("products/a/index.html", "products/b/index.html", "../b/index.html"),
            ("products/a.html", "products/a/x.html", "a/x.html"),
            ("a/b/c.html", "d/e.html", "../../d/e.html"),
        ] {
            assert_eq!(path(from).to(&path(to)), link, "{from} to {to}");
        }
    }

    #[test]
    fn slugs_keep_what_they_can() {
        assert_eq!(slug("cold-brew-bottle"), "cold-brew-bottle");
        assert_eq!(slug("B-2026-01"), "b-2026-01");
        assert_ne!(slug("a b"), slug("a-b"));
        assert_ne!(slug("冷泡壺"), slug("禮盒"));
        assert_eq!(SitePath::html(&["tags", "a b"]).as_str(), "tags/a-b-c8687a08.html");
        assert_eq!(SitePath::html(&[]).as_str(), "index.html");
    }

    proptest! {
        #[test]
        fn any_words_make_a_path(words in prop::collection::vec(any::<String>(), 1..4), lang in any::<String>()) {
            let parts: Vec<&str> = words.iter().map(String::as_str).collect();
            let made = SitePath::html(&parts).under(&lang);
            prop_assert_eq!(SitePath::parse(made.as_str()), Ok(made));
        }

        /// Following the link from the page's folder ends at the other page and never leaves the site.
        #[test]
        fn links_stay_inside(from in "([a-c]/){0,3}[a-c]", to in "([a-c]/){0,3}[a-c]") {
            let link = path(&from).to(&path(&to));
            let mut at: Vec<&str> = from.split('/').collect();
            at.pop();
            for part in link.split('/') {
                if part == ".." {
                    prop_assert!(at.pop().is_some(), "{} left the site", link);
                } else {
                    at.push(part);
                }
            }
            prop_assert_eq!(at.join("/"), to);
        }
    }
}
