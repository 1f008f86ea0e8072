//! Findings on their way out: the report, the closing line, the verdict.

use super::Outcome;
use super::args::Format;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use crate::diagnostic::render::{self, View};
use crate::diagnostic::{Arg, Diagnostics, Severity};
use crate::locale::Locale;
use crate::pipeline::Run;

/// Prints the findings of a command, and says whether they are too bad.
///
/// Text is for people, on standard error; every other format is a result, on standard output.
pub(super) fn report<T>(
    run: &Run<T>,
    format: Format,
    setup: &Setup,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    let outcome = verdict(&run.findings, setup.deny.unwrap_or(run.deny));
    let findings = run.findings.clone().sorted();
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
    Ok(outcome)
}

/// Whether findings are too bad for what was asked.
pub(super) fn are_denied<T>(run: &Run<T>, setup: &Setup) -> bool {
    verdict(&run.findings, setup.deny.unwrap_or(run.deny)) == Outcome::Findings
}

fn verdict(findings: &Diagnostics, deny: Severity) -> Outcome {
    let denied = findings.worst().is_some_and(|worst| worst >= deny);
    if denied { Outcome::Findings } else { Outcome::Fine }
}

/// Says the closing line: how many findings of which severity, and how many are known.
pub(super) fn close<T>(run: &Run<T>, shell: &mut Shell) {
    if !shell.quiet {
        let line = summary(&run.findings, &shell.locale);
        let known = run.passed.as_ref().map_or(0, |passed| passed.known.len());
        let also = shell.locale.fill("summary-known", &[("count", known.into())]);
        let also = if known > 0 { also } else { String::new() };
        shell.write(&format!("{line}{also}\n"));
    }
}

/// `2 errors, 1 warning`
fn summary(findings: &Diagnostics, locale: &Locale) -> String {
    let parts = [
        ("summary-errors", Severity::Error),
        ("summary-warnings", Severity::Warning),
        ("summary-infos", Severity::Info),
    ];
    let counted = parts
        .map(|(key, severity)| (key, findings.iter().filter(|finding| finding.severity == severity).count()));
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> =
        counted.map(|(key, count)| locale.fill(key, &[("count", Arg::from(count))])).collect();
    if said.is_empty() { locale.text("summary-none") } else { said.join(&locale.text("summary-separator")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Language;
    use crate::cli::words;
    use crate::diagnostic::{Code, Diagnostic, Place, codes};

    fn findings(kinds: &[&'static Code]) -> Diagnostics {
        let mut findings = Diagnostics::default();
        for code in kinds {
            findings.push(Diagnostic::new(code, &Place::file(&"company.yaml".into())));
        }
        findings
    }

    #[test]
    fn the_closing_line_counts_by_severity() {
        let some = [codes::SYNTAX, codes::BAD_DATE, codes::UNKNOWN_FILE, codes::UNKNOWN_COLUMN];
        for (kinds, language, line) in [
            (&some[..], Language::En, "2 errors, 1 warning, 1 note"),
            (&some[..], Language::ZhHant, "2 個錯誤、1 個警告、1 則提示"),
            (&some[2..3], Language::En, "1 warning"),
            (&[], Language::En, "no findings"),
        ] {
            assert_eq!(summary(&findings(kinds), &words::locale(language).unwrap()), line);
        }
    }

    #[test]
    fn findings_at_the_denied_level_fail() {
        let warning = findings(&[codes::UNKNOWN_FILE]);
        for (deny, outcome) in [
            (Severity::Error, Outcome::Fine),
            (Severity::Warning, Outcome::Findings),
            (Severity::Info, Outcome::Findings),
        ] {
            assert_eq!(verdict(&warning, deny), outcome);
        }
        assert_eq!(verdict(&Diagnostics::default(), Severity::Info), Outcome::Fine);
    }
}
