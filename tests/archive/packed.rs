//! A bag as one file: a byte that is changed anywhere in it shows.

use std::fs;
use std::io::{Cursor, Read, Seek, Write};

use opsreport::archive::verify_bag;
use opsreport::bag::{Packed, is_packed_plainly};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::bag::{FILES, write};

/// A bag as the program packs it.
fn packed() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), FILES, "");
    let own = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"];
    let mut names: Vec<&str> = own.into_iter().chain(FILES.iter().map(|(path, _)| *path)).collect();
    names.sort_unstable();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for name in names {
        zip.start_file(format!("2026-q3/{name}"), options).unwrap();
        zip.write_all(&fs::read(folder.path().join(name)).unwrap()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn is_whole(zip: impl Read + Seek + Clone) -> bool {
    let found = Packed::open(zip.clone()).ok().and_then(|mut source| verify_bag(&mut source).ok());
    found.is_some_and(|checked| checked.faults.is_empty()) && is_packed_plainly(&mut zip.clone()).unwrap()
}

#[test]
fn a_zip_that_nobody_touched_is_whole() {
    let zip = packed();
    assert!(is_whole(Cursor::new(zip.as_slice())));
    for wrong in [[&zip[..], b"\0"].concat(), [b"\0", &zip[..]].concat(), zip[..zip.len() - 1].to_vec()] {
        assert!(!is_whole(Cursor::new(wrong.as_slice())));
    }
    assert!(!is_packed_plainly(&mut Cursor::new(b"PK")).unwrap());
}

/// Every file with its bytes. Packing leaves bits that nobody reads, such as those up to the next whole byte.
fn contents(zip: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).ok()?;
    let count = archive.len();
    let read = |at: usize| {
        let mut file = archive.by_index(at).ok()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        Some((file.name().ok()?.into_owned(), bytes))
    };
    (0..count).map(read).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn one_byte_anywhere_shows(at in any::<prop::sample::Index>(), other in 1..=255_u8) {
        let whole = packed();
        let mut zip = whole.clone();
        let at = at.index(zip.len());
        zip[at] ^= other;
        let shows = !is_whole(Cursor::new(zip.as_slice()));
        prop_assert!(shows || contents(&zip) == contents(&whole), "{at}");
    }
}
