//! What follows from a check (`act:` of a cycle).

use crate::diagnostic::{Place, codes};
use crate::quantity::{Day, Id, MeasureId, PersonId, Scope, Text};

use super::check_item::Cause;
use super::names::Kind;
use super::plan_item::PlanItem;
use super::read::{Context, Fields, Read};
use super::scalar::{figure, word, words};
use super::sop::SopVersionRef;
use super::team::Skill;
use super::yaml::Node;
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
    /// What there will be to see when it is done.
    pub deliverable: Option<Text>,
    /// Who does it: a person, though a file may name a department.
    pub owner: Option<At<PersonId>>,
    /// By when.
    pub due: Option<At<Day>>,
    /// The skills it takes.
    pub needs: Vec<At<Id<Skill>>>,
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
    /// The version of the plan that it leads to.
    pub plan_version: Option<String>,
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

impl ActKind {
    /// Its word in files.
    pub fn word(self) -> &'static str {
        word(self)
    }
}

impl EffectResult {
    /// Its word in files.
    pub fn word(self) -> &'static str {
        word(self)
    }
}

words!(ActKind {
    "standardise" => ActKind::Standardise,
    "correct" => ActKind::Correct,
    "carry" => ActKind::Carry,
    "adjust-plan" => ActKind::AdjustPlan,
    "drop" => ActKind::Drop,
});
words!(EffectResult {
    "pending" => EffectResult::Pending,
    "effective" => EffectResult::Effective,
    "partly" => EffectResult::Partly,
    "not-effective" => EffectResult::NotEffective,
});

impl Act {
    /// The plan items of later cycles it speaks of, which may not be there.
    pub(crate) fn forward(&self) -> impl Iterator<Item = &At<Id<PlanItem>>> {
        let reopened = self.effect_check.as_ref().and_then(|check| check.reopened.as_ref());
        self.carry_to.iter().chain(reopened)
    }
}

impl Read for Act {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let (causes, kind, what) = (f.list("causes"), f.required("type"), f.optional("what"));
        let deliverable = f.optional("deliverable");
        let owner = f.name("owner", &[Kind::Person, Kind::Department]);
        let owner = owner.map(|name| At { value: PersonId::new(&name.value), place: name.place });
        let (due, needs) = (f.optional("due"), f.list("needs"));
        let status = f.optional("status").unwrap_or(Status::Open);
        let done_date = f.optional("done_date");
        let (sop, yokoten) = (f.optional("sop"), f.list("yokoten"));
        let (effect_check, carry_to) = (f.optional("effect_check"), f.loose("carry_to"));
        let (reason, decided_by, decided) =
            (f.optional("reason"), f.optional("decided_by"), f.optional("decided"));
        let plan_version = f.optional("plan_version");
        let place = f.finish();
        Some(Act {
            id: id?,
            causes,
            kind: kind?,
            what,
            deliverable,
            owner,
            due,
            needs,
            status,
            done_date,
            sop,
            yokoten,
            effect_check,
            carry_to,
            plan_version,
            reason,
            decided_by,
            decided,
            place,
        })
    }
}

impl Read for Rollout {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let scope = f.required("scope");
        let (owner, due) = (f.optional("owner"), f.optional("due"));
        let status = f.optional("status").unwrap_or(Status::Open);
        let done_date = f.optional("done_date");
        let place = f.finish();
        Some(Rollout { scope: scope?, owner, due, status, done_date, place })
    }
}

impl Read for EffectCheck {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let metric = f.required("metric");
        let scope = f.optional("scope").unwrap_or_default();
        let expect = f.optional("expect");
        let (from, to) = (f.optional("from"), f.optional("to"));
        f.check_order(from, to, "to");
        let (due, measured, checked) = (f.optional("due"), f.optional("measured"), f.optional("checked"));
        let result = f.optional("result").unwrap_or(EffectResult::Pending);
        let reopened = f.loose("reopened");
        let place = f.finish();
        let metric = metric?;
        Some(EffectCheck { metric, scope, expect, from, to, due, measured, checked, result, reopened, place })
    }
}

impl Read for Expectation {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-expectation")?;
        let bounds =
            [(">=", Bound::AtLeast), ("<=", Bound::AtMost), (">", Bound::Above), ("<", Bound::Below)];
        let mut split = bounds.iter().filter_map(|(sign, bound)| Some((*bound, text.strip_prefix(sign)?)));
        let read = |(bound, rest): (Bound, &str)| Some(Expectation { bound, figure: figure(rest.trim())? });
        let expectation = split.next().and_then(read);
        if expectation.is_none() {
            cx.refuse(codes::BAD_VALUE, node, "form-expectation");
        }
        expectation
    }
}
