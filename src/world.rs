//! The one door to what is impure: files and today's date. Tests give a made-up world.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::quantity::Day;

/// What a build may know of the world outside.
pub trait World: Sync {
    /// The bytes of a file of the workspace, by its path with `/`.
    ///
    /// # Errors
    /// When it is not there or cannot be read.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// The bytes of a file one after the other, for files that may be larger than the memory.
    ///
    /// # Errors
    /// When it is not there or cannot be read.
    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>>;

    /// The paths of all regular files of the workspace, relative, with `/`, in byte order.
    /// Links are not followed; names that begin with a dot are passed over.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    fn list(&self) -> io::Result<Vec<String>>;

    /// Today, as the build was told or as the clock says.
    fn today(&self) -> Day;
}

/// A workspace in a folder.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// Folders inside it that are no input, such as the published site.
    leave_out: Vec<PathBuf>,
    today: Day,
}

impl Folder {
    /// The workspace in `root`; `leave_out` names folders in it that are output.
    pub fn new(root: &Path, leave_out: &[PathBuf], today: Day) -> Self {
        Folder { root: root.to_owned(), leave_out: leave_out.to_vec(), today }
    }

    fn wanted(&self, entry: &DirEntry) -> bool {
        let hidden = entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".");
        !hidden && !self.leave_out.iter().any(|path| path == entry.path())
    }

    fn relative(&self, entry: &DirEntry) -> Option<String> {
        let path = entry.path().strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
        Some(parts?.join("/"))
    }
}

impl World for Folder {
    #[expect(clippy::disallowed_methods, reason = "this is the door")]
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.root.join(path))
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(std::fs::File::open(self.root.join(path))?))
    }

    fn list(&self) -> io::Result<Vec<String>> {
        let mut paths = Vec::new();
        let walk = WalkDir::new(&self.root).follow_links(false);
        for entry in walk.into_iter().filter_entry(|entry| self.wanted(entry)) {
            let entry = entry.map_err(system)?;
            if entry.file_type().is_file() {
                paths.extend(self.relative(&entry));
            }
        }
        paths.sort();
        Ok(paths)
    }

    fn today(&self) -> Day {
        self.today
    }
}

/// What the system said, without the path around it.
fn system(error: walkdir::Error) -> io::Error {
    let text = error.to_string();
    error.into_io_error().unwrap_or_else(|| io::Error::other(text))
}

/// Today by the machine's clock, in a time zone by its IANA name (UTC when there is none of that name).
#[expect(clippy::disallowed_methods, reason = "this is the door")]
pub fn clock_today(timezone: &str) -> Day {
    Day::of_timestamp(jiff::Timestamp::now(), timezone)
}

/// A world in memory: for tests and for the text of new workspaces.
#[derive(Clone, Debug)]
pub struct Memory {
    /// The files by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What day it is there.
    pub today: Day,
}

impl World for Memory {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.files.get(path).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        let bytes = self.files.get(path).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        Ok(Box::new(bytes.as_slice()))
    }

    fn list(&self) -> io::Result<Vec<String>> {
        Ok(self.files.keys().cloned().collect())
    }

    fn today(&self) -> Day {
        self.today
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test's own input")]
    fn a_file_that_is_opened_is_the_one_that_is_read() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.csv"), "茶").unwrap();
        let world = Folder::new(folder.path(), &[], Day::parse("2026-11-22").unwrap());
        let mut bytes = Vec::new();
        world.open("a.csv").unwrap().read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, world.read("a.csv").unwrap());
        assert!(world.open("b.csv").is_err());
    }
}
