//! Who is away, and which skills nobody has meanwhile.

use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, list, row, section, table};
use crate::review::{Absence, Coverage, absences};
use crate::site::{Block, Cell, ColumnKind, Row, Status};
use crate::workspace::Team;

const HEADS: [Head; 5] = [
    ("head-person", ColumnKind::Name),
    ("head-from-day", ColumnKind::Date),
    ("head-to-day", ColumnKind::Date),
    ("head-bare", ColumnKind::Text),
    ("head-stands-in", ColumnKind::Status),
];

/// Who is away today or later; nothing when nobody is.
pub(super) fn block(desk: &Desk<'_>, team: &Team, coverage: &Coverage<'_>) -> Option<Block> {
    let absences = absences(team, coverage, desk.today);
    let rows = absences.iter().map(|absence| line(desk, absence)).collect();
    let table = table(desk, "team-away", &HEADS, rows);
    (!absences.is_empty()).then(|| section(desk, "team-away", vec![table.into()]))
}

fn line(desk: &Desk<'_>, absence: &Absence<'_>) -> Row {
    let span = absence.leave.span;
    let bare = list(desk, absence.bare.iter().map(|skill| desk.phrase(&skill.name).text));
    row(vec![
        Cell::new(desk.person(&absence.leave.person.value)),
        Cell::new(span.from.to_string()),
        Cell::new(span.to.to_string()),
        Cell::new(if bare.is_empty() { "–".to_owned() } else { bare }),
        cover(desk, absence),
    ])
}

fn cover(desk: &Desk<'_>, absence: &Absence<'_>) -> Cell {
    match &absence.leave.cover {
        Some(id) => Cell { status: Some(Status::Done), ..Cell::new(desk.person(&id.value)) },
        None if absence.bare.is_empty() => Cell::new("–"),
        None => Cell { status: Some(Status::Late), ..Cell::new(desk.say("team-no-cover")) },
    }
}
