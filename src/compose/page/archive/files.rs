//! The files of archives that are published as they were: pages byte for byte, and the list that proves them.

use std::collections::BTreeMap;

use crate::bag::{MANIFEST, Manifest, payload};
use crate::compose::desk::Desk;
use crate::site::{SitePath, Target};
use crate::workspace::Archived;

/// The pages of every archive, and beside each set their manifest, which `sha256sum -c` reads there.
pub(crate) fn files(desk: &Desk<'_>) -> BTreeMap<SitePath, Vec<u8>> {
    desk.workspace.archives.iter().flat_map(of_archive).collect()
}

fn of_archive(archive: &Archived) -> Vec<(SitePath, Vec<u8>)> {
    let mut listed = Manifest::default();
    for file in archive.site.keys().map(|path| format!("site/{path}")) {
        if let Some(hash) = archive.manifest.get(&payload(&file)) {
            listed.insert(file, hash);
        }
    }
    let pages = archive.site.iter().map(|(path, bytes)| (format!("site/{path}"), bytes.clone()));
    let files = pages.chain([(MANIFEST.to_owned(), listed.text().into_bytes())]);
    files.filter_map(|(file, bytes)| Some((path(archive, &file)?, bytes))).collect()
}

/// Where the cover of an archive is published in the page's language; nothing when it has no pages.
pub(super) fn cover(desk: &Desk<'_>, archive: &Archived) -> Option<Target> {
    let own = format!("{}/index.html", desk.lang().tag().to_lowercase());
    let found = [own.as_str(), "index.html"].into_iter().find(|path| archive.site.contains_key(*path))?;
    Some(Target::page(&path(archive, &format!("site/{found}"))?))
}

/// Where the list of an archive's pages is published.
pub(super) fn manifest(archive: &Archived) -> Option<Target> {
    path(archive, MANIFEST).map(|path| Target::page(&path))
}

fn path(archive: &Archived, file: &str) -> Option<SitePath> {
    SitePath::parse(&format!("archive/{}/{file}", archive.name)).ok()
}
