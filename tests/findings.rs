//! What is said of a workspace that is not in order: one small workspace per file, its findings as text.
//!
//! A case is a text file; a line `--- path` begins a file of the workspace.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail, and reads its cases")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use insta::{assert_snapshot, glob};
use opsreport::analysis::Analysis;
use opsreport::diagnostic::{CODES, Diagnostics, Severity};
use opsreport::ingest::measure;
use opsreport::locale::Locale;
use opsreport::quantity::{Day, Lang};
use opsreport::workspace::{Workspace, load};
use opsreport::world::{Folder, Memory};
use proptest::prelude::*;

const MESSAGES: [(&str, &str); 2] = [
    (
        "en",
        concat!(
            include_str!("../themes/default/locales/en/findings.ftl"),
            include_str!("../themes/default/locales/en/findings-loop.ftl"),
            include_str!("../themes/default/locales/en/findings-markup.ftl"),
            include_str!("../themes/default/locales/en/findings-commitments.ftl"),
            include_str!("../themes/default/locales/en/findings-shelves.ftl")
        ),
    ),
    (
        "zh-Hant",
        concat!(
            include_str!("../themes/default/locales/zh-Hant/findings.ftl"),
            include_str!("../themes/default/locales/zh-Hant/findings-loop.ftl"),
            include_str!("../themes/default/locales/zh-Hant/findings-markup.ftl"),
            include_str!("../themes/default/locales/zh-Hant/findings-commitments.ftl"),
            include_str!("../themes/default/locales/zh-Hant/findings-shelves.ftl")
        ),
    ),
];

fn today() -> Day {
    Day::parse("2026-11-22").unwrap()
}

fn world(case: &str) -> Memory {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut path = String::new();
    for line in case.split_inclusive('\n') {
        match line.strip_prefix("--- ") {
            Some(next) => {
                path = next.trim().to_owned();
                files.insert(path.clone(), Vec::new());
            }
            None => files.entry(path.clone()).or_default().extend(line.as_bytes()),
        }
    }
    files.remove("");
    Memory { files, today: today() }
}

fn locales() -> Vec<Locale> {
    MESSAGES.iter().map(|(tag, file)| Locale::new(&Lang::new(tag), [*file]).unwrap()).collect()
}

fn report((workspace, findings): (Option<Workspace>, Diagnostics), locales: &[Locale]) -> String {
    let mut lines = Vec::new();
    for finding in findings.sorted() {
        lines.push(format!("{} {} {}", finding.code.name, finding.severity.word(), finding.place));
        for locale in locales {
            let help = locale.finding_help(&finding).unwrap_or_default();
            lines.push(format!("  {} / {help}", locale.finding(&finding)));
        }
    }
    lines.push(if workspace.is_some() { "loads".to_owned() } else { "does not load".to_owned() });
    lines.join("\n")
}

/// The workspace, with what is found in it when it loads.
fn looked_at(world: &Memory) -> (Option<Workspace>, Diagnostics) {
    let (workspace, mut findings) = load(world);
    if let Some(workspace) = &workspace {
        let (facts, _) = measure(world, workspace);
        findings.extend(Analysis::of(workspace, &facts, today()).0.lint);
    }
    (workspace, findings)
}

#[test]
fn each_mistake_is_reported_where_it_stands() {
    let locales = locales();
    glob!("findings/*.txt", |path| {
        let case = std::fs::read_to_string(path).unwrap();
        let report = report(looked_at(&world(&case)), &locales);
        assert!(!report.contains("{$"), "an argument is missing: {report}");
        assert_snapshot!(report);
    });
}

#[test]
fn the_sample_and_the_demo_load_without_an_error() {
    for folder in ["tests/fixtures/sample", "content"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        if !root.exists() {
            continue;
        }
        let (workspace, findings) = load(&Folder::new(&root, &[], today()));
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
        assert_eq!(errors.map(|finding| finding.place.to_string()).collect::<Vec<_>>(), [""; 0], "{folder}");
        assert!(!workspace.unwrap().products.is_empty());
    }
}

/// The names of the arguments of each message and attribute, by message.
fn arguments(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in file.lines() {
        if let Some((name, _)) = line.split_once(" =") {
            key = match name.trim().strip_prefix('.') {
                Some(attribute) => format!("{}.{attribute}", key.split('.').next().unwrap()),
                None => name.to_owned(),
            };
            all.entry(key.clone()).or_default();
        }
        let names = line.split('$').skip(1).map(|rest| rest.split([' ', '}']).next().unwrap().to_owned());
        all.entry(key.clone()).or_default().extend(names);
    }
    all
}

#[test]
fn every_code_has_its_message_in_both_languages() {
    let [(_, en), (_, zh)] = MESSAGES;
    assert_eq!(arguments(en), arguments(zh));
    for code in CODES
        .iter()
        .filter(|code| code.name.starts_with(['Y', 'X', 'G', 'P', 'D', 'C', 'A', 'S', 'V', 'F', 'K']))
    {
        assert!(arguments(en).contains_key(code.name), "{}", code.name);
    }
}

const SAMPLE_COMPANY: &[u8] = include_bytes!("fixtures/sample/company.yaml");

fn loads_or_not(name: &str, bytes: Vec<u8>) {
    let files = BTreeMap::from([
        ("opsreport.yaml".to_owned(), b"{title: X, currency: USD, source: x.csv}".to_vec()),
        (name.to_owned(), bytes),
    ]);
    load(&Memory { files, today: today() });
}

proptest! {
    #[test]
    fn no_bytes_are_too_strange_to_be_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        loads_or_not("company.yaml", bytes.clone());
        loads_or_not("pages/x.md", bytes.clone());
        load(&Memory { files: BTreeMap::from([("opsreport.yaml".to_owned(), bytes)]), today: today() });
    }

    #[test]
    fn no_slip_of_the_keyboard_breaks_the_reader(at in 0..SAMPLE_COMPANY.len(), key in "[ -~]|\n|\t|冷", drop in 0usize..20) {
        let mut bytes = SAMPLE_COMPANY.to_vec();
        let end = (at + drop).min(bytes.len());
        bytes.splice(at..end, key.into_bytes());
        loads_or_not("company.yaml", bytes);
    }
}
