//! Headers made of the names of a format: each is of that format, and of no other.

use std::path::Path;
use std::process::Command;

use opsreport::workspace::{Column, Format};
use serde_json::Value;

/// The first name of a column.
fn first(format: &Format, key: &str) -> String {
    format.column(key).unwrap().names[0].clone()
}

/// A header with all columns, and for each name of a column that it needs one with little more than that.
fn headers(format: &Format) -> Vec<Vec<String>> {
    let own = |column: &&Column| column.join.is_empty() && !format.without.contains(&column.key);
    let mut headers: Vec<Vec<String>> =
        vec![format.columns.iter().filter(own).map(|column| column.names[0].clone()).collect()];
    let least: Vec<String> = format.require.iter().map(|group| first(format, &group[0])).collect();
    for (at, group) in format.require.iter().enumerate() {
        for name in group.iter().flat_map(|key| &format.column(key).unwrap().names) {
            let mut header = least.clone();
            header[at] = name.clone();
            headers.push(header);
        }
    }
    headers
}

fn write(path: &Path, format: &Format, header: &[String]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header).unwrap();
    let header = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let above = format.preamble.first().map(|start| format!("{start}\n")).unwrap_or_default();
    std::fs::write(path, above + &header).unwrap();
}

#[test]
fn a_header_is_of_its_kind_alone_by_any_of_its_names() {
    let place = tempfile::tempdir().unwrap();
    let mut expected = Vec::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_opsreport"));
    command.args(["import", "--format", "json", "--today", "2026-11-22", "--lang", "en", "--root"]);
    command.arg(crate::root().join("tests/formats/workspace"));
    for format in crate::all().values().filter(|format| !format.open) {
        for header in headers(format) {
            let path = place.path().join(format!("{:04}/results/US/2026-11/file.csv", expected.len()));
            write(&path, format, &header);
            command.arg(&path);
            expected.push((format.id.clone(), header));
        }
    }
    assert!(expected.len() > 400, "only {}", expected.len());
    let output = command.output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let found: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(found.len(), expected.len());
    let wrong = expected.iter().zip(&found).filter(|((id, _), found)| found["kind"] != id.as_str());
    let wrong: Vec<_> =
        wrong.map(|(expected, found)| (expected, &found["kind"], &found["refused"])).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
