//! The list of a site's files with their hashes: `sha256sum -c manifest-sha256.txt` proves the site.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{PublishError, Refusal, Report, disk};
use crate::bundle::Bundle;

/// The name of the manifest in the published folder; a folder that has one is a site of ours.
pub const MANIFEST: &str = "manifest-sha256.txt";

/// Path → hash, in hexadecimal.
#[derive(Debug, Default)]
pub(super) struct Manifest(BTreeMap<String, String>);

impl Manifest {
    /// The manifest of a site about to be published.
    pub(super) fn of(bundle: &Bundle) -> Result<Self, PublishError> {
        let mut files = BTreeMap::new();
        for (path, bytes) in bundle.iter() {
            if !is_plain(path) {
                return Err(PublishError::Refused(path.into(), Refusal::Path));
            }
            files.insert(path.to_owned(), hash(bytes));
        }
        Ok(Manifest(files))
    }

    /// The manifest of the site in a folder; an empty one where there is none.
    pub(super) fn read(folder: &Path) -> Result<Self, PublishError> {
        let bytes = disk::read(&folder.join(MANIFEST))?.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let files = text.lines().filter_map(|line| line.split_once("  "));
        Ok(Manifest(files.map(|(hash, path)| (path.to_owned(), hash.to_owned())).collect()))
    }

    /// As a file that `sha256sum -c` reads.
    pub(super) fn text(&self) -> String {
        self.0.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect()
    }

    /// What changed since an older manifest.
    pub(super) fn compare(&self, old: &Manifest) -> Report {
        let mut report = Report::default();
        for (path, hash) in &self.0 {
            match old.0.get(path) {
                None => report.added += 1,
                Some(before) if before != hash => report.changed += 1,
                Some(_) => {}
            }
        }
        report.removed = old.0.keys().filter(|path| !self.0.contains_key(*path)).count();
        report
    }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        write!(hex, "{byte:02x}").ok();
        hex
    })
}

/// Whether a path stays inside the site and survives every file system.
fn is_plain(path: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    let inside = |part: &str| !part.is_empty() && part != "." && part != ".." && part.bytes().all(plain);
    path != MANIFEST && path.split('/').all(inside)
}
