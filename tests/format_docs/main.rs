//! The formats that opsreport brings along: a page for each in `docs/formats`, and headers made of their names.
//!
//! `UPDATE_DOCS=1 cargo test --test format_docs` writes them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall fail")]
#![expect(clippy::disallowed_methods, reason = "tests look at the disk and the environment")]

mod example;
mod heads;
mod page;
mod readme;
mod rules;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use opsreport::workspace::{Format, formats};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The formats that opsreport brings along, by id.
fn all() -> BTreeMap<String, Format> {
    let folder = root().join("src/ingest/formats");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    let read = |path: &PathBuf| {
        let (formats, findings) = formats(&path.to_string_lossy(), &std::fs::read_to_string(path).unwrap());
        assert!(findings.is_empty(), "{findings:?}");
        formats
    };
    files.iter().flat_map(read).map(|format| (format.id.clone(), format)).collect()
}

/// The text of each file in `docs/formats`.
fn pages() -> BTreeMap<String, String> {
    let formats = all();
    let mut pages: BTreeMap<String, String> =
        formats.iter().map(|(id, format)| (format!("{id}.md"), page::page(format))).collect();
    pages.insert("README.md".to_owned(), readme::readme(&formats));
    pages
}

#[test]
fn the_documentation_of_formats_is_what_they_are() {
    let folder = root().join("docs/formats");
    let pages = pages();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in &pages {
            std::fs::write(folder.join(name), text).unwrap();
        }
    }
    let written: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let stray: Vec<&String> = written.iter().filter(|name| !pages.contains_key(*name)).collect();
    assert!(stray.is_empty(), "of no kind: {stray:?}");
    let stale = |name: &&String| std::fs::read_to_string(folder.join(name)).ok().as_ref() != pages.get(*name);
    let stale: Vec<&String> = pages.keys().filter(stale).collect();
    assert!(stale.is_empty(), "run UPDATE_DOCS=1 cargo test --test format_docs: {stale:?}");
}

#[test]
fn every_kind_says_where_it_is_found_in_both_languages() {
    for (id, format) in all().iter().filter(|(_, format)| !format.open) {
        assert!(format.note.is_some(), "{id} has no note");
        for text in [&format.name].into_iter().chain(&format.note) {
            let [zh, en] = page::LANGUAGES.map(|lang| page::in_lang(text, lang));
            assert!(!zh.is_empty() && !en.is_empty() && zh != en, "{id}: {zh} {en}");
        }
    }
}
