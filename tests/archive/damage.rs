//! Whatever is changed, taken away or added is named.

use std::fs;

use opsreport::archive::verify_site;
use opsreport::bag::{FolderSource, Hash};
use proptest::prelude::*;

use crate::bag::{FILES, check, faults, put, write};

#[test]
fn a_bag_as_it_was_made_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let root = write(folder.path(), FILES, "");
    let checked = check(folder.path());
    assert_eq!(faults(&checked), Vec::<String>::new());
    assert_eq!(checked.root.unwrap().to_string(), root);
    assert_eq!(checked.files, FILES.len() + 3);
    assert_eq!(checked.info.get("External-Identifier"), Some("opsreport:mistone:2026-Q3"));
}

#[test]
fn each_way_of_damage_is_told_by_name() {
    type Damage = fn(&std::path::Path);
    let cases: &[(Damage, &[&str])] = &[
        (
            |bag| put(bag, "data/site/index.html", b"new"),
            &["size bag-info.txt", "changed data/site/index.html"],
        ),
        (
            |bag| fs::remove_file(bag.join("data/readme.txt")).unwrap(),
            &["size bag-info.txt", "missing data/readme.txt"],
        ),
        (|bag| put(bag, "data/site/more.html", b""), &["added data/site/more.html"]),
        (|bag| put(bag, "notes.txt", b""), &["added notes.txt"]),
        (|bag| put(bag, "fetch.txt", b"http://x 1 data/y\n"), &["added fetch.txt"]),
        (|bag| fs::remove_file(bag.join("bagit.txt")).unwrap(), &["missing bagit.txt"]),
        (|bag| fs::remove_file(bag.join("bag-info.txt")).unwrap(), &["missing bag-info.txt"]),
        (|bag| fs::remove_file(bag.join("manifest-sha256.txt")).unwrap(), &["missing manifest-sha256.txt"]),
        (
            |bag| fs::remove_file(bag.join("tagmanifest-sha256.txt")).unwrap(),
            &["missing tagmanifest-sha256.txt"],
        ),
        (|bag| put(bag, "bagit.txt", b"a bag\n"), &["changed bagit.txt", "undeclared bagit.txt"]),
        (
            |bag| fs::remove_dir_all(bag.join("data")).unwrap(),
            &[
                "size bag-info.txt",
                "missing data/readme.txt",
                "missing data/site/en/index.html",
                "missing data/site/index.html",
                "missing data/source/empty.yaml",
                "missing data/tables/figures.csv",
            ],
        ),
    ];
    for (damage, expected) in cases {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), FILES, "");
        damage(folder.path());
        assert_eq!(faults(&check(folder.path())), *expected);
    }
}

#[test]
fn a_site_is_proven_by_its_own_manifest() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path();
    put(site, "index.html", b"a");
    put(site, "en/index.html", b"b");
    let line = |path: &str, bytes: &[u8]| format!("{}  {path}\n", Hash::of(bytes));
    put(site, "manifest-sha256.txt", (line("en/index.html", b"b") + &line("index.html", b"a")).as_bytes());
    let check = || faults(&verify_site(&mut FolderSource::new(site)).unwrap());
    assert_eq!(check(), Vec::<String>::new());
    put(site, "index.html", b"c");
    put(site, "more.html", b"c");
    fs::remove_file(site.join("en/index.html")).unwrap();
    assert_eq!(check(), ["missing en/index.html", "changed index.html", "added more.html"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// One byte of one file becomes another one: the bag fails and names that file, whichever it is. A byte of the
    /// list of lists is no other file's: there the list is named, as the file or as the list that says otherwise.
    #[test]
    fn one_byte_anywhere_is_found(file in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), other in 1..=255_u8) {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), FILES, "");
        let own = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"];
        let filled = FILES.iter().filter(|(_, text)| !text.is_empty()).map(|(path, _)| *path);
        let names: Vec<&str> = own.into_iter().chain(filled).collect();
        let name = *file.get(&names);
        let mut bytes = fs::read(folder.path().join(name)).unwrap();
        let place = at.index(bytes.len());
        bytes[place] ^= other;
        put(folder.path(), name, &bytes);
        let checked = check(folder.path());
        let named = checked.faults.iter().any(|fault| {
            let list = fault.args().into_iter().any(|(key, value)| key == "list" && format!("{value:?}").contains(name));
            fault.file() == Some(name) || list
        });
        prop_assert!(named, "{name} at {place}: {:?}", checked.faults);
    }
}
