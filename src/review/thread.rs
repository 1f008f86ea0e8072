//! One thread of the loop: from a plan item to what came out, why, and what was done about it (domain 5.2).

use super::ledger::{Driver, Gap, driver, worth};
use super::{Check, Question, Reading};
use crate::metric::{Impact, Variance, variance};
use crate::quantity::{Day, Period, Ratio, Scope};
use crate::workspace::{
    Act, ActKind, Cause, CheckItem, Cycle, EffectResult, Figure as TypedFigure, PlanItem, Status, Typed,
    Workspace,
};

/// What became of one checked plan item.
#[derive(Clone, Debug)]
pub struct Thread<'a> {
    /// The cycle it was checked in.
    pub cycle: &'a Cycle,
    /// What was checked.
    pub item: &'a CheckItem,
    /// What was planned.
    pub plan: Option<&'a PlanItem>,
    /// The figure and the part of the company it speaks of; nothing when no figure is named.
    pub question: Option<Question>,
    /// What it came to.
    pub actual: Reading,
    /// What it should have come to: the plan item's target, else the plan's.
    pub target: Option<Ratio>,
    /// The gap.
    pub gap: Variance,
    /// Whether the gap is large enough to ask for a cause.
    pub material: bool,
    /// What the gap is worth in major units of the reporting currency: negative when it is unfavourable, whichever
    /// way its figure is better; nothing where it cannot be said in money.
    pub worth: Option<Ratio>,
    /// The driver that made most of it; nothing where there is no unfavourable gap that matters, or none is known.
    pub driver: Option<Driver>,
    /// Whether late reports may still change what was measured; never of a figure that was typed.
    pub provisional: bool,
    /// Why, with what was done about each cause.
    pub causes: Vec<(&'a Cause, Vec<&'a Act>)>,
    /// How far it is.
    pub state: State,
}

/// How far a thread is. Ordered from what needs attention most to what needs none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// An act is past its date.
    Late,
    /// An act was done and did not work, or in part only, and nothing takes it up again.
    NotEffective,
    /// Nobody has said why.
    NoCause,
    /// Nobody does anything about a cause.
    NoAct,
    /// An act is under way.
    Acting,
    /// Every act is done; whether it worked is not known yet.
    AwaitingEffect,
    /// It goes on in a later cycle, or was dropped for a reason.
    HandedOn,
    /// An act was done and seen to work.
    Verified,
    /// There was no unfavourable gap.
    OnPlan,
}

impl State {
    /// All of them, from what needs attention most to what needs none.
    pub const ALL: [State; 9] = [
        State::Late,
        State::NotEffective,
        State::NoCause,
        State::NoAct,
        State::Acting,
        State::AwaitingEffect,
        State::HandedOn,
        State::Verified,
        State::OnPlan,
    ];

    /// Its name in tables, the same in every language.
    pub fn word(self) -> &'static str {
        match self {
            State::Late => "late",
            State::NotEffective => "not-effective",
            State::NoCause => "no-cause",
            State::NoAct => "no-act",
            State::Acting => "acting",
            State::AwaitingEffect => "awaiting",
            State::HandedOn => "handed-on",
            State::Verified => "verified",
            State::OnPlan => "on-plan",
        }
    }
}

impl<'a> Thread<'a> {
    /// Whether it is an unfavourable gap that matters: the loop is measured by these.
    pub fn is_gap(&self) -> bool {
        self.material && self.gap.impact == Impact::Unfavourable
    }

    /// Whether nothing is left to do in its own cycle.
    pub fn is_closed(&self) -> bool {
        matches!(self.state, State::Verified | State::OnPlan)
    }

    /// The acts on its causes, each once though it may answer several.
    pub fn acts(&self) -> Vec<&'a Act> {
        let mut acts: Vec<&'a Act> = Vec::new();
        for act in self.causes.iter().flat_map(|(_, acts)| acts) {
            if acts.iter().all(|known| known.id != act.id) {
                acts.push(act);
            }
        }
        acts
    }

    /// The act that needs attention most.
    pub fn leading_act(&self, today: Day) -> Option<&'a Act> {
        self.acts().into_iter().min_by_key(|act| act_state(act, today))
    }
}

/// The threads of all cycles, in the order of the workspace.
pub fn threads<'a>(workspace: &'a Workspace, check: &Check<'_>) -> Vec<Thread<'a>> {
    let of_cycle = |cycle: &'a Cycle| cycle.check.iter().map(move |item| (cycle, item));
    workspace
        .cycles
        .iter()
        .flat_map(of_cycle)
        .map(|(cycle, item)| thread(workspace, check, (cycle, item)))
        .collect()
}

fn thread<'a>(
    workspace: &'a Workspace,
    check: &Check<'_>,
    (cycle, item): (&'a Cycle, &'a CheckItem),
) -> Thread<'a> {
    let plan = item.plan.as_ref().and_then(|id| workspace.plan_item(&id.value)).map(|(_, plan)| plan);
    let question = question(cycle, item, plan);
    let figure = question.as_ref().map(|question| check.figure(question));
    let actual = match (&item.actual, &figure) {
        (Typed::Figure(typed), _) => Reading::Known(typed.value.number()),
        (Typed::Auto, Some(figure)) => figure.actual.clone(),
        (Typed::Auto, None) => Reading::Missing,
    };
    let target = plan.and_then(target).or_else(|| figure.as_ref().and_then(|figure| figure.plan.clone()));
    let gap = gap(check, question.as_ref(), (actual.known(), target.as_ref()));
    let causes: Vec<_> = item.causes.iter().map(|cause| (cause, acts(workspace, cause))).collect();
    let material = question.as_ref().is_some_and(|question| {
        workspace.materiality.of(&question.metric, &workspace.catalogue).is_reached(&gap)
    });
    let state = state((material && gap.impact == Impact::Unfavourable, &causes), check.today);
    let provisional = item.actual == Typed::Auto && figure.as_ref().is_some_and(|figure| figure.provisional);
    let days = figure.and_then(|figure| figure.days);
    let known = question.as_ref().zip(actual.known()).zip(target.as_ref());
    let worth = known.and_then(|((question, actual), target)| {
        worth(workspace, check, &Gap { question, days, actual, target, variance: &gap })
    });
    let matters = gap.abs.as_ref().filter(|_| material && gap.impact == Impact::Unfavourable);
    let driver = question.as_ref().zip(matters).and_then(|asked| driver(workspace, check, asked));
    Thread {
        cycle,
        item,
        plan,
        question,
        actual,
        target,
        gap,
        material,
        worth,
        driver,
        provisional,
        causes,
        state,
    }
}

fn question(cycle: &Cycle, item: &CheckItem, plan: Option<&PlanItem>) -> Option<Question> {
    let metric = item.metric.as_ref().or_else(|| plan?.metric.as_ref())?;
    let scope = item.scope.clone().or_else(|| plan.map(|plan| plan.scope.clone()));
    let period = Period::containing(cycle.span.from, cycle.kind);
    Some(Question { metric: metric.value.clone(), scope: scope.unwrap_or_else(Scope::company), period })
}

fn target(plan: &PlanItem) -> Option<Ratio> {
    match plan.target.as_ref()? {
        Typed::Figure(typed) => Some(TypedFigure::number(&typed.value)),
        Typed::Auto => None,
    }
}

fn gap(
    check: &Check<'_>,
    question: Option<&Question>,
    (actual, target): (Option<&Ratio>, Option<&Ratio>),
) -> Variance {
    let unit = question.map(|question| check.unit(&question.metric)).unwrap_or_default();
    let better = question.and_then(|question| check.catalogue.better(&question.metric)).unwrap_or_default();
    variance(actual, target, unit, better)
}

/// The acts that answer a cause, in any cycle.
fn acts<'a>(workspace: &'a Workspace, cause: &Cause) -> Vec<&'a Act> {
    let all = workspace.acts().map(|(_, act)| act);
    all.filter(|act| act.causes.iter().any(|id| id.value == cause.id)).collect()
}

fn state((is_gap, causes): (bool, &[(&Cause, Vec<&Act>)]), today: Day) -> State {
    let acts: Vec<&Act> = causes.iter().flat_map(|(_, acts)| acts.iter().copied()).collect();
    if acts.is_empty() {
        return match (is_gap, causes.is_empty()) {
            (false, _) => State::OnPlan,
            (true, true) => State::NoCause,
            (true, false) => State::NoAct,
        };
    }
    acts.iter().map(|act| act_state(act, today)).min().unwrap_or(State::NoAct)
}

/// How far one act is.
pub fn act_state(act: &Act, today: Day) -> State {
    let check = act.effect_check.as_ref();
    let reopened = check.is_some_and(|check| check.reopened.is_some());
    match (act.status, act.kind, check.map(|check| check.result)) {
        (.., Some(EffectResult::Effective)) => State::Verified,
        (.., Some(EffectResult::NotEffective)) if reopened => State::HandedOn,
        (.., Some(EffectResult::Partly)) if reopened || act.carry_to.is_some() => State::HandedOn,
        (.., Some(EffectResult::NotEffective | EffectResult::Partly)) => State::NotEffective,
        (Status::Done, _, _) => State::AwaitingEffect,
        _ if !act.status.is_over() && act.due.as_ref().is_some_and(|due| due.value < today) => State::Late,
        (_, ActKind::Carry | ActKind::Drop, _) => State::HandedOn,
        _ => State::Acting,
    }
}

/// How well the loop closes: counts over some threads (domain 5.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoopFigures {
    /// Unfavourable gaps that matter.
    pub gaps: usize,
    /// Of these, with a cause.
    pub caused: usize,
    /// Of these, with an act.
    pub acted: usize,
    /// Of these, closed: every act was seen to work.
    pub verified: usize,
    /// Of these, with an act past its date.
    pub late: usize,
}

impl LoopFigures {
    /// The counts over these threads.
    pub fn of<'a>(threads: impl IntoIterator<Item = &'a Thread<'a>>) -> Self {
        let mut figures = LoopFigures::default();
        for thread in threads.into_iter().filter(|thread| thread.is_gap()) {
            let acts = || thread.causes.iter().flat_map(|(_, acts)| acts);
            figures.gaps += 1;
            figures.caused += usize::from(!thread.causes.is_empty());
            figures.acted += usize::from(acts().next().is_some());
            figures.verified += usize::from(thread.state == State::Verified);
            figures.late += usize::from(thread.state == State::Late);
        }
        figures
    }

    /// Verified gaps as a share of all; nothing when there is no gap.
    pub fn closure(&self) -> Option<Ratio> {
        let count = |n: usize| Ratio::from_int(n as i128);
        count(self.verified).checked_div(&count(self.gaps))
    }
}
