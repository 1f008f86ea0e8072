//! The workspace on disk, with a memory for what the disk refused.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::failure::Failure;
use crate::quantity::Day;
use crate::world::{Folder, ReadSeek, World};

/// A folder that notes the first file that is there but cannot be read, so that the exit code can tell a
/// fault of the disk from a fault of the workspace.
#[derive(Debug)]
pub(super) struct Watched {
    root: PathBuf,
    folder: Folder,
    refused: Mutex<Option<(PathBuf, io::Error)>>,
}

impl Watched {
    pub(super) fn new(root: &Path, leave_out: &[PathBuf], today: Day) -> Self {
        let folder = Folder::new(root, leave_out, today);
        Watched { root: root.to_owned(), folder, refused: Mutex::new(None) }
    }

    /// Fails when the disk refused anything so far.
    pub(super) fn whole(&self) -> Result<(), Failure> {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        match refused.take() {
            Some((path, error)) => Err(Failure::disk("cannot-read", &path, &error)),
            None => Ok(()),
        }
    }

    /// The path of a file as the user would open it.
    fn shown(&self, path: &str) -> PathBuf {
        self.root.strip_prefix(".").unwrap_or(&self.root).join(path)
    }

    fn note<T>(&self, path: PathBuf, result: io::Result<T>) -> io::Result<T> {
        result.inspect_err(|error| {
            // What the system did not refuse is a finding of the workspace: a link, a file that is too large.
            let system = error.raw_os_error().filter(|_| error.kind() != ErrorKind::NotFound);
            if let Some(code) = system {
                let copy = io::Error::from_raw_os_error(code);
                self.refused.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert((path, copy));
            }
        })
    }
}

impl World for Watched {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.note(self.shown(path), self.folder.read(path))
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        self.note(self.shown(path), self.folder.open(path))
    }

    fn seek(&self, path: &str) -> io::Result<Box<dyn ReadSeek + Send + '_>> {
        self.note(self.shown(path), self.folder.seek(path))
    }

    fn list(&self) -> io::Result<Vec<String>> {
        self.note(self.root.clone(), self.folder.list())
    }

    fn passed_over(&self) -> io::Result<Vec<String>> {
        self.note(self.root.clone(), self.folder.passed_over())
    }

    fn today(&self) -> Day {
        self.folder.today()
    }
}
