//! Review cycles: plan, do, check, act (`cycles/*.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{CycleId, Day, Grain, PersonId, Span, Text};

use super::At;
use super::act::Act;
use super::check_item::CheckItem;
use super::do_item::DoItem;
use super::plan_item::PlanItem;

/// One round of plan, do, check, act.
#[derive(Clone, Debug, PartialEq)]
pub struct Cycle {
    /// Its name in files and paths.
    pub id: CycleId,
    /// What it covers: a week, a month, a quarter or a year.
    pub kind: Grain,
    /// Its days.
    pub span: Span,
    /// The cycle before.
    pub prev: Option<At<CycleId>>,
    /// The cycle after.
    pub next: Option<At<CycleId>>,
    /// Whether it is still worked on.
    pub status: CycleStatus,
    /// When it was closed.
    pub closed: Option<Day>,
    /// Who answers for it.
    pub owner: Option<At<PersonId>>,
    /// The day of its review.
    pub review: Option<Day>,
    /// What was planned.
    pub plan: Vec<PlanItem>,
    /// What was done.
    pub done: Vec<DoItem>,
    /// What came out, and why.
    pub check: Vec<CheckItem>,
    /// What follows from it.
    pub act: Vec<Act>,
    /// What was learned, at the end of a quarter or year.
    pub retrospective: Option<Retrospective>,
    /// Where it is written.
    pub place: Place,
}

/// Whether a cycle is still worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CycleStatus {
    /// Not begun.
    Planned,
    /// Worked on.
    Open,
    /// Finished: nothing in it changes any more.
    Closed,
}

/// What was learned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retrospective {
    /// What was wanted.
    pub goal: Option<Text>,
    /// What came out; nothing when it is read from the data.
    pub result: Option<Text>,
    /// Why.
    pub analysis: Option<Text>,
    /// What is understood now.
    pub insight: Option<Text>,
    /// What became a standard.
    pub standard: Option<Text>,
    /// What comes next.
    pub next: Option<Text>,
    /// Where it is written.
    pub place: Place,
}
