//! Whole workspaces from bytes: findings or a site, and no site holds what nobody meant.

use std::collections::BTreeMap;

use opsreport::bundle::Bundle;
use opsreport::pipeline;
use opsreport::quantity::Day;
use opsreport::table::TableRequest;
use opsreport::world::Memory;

use super::markup::{check_characters, tags};

/// A small workspace in which nothing is wrong.
const SOUND: &str = include_str!("../../tests/loop/sound.txt");

/// A workspace with every kind of file, for one of them to be replaced.
const SAMPLE: [(&str, &str); 13] = [
    ("opsreport.yaml", include_str!("../../tests/fixtures/sample/opsreport.yaml")),
    ("company.yaml", include_str!("../../tests/fixtures/sample/company.yaml")),
    ("calendar.yaml", include_str!("../../tests/fixtures/sample/calendar.yaml")),
    ("departments.yaml", include_str!("../../tests/fixtures/sample/departments.yaml")),
    ("marketplaces.yaml", include_str!("../../tests/fixtures/sample/marketplaces.yaml")),
    ("metrics.yaml", include_str!("../../tests/fixtures/sample/metrics.yaml")),
    ("products.yaml", include_str!("../../tests/fixtures/sample/products.yaml")),
    ("team.yaml", include_str!("../../tests/fixtures/sample/team.yaml")),
    ("toolbox.yaml", include_str!("../../tests/fixtures/sample/toolbox.yaml")),
    ("batches/B-2026-01.yaml", include_str!("../../tests/fixtures/sample/batches/B-2026-01.yaml")),
    ("briefings/2026-11.yaml", include_str!("../../tests/fixtures/sample/briefings/2026-11.yaml")),
    ("cycles/2026-10.yaml", include_str!("../../tests/fixtures/sample/cycles/2026-10.yaml")),
    ("feedback/2026-11.yaml", include_str!("../../tests/fixtures/sample/feedback/2026-11.yaml")),
];

/// One file of a workspace, its path in the first line: read, measured, planned and reviewed.
pub fn yaml(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (path, body) = text.split_once('\n').unwrap_or((&text, ""));
    let mut files = BTreeMap::from(SAMPLE.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())));
    files.insert(path.to_owned(), body.as_bytes().to_vec());
    let world = world(files);
    let _ = pipeline::timezone(&world);
    let request = TableRequest { name: "loop".to_owned(), ..TableRequest::default() };
    let run = pipeline::table(&world, &request);
    // Findings are sorted and shown by their places.
    assert!(run.findings.sorted().iter().all(|finding| !finding.place.to_string().is_empty()));
}

/// A workspace, a line `--- path` beginning each of its files.
pub fn workspaces(data: &[u8]) {
    build(files(&String::from_utf8_lossy(data)));
}

/// A page of Markdown in a sound workspace.
pub fn pages(data: &[u8]) {
    let mut files = files(SOUND);
    files.insert("pages/this.md".to_owned(), data.to_vec());
    build(files);
}

fn files(text: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut path = "opsreport.yaml".to_owned();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("--- ") {
            Some(next) => path = next.trim().to_owned(),
            None => files.entry(path.clone()).or_default().extend(line.as_bytes()),
        }
    }
    files
}

fn world(files: BTreeMap<String, Vec<u8>>) -> Memory {
    Memory { files, today: Day::parse("2026-11-22").expect("a day") }
}

fn build(files: BTreeMap<String, Vec<u8>>) {
    let themed = files.keys().any(|path| path.starts_with("themes/"));
    let Some(bundle) = pipeline::build(&world(files)).value else { return };
    // What templates of one's own write is one's own.
    if !themed {
        check(&bundle);
    }
}

fn check(bundle: &Bundle) {
    for (path, bytes) in bundle.iter() {
        let part = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '\0']);
        assert!(path.split('/').all(part), "{path:?}");
        let Ok(text) = str::from_utf8(bytes) else { continue };
        match path.rsplit_once('.').map(|(_, kind)| kind) {
            Some("html") => page(path, text),
            Some("xml") => {
                check_characters(text);
                tags(text.strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>").unwrap_or(text));
            }
            _ => {}
        }
    }
}

/// No tag runs what somebody wrote: no handler, no script of one's own, no frame, no address of a script.
fn page(path: &str, html: &str) {
    for piece in html.split('<').skip(1) {
        let tag = piece.split('>').next().unwrap_or_default().to_lowercase();
        let name = tag.split([' ', '/', '\n']).find(|name| !name.is_empty()).unwrap_or_default();
        assert!(!["iframe", "object", "embed", "base", "form"].contains(&name), "<{tag}> in {path}");
        assert!(!tag.contains(" on") || !tag.split(" on").skip(1).any(is_handler), "<{tag}> in {path}");
        assert!(!tag.contains("=\"javascript:") && !tag.contains("=\"data:text"), "<{tag}> in {path}");
    }
}

/// Whether what follows ` on` goes on like the name of an attribute outside of quotes.
fn is_handler(rest: &str) -> bool {
    let after = rest.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    after.len() < rest.len() && after.starts_with("=\"")
}
