//! A bag made by hand, as RFC 8493 says, without a line of the code that is tested.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use opsreport::archive::{Checked, verify_bag};
use opsreport::bag::{FolderSource, Hash, root};

/// The payload of most tests.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("data/readme.txt", "how to open\n"),
    ("data/site/index.html", "<!doctype html><title>第三季</title>"),
    ("data/site/en/index.html", "<!doctype html><title>Q3</title>"),
    ("data/tables/figures.csv", "period,metric,actual\n2026-07,sales,36120.5\n"),
    ("data/source/empty.yaml", ""),
];

/// Writes a bag into a folder and gives its root.
pub(crate) fn write(folder: &Path, files: &[(&str, &str)], info: &str) -> String {
    let mut listed = BTreeMap::new();
    for (path, text) in files {
        put(folder, path, text.as_bytes());
        listed.insert((*path).to_owned(), Hash::of(text.as_bytes()).to_string());
    }
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    let info = format!(
        "External-Identifier: opsreport:mistone:2026-Q3\n{info}Payload-Oxum: {bytes}.{}\n",
        files.len()
    );
    let tags = [
        ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned()),
        ("bag-info.txt", info),
        ("manifest-sha256.txt", lines(&listed)),
    ];
    let mut tagged = BTreeMap::new();
    for (path, text) in tags {
        put(folder, path, text.as_bytes());
        tagged.insert(path.to_owned(), Hash::of(text.as_bytes()).to_string());
    }
    let list = lines(&tagged);
    put(folder, "tagmanifest-sha256.txt", list.as_bytes());
    root(list.as_bytes()).to_string()
}

fn lines(files: &BTreeMap<String, String>) -> String {
    files.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect()
}

/// Writes a file and the folders above it.
pub(crate) fn put(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// What is found of a bag in a folder.
pub(crate) fn check(folder: &Path) -> Checked {
    verify_bag(&mut FolderSource::new(folder)).unwrap()
}

/// Its faults as `word file`.
pub(crate) fn faults(checked: &Checked) -> Vec<String> {
    checked.faults.iter().map(|fault| format!("{} {}", fault.word(), fault.file().unwrap_or("-"))).collect()
}
