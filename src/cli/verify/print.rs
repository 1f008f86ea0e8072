//! Verdicts for people and for programs.

use serde::Serialize;

use super::target::Kind;
use super::{Note, Verdict};
use crate::archive::Fault;
use crate::bag::PREVIOUS;
use crate::diagnostic::render::safe;
use crate::locale::Locale;

/// A line for each thing, and below it a line for each fault, or its root.
pub(super) fn text(verdicts: &[Verdict], locale: &Locale) -> String {
    verdicts.iter().map(|verdict| paragraph(verdict, locale)).collect()
}

fn paragraph(verdict: &Verdict, locale: &Locale) -> String {
    let Verdict { target, checked, signer, note } = verdict;
    let path = target.path.display().to_string();
    let args = [
        ("path", path.into()),
        ("files", checked.files.into()),
        ("bytes", checked.bytes.to_string().into()),
        ("count", checked.faults.len().into()),
    ];
    let key = match (checked.faults.is_empty(), target.kind) {
        (true, _) => "verify-whole",
        (false, Kind::Site) => "verify-damaged-site",
        (false, _) => "verify-damaged",
    };
    let mut lines = vec![locale.fill(key, &args)];
    lines.extend(checked.faults.iter().map(|fault| format!("  {}", sentence(fault, locale))));
    lines.extend(noted(note.as_ref(), locale).map(|note| format!("  {note}")));
    let root = checked.root.filter(|_| target.kind != Kind::Site);
    let said = [("verify-root", root.map(|root| root.to_string())), ("verify-signer", signer.clone())];
    for (key, value) in said {
        lines.extend(value.map(|value| format!("  {}", locale.fill(key, &[("value", value.into())]))));
    }
    lines.iter().map(|line| format!("{}\n", safe(line))).collect()
}

fn sentence(fault: &Fault, locale: &Locale) -> String {
    locale.fill(&format!("verify-{}", fault.word()), &fault.args())
}

fn noted(note: Option<&Note>, locale: &Locale) -> Option<String> {
    note.map(|(key, args)| locale.fill(key, args))
}

#[derive(Serialize)]
struct Record<'a> {
    path: String,
    kind: &'static str,
    whole: bool,
    root: Option<String>,
    previous: Option<&'a str>,
    signer: Option<&'a str>,
    files: usize,
    bytes: u64,
    faults: Vec<Found<'a>>,
    note: Option<String>,
}

#[derive(Serialize)]
struct Found<'a> {
    what: &'static str,
    file: Option<&'a str>,
    message: String,
}

/// An object for each thing, each on a line.
pub(super) fn json(verdicts: &[Verdict], locale: &Locale) -> String {
    verdicts.iter().map(|verdict| record(verdict, locale)).collect()
}

fn record(verdict: &Verdict, locale: &Locale) -> String {
    let Verdict { target, checked, signer, note } = verdict;
    let found =
        |fault| Found { what: Fault::word(fault), file: fault.file(), message: sentence(fault, locale) };
    let record = Record {
        path: target.path.display().to_string(),
        kind: if target.kind == Kind::Site { "site" } else { "archive" },
        whole: checked.faults.is_empty(),
        root: checked.root.map(|root| root.to_string()),
        previous: checked.info.get(PREVIOUS),
        signer: signer.as_deref(),
        files: checked.files,
        bytes: checked.bytes,
        faults: checked.faults.iter().map(found).collect(),
        note: noted(note.as_ref(), locale),
    };
    // What is written here are texts and numbers: nothing that cannot be written.
    format!("{}\n", serde_json::to_string(&record).unwrap_or_default())
}
