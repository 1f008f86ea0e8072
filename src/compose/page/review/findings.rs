//! What the lint of the loop found in the file of a cycle.

use super::mention::place;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::{Block, FindingLine, Findings, Section, Target};
use crate::workspace::Cycle;

/// The findings of a cycle in the order of its file; nothing when there is none.
pub(super) fn block(desk: &Desk<'_>, cycle: &Cycle) -> Option<Block> {
    let mut here: Vec<&Diagnostic> =
        desk.analysis.lint.iter().filter(|finding| finding.place.file == cycle.place.file).collect();
    here.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    if here.is_empty() {
        return None;
    }
    let lines = here.iter().map(|finding| line(desk, cycle, finding)).collect();
    let section = Section {
        id: "findings".to_owned(),
        heading: desk.fill("review-findings", &[("count", here.len().into())]).into(),
        blocks: vec![Findings { lines }.into()],
        ..Section::default()
    };
    Some(section.into())
}

fn line(desk: &Desk<'_>, cycle: &Cycle, finding: &Diagnostic) -> FindingLine {
    FindingLine {
        severity: finding.severity.word().to_owned(),
        severity_words: desk.say(severity(finding.severity)).into(),
        code: finding.code.name.to_owned(),
        manual: Some(manual(desk, finding.code.name)),
        words: desk.locale.finding(finding).into(),
        place: finding.place.to_string(),
        help: desk.locale.finding_help(finding).map(Into::into),
        to: finding.id.as_deref().and_then(|id| subject(desk, cycle, id)),
    }
}

/// The explanation of a code.
fn manual(desk: &Desk<'_>, code: &str) -> Target {
    let letter = code.chars().take(1).collect();
    Target::place(&desk.path(&Route::Findings(letter)), &code.to_lowercase())
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "severity-info",
        Severity::Warning => "severity-warning",
        Severity::Error => "severity-error",
    }
}

/// The line of the page that a finding speaks of.
fn subject(desk: &Desk<'_>, cycle: &Cycle, id: &str) -> Option<Target> {
    let mut ids =
        cycle.plan.iter().map(|it| it.id.as_str()).chain(cycle.done.iter().map(|it| it.id.as_str()));
    let checks = cycle.check.iter().map(|it| it.id.as_str());
    let causes = cycle.check.iter().flat_map(|it| &it.causes).map(|it| it.id.as_str());
    let known = ids.any(|it| it == id)
        || checks.chain(causes).chain(cycle.act.iter().map(|it| it.id.as_str())).any(|it| it == id);
    known.then(|| place(desk, &cycle.id, id))
}
