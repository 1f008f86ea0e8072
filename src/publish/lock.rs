//! Files that one run of the program holds at a time: the lock of an output folder, a file that is being written.

use std::fs::File;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, OFlags, flock, fstat, stat};
use rustix::io::{Errno, retry_on_intr};

use super::{PublishError, disk};

/// A held file; removed when it is dropped, free again also when the program is killed.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Holds a file, which is made where it is missing; does not wait for another run.
    pub(super) fn hold(path: &Path) -> Result<Self, PublishError> {
        loop {
            let file = open(path).map_err(PublishError::disk(path))?;
            match retry_on_intr(|| flock(&file, FlockOperation::NonBlockingLockExclusive)) {
                Ok(()) if is_at(&file, path) => return Ok(Lock { path: path.to_owned(), file }),
                // The run that held it removed the file in between: take the new one.
                Ok(()) => {}
                Err(Errno::WOULDBLOCK) => return Err(PublishError::Busy(path.to_owned())),
                Err(errno) => return Err(PublishError::Disk(path.to_owned(), errno.into())),
            }
        }
    }

    /// The held file, to write to.
    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Its name while it is held.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// Nobody can lead us to write elsewhere by a link of this name.
fn open(path: &Path) -> std::io::Result<File> {
    // The bits of a flag are the same number, whatever its sign.
    let no_follow = OFlags::NOFOLLOW.bits().cast_signed();
    File::options().write(true).create(true).truncate(false).custom_flags(no_follow).open(path)
}

/// Whether the path still names this very file.
fn is_at(file: &File, path: &Path) -> bool {
    match (fstat(file), stat(path)) {
        (Ok(held), Ok(named)) => (held.st_dev, held.st_ino) == (named.st_dev, named.st_ino),
        _ => false,
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is still held, so that nobody else's is removed; it may have another name by now.
        if is_at(&self.file, &self.path) {
            disk::remove_file(&self.path);
        }
    }
}
