//! What departments owe each other (`commitments:` of `departments.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, DepartmentId, Id, PersonId, Ratio, Sku, Text};

use super::feedback::Feedback;
use super::{At, Status};

/// What one department owes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Its name in files.
    pub id: Id<Commitment>,
    /// Who owes it.
    pub from: At<DepartmentId>,
    /// To whom.
    pub to: Option<At<DepartmentId>>,
    /// What.
    pub what: Text,
    /// How many units.
    pub quantity: Option<u32>,
    /// Of which SKU.
    pub sku: Option<At<Sku>>,
    /// By when.
    pub due: At<Day>,
    /// The goals and events it serves.
    pub why: Vec<At<String>>,
    /// Offer and answer, newest last.
    pub catchball: Vec<Throw>,
    /// How far it is.
    pub status: Status,
    /// How much of it is done (0.35).
    pub done: Option<Ratio>,
    /// When it was done.
    pub done_date: Option<Day>,
    /// The feedback it answers.
    pub feedback: Vec<At<Id<Feedback>>>,
    /// Where it is written.
    pub place: Place,
}

impl Commitment {
    /// What the last offer or answer was.
    pub fn agreement(&self) -> Option<Agreement> {
        self.catchball.last().map(|throw| throw.state)
    }
}

/// One offer or answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Throw {
    /// Who made it.
    pub by: At<PersonId>,
    /// When.
    pub date: Day,
    /// What it was.
    pub state: Agreement,
    /// The day it offers.
    pub due: Option<Day>,
    /// A remark.
    pub note: Option<Text>,
}

/// What an offer or answer was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// An offer.
    Proposed,
    /// Another offer in answer.
    Countered,
    /// Yes.
    Agreed,
    /// No.
    Declined,
}
