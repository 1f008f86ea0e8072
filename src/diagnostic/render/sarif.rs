//! Findings as a SARIF 2.1.0 log, for code-scanning services.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::View;
use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Explanation;

/// The findings as one log.
pub fn sarif(findings: &[Diagnostic], view: &View<'_>) -> String {
    let codes: BTreeSet<&str> = findings.iter().map(|finding| finding.code.name).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(code, view)).collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, view)).collect();
    let driver = json!({"name": "opsreport", "version": env!("CARGO_PKG_VERSION"), "rules": rules});
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        // Columns count characters, not the units of UTF-16 that SARIF assumes.
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    });
    format!("{log}\n")
}

/// A code with its explanation, for a service that shows it beside the finding.
fn rule(code: &str, view: &View<'_>) -> Value {
    let Some(Explanation { title, what, why, fix, .. }) = view.locale.explain(code) else {
        return json!({"id": code});
    };
    json!({
        "id": code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": what},
        "help": {"text": format!("{why}\n\n{fix}")},
    })
}

fn result(finding: &Diagnostic, view: &View<'_>) -> Value {
    let help = view.help(finding).map(|help| format!("\n{help}")).unwrap_or_default();
    let mut location = json!({"artifactLocation": {"uri": uri(&view.path(&finding.place))}});
    if finding.place.line > 0 {
        location["region"] = region(finding);
    }
    json!({
        "ruleId": finding.code.name,
        "level": level(finding.severity),
        "message": {"text": format!("{}{help}", view.message(finding))},
        "locations": [{"physicalLocation": location}],
    })
}

fn region(finding: &Diagnostic) -> Value {
    let place = &finding.place;
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a URI reference: what is not a plain letter, digit or mark is escaped byte by byte.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
