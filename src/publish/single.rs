//! One file, put where nothing is: whole or not at all, and never over another.

use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::{Errno, retry_on_intr};

use super::lock::Lock;
use super::{PublishError, disk};

/// What became of a file that was to be put somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// It is there now.
    New,
    /// The same bytes were there already.
    Known,
    /// Another file is there; the nearest name that is free, or that the same bytes have.
    Taken(PathBuf),
}

/// Copies a file to a path, whose folders are made where they are missing; a file may be larger than the memory.
///
/// # Errors
/// When the disk refuses or another run is writing it; nothing has changed then but folders that may be new.
pub fn place(file: &Path, path: &Path) -> Result<Placed, PublishError> {
    match disk::same(file, path)? {
        Some(true) => return Ok(Placed::Known),
        Some(false) => return free_name(file, path).map(Placed::Taken),
        None => {}
    }
    let part = beside(path)?;
    disk::copy(file, part.file(), part.path())?;
    match put(part.path(), path)? {
        true => disk::flush(folder(path)).map(|()| Placed::New),
        // Somebody else was quicker.
        false => free_name(file, path).map(Placed::Taken),
    }
}

/// Writes a new file, whose folders are made where they are missing; false when another has its name.
///
/// # Errors
/// When the disk refuses or another run is writing it; nothing has changed then but folders that may be new.
pub fn create(path: &Path, bytes: &[u8]) -> Result<bool, PublishError> {
    let part = beside(path)?;
    disk::fill(part.file(), part.path(), bytes)?;
    let new = put(part.path(), path)?;
    disk::flush(folder(path)).map(|()| new)
}

/// Gives a file other bytes, whole or not at all.
///
/// # Errors
/// When the disk refuses or another run is writing it; the file is then as it was.
pub fn overwrite(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let part = beside(path)?;
    disk::fill(part.file(), part.path(), bytes)?;
    disk::rename(part.path(), path)?;
    disk::flush(folder(path))
}

/// `.report.csv.part`, held; what a killed run left in it is written over.
fn beside(path: &Path) -> Result<Lock, PublishError> {
    disk::create_dir(folder(path))?;
    Lock::hold(&hidden(path, "part"))
}

/// `.report.csv.part` or another name of that kind, which no source reads since it begins with a dot.
pub(super) fn hidden(path: &Path, what: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    folder(path).join(format!(".{name}.{what}"))
}

/// The folder that a file lies in.
pub(super) fn folder(path: &Path) -> &Path {
    let folder = path.parent().unwrap_or(path);
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

/// Gives the file its name, unless something has it.
pub(super) fn put(part: &Path, path: &Path) -> Result<bool, PublishError> {
    match retry_on_intr(|| renameat_with(CWD, part, CWD, path, RenameFlags::NOREPLACE)) {
        Ok(()) => Ok(true),
        Err(Errno::EXIST) => Ok(false),
        // A file system that cannot: it was free a moment ago.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) if path.exists() => Ok(false),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => disk::rename(part, path).map(|()| true),
        Err(errno) => Err(PublishError::Disk(path.to_owned(), errno.into())),
    }
}

/// `report-2.csv`, or the first number that nothing else has.
fn free_name(file: &Path, path: &Path) -> Result<PathBuf, PublishError> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().map(|ext| format!(".{}", ext.to_string_lossy())).unwrap_or_default();
    let mut names = (2_u32..).map(|number| path.with_file_name(format!("{stem}-{number}{extension}")));
    loop {
        let name = names.next().unwrap_or_else(|| path.to_owned());
        if disk::same(file, &name)?.unwrap_or(true) {
            return Ok(name);
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

    use super::*;

    /// A folder with two loose files, `a` and `b`.
    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a", "b"] {
            std::fs::write(folder.path().join(name), name).unwrap();
        }
        folder
    }

    #[test]
    fn a_file_is_never_put_over_another() {
        let folder = folder();
        let (a, b) = (folder.path().join("a"), folder.path().join("b"));
        let path = folder.path().join("US/2026-10/report.csv");
        assert_eq!(place(&a, &path).unwrap(), Placed::New);
        assert_eq!(place(&a, &path).unwrap(), Placed::Known);
        assert_eq!(place(&b, &path).unwrap(), Placed::Taken(path.with_file_name("report-2.csv")));
        std::fs::write(path.with_file_name("report-2.csv"), "c").unwrap();
        assert_eq!(place(&b, &path).unwrap(), Placed::Taken(path.with_file_name("report-3.csv")));
        assert_eq!(std::fs::read(&path).unwrap(), b"a");
        let names = std::fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(names, 2, "nothing half-written stays");
    }

    #[test]
    fn a_new_file_is_written_once() {
        let folder = folder();
        let path = folder.path().join("plans/2026-v1.yaml");
        assert!(create(&path, b"one").unwrap());
        assert!(!create(&path, b"two").unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing else stays");
        assert!(create(&folder.path().join("a/v1.yaml"), b"").is_err());
    }

    #[test]
    fn a_file_gets_other_bytes_whole() {
        let folder = folder();
        let path = folder.path().join("a");
        overwrite(&path, b"other").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"other");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else stays");
    }

    #[test]
    fn what_was_put_first_stays() {
        let folder = folder();
        let (part, path) = (folder.path().join("a"), folder.path().join("b"));
        assert!(!put(&part, &path).unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), b"b");
    }

    #[test]
    fn files_are_the_same_to_the_last_byte() {
        let folder = folder();
        let (long, longer) = (folder.path().join("long"), folder.path().join("longer"));
        std::fs::write(&long, vec![7; 200_000]).unwrap();
        for (bytes, same) in [
            (vec![7; 200_000], true),
            (vec![7; 200_001], false),
            ([vec![7; 199_999], vec![8]].concat(), false),
        ] {
            std::fs::write(&longer, bytes).unwrap();
            assert_eq!(disk::same(&long, &longer).unwrap(), Some(same));
        }
    }

    #[test]
    fn a_folder_that_is_a_file_is_a_fault_of_the_disk() {
        let folder = folder();
        assert!(place(&folder.path().join("a"), &folder.path().join("b/report.csv")).is_err());
    }
}
