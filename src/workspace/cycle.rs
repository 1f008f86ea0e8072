//! Review cycles: plan, do, check, act (`cycles/*.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{CycleId, Day, Grain, PersonId, Span, Text};

use super::At;
use super::act::Act;
use super::check_item::CheckItem;
use super::do_item::DoItem;
use super::names::Kind;
use super::plan_item::PlanItem;
use super::read::{Context, Fields, Read};
use super::scalar::{word, words};
use super::yaml::Node;

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
    /// What people say of it in one sentence; its numbers are checked.
    pub message: Option<At<Text>>,
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
    /// Worked off: what is still open in it is to be settled now.
    Closing,
    /// Finished: nothing in it changes any more.
    Closed,
}

/// What was learned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retrospective {
    /// What was wanted.
    pub goal: Option<Text>,
    /// What came out; nothing when it is read from the data.
    pub result: Option<At<Text>>,
    /// Why.
    pub analysis: Option<At<Text>>,
    /// What is understood now.
    pub insight: Option<At<Text>>,
    /// What became a standard.
    pub standard: Option<Text>,
    /// What comes next.
    pub next: Option<Text>,
    /// Where it is written.
    pub place: Place,
}

impl CycleStatus {
    /// Its word in files.
    pub fn word(self) -> &'static str {
        word(self)
    }

    /// The key of the message that says it to people.
    pub fn key(self) -> &'static str {
        match self {
            CycleStatus::Planned => "cycle-planned",
            CycleStatus::Open => "cycle-open",
            CycleStatus::Closing => "cycle-closing",
            CycleStatus::Closed => "cycle-closed",
        }
    }
}

words!(CycleStatus {
    "planned" => CycleStatus::Planned,
    "open" => CycleStatus::Open,
    "closing" => CycleStatus::Closing,
    "closed" => CycleStatus::Closed,
});

/// The kinds of period a cycle may cover.
#[derive(Clone, Copy)]
struct CycleKind(Grain);
words!(CycleKind {
    "week" => CycleKind(Grain::Week),
    "month" => CycleKind(Grain::Month),
    "quarter" => CycleKind(Grain::Quarter),
    "year" => CycleKind(Grain::Year),
});

/// The head of a cycle's file.
struct Head {
    id: CycleId,
    kind: Grain,
    span: Span,
    prev: Option<At<CycleId>>,
    next: Option<At<CycleId>>,
    status: CycleStatus,
    closed: Option<Day>,
    owner: Option<At<PersonId>>,
    review: Option<Day>,
    message: Option<At<Text>>,
    place: Place,
}

impl Read for Head {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let kind: Option<CycleKind> = f.required("kind");
        let span = f.span("from", "to");
        let (prev, next) = (f.loose("prev"), f.loose("next"));
        let status = f.optional("status").unwrap_or(CycleStatus::Open);
        let (closed, owner, review) = (f.optional("closed"), f.optional("owner"), f.optional("review"));
        let message = f.optional("message");
        let place = f.finish();
        let (id, kind, span) = (id?, kind?.0, span?);
        Some(Head { id, kind, span, prev, next, status, closed, owner, review, message, place })
    }
}

impl Cycle {
    /// Reads one cycle's file.
    pub(super) fn read(f: &mut Fields<'_, '_>) -> Option<Self> {
        let head: Option<Head> = f.required("cycle");
        let (plan, done) = (f.list("plan"), f.list("do"));
        let (check, act) = (f.list("check"), f.list("act"));
        let retrospective = f.optional("retrospective");
        let Head { id, kind, span, prev, next, status, closed, owner, review, message, place } = head?;
        Some(Cycle {
            id,
            kind,
            span,
            prev,
            next,
            status,
            closed,
            owner,
            review,
            message,
            plan,
            done,
            check,
            act,
            retrospective,
            place,
        })
    }
}

impl Read for Retrospective {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let goal = f.optional("goal");
        let result = f.text_or_auto("result");
        let (analysis, insight) = (f.optional("analysis"), f.optional("insight"));
        let (standard, next) = (f.optional("standard"), f.optional("next"));
        let place = f.finish();
        Some(Retrospective { goal, result, analysis, insight, standard, next, place })
    }
}

/// Looks at the references from cycle to cycle.
///
/// A workspace begins and ends somewhere: what a cycle says of one before the first or after the last that is
/// written cannot be looked up, and is let pass.
pub(super) fn check(cycles: &[Cycle], cx: &mut Context) {
    for cycle in cycles {
        let of_kind = || cycles.iter().filter(|other| other.kind == cycle.kind);
        let earlier = of_kind().any(|other| other.span.to < cycle.span.from);
        let later = of_kind().any(|other| other.span.from > cycle.span.to);
        for (link, must_be_there) in [(&cycle.prev, earlier), (&cycle.next, later)] {
            if let (Some(link), true) = (link, must_be_there) {
                cx.names.refer(&[Kind::Cycle], link.value.as_str(), &link.place);
            }
        }
    }
}

/// Whether a cycle is named that nobody has written yet.
fn is_missing(link: Option<&At<CycleId>>, cx: &Context) -> bool {
    link.is_some_and(|link| !cx.names.has(Kind::Cycle, link.value.as_str()))
}

/// Whether some cycle names one after it that is not written yet: things may be said of what is in it.
pub(super) fn goes_on(cycles: &[Cycle], cx: &Context) -> bool {
    cycles.iter().any(|cycle| is_missing(cycle.next.as_ref(), cx))
}
