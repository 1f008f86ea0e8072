//! The list of a site's files with their hashes: `sha256sum -c manifest-sha256.txt` proves the site.

use std::path::Path;

use super::{PublishError, Refusal, disk};
use crate::bag::{Hash, MANIFEST, Manifest, is_plain};
use crate::bundle::Bundle;

/// The manifest of a site about to be published.
pub(super) fn of(bundle: &Bundle) -> Result<Manifest, PublishError> {
    let mut manifest = Manifest::default();
    for (path, bytes) in bundle.iter() {
        if path == MANIFEST || !is_plain(path) {
            return Err(PublishError::Refused(path.into(), Refusal::Path));
        }
        manifest.insert(path, Hash::of(bytes));
    }
    Ok(manifest)
}

/// The manifest of the site in a folder; an empty one where there is none, or one that somebody damaged.
pub(super) fn read(folder: &Path) -> Result<Manifest, PublishError> {
    let bytes = disk::read(&folder.join(MANIFEST))?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    Ok(Manifest::parse(&text).unwrap_or_default())
}
