//! The new site, written beside the old one.

use std::collections::BTreeSet;
use std::path::Path;

use super::disk::Reuse;
use super::guard::Target;
use super::{PublishError, Stop, disk};
use crate::bag::{MANIFEST, Manifest};
use crate::bundle::Bundle;

/// Writes all files of a site and its manifest, down to the disk. Gives those of which the site before has no file
/// with these bytes.
///
/// A file that is the same as before is the same file, with its date, so that copying tools see what changed. On a
/// file system without links it is written again.
pub(super) fn write<'a>(
    bundle: &'a Bundle,
    manifest: &Manifest,
    (target, stop): (&Target, &Stop),
) -> Result<BTreeSet<&'a str>, PublishError> {
    let staging = target.beside("staging");
    disk::create_dir(&staging)?;
    for folder in folders(bundle) {
        disk::create_dir(&staging.join(folder))?;
    }
    let mut written = BTreeSet::new();
    for (path, bytes) in bundle.iter() {
        stop.go_on()?;
        if put(target, path, bytes)? == Reuse::Other {
            written.insert(path);
        }
    }
    put(target, MANIFEST, manifest.text().as_bytes())?;
    disk::flush_all(&staging)?;
    stop.go_on().map(|()| written)
}

/// Stages a file, and says what that of the site before was good for.
fn put(target: &Target, path: &str, bytes: &[u8]) -> Result<Reuse, PublishError> {
    let new = target.beside("staging").join(path);
    let reuse = disk::reuse(&target.out().join(path), &new, bytes);
    if reuse != Reuse::Linked {
        disk::write(&new, bytes)?;
    }
    Ok(reuse)
}

fn folders(bundle: &Bundle) -> BTreeSet<&Path> {
    bundle.iter().filter_map(|(path, _)| Path::new(path).parent()).collect()
}
