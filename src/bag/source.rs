//! Files that lie together: in a folder on disk, in a folder of the workspace, or in a zip ([`super::Packed`]).

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, Mode, OFlags, openat};
use walkdir::WalkDir;

use super::is_plain;
use crate::world::World;

/// Files that lie together, by their names with `/`.
pub trait Source {
    /// The names of all files in byte order, links among them (which do not open).
    ///
    /// # Errors
    /// When they cannot be listed.
    fn names(&self) -> io::Result<Vec<String>>;

    /// The bytes of a file one after the other.
    ///
    /// # Errors
    /// When it is not there, is no regular file, or lies outside.
    fn open(&mut self, name: &str) -> io::Result<Box<dyn Read + '_>>;

    /// The bytes of a file of at most `limit` bytes.
    ///
    /// # Errors
    /// As [`Source::open`], and when the file is larger.
    fn read(&mut self, name: &str, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.open(name)?.take(limit + 1).read_to_end(&mut bytes)?;
        if read as u64 > limit {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("{name}: over {limit} bytes")));
        }
        Ok(bytes)
    }
}

/// A folder on disk. Links in it are neither followed nor opened.
#[derive(Clone, Debug)]
pub struct FolderSource(PathBuf);

impl FolderSource {
    /// The files in a folder.
    pub fn new(folder: &Path) -> Self {
        FolderSource(folder.to_owned())
    }
}

impl Source for FolderSource {
    fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in WalkDir::new(&self.0).follow_links(false).min_depth(1) {
            let entry = entry?;
            if !entry.file_type().is_dir() {
                let path = entry.path().strip_prefix(&self.0).unwrap_or(entry.path());
                let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
                names.push(parts.join("/"));
            }
        }
        names.sort();
        Ok(names)
    }

    fn open(&mut self, name: &str) -> io::Result<Box<dyn Read + '_>> {
        inside(name)?;
        let mut at =
            openat(CWD, &self.0, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
        // A pipe must not hold up the reader, and no step may lead through a link.
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        for part in name.split('/') {
            at = openat(&at, part, flags, Mode::empty())?;
        }
        let file = File::from(at);
        match file.metadata()?.is_file() {
            true => Ok(Box::new(file)),
            false => Err(io::Error::new(io::ErrorKind::InvalidInput, format!("{name}: no regular file"))),
        }
    }
}

/// A folder of the workspace.
pub struct WorldSource<'a> {
    world: &'a dyn World,
    /// With its slash.
    folder: String,
}

impl<'a> WorldSource<'a> {
    /// The files below a folder of the workspace.
    pub fn new(world: &'a dyn World, folder: &str) -> Self {
        WorldSource { world, folder: format!("{}/", folder.trim_end_matches('/')) }
    }
}

impl Source for WorldSource<'_> {
    fn names(&self) -> io::Result<Vec<String>> {
        let paths = self.world.list()?;
        Ok(paths.iter().filter_map(|path| path.strip_prefix(&self.folder)).map(str::to_owned).collect())
    }

    fn open(&mut self, name: &str) -> io::Result<Box<dyn Read + '_>> {
        inside(name)?;
        Ok(self.world.open(&format!("{}{name}", self.folder))?)
    }
}

/// Only plain names are opened.
pub(super) fn inside(name: &str) -> io::Result<()> {
    match is_plain(name) {
        true => Ok(()),
        false => Err(io::Error::new(io::ErrorKind::InvalidInput, format!("{name:?}: no plain name"))),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "tests write what they read")]

    use std::collections::BTreeMap;
    use std::fs;

    use super::*;
    use crate::quantity::Day;
    use crate::world::Memory;

    #[test]
    fn a_folder_gives_its_files_and_nothing_outside() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("bag");
        fs::create_dir_all(inside.join("data")).unwrap();
        fs::write(folder.path().join("secret"), "s").unwrap();
        fs::write(inside.join("data/a"), "abc").unwrap();
        std::os::unix::fs::symlink("../../secret", inside.join("data/link")).unwrap();
        std::os::unix::fs::symlink("..", inside.join("up")).unwrap();
        let mut source = FolderSource::new(&inside);
        assert_eq!(source.names().unwrap(), ["data/a", "data/link", "up"]);
        assert_eq!(source.read("data/a", 3).unwrap(), b"abc");
        assert!(source.read("data/a", 2).is_err());
        for name in ["data/link", "up/secret", "../secret", "data", "/etc/passwd", "none"] {
            assert!(source.open(name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_folder_of_the_workspace_is_read_through_it() {
        let files = ["archive/a/bagit.txt", "archive/ab/bagit.txt", "x"];
        let files: BTreeMap<String, Vec<u8>> =
            files.map(|path| (path.to_owned(), path.into())).into_iter().collect();
        let world = Memory { files, today: Day::parse("2026-11-22").unwrap() };
        let mut source = WorldSource::new(&world, "archive/a");
        assert_eq!(source.names().unwrap(), ["bagit.txt"]);
        assert_eq!(source.read("bagit.txt", 99).unwrap(), b"archive/a/bagit.txt");
        assert!(source.open("../ab/bagit.txt").is_err());
    }
}
