//! The moment in which the new site takes the place of the old one.

use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::{Errno, retry_on_intr};

use super::guard::Target;
use super::{PublishError, disk};

/// Exchanges two folders in one step, or says that this file system cannot.
pub(super) type Swap = fn(&Path, &Path) -> Result<(), Errno>;

/// The kernel's exchange.
pub(super) fn exchange(new: &Path, out: &Path) -> Result<(), Errno> {
    retry_on_intr(|| renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE))
}

/// Puts the staged site into its place and deletes what was there.
pub(super) fn replace(target: &Target, swap: Swap) -> Result<(), PublishError> {
    let (staging, out) = (target.beside("staging"), target.out());
    if out.exists() {
        match swap(&staging, out) {
            Ok(()) => {}
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => in_two_steps(target)?,
            Err(errno) => return Err(PublishError::Disk(out.to_owned(), errno.into())),
        }
    } else {
        disk::rename(&staging, out)?;
    }
    // Before the old site goes: the disk must not keep the deleting and forget the exchange.
    let flushed = disk::flush(target.parent());
    // The new site stands: what of the old one cannot be deleted now, the next build deletes, or says why not.
    disk::remove_tree(&target.beside("old")).ok();
    disk::remove_tree(&staging).ok();
    flushed
}

/// For file systems without an exchange. Killed between the two steps, the next build takes the old site back.
fn in_two_steps(target: &Target) -> Result<(), PublishError> {
    let old = target.beside("old");
    disk::rename(target.out(), &old)?;
    disk::rename(&target.beside("staging"), target.out()).inspect_err(|_| {
        // The error that counts is the one above; what fails here is mended by the next build.
        disk::rename(&old, target.out()).ok();
    })
}

/// Mends what a killed build left: the old site comes back, a half-written one goes.
pub(super) fn recover(target: &Target) -> Result<(), PublishError> {
    let old = target.beside("old");
    if old.exists() && !target.out().exists() {
        disk::rename(&old, target.out())?;
    }
    disk::remove_tree(&old)?;
    disk::remove_tree(&target.beside("staging"))
}
