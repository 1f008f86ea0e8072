//! Findings as GitHub's workflow commands: a note at the line of the pull request.

use super::View;
use crate::diagnostic::{Diagnostic, Severity};

/// The findings, one workflow command per line.
pub fn github(findings: &[Diagnostic], view: &View<'_>) -> String {
    findings.iter().map(|finding| one(finding, view)).collect()
}

fn one(finding: &Diagnostic, view: &View<'_>) -> String {
    let mut properties = vec![("file", view.path(&finding.place))];
    properties.extend(range(finding));
    properties.push(("title", finding.code.name.to_owned()));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    let help = view.help(finding).map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", view.message(finding)));
    format!("::{} {}::{message}\n", command(finding.severity), properties.join(","))
}

/// GitHub takes columns only within one line.
fn range(finding: &Diagnostic) -> Vec<(&'static str, String)> {
    let place = &finding.place;
    let mut range = vec![("line", place.line), ("endLine", place.end_line)];
    match (place.line, place.end_line) {
        (0, _) => range.clear(),
        (line, end) if line == end => {
            range = vec![("line", line), ("col", place.column), ("endColumn", place.end_column)];
        }
        _ => {}
    }
    range.into_iter().map(|(name, number)| (name, number.to_string())).collect()
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
