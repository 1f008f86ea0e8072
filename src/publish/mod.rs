//! From a bundle to a folder: whole or not at all.
//!
//! 1. Hold the lock beside the output folder; a second build does not wait.
//! 2. Mend what a killed build left behind.
//! 3. Write the new site into a folder beside the old one, with a manifest of hashes, down to the disk.
//! 4. Exchange the two in one step, then delete the old one.
//!
//! Until step 4 nothing of the published site is touched, so a failed or killed build leaves it as it was.

mod disk;
mod error;
mod folder;
mod guard;
mod lock;
mod manifest;
mod single;
mod staging;
mod swap;

use std::path::Path;

use crate::bundle::Bundle;

pub use error::{PublishError, Refusal};
pub use folder::{Take, create_by, create_folder};
pub use single::{Placed, create, overwrite, place};

use guard::Target;

/// What publishing changed, in files, compared with the manifest of the site before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that were not there.
    pub added: usize,
    /// Files whose bytes differ.
    pub changed: usize,
    /// Files that are there no more.
    pub removed: usize,
}

/// Publishes a site into the folder `out`, of the workspace in the folder `root`.
///
/// # Errors
/// When `out` is no place for a site, when another build holds it, or when the disk refuses; the site
/// before is whole in each case.
pub fn publish(bundle: &Bundle, out: &Path, root: &Path) -> Result<Report, PublishError> {
    publish_by(bundle, &Target::new(out, root)?, swap::exchange)
}

/// Whether a folder is free for a site, found out before the work of a build.
///
/// # Errors
/// As [`publish`], without writing anything.
pub fn may_publish(out: &Path, root: &Path) -> Result<(), PublishError> {
    Target::new(out, root)?.check()
}

fn publish_by(bundle: &Bundle, target: &Target, swap: swap::Swap) -> Result<Report, PublishError> {
    disk::create_dir(target.parent())?;
    let _lock = lock::Lock::hold(&target.beside("lock"))?;
    swap::recover(target)?;
    target.check()?;
    let (new, old) = (manifest::of(bundle)?, manifest::read(target.out())?);
    let written = staging::write(bundle, &new, target).and_then(|()| swap::replace(target, swap));
    if written.is_err() {
        // The reason that counts is the first one; the next build cleans up what stays now.
        disk::remove_tree(&target.beside("staging")).ok();
    }
    written.map(|()| manifest::report(&new, &old))
}

#[cfg(test)]
mod tests;
