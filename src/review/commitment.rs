//! Catchball: what two departments have agreed, and who must answer whom.

mod changes;
mod lint;
#[cfg(test)]
mod tests;

use crate::quantity::{Day, DepartmentId, PersonId};
use crate::workspace::{Agreement, Commitment, Throw, Workspace};

pub use changes::{Change, changes, revision};
pub(super) use lint::lint;

/// Where a commitment stands between the two departments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealState {
    /// Nobody has offered anything.
    Unspoken,
    /// One side has offered or signed, the other has not answered.
    Proposed,
    /// One side has answered with another offer.
    Countered,
    /// Both sides have signed the same terms.
    Agreed,
    /// One side has said no.
    Declined,
}

impl DealState {
    /// Its word in tables, the same in every language.
    pub fn word(self) -> &'static str {
        match self {
            DealState::Unspoken => "none",
            DealState::Proposed => "proposed",
            DealState::Countered => "countered",
            DealState::Agreed => "agreed",
            DealState::Declined => "declined",
        }
    }
}

/// The two sides of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The department that owes it.
    Giver,
    /// The department that waits for it.
    Taker,
}

/// A side's yes to the terms that stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature<'a> {
    /// Who said it.
    pub by: &'a PersonId,
    /// When.
    pub day: Day,
}

/// What became of the offers and answers of a commitment.
///
/// The last offer makes the terms that stand, and its side has signed them. A yes of the other side signs them too, and
/// only then they are agreed; a yes of the side that offered adds nothing. A yes with another day is another offer. A
/// yes without an offer signs the day that is written. An offer after an agreement opens the matter again. What somebody
/// of neither department says does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deal<'a> {
    /// Where it stands.
    pub state: DealState,
    /// The day of the terms that stand; that of the commitment itself when nobody named another.
    pub offered: Day,
    /// Who signed the terms for the department that owes it.
    pub giver: Option<Signature<'a>>,
    /// Who signed the terms for the department that waits for it.
    pub taker: Option<Signature<'a>>,
    /// The department whose answer is awaited.
    pub waits_for: Option<&'a DepartmentId>,
    /// The day of the offer or answer that made it stand so.
    pub since: Option<Day>,
}

impl<'a> Deal<'a> {
    /// What became of a commitment's offers and answers.
    pub fn of(workspace: &'a Workspace, it: &'a Commitment) -> Self {
        let mut deal = Deal {
            state: DealState::Unspoken,
            offered: it.due.value,
            giver: None,
            taker: None,
            waits_for: None,
            since: None,
        };
        for throw in &it.catchball {
            if let Some(side) = side_of(workspace, it, throw) {
                deal.take(throw, side, it.due.value);
            }
        }
        deal.waits_for = deal.awaited(it);
        deal
    }

    /// The day that both sides have signed.
    pub fn agreed_due(&self) -> Option<Day> {
        (self.state == DealState::Agreed).then_some(self.offered)
    }

    /// Whether it is an offer that waits for an answer.
    pub fn is_open(&self) -> bool {
        matches!(self.state, DealState::Proposed | DealState::Countered)
    }

    fn take(&mut self, throw: &'a Throw, side: Side, written: Day) {
        match throw.state {
            Agreement::Proposed => self.offer(throw, side, (DealState::Proposed, written)),
            Agreement::Countered => self.offer(throw, side, (DealState::Countered, written)),
            Agreement::Agreed => self.accept(throw, side, written),
            Agreement::Declined => {
                (self.state, self.since) = (DealState::Declined, Some(throw.date));
                (self.giver, self.taker) = (None, None);
            }
        }
    }

    fn offer(&mut self, throw: &'a Throw, side: Side, (state, written): (DealState, Day)) {
        (self.state, self.since) = (state, Some(throw.date));
        self.offered = throw.due.unwrap_or(written);
        (self.giver, self.taker) = (None, None);
        self.sign(throw, side);
    }

    fn accept(&mut self, throw: &'a Throw, side: Side, written: Day) {
        let stands = self.is_open() || self.state == DealState::Agreed;
        if !stands {
            return self.offer(throw, side, (DealState::Proposed, written));
        }
        if throw.due.is_some_and(|day| day != self.offered) {
            return self.offer(throw, side, (DealState::Countered, written));
        }
        if self.signature(side).is_none() {
            self.sign(throw, side);
            (self.state, self.since) = (DealState::Agreed, Some(throw.date));
        }
    }

    fn signature(&self, side: Side) -> Option<&Signature<'a>> {
        match side {
            Side::Giver => self.giver.as_ref(),
            Side::Taker => self.taker.as_ref(),
        }
    }

    fn sign(&mut self, throw: &'a Throw, side: Side) {
        let signature = Some(Signature { by: &throw.by.value, day: throw.date });
        match side {
            Side::Giver => self.giver = signature,
            Side::Taker => self.taker = signature,
        }
    }

    fn awaited(&self, it: &'a Commitment) -> Option<&'a DepartmentId> {
        match (self.is_open(), &self.giver) {
            (false, _) => None,
            (true, Some(_)) => taker(it),
            (true, None) => Some(&it.from.value),
        }
    }
}

/// The department that waits for it; nothing when none is named, or the one that owes it.
fn taker(it: &Commitment) -> Option<&DepartmentId> {
    it.to.as_ref().map(|to| &to.value).filter(|to| **to != it.from.value)
}

/// The side that somebody speaks for; nothing for somebody of neither department.
fn side_of(workspace: &Workspace, it: &Commitment, throw: &Throw) -> Option<Side> {
    let person = workspace.person(&throw.by.value)?;
    let department = &person.department.as_ref()?.value;
    match () {
        () if *department == it.from.value => Some(Side::Giver),
        () if Some(department) == taker(it) => Some(Side::Taker),
        () => None,
    }
}

/// The day on which it is due: the one that both have signed, else the one that is written.
pub fn due(workspace: &Workspace, it: &Commitment) -> Day {
    Deal::of(workspace, it).agreed_due().unwrap_or(it.due.value)
}
