//! From a bundle to a folder: whole or not at all.
//!
//! 1. Hold the lock beside the output folder; a second build does not wait.
//! 2. Mend what a killed build left behind.
//! 3. Write the new site into a folder beside the old one, with a manifest of hashes, down to the disk.
//! 4. Exchange the two in one step, then delete the old one.
//!
//! Until step 4 nothing of the published site is touched, so a failed or killed build leaves it as it was.

mod changes;
mod disk;
mod error;
mod folder;
mod guard;
mod lock;
mod manifest;
mod single;
mod staging;
mod stop;
mod swap;

use std::path::Path;

use crate::bag::Difference;
use crate::bundle::Bundle;

pub use changes::{changes, changes_since};
pub use error::{PublishError, Refusal};
pub use folder::{New, Part, Take, create_by, create_folder};
pub use guard::resolve;
pub use single::{Placed, create, overwrite, place};
pub use stop::Stop;

use guard::Target;

/// Publishes a site into the folder `out`, of the workspace in the folder `root`. Gives the files that differ from
/// those that stood there. It is done within [`Stop::during`], with what else must not be cut off from it.
///
/// # Errors
/// When `out` is no place for a site, when another build holds it, when the disk refuses, or when it was asked to
/// stop; the site before is whole in each case.
pub fn publish(bundle: &Bundle, out: &Path, root: &Path, stop: &Stop) -> Result<Difference, PublishError> {
    let target = Target::new(out, root)?;
    publish_by(bundle, &target, (swap::exchange, stop))
}

/// Whether a folder is free for a site, found out before the work of a build.
///
/// # Errors
/// As [`publish`], without writing anything.
pub fn may_publish(out: &Path, root: &Path) -> Result<(), PublishError> {
    Target::new(out, root)?.check()
}

/// Whether a file lies in a folder, links followed.
///
/// # Errors
/// When a path has no absolute form.
pub fn lies_in(file: &Path, folder: &Path) -> Result<bool, PublishError> {
    Ok(resolve(file)?.starts_with(resolve(folder)?))
}

fn publish_by(
    bundle: &Bundle,
    target: &Target,
    (swap, stop): (swap::Swap, &Stop),
) -> Result<Difference, PublishError> {
    disk::create_dir(target.parent())?;
    let _lock = lock::Lock::hold(&target.beside("lock"))?;
    swap::recover(target)?;
    target.check()?;
    let (new, old) = (manifest::of(bundle)?, manifest::read(target.out())?);
    let written = staging::write(bundle, &new, (target, stop))
        .and_then(|written| swap::replace(target, swap).map(|()| written));
    if written.is_err() {
        // The reason that counts is the first one; the next build cleans up what stays now.
        disk::remove_tree(&target.beside("staging")).ok();
    }
    written.map(|written| changes::between(&new, &old, &written))
}

#[cfg(test)]
mod tests;
