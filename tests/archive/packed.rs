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

/// The bits after the end of a packed file, up to the next whole byte, are read by nobody.
fn is_padding(zip: &[u8], at: usize) -> bool {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    (0..archive.len()).any(|file| {
        let file = archive.by_index_raw(file).unwrap();
        file.data_start().unwrap() + file.compressed_size() == at as u64 + 1
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn one_byte_anywhere_shows(at in any::<prop::sample::Index>(), other in 1..=255_u8) {
        let mut zip = packed();
        let at = at.index(zip.len());
        if !is_padding(&zip, at) {
            zip[at] ^= other;
            prop_assert!(!is_whole(Cursor::new(zip.as_slice())), "{at}");
        }
    }
}
