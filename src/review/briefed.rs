//! What became of what briefings said: what they ask of departments, and the calls whose day has come.

use crate::quantity::{Day, Id, PersonId};
use crate::workspace::{
    Briefing, BriefingAct, BriefingItem, BriefingOutcome, Call, Commitment, Declined, Workspace,
};

/// What became of what a briefing asks of a department.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    /// The department committed itself.
    Promised(&'a Commitment),
    /// Somebody said no.
    Declined(&'a Declined),
    /// Nobody has answered, and there is time.
    Open,
    /// Nobody has answered, and its day has passed or the next briefing is there.
    Overdue,
}

impl<'a> Answer<'a> {
    /// What became of an act of a briefing.
    pub fn of(workspace: &'a Workspace, (briefing, act): (&Briefing, &'a BriefingAct), today: Day) -> Self {
        let promised = |id: &Id<Commitment>| workspace.commitments.iter().find(|it| it.id == *id);
        match &act.became {
            Some(BriefingOutcome::Promised(id)) => promised(&id.value).map_or(Answer::Open, Answer::Promised),
            Some(BriefingOutcome::Declined(declined)) => Answer::Declined(declined),
            None if act.by.is_some_and(|by| by < today) => Answer::Overdue,
            None if is_followed(workspace, briefing, today) => Answer::Overdue,
            None => Answer::Open,
        }
    }
}

fn is_followed(workspace: &Workspace, briefing: &Briefing, today: Day) -> bool {
    workspace.briefings.iter().any(|later| later.issued > briefing.issued && later.issued <= today)
}

/// A call with the briefing and the item that made it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CallMade<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// The item.
    pub item: &'a BriefingItem,
    /// The call.
    pub call: &'a Call,
}

impl<'a> CallMade<'a> {
    /// Every call of a workspace, in the order of its briefings.
    pub fn all(workspace: &'a Workspace) -> impl Iterator<Item = CallMade<'a>> {
        let items = |briefing: &'a Briefing| briefing.items.iter().map(move |item| (briefing, item));
        let calls = |(briefing, item): (&'a Briefing, &'a BriefingItem)| {
            item.calls.iter().map(move |call| CallMade { briefing, item, call })
        };
        workspace.briefings.iter().flat_map(items).flat_map(calls)
    }

    /// Who made it.
    pub fn author(&self) -> Option<&'a PersonId> {
        self.briefing.author.as_ref().map(|author| &author.value)
    }

    /// The day on which it should have been resolved; nothing while that has not passed, and of a call that is resolved.
    pub fn overdue(&self, today: Day) -> Option<Day> {
        self.call.resolves.filter(|day| *day < today && self.call.outcome.is_none())
    }
}

/// The item of an earlier briefing that an item changes; nothing when it names none that is written.
pub fn earlier<'a>(
    workspace: &'a Workspace,
    item: &BriefingItem,
) -> Option<(&'a Briefing, &'a BriefingItem)> {
    let id = &item.changed_since.as_ref()?.value;
    let items = |briefing: &'a Briefing| briefing.items.iter().map(move |item| (briefing, item));
    workspace.briefings.iter().flat_map(items).find(|(_, earlier)| earlier.id == *id)
}

/// The briefings that ask for what a commitment promises, in their order.
pub fn asking<'a>(workspace: &'a Workspace, it: &Commitment) -> impl Iterator<Item = &'a Briefing> {
    let promised = |act: &BriefingAct| match &act.became {
        Some(BriefingOutcome::Promised(id)) => id.value == it.id,
        _ => false,
    };
    let asks = move |briefing: &&Briefing| briefing.items.iter().flat_map(|item| &item.act).any(promised);
    workspace.briefings.iter().filter(asks)
}
