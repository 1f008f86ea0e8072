//! What is carried from cycle to cycle.

use crate::review::Thread;
use crate::workspace::{Act, Cycle, Limits, PlanItem, Workspace};

/// An act that carries, with those that carried the same before it.
#[derive(Clone, Debug)]
pub struct Carried<'a> {
    /// The acts with their cycles, the first one first; the last is the one spoken of.
    pub acts: Vec<(&'a Cycle, &'a Act)>,
    /// The plan item that it goes on in; nothing when no such item is written.
    pub to: Option<(&'a Cycle, &'a PlanItem)>,
}

impl Carried<'_> {
    /// How many times it was carried.
    pub fn depth(&self) -> usize {
        self.acts.len()
    }

    /// Whether it is carried by habit: as often as the workspace's limit says, or more (A010).
    pub fn is_zombie(&self, limits: &Limits) -> bool {
        self.depth() >= limits.carried as usize
    }
}

/// How many times what an act carries was carried, this time included; 0 when it carries nothing.
pub fn carry_depth<'a>(workspace: &'a Workspace, threads: &[Thread<'a>], act: &Act) -> usize {
    let carrying = workspace.act(&act.id).filter(|(_, act)| act.carry_to.is_some());
    carrying.map_or(0, |found| chain(workspace, threads, found).depth())
}

/// Everything that is carried, each by the last act that carries it, in the order of the workspace.
pub fn carried<'a>(workspace: &'a Workspace, threads: &[Thread<'a>]) -> Vec<Carried<'a>> {
    let carrying = workspace.acts().filter(|(_, act)| act.carry_to.is_some());
    let all: Vec<Carried<'a>> =
        carrying.map(|(cycle, act)| chain(workspace, threads, (cycle, act))).collect();
    let is_last = |one: &Carried<'_>| {
        let last = one.acts.last().map(|(_, act)| &act.id);
        let goes_on = |other: &Carried<'_>| {
            other.depth() > one.depth() && other.acts.iter().any(|(_, act)| Some(&act.id) == last)
        };
        !all.iter().any(goes_on)
    };
    all.iter().filter(|one| is_last(one)).cloned().collect()
}

/// The longest way back from an act.
fn chain<'a>(
    workspace: &'a Workspace,
    threads: &[Thread<'a>],
    (cycle, act): (&'a Cycle, &'a Act),
) -> Carried<'a> {
    let mut acts = back(workspace, threads, (cycle, act), workspace.cycles.len());
    acts.reverse();
    let to = act.carry_to.as_ref().and_then(|id| workspace.plan_item(&id.value));
    Carried { acts, to }
}

/// The act, then the one that carried to it, and so on. No way is longer than there are cycles, though files may
/// point in a circle.
fn back<'a>(
    workspace: &'a Workspace,
    threads: &[Thread<'a>],
    (cycle, act): (&'a Cycle, &'a Act),
    left: usize,
) -> Vec<(&'a Cycle, &'a Act)> {
    let answers =
        |thread: &&Thread<'a>| thread.causes.iter().any(|(_, acts)| acts.iter().any(|it| it.id == act.id));
    let items = threads.iter().filter(answers).filter_map(|thread| thread.plan);
    let before = items.flat_map(|item| carriers(workspace, item)).filter(|_| left > 1);
    let ways = before.map(|earlier| back(workspace, threads, earlier, left - 1));
    let longest = ways.max_by_key(Vec::len).unwrap_or_default();
    std::iter::once((cycle, act)).chain(longest).collect()
}

/// The acts that a plan item carries on: those it names, and those that name it.
pub(super) fn carriers<'a>(
    workspace: &'a Workspace,
    item: &'a PlanItem,
) -> impl Iterator<Item = (&'a Cycle, &'a Act)> {
    workspace.acts().filter(|(_, act)| {
        let named = item.from.iter().any(|id| id.value == act.id);
        let names = act.carry_to.as_ref().is_some_and(|to| to.value == item.id);
        act.carry_to.is_some() && (named || names)
    })
}
