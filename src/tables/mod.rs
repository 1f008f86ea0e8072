//! The computed tables of `opsreport table`: figures for spreadsheets, notebooks and tests.

mod archives;
mod axes;
mod bottom_up;
mod calls;
mod cash;
mod commitments;
mod divided;
mod economics;
mod feedback;
mod figures;
mod forecast;
mod imports;
mod loop_ledger;
mod pace;
mod refusal;
mod restated;
mod scores;
mod signals;
mod skills;
mod sops;
mod supply;
mod trends;
mod versions;
mod why;

use crate::analysis::{Analysis, Forecasts};
use crate::facts::Facts;
use crate::quantity::Day;
use crate::review::Check;
use crate::table::{Table, TableRequest};
use crate::trend::Outlook;
use crate::trend::score::Scoreboard;
use crate::workspace::Workspace;

#[cfg(test)]
mod column_tests;
#[cfg(test)]
mod small;
pub use refusal::{Refusal, UnknownName};
pub use why::nodes;

/// The tables that can be asked for by name.
pub const TABLES: &[&str] = &[
    "results",
    "plan",
    "variance",
    "signals",
    "why",
    "versions",
    "bottomup",
    "supply",
    "economics",
    "economics-change",
    "cash",
    "commitments",
    "feedback",
    "sops",
    "skills",
    "pace",
    "forecast",
    "trends",
    "loop",
    "scores",
    "calls",
    "restated",
    "archives",
    "imports",
    "checks",
    "reconciliation",
];

/// Those of them that tell of results files: they are there whatever was refused.
pub const OF_FILES: &[&str] = &["imports", "checks", "reconciliation"];

/// What tables are computed from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// What people wrote.
    pub workspace: &'a Workspace,
    /// What was measured.
    pub facts: &'a Facts,
    /// What follows from both.
    pub analysis: &'a Analysis<'a>,
    /// Today.
    pub today: Day,
}

impl<'a> Sources<'a> {
    /// Answers questions about figures.
    pub(crate) fn check(&self) -> Check<'a> {
        Check::of(self.workspace, self.facts, (&self.analysis.against, self.today))
    }

    /// What became of forecasts and calls.
    fn scoreboard(&self) -> Scoreboard<'a> {
        Scoreboard::of(self.workspace, &self.check())
    }

    /// What is expected.
    fn outlook(&self) -> Outlook {
        Forecasts::of(self.workspace, self.facts, self.analysis, self.today).outlook
    }
}

/// Computes a table.
///
/// # Errors
/// [`Refusal`] when it asks for a table, dimension, value or metric that does not exist.
pub fn compute(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    match request.name.as_str() {
        "results" => figures::results(sources, request),
        "plan" => figures::plan(sources, request),
        "variance" => figures::variance(sources, request),
        "signals" => signals::signals(sources, request),
        "why" => why::why(sources, request),
        "bottomup" => Ok(bottom_up::bottom_up(sources)),
        "versions" => versions::versions(sources, request),
        "supply" => supply::supply(sources, request),
        "economics" => economics::economics(sources, request),
        "economics-change" => economics::change(sources, request),
        "cash" => cash::cash(sources, request),
        "commitments" => commitments::commitments(sources, request),
        "feedback" => feedback::feedback(sources, request),
        "sops" => sops::sops(sources, request),
        "skills" => skills::skills(sources, request),
        "pace" => pace::pace(sources, request),
        "scores" => scores::scores(sources, request),
        "calls" => calls::calls(sources, request),
        "restated" => restated::restated(sources, request),
        "archives" => Ok(archives::archives(sources)),
        "forecast" => forecast::forecast(sources, request),
        "trends" => trends::trends(sources, request),
        "loop" => loop_ledger::ledger(sources, request),
        "imports" => Ok(imports::imports(sources.facts.log())),
        "checks" => Ok(imports::checks(sources.facts.log())),
        "reconciliation" => Ok(imports::reconciliation(sources.facts.log())),
        other => Err(Refusal::new("table", other, TABLES.iter().copied())),
    }
}
