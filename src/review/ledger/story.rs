//! One gap from what was planned to what became of it, each step with its day (domain 5.2).

use super::carry::carriers;
use crate::quantity::{Day, Id};
use crate::review::Thread;
use crate::workspace::{
    Act, At, Cause, Cycle, DoItem, EffectCheck, EffectResult, PlanItem, Rollout, SopVersionRef, Status,
    Workspace,
};

/// What became of one gap.
#[derive(Clone, Debug)]
pub struct Story<'a> {
    /// How it came to it: what was carried here, what was planned, what was done.
    pub before: Vec<Step<'a>>,
    /// The check that found it, and its causes.
    pub check: Vec<Step<'a>>,
    /// What was done about them, act by act, each once.
    pub acts: Vec<ActStory<'a>>,
}

/// What became of one act.
#[derive(Clone, Debug)]
pub struct ActStory<'a> {
    /// The cycle it is written in.
    pub cycle: &'a Cycle,
    /// The act.
    pub act: &'a Act,
    /// From the act to what it became.
    pub steps: Vec<Step<'a>>,
}

/// One step, with the day it was taken, or is due.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// What.
    pub what: What<'a>,
    /// When; nothing when no day is written.
    pub day: Option<Day>,
    /// Whether it was taken.
    pub stage: Stage,
}

/// Whether a step was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It was.
    Done,
    /// Not yet.
    Due,
    /// Not yet, and its day is past.
    Late,
}

/// What a step is.
#[derive(Clone, Copy, Debug)]
pub enum What<'a> {
    /// An act of an earlier cycle that led to the plan item.
    From(&'a Act),
    /// What was planned.
    Planned(&'a PlanItem),
    /// What was done for it.
    Worked(&'a DoItem),
    /// The check.
    Checked,
    /// Why.
    Cause(&'a Cause),
    /// What is done about it.
    Act(&'a Act),
    /// Whether that worked.
    Effect(&'a EffectCheck),
    /// The standard it became.
    Standard(&'a SopVersionRef),
    /// Another place the standard is brought to.
    Rollout(&'a Rollout),
    /// Where it goes on: the plan item, its cycle, and whether the item points back.
    Carried(&'a PlanItem, &'a Cycle, bool),
    /// Where it is taken up again, since it did not work.
    Reopened(&'a PlanItem, &'a Cycle),
    /// A plan item that nobody has written yet.
    Nowhere(&'a Id<PlanItem>),
    /// The version of the plan that it led to.
    Adjusted(&'a str),
    /// That it was given up.
    Dropped(&'a Act),
    /// What came out where it went on: the cycle of the check, the id of what was checked.
    Then(&'a Cycle, &'a str),
}

impl<'a> Story<'a> {
    /// The story of a thread.
    pub fn of(workspace: &'a Workspace, threads: &[Thread<'a>], (thread, today): (&Thread<'a>, Day)) -> Self {
        let source = Source { workspace, threads, today };
        let act = |act: &'a Act| {
            let (cycle, act) = workspace.act(&act.id)?;
            Some(ActStory { cycle, act, steps: source.act((cycle, act)) })
        };
        Story {
            before: source.before(thread),
            check: source.check(thread),
            acts: thread.acts().into_iter().filter_map(act).collect(),
        }
    }
}

struct Source<'a, 'b> {
    workspace: &'a Workspace,
    threads: &'b [Thread<'a>],
    today: Day,
}

impl<'a> Source<'a, '_> {
    fn before(&self, thread: &Thread<'a>) -> Vec<Step<'a>> {
        let Some((cycle, item)) = thread.plan.and_then(|item| self.workspace.plan_item(&item.id)) else {
            return Vec::new();
        };
        let mut steps = vec![self.on(What::Planned(item), Some(cycle.span.from))];
        let from = carriers(self.workspace, item);
        steps.extend(from.map(|(before, act)| self.on(What::From(act), Some(handed_over(before, cycle)))));
        let works = cycle.done.iter().filter(|work| work.plan.as_ref().is_some_and(|it| it.value == item.id));
        steps.extend(works.map(|work| self.worked(work)));
        in_order(steps)
    }

    fn check(&self, thread: &Thread<'a>) -> Vec<Step<'a>> {
        let day = thread.cycle.review.or(thread.cycle.closed);
        let causes = thread.causes.iter().map(|(cause, _)| self.on(What::Cause(cause), day));
        std::iter::once(self.on(What::Checked, day)).chain(causes).collect()
    }

    fn act(&self, (before, act): (&'a Cycle, &'a Act)) -> Vec<Step<'a>> {
        let mut steps = vec![self.acted(What::Act(act), act)];
        steps.extend(act.effect_check.as_ref().map(|check| self.effect(check)));
        steps.extend(act.sop.as_ref().map(|sop| self.standard(&sop.value)));
        steps.extend(act.yokoten.iter().map(|rollout| self.rollout(rollout)));
        let decided = act.decided.or(act.done_date.as_ref().map(|day| day.value));
        steps.extend(act.plan_version.as_deref().map(|version| self.on(What::Adjusted(version), decided)));
        if act.status == Status::Dropped {
            steps.push(self.on(What::Dropped(act), decided));
        }
        steps.extend(self.goes_on((before, act)));
        in_order(steps)
    }

    /// Where an act is carried to, and where it is taken up again when that is another place.
    fn goes_on(&self, (before, act): (&'a Cycle, &'a Act)) -> Vec<Step<'a>> {
        let carried = act.carry_to.as_ref();
        let back = |item: &PlanItem| item.from.iter().any(|id| id.value == act.id);
        let carry =
            |item, cycle| self.on(What::Carried(item, cycle, back(item)), Some(handed_over(before, cycle)));
        let reopened = act.effect_check.as_ref().and_then(|check| check.reopened.as_ref());
        let again = reopened.filter(|to| carried.is_none_or(|carried| carried.value != to.value));
        let checked = act.effect_check.as_ref().and_then(|check| check.checked);
        let reopen =
            |item, cycle| self.on(What::Reopened(item, cycle), checked.or(Some(handed_over(before, cycle))));
        let carried = carried.into_iter().flat_map(|to| self.onward(to, carry));
        carried.chain(again.into_iter().flat_map(|to| self.onward(to, reopen))).collect()
    }

    fn effect(&self, check: &'a EffectCheck) -> Step<'a> {
        let due = check.due.as_ref().map(|due| due.value);
        let (day, over) = match check.result {
            EffectResult::Pending => (due, false),
            _ => (check.checked.or(due), true),
        };
        self.until(What::Effect(check), (day, over))
    }

    /// A standard holds since the day of its version.
    fn standard(&self, named: &'a SopVersionRef) -> Step<'a> {
        let written = self.workspace.sop_version(named).map(|version| version.date);
        let current = self.workspace.sop(&named.sop).filter(|sop| sop.version == named.version);
        self.on(What::Standard(named), written.or(current.and_then(|sop| sop.updated)))
    }

    fn rollout(&self, rollout: &'a Rollout) -> Step<'a> {
        let due = rollout.due.as_ref().map(|due| due.value);
        let over = rollout.status.is_over();
        self.until(What::Rollout(rollout), (rollout.done_date.filter(|_| over).or(due), over))
    }

    /// The plan item that goes on with it, and what came out there.
    fn onward(
        &self,
        to: &'a At<Id<PlanItem>>,
        step: impl Fn(&'a PlanItem, &'a Cycle) -> Step<'a>,
    ) -> Vec<Step<'a>> {
        let Some((cycle, item)) = self.workspace.plan_item(&to.value) else {
            return vec![Step { what: What::Nowhere(&to.value), day: None, stage: Stage::Due }];
        };
        let checked = self.threads.iter().filter(|it| it.plan.is_some_and(|plan| plan.id == item.id));
        let then = checked.map(|it| self.on(What::Then(it.cycle, it.item.id.as_str()), it.cycle.review));
        std::iter::once(step(item, cycle)).chain(then).collect()
    }

    fn worked(&self, work: &'a DoItem) -> Step<'a> {
        let last = work.log.iter().map(|entry| entry.date).max();
        let over = work.progress.as_ref().is_some_and(|done| *done >= crate::quantity::Ratio::one());
        let day = if over { last.or(work.to) } else { work.to };
        self.until(What::Worked(work), (day, over))
    }

    fn acted(&self, what: What<'a>, act: &'a Act) -> Step<'a> {
        let done = act.done_date.as_ref().filter(|_| act.status == Status::Done);
        let day = done.or(act.due.as_ref()).map(|day| day.value);
        self.until(what, (day, act.status.is_over()))
    }

    /// A step that was taken on a day unless that is still to come.
    fn on(&self, what: What<'a>, day: Option<Day>) -> Step<'a> {
        let over = day.is_none_or(|day| day <= self.today);
        self.until(what, (day, over))
    }

    fn until(&self, what: What<'a>, (day, over): (Option<Day>, bool)) -> Step<'a> {
        let stage = match (over, day) {
            (true, _) => Stage::Done,
            (false, Some(day)) if day < self.today => Stage::Late,
            (false, _) => Stage::Due,
        };
        Step { what, day, stage }
    }
}

/// When a later cycle took over what an act carries: at the review that decided it, and not before the cycle began.
fn handed_over(before: &Cycle, after: &Cycle) -> Day {
    before.review.unwrap_or(before.span.to).max(after.span.from)
}

/// The steps by their day; those without one last.
fn in_order(mut steps: Vec<Step<'_>>) -> Vec<Step<'_>> {
    steps.sort_by_key(|step| (step.day.is_none(), step.day));
    steps
}
