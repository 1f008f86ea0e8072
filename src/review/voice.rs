//! The voice of the market: how long feedback waits, what became of it, whether those who gave it were told.

use super::WorkingDays;
use crate::quantity::{CycleId, Day, Id};
use crate::workspace::{Act, Commitment, Cycle, Feedback, Outcome, PlanItem, Workspace};

/// Where a piece of feedback stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VoiceState {
    /// Nobody has taken it up.
    Unheard,
    /// Somebody took it up, and it became nothing yet.
    Undecided,
    /// What it became is under way.
    UnderWay,
    /// What it became is over, or it was declined, and those who gave it do not know.
    Untold,
    /// It is over, and they were told.
    Told,
}

impl VoiceState {
    /// Every state, in the order of the way.
    pub const ALL: [VoiceState; 5] = [
        VoiceState::Unheard,
        VoiceState::Undecided,
        VoiceState::UnderWay,
        VoiceState::Untold,
        VoiceState::Told,
    ];

    /// Its word in tables, the same in every language.
    pub fn word(self) -> &'static str {
        match self {
            VoiceState::Unheard => "unheard",
            VoiceState::Undecided => "undecided",
            VoiceState::UnderWay => "under-way",
            VoiceState::Untold => "untold",
            VoiceState::Told => "told",
        }
    }
}

/// What feedback became.
#[derive(Clone, Copy, Debug)]
pub enum Became<'a> {
    /// What a department owes another.
    Commitment(&'a Commitment),
    /// A plan item of a cycle.
    Plan(&'a Cycle, &'a PlanItem),
    /// An act of a cycle.
    Act(&'a Cycle, &'a Act),
    /// Something of a cycle that is not written yet.
    ToCome(&'a str),
    /// Nothing, for a reason.
    Declined,
}

impl<'a> Became<'a> {
    fn of(workspace: &'a Workspace, item: &'a Feedback) -> Option<Self> {
        let id = match item.becomes.as_ref()? {
            Outcome::Declined => return Some(Became::Declined),
            Outcome::Became(id) => id.value.as_str(),
        };
        let commitment = workspace.commitment(&Id::new(id)).map(Became::Commitment);
        let of_cycle = |cycle: &'a Cycle| {
            let plan = cycle.plan.iter().find(|item| item.id.as_str() == id);
            let act = || cycle.act.iter().find(|act| act.id.as_str() == id);
            plan.map(|item| Became::Plan(cycle, item)).or_else(|| act().map(|act| Became::Act(cycle, act)))
        };
        let found = commitment.or_else(|| workspace.cycles.iter().find_map(of_cycle));
        Some(found.unwrap_or(Became::ToCome(id)))
    }

    /// The cycle it belongs to.
    pub fn cycle(&self) -> Option<&'a CycleId> {
        match self {
            Became::Plan(cycle, _) | Became::Act(cycle, _) => Some(&cycle.id),
            Became::Commitment(_) | Became::ToCome(_) | Became::Declined => None,
        }
    }

    /// Since when it is over: a plan item with its cycle, a declined piece of feedback with the answer.
    fn over(&self, (item, today): (&Feedback, Day)) -> Option<Day> {
        match self {
            Became::Commitment(it) => it.status.is_over().then(|| it.done_date.unwrap_or(it.due.value)),
            Became::Plan(cycle, _) => Some(cycle.span.to).filter(|last| *last < today),
            Became::Act(cycle, act) => {
                let days = [&act.done_date, &act.due].map(|day| day.as_ref().map(|day| day.value));
                act.status.is_over().then(|| days.into_iter().flatten().next().unwrap_or(cycle.span.to))
            }
            Became::ToCome(_) => None,
            Became::Declined => Some(item.ack.as_ref().map_or(item.date, |(_, day)| *day)),
        }
    }
}

/// The way of one piece of feedback.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// The feedback.
    pub item: &'a Feedback,
    /// What it became; nothing while nobody has said.
    pub became: Option<Became<'a>>,
    /// Where it stands.
    pub state: VoiceState,
    /// The working days until somebody took it up, or until today.
    pub answer_days: usize,
    /// The working days for which it waits where it stands; nothing when nothing is to be done about it.
    pub waits: Option<usize>,
}

impl<'a> Voice<'a> {
    /// The working days within which somebody is to take feedback up, and then to say what it becomes.
    pub const ANSWER_WITHIN: usize = 5;

    /// The ways of all feedback, in the order of the workspace.
    pub fn all(workspace: &'a Workspace, today: Day) -> Vec<Self> {
        let days = WorkingDays::of(&workspace.events);
        workspace.feedback.iter().map(|item| Voice::of((workspace, &days), item, today)).collect()
    }

    fn of((workspace, days): (&'a Workspace, &WorkingDays), item: &'a Feedback, today: Day) -> Self {
        let became = Became::of(workspace, item);
        let taken_up = item.ack.as_ref().map(|(_, day)| *day);
        let over = became.as_ref().and_then(|became| became.over((item, today)));
        let (state, since) = match (&became, taken_up, over) {
            (None, None, _) => (VoiceState::Unheard, Some(item.date)),
            (None, Some(day), _) => (VoiceState::Undecided, Some(day)),
            (Some(_), _, None) => (VoiceState::UnderWay, None),
            (Some(_), _, Some(_)) if is_told(item) => (VoiceState::Told, None),
            (Some(_), _, Some(day)) => (VoiceState::Untold, Some(day)),
        };
        let answered = taken_up.unwrap_or(if became.is_some() { item.date } else { today });
        Voice {
            item,
            became,
            state,
            answer_days: days.between(item.date, answered),
            waits: since.map(|since| days.between(since, today)),
        }
    }

    /// Whether it waits for somebody to take it up longer than it should.
    pub fn is_late(&self) -> bool {
        let waits = matches!(self.state, VoiceState::Unheard | VoiceState::Undecided);
        waits && self.waits.is_some_and(|days| days > Voice::ANSWER_WITHIN)
    }
}

fn is_told(item: &Feedback) -> bool {
    item.told_back.is_some_and(|(told, _)| told)
}
