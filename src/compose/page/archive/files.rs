//! Where the pages of archives are published, byte for byte as they were, and the list that proves them.

use std::collections::BTreeMap;

use crate::bag::{MANIFEST, Manifest};
use crate::compose::desk::Desk;
use crate::site::{SitePath, Target};
use crate::workspace::Archived;

/// The manifest of the pages of every archive, which `sha256sum -c` reads beside them.
pub(crate) fn files(desk: &Desk<'_>) -> BTreeMap<SitePath, Vec<u8>> {
    let listed = desk.workspace.archives.iter().filter_map(|archive| {
        let mut pages = Manifest::default();
        archive.pages().for_each(|(page, hash)| pages.insert(format!("site/{page}"), hash));
        Some((path(archive, MANIFEST)?, pages.text().into_bytes()))
    });
    listed.collect()
}

/// Where a file of an archive's site is published.
pub(crate) fn published(archive: &Archived, page: &str) -> Option<SitePath> {
    path(archive, &format!("site/{page}"))
}

/// Where the cover of an archive is published in the page's language; nothing when it has no pages.
pub(super) fn cover(desk: &Desk<'_>, archive: &Archived) -> Option<Target> {
    let own = format!("{}/index.html", desk.lang().tag().to_lowercase());
    let is_there = |path: &&str| archive.pages().any(|(page, _)| page == *path);
    let found = [own.as_str(), "index.html"].into_iter().find(is_there)?;
    published(archive, found).map(|path| Target::page(&path))
}

/// Where the list of an archive's pages is published.
pub(super) fn manifest(archive: &Archived) -> Option<Target> {
    path(archive, MANIFEST).map(|path| Target::page(&path))
}

fn path(archive: &Archived, file: &str) -> Option<SitePath> {
    SitePath::parse(&format!("archive/{}/{file}", archive.name)).ok()
}
