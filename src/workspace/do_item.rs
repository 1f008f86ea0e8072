//! What a cycle does (`do:` of a cycle).

use crate::diagnostic::Place;
use crate::quantity::{Day, Id, PersonId, Ratio, Text};

use super::At;
use super::plan_item::PlanItem;
use super::read::{Context, Fields, Read};
use super::scalar::Share;
use super::yaml::Node;

/// One piece of work.
#[derive(Clone, Debug, PartialEq)]
pub struct DoItem {
    /// Its name in files.
    pub id: Id<DoItem>,
    /// The plan item it serves.
    pub plan: Option<At<Id<PlanItem>>>,
    /// What is done.
    pub what: Text,
    /// Who does it.
    pub owner: Option<At<PersonId>>,
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
    /// How much is done (0.6).
    pub progress: Option<Ratio>,
    /// What happened, in file order.
    pub log: Vec<LogEntry>,
    /// Where it is written.
    pub place: Place,
}

/// A line of a work's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// When.
    pub date: Day,
    /// What happened.
    pub note: Text,
    /// Where it can be seen.
    pub evidence: Option<String>,
}

impl Read for DoItem {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let (plan, what, owner) = (f.optional("plan"), f.required("what"), f.optional("owner"));
        let (from, to) = (f.optional("from"), f.optional("to"));
        f.check_order(from, to, "to");
        let progress = f.optional::<Share>("progress").map(|share| share.0);
        let log = f.list("log");
        let place = f.finish();
        Some(DoItem { id: id?, plan, what: what?, owner, from, to, progress, log, place })
    }
}

impl Read for LogEntry {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (date, note, evidence) = (f.required("date"), f.required("note"), f.optional("evidence"));
        f.finish();
        Some(LogEntry { date: date?, note: note?, evidence })
    }
}
