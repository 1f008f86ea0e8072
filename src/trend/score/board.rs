//! The scoreboard: every forecast and call that people and the program made, and what became of it.

use std::collections::BTreeMap;

use super::claim::Claim;
use super::past::{Length, Past};
use super::restated::Restatements;
use super::{Calls, Group, Key, Losing, Recalibration, Scored, Who, group, losing};
use crate::quantity::Day;
use crate::review::Check;
use crate::trend::{Outlook, Subject};
use crate::workspace::Workspace;

/// What became of forecasts and calls.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scoreboard<'a> {
    /// The forecasts whose days are over, by subject, then in the order they were made in.
    pub scored: Vec<Scored>,
    /// Those whose days are not over, or not known for certain yet.
    pub waiting: Vec<Claim>,
    /// Those whose days are over and have no figure.
    pub unmeasured: Vec<Claim>,
    /// The scores by author, method, horizon and figure.
    pub groups: Vec<Group>,
    /// What loses to the seasonal naive forecast period after period.
    pub losing: Vec<Losing>,
    /// The calls of briefings.
    pub calls: Calls<'a>,
    /// What the log teaches of the program's bands.
    pub recalibration: Option<Recalibration>,
}

/// What a claim comes to today.
enum Fate {
    Scored(Box<Scored>),
    Waiting(Claim),
    Unmeasured(Claim),
}

impl<'a> Scoreboard<'a> {
    /// Scores what was said until today.
    pub fn of(workspace: &'a Workspace, check: &Check<'_>) -> Self {
        let mut lines: BTreeMap<(Subject, Length), Vec<Claim>> = BTreeMap::new();
        for claim in Claim::all(workspace, check.today) {
            let length = Length::of(workspace, claim.span);
            lines.entry((claim.subject.clone(), length)).or_default().push(claim);
        }
        let restatements = Restatements::of(check);
        let mut board = Scoreboard { calls: Calls::of(workspace, check.today), ..Scoreboard::default() };
        for ((subject, length), claims) in lines {
            let past = Past::of(workspace, check, (&subject, length));
            for claim in claims {
                board.take(fate(claim, check, &past), &restatements);
            }
        }
        board.groups = group::groups(&board.scored);
        board.losing = losing::losing(&board.scored);
        board.recalibration = Recalibration::of(&board.scored);
        board
    }

    fn take(&mut self, fate: Fate, restatements: &Restatements<'_>) {
        match fate {
            Fate::Scored(mut scored) => {
                restatements.mark(&mut scored);
                self.scored.push(*scored);
            }
            Fate::Waiting(claim) => self.waiting.push(claim),
            Fate::Unmeasured(claim) => self.unmeasured.push(claim),
        }
    }

    /// Forecasts with the bands that the log teaches.
    pub fn recalibrated(&self, outlook: Outlook) -> Outlook {
        match &self.recalibration {
            Some(recalibration) => recalibration.outlook(outlook),
            None => outlook,
        }
    }

    /// The scores of an author's forecasts that looked ahead.
    pub fn whole(&self, who: &Who) -> Option<&Group> {
        self.groups.iter().find(|group| group.who == *who && group.key == Key::All)
    }
}

fn fate(claim: Claim, check: &Check<'_>, past: &Past) -> Fate {
    if !is_over(&claim, check) {
        return Fate::Waiting(claim);
    }
    match Scored::of(claim.clone(), past) {
        Some(scored) => Fate::Scored(Box::new(scored)),
        None => Fate::Unmeasured(claim),
    }
}

/// Whether its days are measured to their end, and late reports no longer change them.
fn is_over(claim: &Claim, check: &Check<'_>) -> bool {
    let subject = &claim.subject;
    let lag = i32::from(check.catalogue.lag_days(&subject.metric));
    let last: Option<Day> = check.last_day(&subject.metric, &subject.scope);
    let settled = lag == 0 || claim.span.to + lag < check.today;
    settled && last.is_some_and(|last| claim.span.to <= last)
}
