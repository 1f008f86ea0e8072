//! The chain of archives: each names the root of the one that was made before it, so that a past that was written
//! anew shows in every archive after it.

use std::collections::BTreeMap;

use super::Fault;
use crate::bag::{Hash, Info, PREVIOUS, SUPERSEDES};

/// What the chain knows of an archive.
#[derive(Clone, Copy, Debug)]
pub struct Linked<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its root; nothing when that cannot be said.
    pub root: Option<Hash>,
    /// What it says of itself.
    pub info: &'a Info,
}

/// What is wrong with the chain: for each archive, in their order, its faults.
///
/// An archive that lies there twice, as a folder and packed, counts once.
pub fn chain(archives: &[Linked<'_>]) -> Vec<Vec<Fault>> {
    let mut roots: BTreeMap<Hash, &str> = BTreeMap::new();
    let mut after: BTreeMap<Option<Hash>, (&str, Option<Hash>)> = BTreeMap::new();
    for archive in archives {
        roots.extend(archive.root.map(|root| (root, archive.name)));
        if !is_silent(archive) {
            after.entry(archive.info.root(PREVIOUS)).or_insert((archive.name, archive.root));
        }
    }
    archives.iter().map(|archive| faults(archive, &roots, &after)).collect()
}

fn faults(
    archive: &Linked<'_>,
    roots: &BTreeMap<Hash, &str>,
    after: &BTreeMap<Option<Hash>, (&str, Option<Hash>)>,
) -> Vec<Fault> {
    if is_silent(archive) {
        return Vec::new();
    }
    let previous = archive.info.root(PREVIOUS);
    let lost = [PREVIOUS, SUPERSEDES].into_iter().filter_map(|label| {
        let root = archive.info.root(label).filter(|root| !roots.contains_key(root))?;
        Some(Fault::lost(label, root))
    });
    let mut faults: Vec<Fault> = lost.collect();
    let other =
        after.get(&previous).filter(|(_, root)| *root != archive.root).map(|(name, _)| (*name).to_owned());
    faults.extend(other.map(|other| match previous {
        Some(_) => Fault::Forked { other },
        None => Fault::Unchained { first: other },
    }));
    faults
}

/// Whether it says nothing of itself: then it is damaged, and named as such already.
fn is_silent(archive: &Linked<'_>) -> bool {
    archive.info.iter().next().is_none()
}
