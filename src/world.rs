//! The one door to what is impure: files and today's date. Tests give a made-up world.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Cursor, ErrorKind, Read, Seek};
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags, openat};
use rustix::io::{Errno, retry_on_intr};
use walkdir::{DirEntry, WalkDir};

use crate::quantity::Day;

/// The largest file that is read as a whole, in bytes; results are read piece by piece and may be larger.
const MOST: u64 = 64 << 20;

/// Why a file is not given that the system would give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// It lies outside of the workspace.
    Outside,
    /// It is a link, a pipe or a device, and none of them is opened.
    NoFile,
    /// It is too large to be read as a whole.
    Large,
}

impl std::fmt::Display for Withheld {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Withheld::Outside => f.write_str("it lies outside of the workspace"),
            Withheld::NoFile => f.write_str("it is a link, a pipe or a device, and none of them is opened"),
            Withheld::Large => write!(f, "it is larger than {} MiB", MOST >> 20),
        }
    }
}

impl std::error::Error for Withheld {}

impl From<Withheld> for io::Error {
    fn from(why: Withheld) -> Self {
        let kind = if why == Withheld::Large { ErrorKind::FileTooLarge } else { ErrorKind::InvalidInput };
        io::Error::new(kind, why)
    }
}

/// What is read from anywhere in it.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

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

    /// A file that is read from anywhere in it, such as a zip, which may be larger than the memory.
    ///
    /// # Errors
    /// When it is not there or cannot be read.
    fn seek(&self, path: &str) -> io::Result<Box<dyn ReadSeek + Send + '_>> {
        Ok(Box::new(Cursor::new(self.read(path)?)))
    }

    /// The paths of all regular files of the workspace, relative, with `/`, in byte order.
    /// Links are not followed; names that begin with a dot are passed over.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    fn list(&self) -> io::Result<Vec<String>>;

    /// What lies in the workspace and is not among [`World::list`]: links, pipes, devices, names that are not UTF-8.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    fn passed_over(&self) -> io::Result<Vec<String>> {
        Ok(Vec::new())
    }

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

    /// Everything in it that is no folder: the paths of files, and those of what is passed over.
    fn walk(&self) -> io::Result<(Vec<String>, Vec<String>)> {
        let (mut files, mut others) = (Vec::new(), Vec::new());
        let walk = WalkDir::new(&self.root).follow_links(false);
        for entry in walk.into_iter().filter_entry(|entry| self.wanted(entry)) {
            let entry = entry.map_err(system)?;
            let kind = entry.file_type();
            match self.relative(&entry) {
                Some(_) if kind.is_dir() => {}
                Some(path) if kind.is_file() => files.push(path),
                Some(path) if entry.depth() > 0 => others.push(path),
                Some(_) => {}
                None => others.push(
                    entry.path().strip_prefix(&self.root).unwrap_or(entry.path()).display().to_string(),
                ),
            }
        }
        files.sort();
        others.sort();
        Ok((files, others))
    }

    /// Opens a regular file. Inside a workspace no link is followed, and nothing that lies outside is opened;
    /// without a root, paths are those that the user named, and are opened as they are.
    fn file(&self, path: &str) -> io::Result<File> {
        if self.root.as_os_str().is_empty() {
            return File::open(path);
        }
        let parts: Vec<&str> = path.split('/').collect();
        if parts.iter().any(|part| matches!(*part, "" | "." | "..")) {
            return Err(Withheld::Outside.into());
        }
        let mut file = File::open(&self.root)?;
        for part in parts {
            // A pipe that nobody writes to would be waited for.
            let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
            // A signal that comes in between is no fault.
            let opened = retry_on_intr(|| openat(&file, part, flags, Mode::empty()));
            file = opened.map_err(refused)?.into();
        }
        match file.metadata()? {
            kind if kind.is_file() => Ok(file),
            kind if kind.is_dir() => Err(Errno::ISDIR.into()),
            _ => Err(Withheld::NoFile.into()),
        }
    }
}

/// A link is refused by the system as one link too many, a socket as a device that is not there.
fn refused(errno: Errno) -> io::Error {
    match errno {
        Errno::LOOP | Errno::NXIO => Withheld::NoFile.into(),
        errno => errno.into(),
    }
}

/// Reads to the end of what is small enough for the memory.
fn whole(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match from.take(MOST + 1).read_to_end(&mut bytes)? as u64 > MOST {
        true => Err(Withheld::Large.into()),
        false => Ok(bytes),
    }
}

impl World for Folder {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        whole(self.file(path)?)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(self.file(path)?))
    }

    fn seek(&self, path: &str) -> io::Result<Box<dyn ReadSeek + Send + '_>> {
        Ok(Box::new(self.file(path)?))
    }

    fn list(&self) -> io::Result<Vec<String>> {
        Ok(self.walk()?.0)
    }

    fn passed_over(&self) -> io::Result<Vec<String>> {
        Ok(self.walk()?.1)
    }

    fn today(&self) -> Day {
        self.today
    }
}

/// The system's words without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}

/// The fault of the system below that of a walk.
pub(crate) fn system(error: walkdir::Error) -> io::Error {
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
