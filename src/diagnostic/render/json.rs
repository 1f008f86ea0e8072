//! Findings for programs: one JSON object per line.

use serde::Serialize;

use super::View;
use crate::diagnostic::Diagnostic;

/// One finding; what speaks of a file as a whole has no line and no column.
#[derive(Serialize)]
struct Record<'a> {
    code: &'a str,
    severity: &'a str,
    file: String,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    message: String,
    help: Option<String>,
    id: Option<&'a str>,
}

/// The findings, one object per line.
pub fn json(findings: &[Diagnostic], view: &View<'_>) -> String {
    let lines = findings.iter().filter_map(|finding| serde_json::to_string(&record(finding, view)).ok());
    lines.map(|line| line + "\n").collect()
}

fn record<'a>(finding: &'a Diagnostic, view: &View<'_>) -> Record<'a> {
    let place = &finding.place;
    let at = |number: u32| (place.line > 0).then_some(number);
    Record {
        code: finding.code.name,
        severity: finding.severity.word(),
        file: view.path(place),
        line: at(place.line),
        column: at(place.column),
        end_line: at(place.end_line),
        end_column: at(place.end_column),
        message: view.message(finding),
        help: view.help(finding),
        id: finding.id.as_deref(),
    }
}
