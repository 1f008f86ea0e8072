//! Files as platforms export them: what each is, its rows, its figures, its checks.
//!
//! `tests/formats/<kind>/<case>.<extension>` is a file, and `<case>.expect.json` beside it says what `opsreport
//! import --format json` must say of it: each key there must be the same, of `totals` and `checks` those that are
//! named, of `refused` the number. `args` is the folder that the file lies in, such as `US/2026-10/`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall fail")]
#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

#[path = "formats/variant.rs"]
mod variant;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value};
use variant::Variant;

/// A file with what must be said of it.
struct Case {
    name: String,
    data: PathBuf,
    expected: Map<String, Value>,
}

impl Case {
    fn read(expectation: &Path) -> Case {
        let text = std::fs::read_to_string(expectation).unwrap();
        let expected: Map<String, Value> = serde_json::from_str(&text).unwrap();
        let name = expectation.to_string_lossy().replace(".expect.json", "");
        let folder = expectation.parent().unwrap();
        let stem = expectation.file_name().unwrap().to_string_lossy().replace(".expect.json", "");
        let is_data = |path: &PathBuf| {
            let other = path.file_name().unwrap().to_string_lossy();
            let rest = other.strip_prefix(&stem).and_then(|rest| rest.strip_prefix('.'));
            rest.is_some_and(|rest| rest != "expect.json" && !rest.contains('.'))
        };
        let data: Vec<PathBuf> = files(folder).into_iter().filter(is_data).collect();
        assert_eq!(data.len(), 1, "{name}: one file beside it, not {data:?}");
        Case { name, data: data[0].clone(), expected }
    }

    /// The folder that the file lies in.
    fn folder(&self) -> &str {
        self.expected.get("args").and_then(Value::as_str).unwrap_or_default()
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn cases() -> Vec<Case> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root()).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    let all = folders.iter().filter(|path| path.is_dir()).flat_map(|folder| files(folder));
    let expectations = all.filter(|path| path.to_string_lossy().ends_with(".expect.json"));
    let cases: Vec<Case> = expectations.map(|path| Case::read(&path)).collect();
    assert!(cases.len() > 50, "only {} cases", cases.len());
    cases
}

/// What the program says of files, each with its name, its folder and its bytes; in their order.
fn import(files: &[(&Path, &str, Vec<u8>)]) -> Vec<Value> {
    let place = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (at, (name, folder, bytes)) in files.iter().enumerate() {
        let folder = place.path().join(format!("{at:04}/results/{folder}"));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name.file_name().unwrap());
        std::fs::write(&path, bytes).unwrap();
        paths.push(path);
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_opsreport"));
    command.args(["import", "--format", "json", "--today", "2026-11-22", "--lang", "en", "--root"]);
    let output = command.arg(root().join("workspace")).args(&paths).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let mut records: BTreeMap<String, Value> = BTreeMap::new();
    for line in lines.lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        records.insert(record["file"].as_str().unwrap().to_owned(), record);
    }
    assert_eq!(records.len(), paths.len(), "{said}");
    paths.iter().map(|path| records.remove(path.to_str().unwrap()).unwrap()).collect()
}

/// What is said under a key, in the form of expectations.
fn found(record: &Value, key: &str, expected: &Value) -> Value {
    match key {
        "refused" => record["refused"].as_array().unwrap().len().into(),
        "nearest" => record["nearest"]["kind"].clone(),
        "checks" => {
            let checks = record["checks"].as_array().unwrap().iter();
            let checks = checks.map(|check| (check["id"].as_str().unwrap().to_owned(), check["ok"].clone()));
            named(checks.collect(), expected)
        }
        "totals" => named(record["totals"].as_object().unwrap().clone(), expected),
        _ => record[key].clone(),
    }
}

/// Those of the values that the expectation names.
fn named(all: Map<String, Value>, expected: &Value) -> Value {
    let names = expected.as_object().unwrap();
    Value::Object(all.into_iter().filter(|(name, _)| names.contains_key(name)).collect())
}

#[test]
fn each_file_is_what_its_expectation_says() {
    let cases = cases();
    let bytes = |case: &Case| std::fs::read(&case.data).unwrap();
    let files: Vec<_> = cases.iter().map(|case| (case.data.as_path(), case.folder(), bytes(case))).collect();
    let mut wrong = Vec::new();
    for (case, record) in cases.iter().zip(import(&files)) {
        for (key, expected) in case.expected.iter().filter(|(key, _)| *key != "args") {
            let found = found(&record, key, expected);
            if found != *expected {
                let refused = &record["refused"];
                wrong.push(format!(
                    "{}: {key}\n  expected {expected}\n  found    {found}\n  refused  {refused}",
                    case.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
}

/// Everything that a way of saving a file again must not change.
const SAME: [&str; 7] = ["kind", "period", "marketplace", "currency", "rows", "checks", "totals"];

#[test]
fn saving_a_file_in_another_way_changes_no_figure() {
    let text = |case: Case| Some((String::from_utf8(std::fs::read(&case.data).unwrap()).ok()?, case));
    let known = cases().into_iter().filter(|case| !case.expected["kind"].is_null());
    let texts: Vec<(String, Case)> = known.filter_map(text).collect();
    let plain: Vec<(&Path, &str, Vec<u8>)> =
        texts.iter().map(|(text, case)| (&*case.data, case.folder(), text.clone().into_bytes())).collect();
    let (mut files, mut variants) = (Vec::new(), Vec::new());
    for ((text, case), record) in texts.iter().zip(import(&plain)) {
        for (name, bytes) in Variant::new(text, &record).all() {
            files.push((case.data.as_path(), case.folder(), bytes));
            variants.push((format!("{}, {name}", case.name), record.clone()));
        }
    }
    assert!(variants.len() > 200, "only {} variants", variants.len());
    let mut wrong = Vec::new();
    for ((name, before), after) in variants.iter().zip(import(&files)) {
        for key in SAME {
            if before[key] != after[key] {
                wrong.push(format!("{name}: {key}\n  before {}\n  after  {}", before[key], after[key]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
}

/// A workspace in which a file of every kind lies, and the kinds by the paths of their files.
fn every_kind() -> (tempfile::TempDir, BTreeMap<String, String>) {
    let place = tempfile::tempdir().unwrap();
    for file in files(&root().join("workspace")) {
        std::fs::copy(&file, place.path().join(file.file_name().unwrap())).unwrap();
    }
    let mut kinds: BTreeMap<String, String> = BTreeMap::new();
    for case in cases() {
        let plain = case.expected.get("refused").is_none_or(|refused| refused == 0)
            && case.expected.get("rows").is_some_and(|rows| rows != 0);
        let holds = case
            .expected
            .get("checks")
            .is_none_or(|all| all.as_object().unwrap().values().all(|ok| ok == true));
        let Some(kind) = case.expected["kind"].as_str().filter(|_| plain && holds) else { continue };
        if kinds.values().any(|known| known == kind) {
            continue;
        }
        let name = case.data.file_name().unwrap().to_string_lossy();
        // What says its marketplace itself lies where it belongs.
        let market = case.expected.get("marketplace").and_then(Value::as_str).unwrap_or("US");
        let folder = match case.folder() {
            "" => format!("results/{}/", market.split(' ').next().unwrap()),
            folder => format!("results/{folder}"),
        };
        let taken = kinds.contains_key(&format!("{folder}{name}"));
        let path = format!("{folder}{}{name}", if taken { format!("{kind}-") } else { String::new() });
        std::fs::create_dir_all(place.path().join(&folder)).unwrap();
        std::fs::copy(&case.data, place.path().join(&path)).unwrap();
        kinds.insert(path, kind.to_owned());
    }
    (place, kinds)
}

#[test]
fn a_folder_with_a_file_of_every_kind_is_read_without_a_mapping() {
    let (place, kinds) = every_kind();
    assert!(kinds.len() > 35, "{kinds:?}");
    let mut command = Command::new(env!("CARGO_BIN_EXE_opsreport"));
    command.args(["table", "imports", "--format", "json", "--today", "2026-11-22", "--lang", "en", "--root"]);
    let output = command.arg(place.path()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let found: BTreeMap<String, String> =
        rows.iter().map(|row| (text(row, "file"), text(row, "kind"))).collect();
    assert_eq!(found, kinds, "{said}");
}
