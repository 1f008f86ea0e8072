//! What was decided in an archived period, and what became of it.

use crate::compose::desk::Desk;
use crate::compose::loop_table;
use crate::compose::page::parts::{Head, row, table};
use crate::compose::page::review::place;
use crate::quantity::PersonId;
use crate::review::act_state;
use crate::site::{Cell, ColumnKind, Phrase, Row, Status, Table};
use crate::workspace::{Act, Archived, Cycle, Decided, Status as Progress};

const HEADS: [Head; 5] = [
    ("head-act", ColumnKind::Text),
    ("head-owner", ColumnKind::Text),
    ("head-due", ColumnKind::Date),
    ("archive-stood", ColumnKind::Text),
    ("archive-became", ColumnKind::Status),
];

/// A row per act of the archive; nothing when there was none.
pub(super) fn decisions(desk: &Desk<'_>, archive: &Archived) -> Option<Table> {
    let rows: Vec<Row> = archive.decisions.iter().map(|decided| line(desk, decided)).collect();
    (!rows.is_empty()).then(|| table(desk, "archive-decisions", &HEADS, rows))
}

/// How many acts of an archive are settled now, and how many there were.
pub(super) fn settled(desk: &Desk<'_>, archive: &Archived) -> (usize, usize) {
    let over = |decided: &&Decided| act(desk, decided).is_some_and(|(_, act)| act.status.is_over());
    (archive.decisions.iter().filter(over).count(), archive.decisions.len())
}

fn act<'a>(desk: &Desk<'a>, decided: &Decided) -> Option<(&'a Cycle, &'a Act)> {
    desk.workspace.acts().find(|(_, act)| act.id.as_str() == decided.id)
}

fn line(desk: &Desk<'_>, decided: &Decided) -> Row {
    let found = act(desk, decided);
    let now = match found {
        // What was given up has no effect to be seen.
        Some((_, act)) if act.status == Progress::Dropped => {
            Cell { status: Some(Status::Done), ..Cell::new(desk.say("archive-status-dropped")) }
        }
        Some((_, act)) => loop_table::state(desk, (act_state(act, desk.today), false), Some(act)),
        None => Cell::new(desk.say("archive-act-gone")),
    };
    let owner = decided.owner.as_ref().map(|owner| desk.person(&PersonId::new(owner))).unwrap_or_default();
    let due = decided.due.map(|day| day.to_string()).unwrap_or_default();
    row(vec![
        Cell {
            to: found.map(|(cycle, act)| place(desk, &cycle.id, act.id.as_str())),
            ..Cell::new(what(desk, decided))
        },
        Cell::new(owner),
        Cell::new(due),
        Cell::new(desk.say(&format!("archive-status-{}", decided.status))),
        now,
    ])
}

/// The act as it was written then, in the page's language where it was.
fn what(desk: &Desk<'_>, decided: &Decided) -> Phrase {
    let own = desk.lang().tag().to_lowercase().replace('-', "_");
    let text = decided.what.get(&own).filter(|text| !text.is_empty());
    let text = text.or_else(|| decided.what.values().find(|text| !text.is_empty()));
    text.map_or_else(|| decided.id.as_str().into(), |text| text.as_str().into())
}
