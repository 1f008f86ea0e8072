//! A bag as one file: a byte that is changed anywhere in it shows.

use std::fs;
use std::io::{Cursor, Read, Write};

use opsreport::archive::verify_zip;
use opsreport::bag::Hash;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::bag::{FILES, faults, write};

/// What the comment says before the hash, and how many digits that has.
const COMMENT: &str = "SHA-256 of all bytes before it: ";
const DIGITS: usize = 64;

/// A bag as the program packs it, with its seal.
fn packed() -> Vec<u8> {
    sealed(packed_with(CompressionMethod::Deflated, &format!("{COMMENT}{}", "0".repeat(DIGITS))))
}

/// The same with the hash of all before it in place of the last digits.
fn sealed(mut zip: Vec<u8>) -> Vec<u8> {
    zip.truncate(zip.len() - DIGITS);
    let seal = Hash::of(&zip).to_string();
    [zip, seal.into_bytes()].concat()
}

fn packed_with(method: CompressionMethod, comment: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), FILES, "");
    let own = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"];
    let mut names: Vec<&str> = own.into_iter().chain(FILES.iter().map(|(path, _)| *path)).collect();
    names.sort_unstable();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.set_comment(comment).unwrap();
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for name in names {
        zip.start_file(format!("2026-q3/{name}"), options).unwrap();
        zip.write_all(&fs::read(folder.path().join(name)).unwrap()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// What is wrong with a zip, as `word file`.
fn wrong(zip: &[u8]) -> Vec<String> {
    faults(&verify_zip(&mut Cursor::new(zip), "2026-q3.zip").unwrap())
}

#[test]
fn a_zip_that_nobody_touched_is_whole() {
    let zip = packed();
    assert_eq!(wrong(&zip), Vec::<String>::new());
    let cut = zip[..zip.len() - 1].to_vec();
    for other in [[&zip[..], b"\0"].concat(), [b"\0", &zip[..]].concat(), cut, b"PK".to_vec(), Vec::new()] {
        assert!(!wrong(&other).is_empty());
    }
}

#[test]
fn a_zip_that_something_else_packed_is_told_apart_from_a_changed_one() {
    let elsewhere = packed_with(CompressionMethod::Deflated, "made by hand");
    assert_eq!(wrong(&elsewhere), ["packing 2026-q3.zip"]);
    // A byte that says nothing, such as the system of the packer, and a seal over it.
    let mut odd = packed();
    let list = odd.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    odd[list + 36] ^= 1;
    assert_eq!(wrong(&odd), ["seal 2026-q3.zip"]);
    assert_eq!(wrong(&sealed(odd)), ["packing 2026-q3.zip"]);
}

/// How a file is packed is not proven by packing it again: another library, or another version, packs otherwise.
#[test]
fn a_zip_is_whole_however_hard_it_was_packed() {
    let stored = packed_with(CompressionMethod::Stored, &format!("{COMMENT}{}", "0".repeat(DIGITS)));
    assert_eq!(wrong(&sealed(stored)), Vec::<String>::new());
}

/// The bits that deflate leaves up to the next whole byte are read by nobody: only the seal tells.
#[test]
fn a_bit_that_nobody_reads_shows() {
    let whole = packed();
    let unread = |at: &usize| {
        let mut zip = whole.clone();
        zip[*at] ^= 0x80;
        contents(&zip) == contents(&whole) && wrong(&zip) == ["seal 2026-q3.zip"]
    };
    assert!((0..whole.len()).filter(unread).count() > FILES.len());
}

/// Every file with its bytes.
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

#[test]
fn every_byte_shows() {
    let whole = packed();
    for at in 0..whole.len() {
        for other in [1, 0x20, 0x80, 0xff] {
            let mut zip = whole.clone();
            zip[at] ^= other;
            let named = verify_zip(&mut Cursor::new(zip), "2026-q3.zip").unwrap();
            assert!(named.faults.iter().any(|fault| fault.file().is_some()), "{at} ^ {other}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn one_byte_anywhere_shows(at in any::<prop::sample::Index>(), other in 1..=255_u8) {
        let mut zip = packed();
        let at = at.index(zip.len());
        zip[at] ^= other;
        prop_assert!(!wrong(&zip).is_empty(), "{at}");
    }
}
