//! The table of commitments between departments: what is owed, agreed, late, done.

use super::{Refusal, Sources};
use crate::quantity::Lang;
use crate::review::Deal;
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::workspace::{Commitment, Workspace};

const COLUMNS: [(&str, Kind); 18] = [
    ("id", Kind::Text),
    ("from", Kind::Text),
    ("to", Kind::Text),
    ("what", Kind::Text),
    ("qty", Kind::Count),
    ("sku", Kind::Text),
    ("due", Kind::Day),
    ("agreed_due", Kind::Day),
    ("state", Kind::Text),
    ("agreement", Kind::Text),
    ("waits_for", Kind::Text),
    ("since", Kind::Day),
    ("done", Kind::Ratio),
    ("done_date", Kind::Day),
    ("late_days", Kind::Count),
    ("why", Kind::Text),
    ("feedback", Kind::Text),
    ("evidence", Kind::Text),
];

/// The columns that rows may be chosen by; `department` is either side.
const FILTERS: [&str; 6] = ["department", "from", "to", "state", "agreement", "waits_for"];

/// A row per commitment, by the day it is due; with `--from` and `--to` those due on these days.
pub(super) fn commitments(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    for (key, value) in &request.filters {
        check(sources.workspace, key, value)?;
    }
    let lines = sources.workspace.commitments.iter().map(|it| Line::of(sources.workspace, it));
    let mut lines: Vec<Line<'_>> = lines.filter(|line| line.is_wanted(request)).collect();
    lines.sort_by_key(|line| line.due());
    let rows = lines.iter().map(|line| line.cells(sources)).collect();
    let columns = COLUMNS.iter().map(|(name, kind)| Column::new(*name, *kind)).collect();
    Ok(Table { columns, rows })
}

/// That a column may be chosen by, and that a department is one.
fn check(workspace: &Workspace, key: &str, value: &str) -> Result<(), Refusal> {
    if !FILTERS.contains(&key) {
        return Err(Refusal::new("dimension", key, FILTERS));
    }
    let known: Vec<&str> = match key {
        "state" => STATES.to_vec(),
        "agreement" => vec!["none", "proposed", "countered", "agreed", "declined"],
        _ => workspace.departments.iter().map(|it| it.id.as_str()).collect(),
    };
    if known.contains(&value) { Ok(()) } else { Err(Refusal::new(key, value, known)) }
}

const STATES: [&str; 5] = ["open", "in-progress", "done", "carried", "dropped"];

struct Line<'a> {
    it: &'a Commitment,
    deal: Deal<'a>,
}

impl<'a> Line<'a> {
    fn of(workspace: &'a Workspace, it: &'a Commitment) -> Self {
        Line { it, deal: Deal::of(workspace, it) }
    }

    fn due(&self) -> crate::quantity::Day {
        self.deal.agreed_due().unwrap_or(self.it.due.value)
    }

    fn to(&self) -> Option<&'a str> {
        self.it.to.as_ref().map(|to| to.value.as_str())
    }

    fn waits_for(&self) -> Option<&'a str> {
        self.deal.waits_for.filter(|_| !self.it.status.is_over()).map(|id| id.as_str())
    }

    fn is_wanted(&self, request: &TableRequest) -> bool {
        let day = self.due();
        request.from.is_none_or(|from| day >= from)
            && request.to.is_none_or(|to| day <= to)
            && request.filters.iter().all(|(key, value)| self.has(key, value))
    }

    fn has(&self, key: &str, value: &str) -> bool {
        let from = self.it.from.value.as_str() == value;
        match key {
            "department" => from || self.to() == Some(value),
            "from" => from,
            "to" => self.to() == Some(value),
            "state" => self.it.status.word() == value,
            "agreement" => self.deal.state.word() == value,
            _ => self.waits_for() == Some(value),
        }
    }

    /// Days after the day it was due: until it was done, or until today.
    fn late_days(&self, sources: Sources<'_>) -> Option<i32> {
        let end = match (self.it.status.is_over(), self.it.done_date) {
            (_, Some(day)) => day,
            (true, None) => return None,
            (false, None) => sources.today,
        };
        Some((end - self.due()).max(0))
    }

    fn cells(&self, sources: Sources<'_>) -> Vec<Cell> {
        let (it, deal) = (self.it, &self.deal);
        let day = |day: Option<_>| day.map_or(Cell::Missing, Cell::Day);
        let count = |n: Option<i128>| n.map_or(Cell::Missing, Cell::Count);
        let lang = sources.workspace.config.languages.first().cloned().unwrap_or_else(|| Lang::new("en"));
        vec![
            text(Some(it.id.as_str())),
            text(Some(it.from.value.as_str())),
            text(self.to()),
            text(Some(it.what.in_lang(&lang))),
            count(it.quantity.map(i128::from)),
            text(it.sku.as_ref().map(|sku| sku.value.as_str())),
            Cell::Day(it.due.value),
            day(deal.agreed_due()),
            text(Some(it.status.word())),
            text(Some(deal.state.word())),
            text(self.waits_for()),
            day(deal.since),
            it.done.clone().map_or(Cell::Missing, Cell::Ratio),
            day(it.done_date),
            count(self.late_days(sources).map(i128::from)),
            list(it.why.iter().map(|id| id.value.as_str())),
            list(it.feedback.iter().map(|id| id.value.as_str())),
            list(it.evidence.iter().map(String::as_str)),
        ]
    }
}

pub(super) fn text(text: Option<&str>) -> Cell {
    text.map_or(Cell::Missing, |text| Cell::Text(text.to_owned()))
}

/// Words with a semicolon between; missing when there are none.
pub(super) fn list<'a>(words: impl Iterator<Item = &'a str>) -> Cell {
    let words: Vec<&str> = words.collect();
    if words.is_empty() { Cell::Missing } else { Cell::Text(words.join("; ")) }
}
