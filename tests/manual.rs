//! The manual of findings: whole for every code in both languages, and its examples cause what they are examples of.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use opsreport::analysis::Analysis;
use opsreport::diagnostic::{CODES, Diagnostics};
use opsreport::ingest::measure;
use opsreport::locale::{Example, Locale};
use opsreport::pipeline;
use opsreport::quantity::{Day, Lang};
use opsreport::render::Theme;
use opsreport::workspace::load;
use opsreport::world::Memory;

const BASE: &str = include_str!("manual/base.txt");

/// The letters of the loop: every example of these is put to the test, of the others those that are whole files.
const LOOP: &str = "ABCDFKNPS";

/// The codes whose examples take whole archives: tests/cli has them.
const OF_ARCHIVES: [&str; 2] = ["S003", "S005"];

fn locale(tag: &str) -> Locale {
    Theme::embedded().locale(&Lang::new(tag)).unwrap()
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let locales = ["zh-Hant", "en"].map(locale);
    let mut missing = Vec::new();
    for code in CODES {
        for locale in &locales {
            let parts = locale.explain(code.name).cloned().unwrap_or_default();
            let texts = [&parts.title, &parts.what, &parts.why, &parts.fix, &parts.example.text];
            let empty = texts.iter().filter(|text| text.trim().is_empty()).count();
            if empty > 0 {
                missing.push(format!("{} {}: {empty}", code.name, locale.lang()));
            }
        }
    }
    assert!(missing.is_empty(), "parts that are missing: {}", missing.join(", "));
}

#[test]
fn no_code_is_explained_that_is_not_there() {
    let codes: BTreeSet<&str> = CODES.iter().map(|code| code.name).collect();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default");
    for entry in walkdir::WalkDir::new(root).into_iter().map(Result::unwrap) {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        #[expect(clippy::disallowed_methods, reason = "the test reads its subject")]
        let text = std::fs::read_to_string(path).unwrap();
        let outside = |text: &str| text.split("```").step_by(2).map(str::to_owned).collect::<String>();
        for heading in outside(&text).lines().filter_map(|line| line.strip_prefix("# ")) {
            let code = heading.split(' ').next().unwrap();
            assert!(codes.contains(code), "{code} in {}", path.display());
            assert!(
                path.file_stem().unwrap().to_str().unwrap() == &code[..1],
                "{code} in {}",
                path.display()
            );
        }
    }
}

/// The files of the base by their paths.
fn base() -> BTreeMap<String, String> {
    let files = BASE.split("\n--- ").skip(1);
    files
        .map(|file| file.split_once('\n').unwrap())
        .map(|(path, text)| (path.to_owned(), format!("{text}\n")))
        .collect()
}

/// The keys at the top of a YAML file, each with all that is written under it, in order.
fn keys(text: &str) -> Vec<(String, String)> {
    let mut keys: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let key = line.split(':').next().unwrap();
        let top = line.starts_with(|c: char| c.is_ascii_alphabetic()) && line.contains(':');
        match keys.last_mut() {
            Some((_, below)) if !top => below.push_str(&format!("{line}\n")),
            _ => keys.push((key.to_owned(), format!("{line}\n"))),
        }
    }
    keys
}

/// The base with a piece of a file: of YAML it takes the place of what stands under the same keys.
fn with(example: &Example) -> Memory {
    let mut files = base();
    let old = files.get(&example.file).cloned().unwrap_or_default();
    let text = if example.kind == "yaml" {
        let new = keys(&example.text);
        let kept = keys(&old).into_iter().filter(|(key, _)| new.iter().all(|(other, _)| other != key));
        kept.chain(new.clone()).map(|(_, text)| text).collect()
    } else {
        example.text.clone()
    };
    files.insert(example.file.clone(), text);
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    Memory { files, today: Day::parse("2026-11-22").unwrap() }
}

fn found(world: &Memory) -> Vec<String> {
    names(&pipeline::check(world).findings)
}

fn names(findings: &Diagnostics) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {}", finding.code.name, finding.place)).collect()
}

/// What is found before pages are written, which is most and takes least.
fn found_early(world: &Memory) -> Vec<String> {
    let (workspace, mut findings) = load(world);
    if let Some(workspace) = &workspace {
        let (facts, more) = measure(world, workspace);
        findings.extend(more);
        let (analysis, more) = Analysis::of(workspace, &facts, world.today);
        findings.extend(more);
        findings.extend(analysis.lint);
    }
    names(&findings)
}

#[test]
fn the_base_is_in_good_order() {
    let nothing = Example { kind: "yaml".into(), file: "toolbox.yaml".into(), text: String::new() };
    let mut world = with(&nothing);
    world.files.remove("toolbox.yaml");
    assert_eq!(found(&world), [""; 0]);
}

#[test]
fn each_example_causes_its_finding() {
    let english = locale("en");
    let mut silent = Vec::new();
    let mut tried = 0;
    for code in CODES {
        let Some(example) = english.explain(code.name).map(|parts| &parts.example) else { continue };
        if example.kind == "text" {
            assert!(!LOOP.contains(&code.name[..1]) || OF_ARCHIVES.contains(&code.name), "{}", code.name);
            continue;
        }
        tried += 1;
        let world = with(example);
        let there = |found: &[String]| found.iter().any(|finding| finding.starts_with(code.name));
        if !there(&found_early(&world)) {
            let found = found(&world);
            if !there(&found) {
                silent.push(format!("{}: {}", code.name, found.join(", ")));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
    assert!(tried > 80, "{tried}");
}
