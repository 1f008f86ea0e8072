//! What departments owe each other (`commitments:` of `departments.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, DepartmentId, Id, PersonId, Ratio, Sku, Text};

use super::feedback::Feedback;
use super::names::Kind;
use super::read::{Context, Fields, Read};
use super::scalar::{Share, words};
use super::team::Skill;
use super::yaml::Node;
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
    /// The skills it takes.
    pub needs: Vec<At<Id<Skill>>>,
    /// What shows that it is done: files, addresses, words.
    pub evidence: Vec<String>,
    /// Where it is written.
    pub place: Place,
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

words!(Agreement {
    "proposed" => Agreement::Proposed,
    "countered" => Agreement::Countered,
    "agreed" => Agreement::Agreed,
    "declined" => Agreement::Declined,
});

impl Read for Commitment {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let (from, to) = (f.required("from"), f.optional("to"));
        let (what, due) = (f.required("what"), f.required("due"));
        let (quantity, sku) = (f.optional("qty"), f.optional("sku"));
        let why = f.names("why", &[Kind::Goal, Kind::Event]);
        let catchball = f.list("catchball");
        let status = f.optional("status").unwrap_or(Status::Open);
        let done = f.optional::<Share>("done").map(|share| share.0);
        let done_date = f.optional("done_date");
        let (feedback, needs, evidence) = (f.list("feedback"), f.list("needs"), f.list("evidence"));
        let place = f.finish();
        let (id, from, what, due) = (id?, from?, what?, due?);
        Some(Commitment {
            id,
            from,
            to,
            what,
            quantity,
            sku,
            due,
            why,
            catchball,
            status,
            done,
            done_date,
            feedback,
            needs,
            evidence,
            place,
        })
    }
}

impl Read for Throw {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (by, date, state) = (f.required("by"), f.required("date"), f.required("state"));
        let (due, note) = (f.optional("due"), f.optional("note"));
        f.finish();
        Some(Throw { by: by?, date: date?, state: state?, due, note })
    }
}
