//! Stage 3: everything that is computed from what people wrote and what was measured. Numbers, no words.
//!
//! Forecasts are a result of their own: to make them takes longest of all, and most commands do not speak of them.

use crate::diagnostic::Diagnostics;
use crate::facts::Facts;
use crate::plan::cash::Cash;
use crate::plan::economics::Economics;
use crate::plan::supply::Supply;
use crate::plan::{
    Change, Node, Plan, PlanSource, Standing, Version, against, bottom_up, changes, chosen, filled,
};
use crate::quantity::Day;
use crate::review::{Check, Thread, lint, threads};
use crate::trend::Outlook;
use crate::trend::score::Scoreboard;
use crate::workspace::{AgainstPlan, Allocation, Workspace};

/// The results of stage 3: what tables print and pages show.
#[derive(Clone, Debug)]
pub struct Analysis<'a> {
    /// How goals are split, with the months that results propose where they are asked.
    pub allocations: Vec<Allocation>,
    /// The plan in force, as the files have it today.
    pub plan: Plan,
    /// Its frozen versions, by year and day: the latest of a year last.
    pub versions: Vec<Version>,
    /// What of it was changed since its latest version.
    pub changes: Vec<Change>,
    /// What is expected from the bottom up, beside the plan.
    pub bottom_up: Vec<Node>,
    /// The plan that variances are measured against.
    pub against: Plan,
    /// What a unit of each product brings and costs in each marketplace.
    pub economics: Economics,
    /// What must be ordered by when.
    pub supply: Supply,
    /// When money goes out and comes in.
    pub cash: Cash,
    /// What became of each checked plan item.
    pub threads: Vec<Thread<'a>>,
    /// What the lint of the loop found. It makes no figure wrong: tables are computed all the same, a site is not
    /// published while one of these is an error.
    pub lint: Diagnostics,
}

impl<'a> Analysis<'a> {
    /// Whether the plan of a year was changed since its latest version.
    pub fn is_changed(&self, year: i16) -> bool {
        self.changes.iter().any(|change| change.year == year)
    }

    /// Which plan of a year variances are measured against.
    pub fn standing(&self, against: &AgainstPlan, year: i16) -> Standing<'_> {
        let latest = self.versions.iter().rfind(|version| version.year == year);
        let fixed = chosen(&self.versions, against).into_iter().find(|version| version.year == year);
        match (fixed, latest) {
            (Some(fixed), _) => Standing::Fixed(fixed),
            (None, None) => Standing::Open,
            (None, Some(latest)) if self.is_changed(year) => Standing::Draft(latest),
            (None, Some(latest)) => Standing::Is(latest),
        }
    }

    /// Computes everything, with all findings; each part is computed from those before it.
    pub fn of(workspace: &'a Workspace, facts: &Facts, today: Day) -> (Self, Diagnostics) {
        let (allocations, mut findings) = filled(workspace, facts);
        let source = PlanSource { allocations: &allocations, ..PlanSource::today(workspace) };
        let (plan, more) = Plan::of(&source);
        findings.extend(more);
        let versions = Version::all(workspace);
        let (changes, more) = changes((workspace, &allocations), &plan, &versions);
        findings.extend(more);
        let (bottom_up, more) = bottom_up(workspace, &plan);
        findings.extend(more);
        let against = against(&plan, &versions, workspace);
        let (economics, more) = Economics::of(workspace, &plan, today);
        findings.extend(more);
        let (supply, more) = Supply::of(workspace, (facts, &plan, &economics), today);
        findings.extend(more);
        let (cash, more) = Cash::of(workspace, (facts, &plan, &economics, &supply), today);
        findings.extend(more);
        let check = Check::of(workspace, facts, (&against, today));
        let threads = threads(workspace, &check);
        let lint = lint(workspace, &threads, &check);
        let analysis = Analysis {
            allocations,
            plan,
            versions,
            changes,
            bottom_up,
            against,
            economics,
            supply,
            cash,
            threads,
            lint,
        };
        (analysis, findings)
    }
}

/// What is expected, and what became of what was.
#[derive(Clone, Debug)]
pub struct Forecasts<'a> {
    /// What is expected of figures in the periods ahead, in bands as wide as the scoreboard teaches.
    pub outlook: Outlook,
    /// What became of the forecasts and calls that were made.
    pub scoreboard: Scoreboard<'a>,
}

impl<'a> Forecasts<'a> {
    /// Makes the forecasts, and scores those that were made before.
    pub fn of(workspace: &'a Workspace, facts: &Facts, analysis: &Analysis<'_>, today: Day) -> Self {
        let check = Check::of(workspace, facts, (&analysis.against, today));
        let (outlook, scoreboard) = rayon::join(
            || Outlook::of(workspace, &check, &analysis.supply),
            || Scoreboard::of(workspace, &check),
        );
        Forecasts { outlook: scoreboard.recalibrated(outlook), scoreboard }
    }
}
