//! A zip as a source: bounded, so that a small file cannot fill the disk or the memory.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Source;
use super::source::inside;

/// How many bytes a packed bag may unpack to.
const PACKED_LIMIT: u64 = 16 << 30;
/// How many times its packed size a file may have, once it is larger than [`FREE`]: deflate reaches 1032.
const RATIO: u64 = 200;
/// The size up to which the ratio of a file does not matter: a line a thousand times over packs to nothing.
const FREE: u64 = 8 << 20;
/// How many files a zip may have.
const FILES: usize = 200_000;

/// The files in a zip, below its one top folder when all of them lie in one.
pub struct Packed<R> {
    zip: ZipArchive<R>,
    /// Name → its number in the zip.
    names: BTreeMap<String, usize>,
}

impl<R: Read + Seek> Packed<R> {
    /// Opens a zip.
    ///
    /// # Errors
    /// When it is none; when a name in it is not plain, or that of a link; when it would unpack to too much.
    pub fn open(reader: R) -> io::Result<Self> {
        let mut zip = ZipArchive::new(reader).map_err(of_zip)?;
        if zip.len() > FILES {
            return Err(refused("too many files"));
        }
        let (mut names, mut total) = (BTreeMap::new(), 0_u64);
        for at in 0..zip.len() {
            let entry = zip.by_index_raw(at).map_err(of_zip)?;
            let name = entry.name().map_err(of_zip)?.into_owned();
            let (size, packed) = (entry.size(), entry.compressed_size());
            total = total.saturating_add(size);
            if size > FREE && size / RATIO > packed || total > PACKED_LIMIT {
                return Err(refused(&format!("{name}: unpacks to too much")));
            }
            if entry.is_symlink() {
                return Err(refused(&format!("{name}: a link")));
            }
            if !entry.is_dir() {
                inside(&name)?;
                names.insert(name, at);
            }
        }
        Ok(Packed { zip, names: below(names) })
    }
}

impl<R: Read + Seek> Source for Packed<R> {
    fn names(&self) -> io::Result<Vec<String>> {
        Ok(self.names.keys().cloned().collect())
    }

    fn open(&mut self, name: &str) -> io::Result<Box<dyn Read + '_>> {
        let at = *self.names.get(name).ok_or(io::ErrorKind::NotFound)?;
        let entry = self.zip.by_index(at).map_err(of_zip)?;
        let left = entry.size();
        Ok(Box::new(Bounded { entry, left }))
    }
}

/// A reader that fails as soon as it gives more than was said.
struct Bounded<R> {
    entry: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, part: &mut [u8]) -> io::Result<usize> {
        let read = self.entry.read(part)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| refused("larger than it says"))?;
        Ok(read)
    }
}

/// The names without the one folder that holds them all.
fn below(names: BTreeMap<String, usize>) -> BTreeMap<String, usize> {
    let first = names.keys().next().and_then(|name| name.split_once('/')).map(|(top, _)| format!("{top}/"));
    match first.filter(|top| names.keys().all(|name| name.starts_with(top))) {
        Some(top) => names.into_iter().map(|(name, at)| (name[top.len()..].to_owned(), at)).collect(),
        None => names,
    }
}

/// What the disk would not give keeps the system's number; all else is how the zip is.
fn of_zip(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(error) if error.raw_os_error().is_some() => error,
        other => refused(&other.to_string()),
    }
}

fn refused(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why.to_owned())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::io::{Cursor, SeekFrom, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zipped(files: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap()
    }

    #[test]
    fn a_bag_in_a_zip_reads_like_a_folder() {
        let zip = zipped(&[("2026-q3/bagit.txt", b"abc"), ("2026-q3/data/a", b"d")]);
        let mut packed = Packed::open(zip).unwrap();
        assert_eq!(packed.names().unwrap(), ["bagit.txt", "data/a"]);
        assert_eq!(packed.read("bagit.txt", 3).unwrap(), b"abc");
        assert!(packed.read("bagit.txt", 2).is_err());
        assert!(packed.open("2026-q3/bagit.txt").is_err());
    }

    #[test]
    fn names_that_lead_outside_are_refused() {
        for name in ["../a", "/etc/passwd", "a\\b", "A", "茶"] {
            assert!(Packed::open(zipped(&[(name, b"")])).is_err(), "{name}");
        }
    }

    #[test]
    fn what_unpacks_to_a_thousand_times_its_size_is_refused() {
        let bomb = vec![0; (FREE + 1) as usize];
        assert!(Packed::open(zipped(&[("a", &bomb)])).is_err());
        assert!(Packed::open(zipped(&[("a", &bomb[..1 << 20])])).is_ok());
    }

    #[test]
    fn what_is_no_zip_is_refused() {
        assert!(Packed::open(Cursor::new(b"PK\x03\x04".to_vec())).is_err());
        assert!(Packed::open(Cursor::new(Vec::new())).is_err());
    }

    /// A file on a disk that fails sooner or later.
    struct Failing<'a>(Cursor<Vec<u8>>, &'a Cell<u32>);

    impl Read for Failing<'_> {
        fn read(&mut self, part: &mut [u8]) -> io::Result<usize> {
            let left = self.1.get().checked_sub(1).ok_or(io::Error::from_raw_os_error(5))?;
            self.1.set(left);
            self.0.read(part)
        }
    }

    impl Seek for Failing<'_> {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }

    #[test]
    fn what_the_disk_does_not_give_is_told_as_such() {
        let zip = zipped(&[("a", b"text"), ("b", b"more")]);
        let all = |reads: u32| {
            let left = Cell::new(reads);
            let read = Packed::open(Failing(zip.clone(), &left))
                .and_then(|mut packed| Ok((packed.read("a", 9)?, packed.read("b", 9)?)));
            read.map(|_| left.get())
        };
        let needed = 1000 - all(1000).unwrap();
        for reads in 0..needed {
            assert_eq!(all(reads).unwrap_err().raw_os_error(), Some(5), "{reads} of {needed} reads");
        }
    }

    #[test]
    fn a_damaged_file_does_not_read() {
        let text: Vec<u8> = (0..50_000_u32).flat_map(u32::to_le_bytes).collect();
        let mut bytes = zipped(&[("a", &text)]).into_inner();
        bytes[5000] ^= 1;
        assert!(Packed::open(Cursor::new(bytes)).unwrap().read("a", 1 << 20).is_err());
    }
}
