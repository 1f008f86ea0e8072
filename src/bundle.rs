//! The published site in memory: path → bytes.

use std::collections::BTreeMap;

/// The files of a site by their path (`[a-z0-9._/-]`, relative, with `/`), in byte order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle(BTreeMap<String, Vec<u8>>);

impl Bundle {
    /// Adds a file; a later one of the same path replaces the earlier.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// The files in byte order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many of them are pages.
    pub fn pages(&self) -> usize {
        self.0.keys().filter(|path| path.ends_with(".html")).count()
    }
}

impl Extend<(String, Vec<u8>)> for Bundle {
    fn extend<T: IntoIterator<Item = (String, Vec<u8>)>>(&mut self, files: T) {
        self.0.extend(files);
    }
}
