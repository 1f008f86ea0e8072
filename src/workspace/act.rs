//! What follows from a check (`act:` of a cycle).

use crate::diagnostic::Place;
use crate::quantity::{Day, Id, MeasureId, PersonId, Scope, Text};

use super::check_item::Cause;
use super::plan_item::PlanItem;
use super::sop::SopVersionRef;
use super::{At, Figure, Status};

/// What is done about causes.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// Its name in files.
    pub id: Id<Act>,
    /// The causes it answers.
    pub causes: Vec<At<Id<Cause>>>,
    /// What kind of answer.
    pub kind: ActKind,
    /// What is done.
    pub what: Option<Text>,
    /// Who does it: a person, though a file may name a department.
    pub owner: Option<At<PersonId>>,
    /// By when.
    pub due: Option<At<Day>>,
    /// How far it is.
    pub status: Status,
    /// When it was done.
    pub done_date: Option<At<Day>>,
    /// The standard it became.
    pub sop: Option<At<SopVersionRef>>,
    /// Where else the standard is brought.
    pub yokoten: Vec<Rollout>,
    /// How it is seen whether it worked.
    pub effect_check: Option<EffectCheck>,
    /// The plan item of a later cycle that carries it on.
    pub carry_to: Option<At<Id<PlanItem>>>,
    /// Why it was dropped or carried.
    pub reason: Option<Text>,
    /// Who decided that.
    pub decided_by: Option<At<PersonId>>,
    /// When that was decided.
    pub decided: Option<Day>,
    /// Where it is written.
    pub place: Place,
}

/// What kind of answer an act is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActKind {
    /// What works becomes the standard.
    Standardise,
    /// What does not work is mended.
    Correct,
    /// It goes on in a later cycle.
    Carry,
    /// The plan is changed.
    AdjustPlan,
    /// Nothing is done, for a reason.
    Drop,
}

/// A standard brought to another place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollout {
    /// Where.
    pub scope: Scope,
    /// Who does it.
    pub owner: Option<At<PersonId>>,
    /// By when.
    pub due: Option<At<Day>>,
    /// How far it is.
    pub status: Status,
    /// When it was done.
    pub done_date: Option<Day>,
    /// Where it is written.
    pub place: Place,
}

/// How it is seen whether an act worked.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectCheck {
    /// The figure.
    pub metric: At<MeasureId>,
    /// Where.
    pub scope: Scope,
    /// What is expected of it.
    pub expect: Option<At<Expectation>>,
    /// The first day that counts.
    pub from: Option<Day>,
    /// The last day that counts.
    pub to: Option<Day>,
    /// When it is looked at.
    pub due: Option<At<Day>>,
    /// What it came to.
    pub measured: Option<super::Typed>,
    /// When it was looked at.
    pub checked: Option<Day>,
    /// What was seen.
    pub result: EffectResult,
    /// The plan item that takes it up again when it did not work.
    pub reopened: Option<At<Id<PlanItem>>>,
    /// Where it is written.
    pub place: Place,
}

/// What is expected of a figure: `>= 10.0%`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// How it is compared.
    pub bound: Bound,
    /// With what.
    pub figure: Figure,
}

/// How a figure is compared with what is expected of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `<`
    Below,
}

/// What was seen of an act's effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EffectResult {
    /// Not looked at yet.
    Pending,
    /// It worked.
    Effective,
    /// It worked in part.
    Partly,
    /// It did not work.
    NotEffective,
}
