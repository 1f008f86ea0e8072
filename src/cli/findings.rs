//! Findings on their way out: the report, the closing line, the verdict.

use super::Outcome;
use super::args::Format;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use crate::diagnostic::render::{self, View};
use crate::diagnostic::{Arg, Diagnostic, Diagnostics, Severity};

/// Prints the findings of a command, and says whether they are too bad.
///
/// Text is for people, on standard error; every other format is a result, on standard output.
pub(super) fn report(
    findings: &Diagnostics,
    format: Format,
    setup: &Setup,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    let denied = findings.worst().is_some_and(|worst| worst >= setup.deny);
    let findings = findings.clone().sorted();
    let color = shell.color && format == Format::Text;
    let view = View { world: setup.world(), prefix: &setup.prefix, locale: &shell.locale, color };
    let report = match format {
        Format::Text => render::text(&findings, &view),
        Format::Json => render::json(&findings, &view),
        Format::Github => render::github(&findings, &view),
        Format::Sarif => render::sarif(&findings, &view),
    };
    match format {
        Format::Text => shell.write(&report),
        _ => shell.result(&report)?,
    }
    Ok(if denied { Outcome::Findings } else { Outcome::Fine })
}

/// `2 errors, 1 warning`
pub(super) fn summary(findings: &[&Diagnostic], shell: &Shell) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let parts = [
        ("summary-errors", count(Severity::Error)),
        ("summary-warnings", count(Severity::Warning)),
        ("summary-infos", count(Severity::Info)),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> =
        parts.map(|(key, count)| shell.locale.fill(key, &[("count", Arg::from(count))])).collect();
    if parts.is_empty() {
        shell.locale.text("summary-none")
    } else {
        parts.join(&shell.locale.text("summary-separator"))
    }
}

/// Says the closing line: how many findings of which severity.
pub(super) fn close(findings: &Diagnostics, shell: &mut Shell) {
    let all: Vec<&Diagnostic> = findings.iter().collect();
    let line = summary(&all, shell);
    if !shell.quiet {
        shell.write(&format!("{line}\n"));
    }
}
