//! A folder or a file that is written as it streams, put where nothing is: whole or not at all.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::lock::Lock;
use super::single::{folder, hidden, overwrite, put};
use super::{PublishError, Stop, disk};
use crate::bag::is_plain;

/// Takes a file of a folder: its path in it, and its bytes.
pub type Take<'a> = &'a mut dyn FnMut(&str, &mut dyn Read) -> io::Result<()>;

/// Where something new is put.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Its path.
    pub path: &'a Path,
    /// A file that belongs to it and its bytes: what is new is never there without it.
    pub beside: Option<(&'a Path, &'a [u8])>,
    /// Asked at every piece that is written, until all has its name.
    pub stop: &'a Stop,
}

/// A file that is being written, until somebody asks to stop.
#[derive(Debug)]
pub struct Part<'a> {
    file: File,
    stop: &'a Stop,
}

impl Write for Part<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            self.stop.go_on().map_err(io::Error::other)?;
            // Not everybody who writes tries again after a signal.
            match self.file.write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                written => return written,
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Read for Part<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.file.read(bytes)
    }
}

impl Seek for Part<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// Writes a new folder with the files that `fill` gives; false when something has its name.
///
/// # Errors
/// When the disk refuses, another run writes it, somebody asked to stop or `fill` fails; nothing has changed then but
/// folders above it that may be new.
pub fn create_folder(
    new: New<'_>,
    fill: &mut dyn FnMut(Take<'_>) -> io::Result<()>,
) -> Result<bool, PublishError> {
    whole(new, &mut |part| {
        disk::create_dir(part)?;
        let write = &mut |name: &str, bytes: &mut dyn Read| write((part, name), bytes, new.stop);
        fill(write).map_err(PublishError::disk(new.path))?;
        disk::flush_all(part)
    })
}

/// Writes a new file with the bytes that `fill` writes; false when something has its name.
///
/// # Errors
/// As [`create_folder`].
pub fn create_by(
    new: New<'_>,
    fill: &mut dyn FnMut(&mut Part<'_>) -> io::Result<()>,
) -> Result<bool, PublishError> {
    whole(new, &mut |part| {
        let filled = File::create_new(part).and_then(|file| {
            let mut part = Part { file, stop: new.stop };
            fill(&mut part)?;
            part.file.sync_all()
        });
        filled.map_err(PublishError::disk(new.path))
    })
}

/// Makes something beside a path, then gives it its name unless something has it.
fn whole(
    new: New<'_>,
    make: &mut dyn FnMut(&PathBuf) -> Result<(), PublishError>,
) -> Result<bool, PublishError> {
    let above = folder(new.path);
    disk::create_dir(above)?;
    let _lock = Lock::hold(&hidden(new.path, "lock"))?;
    let part = hidden(new.path, "part");
    // What a killed run left behind.
    clear(&part)?;
    if new.path.symlink_metadata().is_ok() {
        return Ok(false);
    }
    let made = make(&part).and_then(|()| name(new, &part));
    if !matches!(made, Ok(true)) {
        clear(&part).ok();
    }
    // Whatever failed once somebody asked to stop failed because of that.
    let is_new = made.or_else(|error| new.stop.go_on().and(Err(error)))?;
    disk::flush(above).map(|()| is_new)
}

/// Gives it its name; before that what belongs to it has its own.
fn name(new: New<'_>, part: &Path) -> Result<bool, PublishError> {
    new.stop.go_on()?;
    let Some((file, bytes)) = new.beside else { return put(part, new.path) };
    overwrite(file, bytes)?;
    let named = put(part, new.path);
    if !matches!(named, Ok(true)) {
        disk::remove_file(file);
    }
    named
}

fn clear(part: &Path) -> Result<(), PublishError> {
    if part.is_dir() {
        return disk::remove_tree(part);
    }
    disk::remove_file(part);
    Ok(())
}

fn write((folder, name): (&Path, &str), bytes: &mut dyn Read, stop: &Stop) -> io::Result<()> {
    if !is_plain(name) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("{name:?}: no plain name")));
    }
    let path = folder.join(name);
    disk::create_dir(path.parent().unwrap_or(folder)).map_err(io::Error::other)?;
    io::copy(bytes, &mut Part { file: File::create_new(path)?, stop }).map(drop)
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

    fn create(path: &Path, fill: &mut dyn FnMut(Take<'_>) -> io::Result<()>) -> Result<bool, PublishError> {
        create_folder(New { path, beside: None, stop: &Stop::default() }, fill)
    }

    fn create_file(
        path: &Path,
        fill: &mut dyn FnMut(&mut Part<'_>) -> io::Result<()>,
    ) -> Result<bool, PublishError> {
        create_by(New { path, beside: None, stop: &Stop::default() }, fill)
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
        assert!(create(&path, &mut fill).unwrap());
        assert_eq!(fs::read(path.join("data/site/index.html")).unwrap(), b"i");
        let other = &mut |take: Take<'_>| take("bagit.txt", &mut "other".as_bytes());
        assert!(!create(&path, other).unwrap());
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
            assert!(create(&path, fault).is_err());
            assert!(names(folder.path()).is_empty());
        }
        assert!(create_file(&path, &mut |_| Err(io::Error::other("gone"))).is_err());
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn what_a_killed_run_left_is_cleared() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("2026-q3");
        fs::create_dir(folder.path().join(".2026-q3.part")).unwrap();
        fs::write(folder.path().join(".2026-q3.part/half"), "h").unwrap();
        assert!(create(&path, &mut fill).unwrap());
        assert_eq!(names(&path), ["bagit.txt", "data"]);
        assert!(!create_file(&path, &mut |_| Ok(())).unwrap());
        assert_eq!(names(folder.path()), ["2026-q3"]);
    }

    #[test]
    fn what_is_stopped_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("2026-q3");
        for file in [false, true] {
            let stop = Stop::default();
            let beside = folder.path().join("2026-q3.sig");
            let new = New { path: &path, beside: Some((&beside, b"s")), stop: &stop };
            let done = stop.during(|| match file {
                true => create_by(new, &mut |part| {
                    part.write_all(b"one")?;
                    stop.ask(2, || panic!("it writes"));
                    part.write_all(b"two")
                }),
                false => create_folder(new, &mut |take: Take<'_>| {
                    take("bagit.txt", &mut "b".as_bytes())?;
                    stop.ask(2, || panic!("it writes"));
                    take("data/site/index.html", &mut "i".as_bytes())
                }),
            });
            assert!(matches!(done, Err(PublishError::Stopped(2))), "{done:?}");
            assert!(names(folder.path()).is_empty());
        }
    }

    #[test]
    fn what_belongs_to_it_is_there_before_it() {
        let folder = tempfile::tempdir().unwrap();
        let (path, sig) = (folder.path().join("2026-q3"), folder.path().join("2026-q3.sig"));
        let stop = Stop::default();
        let new = New { path: &path, beside: Some((&sig, b"own")), stop: &stop };
        // That of a run that was killed between the two.
        fs::write(&sig, "left").unwrap();
        assert!(create_folder(new, &mut fill).unwrap());
        assert_eq!(fs::read(&sig).unwrap(), b"own");
        let other = New { beside: Some((&sig, b"other")), ..new };
        assert!(!create_folder(other, &mut fill).unwrap());
        assert_eq!(fs::read(&sig).unwrap(), b"own", "what is there keeps its own");
        fs::remove_dir_all(&path).unwrap();
        fs::remove_file(&sig).unwrap();
        // Its name is taken while it is made.
        let late = &mut |take: Take<'_>| fill(take).and_then(|()| fs::write(&path, "other"));
        assert!(!create_folder(new, late).unwrap());
        assert_eq!(names(folder.path()), ["2026-q3"]);
    }
}
