//! What a cycle plans (`plan:` of a cycle).

use crate::diagnostic::Place;
use crate::quantity::{Day, GoalId, Id, MeasureId, PersonId, Scope, Text};

use super::act::Act;
use super::read::{Context, Fields, Read};
use super::yaml::Node;
use super::{At, Figure, Typed};

/// One thing a cycle wants to reach.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    /// Its name in files.
    pub id: Id<PlanItem>,
    /// The goal it serves, which may not be there.
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
    /// The acts of earlier cycles it carries on, which may not be there.
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

impl Read for PlanItem {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let (goal, title) = (f.loose("goal"), f.optional("title"));
        let scope = f.optional("scope").unwrap_or_default();
        let metric = f.optional("metric");
        let (baseline, target) = (f.optional("baseline"), f.optional("target"));
        let (hypothesis, expected_effect) = (f.optional("hypothesis"), f.optional("expected_effect"));
        let (owner, due) = (f.optional("owner"), f.optional("due"));
        let from = f.loose_list("from");
        let place = f.finish();
        Some(PlanItem {
            id: id?,
            goal,
            title,
            scope,
            metric,
            baseline,
            target,
            hypothesis,
            expected_effect,
            owner,
            due,
            from,
            place,
        })
    }
}

impl Read for ExpectedEffect {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (metric, amount) = (f.required("metric"), f.required("amount"));
        f.finish();
        Some(ExpectedEffect { metric: metric?, amount: amount? })
    }
}
