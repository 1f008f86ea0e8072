//! A folder or a file that is written as it streams, put where nothing is: whole or not at all.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::single::{folder, hidden, put};
use super::{PublishError, disk};
use crate::bag::is_plain;

/// Takes a file of a folder: its path in it, and its bytes.
pub type Take<'a> = &'a mut dyn FnMut(&str, &mut dyn Read) -> io::Result<()>;

/// Writes a new folder with the files that `fill` gives; false when something has its name.
///
/// # Errors
/// When the disk refuses, another run writes it or `fill` fails; nothing has changed then but folders above it that may be new.
pub fn create_folder(
    path: &Path,
    fill: &mut dyn FnMut(Take<'_>) -> io::Result<()>,
) -> Result<bool, PublishError> {
    whole(path, &mut |part| {
        disk::create_dir(part)?;
        let write = &mut |name: &str, bytes: &mut dyn Read| write(part, name, bytes);
        fill(write).map_err(PublishError::disk(path))?;
        disk::flush_all(part)
    })
}

/// Writes a new file with the bytes that `fill` writes; false when something has its name.
///
/// # Errors
/// As [`create_folder`].
pub fn create_by(
    path: &Path,
    fill: &mut dyn FnMut(&mut File) -> io::Result<()>,
) -> Result<bool, PublishError> {
    whole(path, &mut |part| {
        let filled = File::create_new(part).and_then(|mut file| {
            fill(&mut file)?;
            file.sync_all()
        });
        filled.map_err(PublishError::disk(path))
    })
}

/// Makes something beside a path, then gives it its name unless something has it.
fn whole(
    path: &Path,
    make: &mut dyn FnMut(&PathBuf) -> Result<(), PublishError>,
) -> Result<bool, PublishError> {
    disk::create_dir(folder(path))?;
    let _lock = Lock::hold(&hidden(path, "lock"))?;
    let part = hidden(path, "part");
    // What a killed run left behind.
    clear(&part)?;
    let made = make(&part).and_then(|()| put(&part, path));
    if !matches!(made, Ok(true)) {
        clear(&part).ok();
    }
    let new = made?;
    disk::flush(folder(path)).map(|()| new)
}

fn clear(part: &Path) -> Result<(), PublishError> {
    if part.is_dir() {
        return disk::remove_tree(part);
    }
    disk::remove_file(part);
    Ok(())
}

fn write(folder: &Path, name: &str, bytes: &mut dyn Read) -> io::Result<()> {
    if !is_plain(name) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("{name:?}: no plain name")));
    }
    let path = folder.join(name);
    disk::create_dir(path.parent().unwrap_or(folder)).map_err(io::Error::other)?;
    io::copy(bytes, &mut File::create_new(path)?).map(drop)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

    use std::fs;

    use super::*;

    fn fill(take: Take<'_>) -> io::Result<()> {
        take("bagit.txt", &mut "b".as_bytes())?;
        take("data/site/index.html", &mut "i".as_bytes())
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_is_put_where_nothing_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("archive/2026-q3");
        assert!(create_folder(&path, &mut fill).unwrap());
        assert_eq!(fs::read(path.join("data/site/index.html")).unwrap(), b"i");
        let other = &mut |take: Take<'_>| take("bagit.txt", &mut "other".as_bytes());
        assert!(!create_folder(&path, other).unwrap());
        assert_eq!(fs::read(path.join("bagit.txt")).unwrap(), b"b");
        assert_eq!(names(path.parent().unwrap()), ["2026-q3"]);
    }

    #[test]
    fn what_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("2026-q3");
        for fault in [
            &mut |take: Take<'_>| fill(take).and(Err(io::Error::other("gone"))),
            &mut (|take: Take<'_>| take("../outside", &mut "x".as_bytes())) as &mut dyn FnMut(Take<'_>) -> _,
        ] {
            assert!(create_folder(&path, fault).is_err());
            assert!(names(folder.path()).is_empty());
        }
        assert!(create_by(&path, &mut |_| Err(io::Error::other("gone"))).is_err());
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn what_a_killed_run_left_is_cleared() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("2026-q3");
        fs::create_dir(folder.path().join(".2026-q3.part")).unwrap();
        fs::write(folder.path().join(".2026-q3.part/half"), "h").unwrap();
        assert!(create_folder(&path, &mut fill).unwrap());
        assert_eq!(names(&path), ["bagit.txt", "data"]);
        assert!(!create_by(&path, &mut |_| Ok(())).unwrap());
        assert_eq!(names(folder.path()), ["2026-q3"]);
    }
}
