//! Stage 3: everything that is computed from what people wrote and what was measured. Numbers, no words.

use crate::diagnostic::Diagnostics;
use crate::facts::Facts;
use crate::plan::cash::Cash;
use crate::plan::economics::Economics;
use crate::plan::supply::Supply;
use crate::plan::{Change, Plan, PlanSource, Version, against, changes};
use crate::quantity::Day;
use crate::review::lint_commitments;
use crate::workspace::Workspace;

/// The results of stage 3: what tables print and pages show.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The plan in force, as the files have it today.
    pub plan: Plan,
    /// Its frozen versions, by year and day: the latest of a year last.
    pub versions: Vec<Version>,
    /// What of it was changed since its latest version.
    pub changes: Vec<Change>,
    /// The plan that variances are measured against.
    pub against: Plan,
    /// What a unit of each product brings and costs in each marketplace.
    pub economics: Economics,
    /// What must be ordered by when.
    pub supply: Supply,
    /// When money goes out and comes in.
    pub cash: Cash,
}

impl Analysis {
    /// Computes everything, with all findings; each part is computed from those before it.
    pub fn of(workspace: &Workspace, facts: &Facts, today: Day) -> (Self, Diagnostics) {
        let (plan, mut findings) = Plan::of(&PlanSource::today(workspace));
        let versions = Version::all(workspace);
        let (changes, more) = changes(workspace, &plan, &versions);
        findings.extend(more);
        let against = against(&plan, &versions, workspace);
        let (economics, more) = Economics::of(workspace, &plan, today);
        findings.extend(more);
        let (supply, more) = Supply::of(workspace, (facts, &plan, &economics), today);
        findings.extend(more);
        let (cash, more) = Cash::of(workspace, (facts, &plan, &economics, &supply), today);
        findings.extend(more);
        findings.extend(lint_commitments(workspace, today));
        (Analysis { plan, versions, changes, against, economics, supply, cash }, findings)
    }
}
