//! Bags made to harm: nothing outside is opened, nothing is swallowed whole, nothing passes as good.

use std::fs;
use std::io::{Cursor, Write};
use std::os::unix::fs::symlink;

use opsreport::archive::verify_bag;
use opsreport::bag::{Hash, Packed};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::bag::{FILES, check, faults, put, write};

/// A bag whose payload list is this text, which its tag manifest vouches for.
fn listed(folder: &std::path::Path, list: &str) {
    write(folder, FILES, "");
    put(folder, "manifest-sha256.txt", list.as_bytes());
    let mut tags = String::new();
    for name in ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"] {
        tags += &format!("{}  {name}\n", Hash::of(&fs::read(folder.join(name)).unwrap()));
    }
    put(folder, "tagmanifest-sha256.txt", tags.as_bytes());
}

#[test]
fn a_list_that_leads_outside_is_refused_by_its_line() {
    let secret = Hash::of(b"secret");
    let good = format!("{}  data/readme.txt\n", Hash::of(b"how to open\n"));
    for line in [
        format!("{secret}  ../secret\n"),
        format!("{secret}  data/../../secret\n"),
        format!("{secret}  /etc/passwd\n"),
        format!("{secret}  bagit.txt\n"),
        format!("{secret}  data/%2e%2e/secret\n"),
        good.clone(),
        good.replace("  ", " *"),
        good.to_uppercase(),
        "data/readme.txt\n".to_owned(),
        "\n".to_owned(),
    ] {
        let outside = tempfile::tempdir().unwrap();
        put(outside.path(), "secret", b"secret");
        let folder = outside.path().join("bag");
        listed(&folder, &format!("{good}{line}"));
        let checked = check(&folder);
        assert_eq!(faults(&checked), ["line manifest-sha256.txt"], "{line}");
        assert!(
            checked.faults[0].args().iter().any(|(_, value)| format!("{value:?}").contains('2')),
            "{line}"
        );
    }
}

#[test]
fn a_list_without_end_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), FILES, "");
    let list = fs::File::create(folder.path().join("manifest-sha256.txt")).unwrap();
    list.set_len(1 << 40).unwrap();
    // Its hash would be that of a terabyte: a manifest of the wrong size is no good at once.
    fs::remove_file(folder.path().join("tagmanifest-sha256.txt")).unwrap();
    assert_eq!(
        faults(&check(folder.path())),
        ["unreadable manifest-sha256.txt", "missing tagmanifest-sha256.txt"]
    );
}

#[test]
fn links_and_pipes_are_not_opened() {
    let outside = tempfile::tempdir().unwrap();
    put(outside.path(), "copy", b"how to open\n");
    let folder = outside.path().join("bag");
    write(&folder, FILES, "");
    fs::remove_file(folder.join("data/readme.txt")).unwrap();
    symlink("../../copy", folder.join("data/readme.txt")).unwrap();
    symlink("..", folder.join("data/up")).unwrap();
    let found = faults(&check(&folder));
    assert_eq!(found, ["size bag-info.txt", "unreadable data/readme.txt", "added data/up"]);
}

#[test]
fn a_packed_bag_is_proven_like_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), FILES, "");
    let pack = |change: &dyn Fn(&str, Vec<u8>) -> Vec<u8>| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let own = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"];
        for name in own.iter().chain(FILES.iter().map(|(path, _)| path)) {
            zip.start_file(format!("2026-q3/{name}"), SimpleFileOptions::default()).unwrap();
            zip.write_all(&change(name, fs::read(folder.path().join(name)).unwrap())).unwrap();
        }
        verify_bag(&mut Packed::open(zip.finish().unwrap()).unwrap()).unwrap()
    };
    assert_eq!(faults(&pack(&|_, bytes| bytes)), Vec::<String>::new());
    let changed = |name: &str, mut bytes: Vec<u8>| {
        if name == "data/tables/figures.csv" {
            bytes[3] ^= 1;
        }
        bytes
    };
    assert_eq!(faults(&pack(&changed)), ["changed data/tables/figures.csv"]);
}
