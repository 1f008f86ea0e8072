//! The new site, written beside the old one.

use std::collections::BTreeSet;
use std::path::Path;

use super::guard::Target;
use super::{PublishError, disk};
use crate::bag::{MANIFEST, Manifest};
use crate::bundle::Bundle;

/// Writes all files of a site and its manifest, down to the disk.
///
/// A file that is the same as before is the same file, with its date, so that copying tools see what changed.
pub(super) fn write(bundle: &Bundle, manifest: &Manifest, target: &Target) -> Result<(), PublishError> {
    let staging = target.beside("staging");
    disk::create_dir(&staging)?;
    for folder in folders(bundle) {
        disk::create_dir(&staging.join(folder))?;
    }
    for (path, bytes) in bundle.iter() {
        let new = staging.join(path);
        if !disk::link_same(&target.out().join(path), &new, bytes) {
            disk::write(&new, bytes)?;
        }
    }
    disk::write(&staging.join(MANIFEST), manifest.text().as_bytes())?;
    disk::flush_all(&staging)
}

fn folders(bundle: &Bundle) -> BTreeSet<&Path> {
    bundle.iter().filter_map(|(path, _)| Path::new(path).parent()).collect()
}
