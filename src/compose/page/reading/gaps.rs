//! The gaps of a cycle: how far off, why, what is done about it, by whom, until when, how it stands.

use crate::compose::desk::Desk;
use crate::compose::loop_table::{gap, state};
use crate::compose::page::parts::{Head, row};
use crate::compose::page::review::{against, asked, cause_worth, check_name, owner, threads_of};
use crate::review::{Thread, act_state};
use crate::site::{Cell, ColumnKind, Phrase, Rich, Row, Table};
use crate::workspace::{Act, Cause, Cycle};

const HEADS: [Head; 6] = [
    ("head-gap", ColumnKind::Text),
    ("head-cause", ColumnKind::Text),
    ("head-act", ColumnKind::Text),
    ("head-owner", ColumnKind::Name),
    ("head-due", ColumnKind::Date),
    ("head-state", ColumnKind::Status),
];

/// A row for each act on each cause of each gap; nothing when there is no gap.
pub(super) fn table(desk: &Desk<'_>, cycle: &Cycle) -> Option<Table> {
    let threads = threads_of(desk, cycle).into_iter().filter(|thread| thread.is_gap());
    let rows: Vec<Row> = threads.flat_map(|thread| rows(desk, thread)).collect();
    (!rows.is_empty()).then(|| Table { columns: desk.columns(&HEADS), rows, ..Table::default() })
}

fn rows(desk: &Desk<'_>, thread: &Thread<'_>) -> Vec<Row> {
    let mut lines: Vec<(Cell, Option<&Act>)> = Vec::new();
    for (cause, acts) in &thread.causes {
        let mut acts = acts.iter().copied();
        lines.push((why(desk, cause), acts.next()));
        lines.extend(acts.map(|act| (Cell::default(), Some(act))));
    }
    if lines.is_empty() {
        lines.push((Cell::default(), None));
    }
    let head = |at: usize| if at == 0 { head(desk, thread) } else { Cell::default() };
    let row = |(at, (why, act)): (usize, (Cell, Option<&Act>))| {
        row([vec![head(at), why], done(desk, thread, act)].concat())
    };
    lines.into_iter().enumerate().map(row).collect()
}

/// "日本站 · 快煮壺", its figure, "28.1 千美元，應為 30.5 千美元", the gap.
fn head(desk: &Desk<'_>, thread: &Thread<'_>) -> Cell {
    let Some(question) = &thread.question else { return Cell::new(check_name(desk, thread.item)) };
    let (actual, wanted) = against(desk, thread);
    let args = [("actual", actual.into()), ("wanted", wanted.into()), ("gap", gap(desk, thread).into())];
    let lines = vec![desk.metric(&question.metric).into(), desk.fill("paper-gap", &args).into()];
    Cell { lines, ..Cell::new(desk.scope(&question.scope)) }
}

/// The cause with what it is worth, and what was asked to find it.
fn why(desk: &Desk<'_>, cause: &Cause) -> Cell {
    let name = cause.text.as_ref().map_or_else(|| cause.id.as_str().into(), |text| desk.phrase(text));
    let worth = Some(cause_worth(desk, cause)).filter(|worth| !worth.is_empty()).map(Rich::from);
    Cell { lines: worth.into_iter().chain(asked(desk, cause)).collect(), ..Cell::new(name) }
}

/// The act, who does it until when, and how it stands; of a gap that nothing is done about, how that stands.
fn done(desk: &Desk<'_>, thread: &Thread<'_>, act: Option<&Act>) -> Vec<Cell> {
    let Some(act) = act else {
        let stands = state(desk, (thread.state, thread.provisional), None);
        return vec![Cell::default(), Cell::default(), Cell::default(), Cell::new(stands.words)];
    };
    let what: Phrase = act.what.as_ref().map_or_else(|| act.id.as_str().into(), |text| desk.phrase(text));
    let due = act.due.as_ref().map(|due| due.value.to_string()).unwrap_or_default();
    let stands = state(desk, (act_state(act, desk.today), false), Some(act));
    vec![Cell::new(what), Cell::new(owner(desk, act.owner.as_ref())), Cell::new(due), Cell::new(stands.words)]
}
