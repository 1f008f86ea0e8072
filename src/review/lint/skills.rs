//! What is wrong with what people can do (domain 5.4 and 8, K001 and after).

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::quantity::Day;
use crate::review::{Absence, Coverage, Want, absences, wants};
use crate::workspace::{Assessment, Stage, Team, Workspace};

/// Every finding of the team of a workspace; what its stage needs only where the company says its stage.
pub(super) fn lint(workspace: &Workspace, today: Day) -> Diagnostics {
    let Some(team) = &workspace.team else { return Diagnostics::default() };
    let old = team.have.iter().filter_map(|it| assessment(it, today));
    let stage = workspace.company.as_ref().and_then(|company| company.stage);
    let staffed = stage.map(|stage| staffing((workspace, team), stage, today));
    old.chain(staffed.into_iter().flatten()).collect()
}

/// K001, K004: when was it judged what somebody can do?
fn assessment(it: &Assessment, today: Day) -> Option<Diagnostic> {
    let person = it.person.value.as_str();
    let finding = match &it.assessed {
        None => Diagnostic::new(codes::NEVER_ASSESSED, &it.place),
        Some(day) => {
            let days = usize::try_from(today - day.value).ok().filter(|_| it.is_old(today))?;
            let finding = Diagnostic::new(codes::OLD_ASSESSMENT, &day.place).with("days", days);
            finding.with("day", day.value.to_string())
        }
    };
    Some(finding.with("person", person).about(person).help("help"))
}

fn staffing((workspace, team): (&Workspace, &Team), stage: Stage, today: Day) -> Vec<Diagnostic> {
    let coverage = Coverage::of(team, stage);
    let wants = wants(workspace, team, stage);
    let missing = wants.iter().filter_map(missing);
    missing.chain(absences(team, &coverage, today).iter().filter_map(bare)).collect()
}

/// K002: work that takes what nobody can do, or nobody who is there on its day.
fn missing(want: &Want<'_>) -> Option<Diagnostic> {
    let code = match (want.have.is_empty(), want.there.is_empty()) {
        (true, _) => codes::SKILL_MISSING,
        (false, true) => codes::SKILL_AWAY,
        (false, false) => return None,
    };
    let due = want.task.due().map_or_else(|| "–".to_owned(), |due| due.to_string());
    let finding = Diagnostic::new(code, &want.named.place).with("id", want.task.id()).with("due", due);
    let finding = finding.with("skill", want.skill.id.as_str()).with("level", want.level.to_string());
    Some(finding.about(want.task.id()).help("help"))
}

/// K003: nobody else has it, and nobody stands in.
fn bare(absence: &Absence<'_>) -> Option<Diagnostic> {
    let wanted = !absence.bare.is_empty() && absence.leave.cover.is_none();
    let person = absence.leave.person.value.as_str();
    let skills: Vec<&str> = absence.bare.iter().map(|skill| skill.id.as_str()).collect();
    let span = absence.leave.span;
    wanted.then(|| {
        Diagnostic::new(codes::ALONE_AND_AWAY, &absence.leave.place)
            .with("person", person)
            .with("from", span.from.to_string())
            .with("to", span.to.to_string())
            .with("skills", skills.join(", "))
            .about(person)
            .help("help")
    })
}
