//! What a cycle plans (`plan:` of a cycle).

use crate::diagnostic::Place;
use crate::quantity::{Day, GoalId, Id, MeasureId, PersonId, Scope, Text};

use super::act::Act;
use super::{At, Figure, Typed};

/// One thing a cycle wants to reach.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    /// Its name in files.
    pub id: Id<PlanItem>,
    /// The goal it serves.
    pub goal: Option<At<GoalId>>,
    /// What is wanted, in a sentence.
    pub title: Option<Text>,
    /// Where.
    pub scope: Scope,
    /// The figure that shall move.
    pub metric: Option<At<MeasureId>>,
    /// Where it stands.
    pub baseline: Option<Typed>,
    /// Where it shall stand.
    pub target: Option<Typed>,
    /// Why that should work.
    pub hypothesis: Option<Text>,
    /// What that is worth.
    pub expected_effect: Option<ExpectedEffect>,
    /// Who answers for it.
    pub owner: Option<At<PersonId>>,
    /// By when.
    pub due: Option<At<Day>>,
    /// The acts of earlier cycles it carries on.
    pub from: Vec<At<Id<Act>>>,
    /// Where it is written.
    pub place: Place,
}

/// What reaching a plan item is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedEffect {
    /// The figure that moves.
    pub metric: At<MeasureId>,
    /// By how much.
    pub amount: Figure,
}
