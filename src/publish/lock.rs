//! The lock of an output folder: a file beside it that one build holds at a time.

use std::fs::File;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock, fstat, stat};
use rustix::io::Errno;

use super::{PublishError, disk};

/// A held lock; free again when it is dropped, also when the program is killed.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Holds the lock; does not wait for another build.
    pub(super) fn hold(path: &Path) -> Result<Self, PublishError> {
        loop {
            let open = File::options().write(true).create(true).truncate(false).open(path);
            let file = open.map_err(PublishError::disk(path))?;
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) if is_at(&file, path) => return Ok(Lock { path: path.to_owned(), _file: file }),
                // The build that held it removed the file in between: take the new one.
                Ok(()) => {}
                Err(Errno::WOULDBLOCK) => return Err(PublishError::Busy(path.to_owned())),
                Err(errno) => return Err(PublishError::Disk(path.to_owned(), errno.into())),
            }
        }
    }
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
        // While it is still held, so that nobody else's is removed.
        disk::remove_file(&self.path);
    }
}
