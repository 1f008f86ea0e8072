//! Work that takes a skill: does anybody have it, and is that person there on the day?

use super::level;
use crate::compose::desk::Desk;
use crate::compose::page::department::commitment;
use crate::compose::page::parts::{Head, below, linked, list, row, table, told};
use crate::compose::page::review::place;
use crate::review::{Task, Want, wants};
use crate::site::{Block, Cell, ColumnKind, Row, Status, Target};
use crate::workspace::{Stage, Team};

const HEADS: [Head; 5] = [
    ("head-work", ColumnKind::Text),
    ("head-due", ColumnKind::Date),
    ("head-skill", ColumnKind::Text),
    ("head-who", ColumnKind::Text),
    ("head-state", ColumnKind::Status),
];

/// What is still to be done and takes a skill, by its day; what nobody can do is counted above.
pub(super) fn block(desk: &Desk<'_>, team: &Team, stage: Stage) -> Option<Block> {
    let wants = wants(desk.workspace, team, stage);
    let bare = wants.iter().filter(|want| want.there.is_empty()).count();
    let args = [("all", wants.len().into()), ("bare", bare.into())];
    let lede = desk.fill(if bare == 0 { "team-work-lede-fine" } else { "team-work-lede" }, &args);
    let rows = wants.iter().map(|want| line(desk, team, want)).collect();
    let table = table(desk, "team-work", &HEADS, rows);
    (!wants.is_empty()).then(|| told(desk, "team-work", (lede, vec![table.into()])))
}

fn line(desk: &Desk<'_>, team: &Team, want: &Want<'_>) -> Row {
    let task = want.task;
    let words = task.what().map_or_else(|| task.id().into(), |what| desk.phrase(what));
    let due = task.due().map(|day| day.to_string()).unwrap_or_default();
    row(vec![
        below(linked(words, target(desk, task)), task.id()),
        Cell::new(due),
        below(Cell::new(desk.phrase(&want.skill.name)), level(desk, team, want.level)),
        Cell::new(list(desk, want.have.iter().map(|id| desk.person(id).text))),
        standing(desk, want),
    ])
}

fn target(desk: &Desk<'_>, task: Task<'_>) -> Target {
    match task {
        Task::Commitment(it) => commitment::place(desk, it),
        Task::Act(cycle, act) => place(desk, &cycle.id, act.id.as_str()),
    }
}

fn standing(desk: &Desk<'_>, want: &Want<'_>) -> Cell {
    let (key, status) = match (want.have.len(), want.there.len()) {
        (0, _) => ("standing-nobody", Status::Late),
        (_, 0) => ("team-work-away", Status::Late),
        (_, 1) => ("standing-one", Status::Due),
        _ => ("team-work-fine", Status::Done),
    };
    Cell { status: Some(status), ..Cell::new(desk.say(key)) }
}
