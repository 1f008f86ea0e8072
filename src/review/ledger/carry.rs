//! What is carried from cycle to cycle.

use std::collections::BTreeMap;

use crate::quantity::Id;
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
    let mut ways = Ways { workspace, threads, known: BTreeMap::new() };
    carrying.map_or(0, |found| ways.chain(found).depth())
}

/// Everything that is carried, each by the last act that carries it, in the order of the workspace.
pub fn carried<'a>(workspace: &'a Workspace, threads: &[Thread<'a>]) -> Vec<Carried<'a>> {
    let mut ways = Ways { workspace, threads, known: BTreeMap::new() };
    let carrying = workspace.acts().filter(|(_, act)| act.carry_to.is_some());
    let all: Vec<Carried<'a>> = carrying.map(|found| ways.chain(found)).collect();
    let is_last = |one: &Carried<'_>| {
        let last = one.acts.last().map(|(_, act)| &act.id);
        let goes_on = |other: &Carried<'_>| {
            other.depth() > one.depth() && other.acts.iter().any(|(_, act)| Some(&act.id) == last)
        };
        !all.iter().any(goes_on)
    };
    all.iter().filter(|one| is_last(one)).cloned().collect()
}

/// An act with the cycle it is written in.
type Acted<'a> = (&'a Cycle, &'a Act);

/// The longest way back from each act, looked up once: two acts a week would make more ways than can be walked.
struct Ways<'a, 'b> {
    workspace: &'a Workspace,
    threads: &'b [Thread<'a>],
    known: BTreeMap<&'a Id<Act>, Vec<Acted<'a>>>,
}

impl<'a> Ways<'a, '_> {
    fn chain(&mut self, (cycle, act): Acted<'a>) -> Carried<'a> {
        let to = act.carry_to.as_ref().and_then(|id| self.workspace.plan_item(&id.value));
        Carried { acts: self.to((cycle, act)), to }
    }

    /// What carried to an act, the first one first, then the act itself.
    ///
    /// Only what was carried before its cycle began counts, so that files that point in a circle have an end.
    fn to(&mut self, (cycle, act): Acted<'a>) -> Vec<Acted<'a>> {
        if let Some(known) = self.known.get(&act.id) {
            return known.clone();
        }
        let ways: Vec<Vec<Acted<'a>>> =
            self.before((cycle, act)).into_iter().map(|earlier| self.to(earlier)).collect();
        let mut way = ways.into_iter().max_by_key(Vec::len).unwrap_or_default();
        way.push((cycle, act));
        self.known.insert(&act.id, way.clone());
        way
    }

    /// The acts of earlier cycles that carried to what an act answers.
    fn before(&self, (cycle, act): Acted<'a>) -> Vec<Acted<'a>> {
        let answers = |thread: &&Thread<'a>| {
            thread.causes.iter().any(|(_, acts)| acts.iter().any(|it| it.id == act.id))
        };
        let items = self.threads.iter().filter(answers).filter_map(|thread| thread.plan);
        let before = items.flat_map(|item| carriers(self.workspace, item));
        before.filter(|(earlier, _)| earlier.span.from < cycle.span.from).collect()
    }
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
