//! Which files differ from those of a site before, for those who copy a site elsewhere.

use std::collections::BTreeSet;

use super::{PublishError, manifest};
use crate::bag::{Difference, MANIFEST, Manifest};
use crate::bundle::Bundle;

/// What differs between two manifests, and the files that had to be written because somebody had altered them.
pub(super) fn between(new: &Manifest, old: &Manifest, written: &BTreeSet<&str>) -> Difference {
    let Difference { added, changed, removed } = new.since(old);
    let mended = written.iter().filter(|path| old.get(path).is_some()).map(|path| (*path).to_owned());
    let changed: BTreeSet<String> = changed.into_iter().chain(mended).collect();
    Difference { added, changed: changed.into_iter().collect(), removed }
}

/// What differs from the site of a manifest.
///
/// # Errors
/// When a path of the bundle cannot be published.
pub fn changes_since(bundle: &Bundle, old: &Manifest) -> Result<Difference, PublishError> {
    Ok(manifest::of(bundle)?.since(old))
}

/// A line per file, as `git diff --name-status` writes them: a letter, a tab, the path. In the order to copy them:
/// what is new (`A`) or other (`M`) by path, then the manifest, then what is there no more (`D`).
pub fn changes(difference: &Difference) -> String {
    let mut files: Vec<(&str, char)> = difference.added.iter().map(|path| (path.as_str(), 'A')).collect();
    files.extend(difference.changed.iter().map(|path| (path.as_str(), 'M')));
    files.sort_unstable();
    if !difference.is_empty() {
        files.push((MANIFEST, 'M'));
    }
    files.extend(difference.removed.iter().map(|path| (path.as_str(), 'D')));
    files.into_iter().map(|(path, letter)| format!("{letter}\t{path}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_in_the_order_to_copy_them() {
        let old = Manifest::of_texts(&[("a", "1"), ("c", "1"), ("p/same", "1"), ("z", "1")]);
        let new = Manifest::of_texts(&[("a", "1"), ("b", "1"), ("p/same", "1"), ("z", "2")]);
        let difference = between(&new, &old, &["b", "p/same", "z"].into());
        let lines = "A\tb\nM\tp/same\nM\tz\nM\tmanifest-sha256.txt\nD\tc\n";
        assert_eq!(changes(&difference), lines);
        assert_eq!(changes(&between(&new, &new, &BTreeSet::new())), "");
    }
}
