//! What the program is made of, checked without a network: licences, sources, features, and no `unsafe` of our own.
//!
//! The rules are those of deny.toml, which `cargo deny` reads too.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::disallowed_methods, reason = "a test looks at the disk")]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// What cargo says of the packages that are built on this kind of machine.
fn metadata() -> Value {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let version = Command::new(rustc).arg("-vV").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version=1",
            "--offline",
            "--locked",
            "--all-features",
            "--filter-platform",
            host,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The texts in quotes between `key = [` and `]` of deny.toml.
fn listed(key: &str) -> BTreeSet<String> {
    let rules = read("deny.toml");
    let list = rules.split_once(&format!("\n{key} = [")).unwrap().1.split_once("\n]").unwrap().0.to_owned();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether an SPDX expression can be met by the licences that are allowed: one side of each OR, both of each AND.
fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let sides = |word: &str| split_outside(expression, word);
    for (word, all) in [(" AND ", true), (" OR ", false), ("/", false)] {
        let sides = sides(word);
        if sides.len() > 1 {
            let mut met = sides.iter().map(|side| is_met(side, allowed));
            return if all { met.all(|met| met) } else { met.any(|met| met) };
        }
    }
    match expression.trim().strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => is_met(inner, allowed),
        None => allowed.contains(expression.trim()),
    }
}

/// Splits at a word that stands outside of brackets.
fn split_outside<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    let depth = |at: usize| text[..at].matches('(').count() - text[..at].matches(')').count();
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(word).filter(|(at, _)| depth(*at) == 0) {
        parts.push(&text[from..at]);
        from = at + word.len();
    }
    parts.push(&text[from..]);
    parts
}

#[test]
fn expressions_of_licences_are_read_as_meant() {
    let allowed = BTreeSet::from(["MIT", "ISC"].map(str::to_owned));
    for (expression, met) in [
        ("MIT", true),
        ("GPL-2.0-only", false),
        ("GPL-2.0-only OR MIT", true),
        ("Unlicense/MIT", true),
        ("MIT AND GPL-2.0-only", false),
        ("(GPL-2.0-only OR MIT) AND ISC", true),
        ("(GPL-2.0-only OR BSD-3-Clause) AND ISC", false),
        ("MIT WITH some-exception", false),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}

#[test]
fn every_package_has_a_licence_that_is_allowed() {
    let (allowed, metadata) = (listed("allow"), metadata());
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100, "only {} packages", packages.len());
    for package in packages {
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_met(licence, &allowed), "{}: {licence:?}", package["name"]);
    }
}

#[test]
fn every_package_is_of_the_registry_and_none_is_banned() {
    let banned = listed("deny");
    for lock in ["Cargo.lock", "fuzz/Cargo.lock"] {
        for package in read(lock).split("[[package]]").skip(1) {
            let field = |key: &str| {
                let lines = package.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")));
                lines.map(|rest| rest.trim_end_matches('"').to_owned())
            };
            let name = field("name").unwrap();
            let own = name.starts_with("opsreport");
            let source = field("source").unwrap_or_default();
            assert!(own || source.starts_with("registry+"), "{lock}: {name} is of {source:?}");
            assert!(
                own || field("checksum").is_some_and(|sum| sum.len() == 64),
                "{lock}: {name} has no checksum"
            );
            assert!(!banned.contains(&name), "{lock}: {name} is banned");
        }
    }
}

/// Packages whose default features we need; of all others we say which ones.
const DEFAULTS_WANTED: [&str; 11] = [
    "annotate-snippets",
    "clap",
    "encoding_rs",
    "memchr",
    "num-bigint",
    "num-traits",
    "rustix",
    "serde",
    "serde_json",
    "unicode-normalization",
    "yaml_serde",
];

#[test]
fn default_features_are_taken_where_they_are_needed_only() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    let own = packages.iter().find(|package| package["name"] == "opsreport").unwrap();
    for dependency in own["dependencies"].as_array().unwrap() {
        let name = dependency["name"].as_str().unwrap();
        let package = packages.iter().find(|package| package["name"] == name).unwrap();
        let empty = package["features"]["default"].as_array().is_none_or(Vec::is_empty);
        let defaults = dependency["uses_default_features"] == true && dependency["kind"].is_null();
        assert!(
            !defaults || empty || DEFAULTS_WANTED.contains(&name),
            "{name}: say which of {}",
            package["features"]["default"]
        );
    }
}

#[test]
fn no_unsafe_of_our_own() {
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml"] {
        assert!(read(manifest).contains("\nunsafe_code = \"forbid\"\n"), "{manifest}");
    }
}
