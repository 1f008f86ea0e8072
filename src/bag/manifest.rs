//! A list of files with their hashes, as `sha256sum -c` reads it.

use std::collections::BTreeMap;

use super::{Hash, is_plain};

/// Path → hash, in byte order of the paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest(BTreeMap<String, Hash>);

/// What is wrong with the text of a manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
}

/// What differs between a manifest and another, by the names of files, in byte order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Files that were not there.
    pub added: Vec<String>,
    /// Files with other bytes.
    pub changed: Vec<String>,
    /// Files that are there no more.
    pub removed: Vec<String>,
}

impl Manifest {
    /// Reads a manifest: on every line 64 small hexadecimal digits, two spaces and a plain path, none of them twice.
    ///
    /// # Errors
    /// With the first line that is not so.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let mut files = BTreeMap::new();
        for (line, text) in (1..).zip(text.split_inclusive('\n')) {
            let entry = text.strip_suffix('\n').and_then(entry).ok_or(Fault { line })?;
            if files.insert(entry.1.to_owned(), entry.0).is_some() {
                return Err(Fault { line });
            }
        }
        Ok(Manifest(files))
    }

    /// Adds a file; a later one of the same path replaces the earlier.
    pub fn insert(&mut self, path: impl Into<String>, hash: Hash) {
        self.0.insert(path.into(), hash);
    }

    /// The hash of a file.
    pub fn get(&self, path: &str) -> Option<Hash> {
        self.0.get(path).copied()
    }

    /// The files in byte order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Hash)> {
        self.0.iter().map(|(path, hash)| (path.as_str(), *hash))
    }

    /// As the text that [`Manifest::parse`] and `sha256sum -c` read.
    pub fn text(&self) -> String {
        self.0.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect()
    }

    /// What changed since an older manifest.
    pub fn since(&self, old: &Manifest) -> Difference {
        let mut difference = Difference::default();
        for (path, hash) in &self.0 {
            match old.0.get(path) {
                None => difference.added.push(path.clone()),
                Some(before) if before != hash => difference.changed.push(path.clone()),
                Some(_) => {}
            }
        }
        difference.removed = old.0.keys().filter(|path| !self.0.contains_key(*path)).cloned().collect();
        difference
    }
}

impl Difference {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

fn entry(line: &str) -> Option<(Hash, &str)> {
    let (hash, path) = line.split_once("  ")?;
    Some((Hash::parse(hash)?, path)).filter(|(_, path)| is_plain(path))
}

#[cfg(test)]
impl Manifest {
    /// The manifest of files with these texts.
    pub(crate) fn of_texts(files: &[(&str, &str)]) -> Self {
        let mut manifest = Manifest::default();
        for (path, text) in files {
            manifest.insert(*path, Hash::of(text.as_bytes()));
        }
        manifest
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_differs_is_named() {
        let old = Manifest::of_texts(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let new = Manifest::of_texts(&[("a", "1"), ("b", "2"), ("d", "1")]);
        let named = |name: &str| vec![name.to_owned()];
        let expected = Difference { added: named("d"), changed: named("b"), removed: named("c") };
        assert_eq!(new.since(&old), expected);
        assert!(new.since(&new).is_empty());
    }

    #[test]
    fn a_text_that_is_not_quite_a_manifest_is_refused() {
        let good = Manifest::of_texts(&[("a/b.txt", "1")]).text();
        let hash = Hash::of(b"1");
        for (text, line) in [
            (good.trim_end().to_owned(), 1),
            (format!("{good}{good}"), 2),
            (format!("{good}\n"), 2),
            (good.replace("  ", " "), 1),
            (good.replace("  ", " *"), 1),
            (good.replace('\n', "\r\n"), 1),
            (good.to_uppercase(), 1),
            (format!("{hash}  ../a\n"), 1),
            (format!("{hash}  /etc/passwd\n"), 1),
            (format!("{hash}   a\n"), 1),
            (format!("{hash}\n"), 1),
        ] {
            assert_eq!(Manifest::parse(&text), Err(Fault { line }), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_manifest_reads_as_it_is_written(files in prop::collection::btree_map("[a-z0-9_-]{1,8}(/[a-z0-9._-]{0,3}[a-z])?", ".*", 0..9)) {
            let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
            let manifest = Manifest::of_texts(&files);
            prop_assert_eq!(Manifest::parse(&manifest.text()), Ok(manifest));
        }

        #[test]
        fn nothing_makes_the_reader_fall(text in "(?s).{0,200}") {
            if let Ok(manifest) = Manifest::parse(&text) {
                prop_assert!(manifest.iter().all(|(path, _)| is_plain(path)));
            }
        }
    }
}
