//! The calls that touch the disk, each with the path in its error.

#![expect(clippy::disallowed_methods, reason = "publish writes")]

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::path::Path;

use super::PublishError;

type Done<T = ()> = Result<T, PublishError>;

/// Asks again when a signal came in between, as some network file systems answer.
fn again<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

pub(super) fn create_dir(path: &Path) -> Done {
    again(|| fs::create_dir_all(path)).map_err(PublishError::disk(path))
}

/// The bytes of a file, or nothing when it is not there.
pub(super) fn read(path: &Path) -> Done<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(PublishError::Disk(path.to_owned(), error)),
    }
}

/// Whether two files have the same bytes; nothing when the second is not there.
pub(super) fn same(file: &Path, other: &Path) -> Done<Option<bool>> {
    let second = match File::open(other) {
        Ok(second) => second,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(PublishError::Disk(other.to_owned(), error)),
    };
    let first = File::open(file).map_err(PublishError::disk(file))?;
    alike(BufReader::new(first), BufReader::new(second)).map(Some).map_err(PublishError::disk(other))
}

fn alike(mut first: impl BufRead, mut second: impl BufRead) -> std::io::Result<bool> {
    loop {
        let (a, b) = (first.fill_buf()?, second.fill_buf()?);
        let shared = a.len().min(b.len());
        if shared == 0 || a[..shared] != b[..shared] {
            return Ok(a.is_empty() && b.is_empty());
        }
        first.consume(shared);
        second.consume(shared);
    }
}

/// Gives an open file the bytes of another, down to the disk.
pub(super) fn copy(file: &Path, mut to: &File, path: &Path) -> Done {
    let mut from = File::open(file).map_err(PublishError::disk(file))?;
    let copied = to.set_len(0).and_then(|()| io::copy(&mut from, &mut to)).and_then(|_| to.sync_all());
    copied.map_err(PublishError::disk(path))
}

/// Gives an open file these bytes, down to the disk.
pub(super) fn fill(mut file: &File, path: &Path, bytes: &[u8]) -> Done {
    let filled = file.set_len(0).and_then(|()| file.write_all(bytes)).and_then(|()| file.sync_all());
    filled.map_err(PublishError::disk(path))
}

/// Writes a new file.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Done {
    let mut file = File::create_new(path).map_err(PublishError::disk(path))?;
    file.write_all(bytes).map_err(PublishError::disk(path))
}

/// What a file of the site before is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reuse {
    /// It has these bytes, and a second name now.
    Linked,
    /// It has these bytes, but cannot have a second name.
    Same,
    /// It is not there, cannot be read or has other bytes.
    Other,
}

/// Gives a file a second name, when it is a file with these very bytes.
pub(super) fn reuse(old: &Path, new: &Path, bytes: &[u8]) -> Reuse {
    let regular =
        fs::symlink_metadata(old).is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64);
    if !regular || !fs::read(old).is_ok_and(|found| found == bytes) {
        return Reuse::Other;
    }
    if again(|| fs::hard_link(old, new)).is_ok() { Reuse::Linked } else { Reuse::Same }
}

/// Removes a folder with all in it; it need not be there.
pub(super) fn remove_tree(path: &Path) -> Done {
    match again(|| fs::remove_dir_all(path)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(PublishError::Disk(path.to_owned(), error)),
        _ => Ok(()),
    }
}

pub(super) fn rename(from: &Path, to: &Path) -> Done {
    again(|| fs::rename(from, to)).map_err(PublishError::disk(to))
}

pub(super) fn remove_file(path: &Path) {
    again(|| fs::remove_file(path)).ok();
}

/// Whether a folder has anything in it.
pub(super) fn holds_something(path: &Path) -> Done<bool> {
    let mut entries = fs::read_dir(path).map_err(PublishError::disk(path))?;
    Ok(entries.next().is_some())
}

/// Brings all that was written to the file system of this folder down to the disk, in one go.
#[cfg(target_os = "linux")]
pub(super) fn flush_all(path: &Path) -> Done {
    let folder = File::open(path).map_err(PublishError::disk(path))?;
    rustix::io::retry_on_intr(|| rustix::fs::syncfs(&folder))
        .map_err(|errno| PublishError::Disk(path.to_owned(), errno.into()))
}

/// Brings every file of a folder down to the disk.
#[cfg(not(target_os = "linux"))]
pub(super) fn flush_all(path: &Path) -> Done {
    for entry in fs::read_dir(path).map_err(PublishError::disk(path))? {
        let entry = entry.map_err(PublishError::disk(path))?;
        let below = entry.path();
        if below.is_dir() { flush_all(&below)? } else { flush(&below)? }
    }
    flush(path)
}

/// Brings one file, or the names in one folder, down to the disk.
pub(super) fn flush(path: &Path) -> Done {
    let synced = File::open(path).and_then(|file| again(|| file.sync_all()));
    synced.map_err(PublishError::disk(path))
}
