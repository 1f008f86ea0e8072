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
            Some(ActStory { cycle, act, steps: source.act(act) })
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
        let from = carriers(self.workspace, item).map(|(_, act)| self.acted(What::From(act), act));
        let planned = self.on(What::Planned(item), Some(cycle.span.from));
        let works = cycle.done.iter().filter(|work| work.plan.as_ref().is_some_and(|it| it.value == item.id));
        from.chain([planned]).chain(works.map(|work| self.worked(work))).collect()
    }

    fn check(&self, thread: &Thread<'a>) -> Vec<Step<'a>> {
        let day = thread.cycle.review.or(thread.cycle.closed);
        let causes = thread.causes.iter().map(|(cause, _)| self.on(What::Cause(cause), day));
        std::iter::once(self.on(What::Checked, day)).chain(causes).collect()
    }

    fn act(&self, act: &'a Act) -> Vec<Step<'a>> {
        let effect = act.effect_check.as_ref();
        let reopened = effect.and_then(|check| check.reopened.as_ref());
        let mut steps = vec![self.acted(What::Act(act), act)];
        steps.extend(effect.map(|check| self.effect(check)));
        steps.extend(act.sop.as_ref().map(|sop| self.standard(&sop.value)));
        steps.extend(act.yokoten.iter().map(|rollout| self.rollout(rollout)));
        let decided = act.decided.or(act.done_date.as_ref().map(|day| day.value));
        steps.extend(act.plan_version.as_deref().map(|version| self.on(What::Adjusted(version), decided)));
        if act.status == Status::Dropped {
            steps.push(self.on(What::Dropped(act), decided));
        }
        steps.extend(act.carry_to.iter().flat_map(|to| {
            let item = self.workspace.plan_item(&to.value);
            let back = item.is_some_and(|(_, item)| item.from.iter().any(|id| id.value == act.id));
            self.onward(to, |item, cycle| What::Carried(item, cycle, back))
        }));
        let twice = |to: &&At<Id<PlanItem>>| act.carry_to.as_ref().is_some_and(|it| it.value == to.value);
        steps.extend(
            reopened.filter(|to| !twice(to)).into_iter().flat_map(|to| self.onward(to, What::Reopened)),
        );
        steps
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
        what: impl Fn(&'a PlanItem, &'a Cycle) -> What<'a>,
    ) -> Vec<Step<'a>> {
        let Some((cycle, item)) = self.workspace.plan_item(&to.value) else {
            return vec![Step { what: What::Nowhere(&to.value), day: None, stage: Stage::Due }];
        };
        let checked = self.threads.iter().filter(|it| it.plan.is_some_and(|plan| plan.id == item.id));
        let then = checked.map(|it| self.on(What::Then(it.cycle, it.item.id.as_str()), it.cycle.review));
        std::iter::once(self.on(what(item, cycle), Some(cycle.span.from))).chain(then).collect()
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
