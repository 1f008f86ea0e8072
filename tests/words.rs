//! The words of all languages: no key twice, the same keys in each, and none missing that a page asks for.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail, and reads its cases")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn path(within: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(within)
}

/// Every file below a folder that ends so, in order, with its text.
fn files(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(files(&entry, ending));
        } else if entry.to_str().unwrap().ends_with(ending) {
            found.push((entry.display().to_string(), fs::read_to_string(&entry).unwrap()));
        }
    }
    found.sort();
    found
}

fn words(lang: &str) -> Vec<(String, String)> {
    files(&path("themes/default/locales").join(lang), ".ftl")
}

/// The keys of a message file: messages, and their attributes as `key.attribute`.
fn keys(text: &str) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    let mut message = "";
    for line in text.lines() {
        let Some((left, _)) = line.split_once('=') else { continue };
        let name = left.trim_end();
        match name.trim_start().strip_prefix('.') {
            Some(attribute) if is_key(attribute) => keys.push(format!("{message}.{attribute}")),
            None if is_key(name) => {
                message = name;
                keys.push(name.to_owned());
            }
            _ => {}
        }
    }
    keys
}

fn is_key(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}

fn all_keys(lang: &str) -> BTreeSet<String> {
    words(lang).iter().flat_map(|(_, text)| keys(text)).collect()
}

#[test]
fn no_message_is_defined_twice() {
    for lang in ["zh-Hant", "en"] {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        let mut twice = Vec::new();
        for (file, text) in words(lang) {
            for key in keys(&text) {
                if let Some(first) = seen.insert(key.clone(), file.clone()) {
                    twice.push(format!("{key}: {first} and {file}"));
                }
            }
        }
        assert!(twice.is_empty(), "{}", twice.join("\n"));
    }
}

#[test]
fn every_language_has_the_same_messages() {
    let (zh, en) = (all_keys("zh-Hant"), all_keys("en"));
    // Chinese numbers its months.
    let odd: Vec<&String> =
        zh.symmetric_difference(&en).filter(|key| !key.starts_with("date-month-long-")).collect();
    assert!(odd.is_empty(), "in one language alone: {odd:?}");
}

/// The literals that follow one of these openings in a source.
fn asked<'a>(text: &'a str, opening: &str) -> Vec<&'a str> {
    let literal = |rest: &'a str| Some(rest.trim_start().strip_prefix('"')?.split_once('"')?.0);
    text.match_indices(opening).filter_map(|(at, _)| literal(&text[at + opening.len()..])).collect()
}

#[test]
fn every_message_that_a_page_asks_for_is_there() {
    let known = all_keys("en");
    let mut missing = Vec::new();
    let mut count = 0;
    for (file, text) in files(&path("src/compose"), ".rs") {
        let text = text.split("#[cfg(test)]").next().unwrap();
        for opening in [".say(", ".fill(", "section(desk,", "told(desk,"] {
            for key in asked(text, opening).into_iter().filter(|key| !key.is_empty() && !key.contains('{')) {
                count += 1;
                if !known.contains(key) {
                    missing.push(format!("{key} in {file}"));
                }
            }
        }
        let heads = text.split("(\"").filter_map(|rest| rest.split_once("\", ColumnKind::")).map(|it| it.0);
        missing.extend(
            heads
                .filter(|key| !key.is_empty() && !known.contains(*key))
                .map(|key| format!("{key} in {file}")),
        );
    }
    assert!(count > 300, "only {count} keys were found: are they asked for in another way?");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
