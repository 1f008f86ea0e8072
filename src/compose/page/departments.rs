//! The departments: who owes whom, and what is late.

use super::department::Ledger;
use super::department::commitment::{department, is_late};
use super::parts::{Head, below, count, empty, list, row, section, table, told};
use super::subscription;
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::reader::Reader;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::DepartmentId;
use crate::review::due_of;
use crate::site::{Block, Cell, Column, ColumnKind, LinkLine, Links, Phrase, Row, Status, Table};
use crate::workspace::{Commitment, Department};

/// The list of departments.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let ledgers: Vec<Ledger<'_>> = desk
        .workspace
        .departments
        .iter()
        .map(|department| Ledger::of(desk, Reader::Department(&department.id)))
        .collect();
    let blocks = match ledgers.is_empty() {
        true => vec![empty(
            desk,
            "departments-empty",
            ("departments.yaml", "departments:\n- {id: ops, name: {zh-Hant: 營運, en: Operations}}"),
        )],
        false => vec![
            overview(desk, &ledgers).into(),
            matrix(desk),
            shared(desk),
            subscription::section(desk, Reader::Company),
        ],
    };
    Sheet {
        route: Route::Departments,
        title: desk.say("departments-title").into(),
        eyebrow: vec![desk.say("company-whole").into(), desk.today.to_string().into()],
        headline: headline(desk, &ledgers).into(),
        lede: None,
        blocks,
    }
}

fn headline(desk: &Desk<'_>, ledgers: &[Ledger<'_>]) -> String {
    let open = ledgers.iter().map(|ledger| ledger.owes.len()).sum::<usize>();
    let mut behind: Vec<(usize, &Ledger<'_>)> =
        ledgers.iter().map(|ledger| (ledger.late(desk), ledger)).filter(|(late, _)| *late > 0).collect();
    behind.sort_by_key(|(late, _)| std::cmp::Reverse(*late));
    let late = behind.iter().map(|(late, _)| late).sum::<usize>();
    let who = behind.iter().map(|(late, ledger)| format!("{} {late}", ledger.reader.name(desk).text));
    let args = [("open", open.into()), ("late", late.into()), ("who", list(desk, who).into())];
    match (open, late) {
        (0, _) => desk.say("departments-headline-none"),
        (_, 0) => desk.fill("departments-headline", &args),
        _ => desk.fill("departments-headline-late", &args),
    }
}

fn overview(desk: &Desk<'_>, ledgers: &[Ledger<'_>]) -> Table {
    let heads: [Head; 6] = [
        ("head-department", ColumnKind::Text),
        ("head-owes", ColumnKind::Number),
        ("head-late", ColumnKind::Number),
        ("head-next", ColumnKind::Text),
        ("head-owed", ColumnKind::Number),
        ("head-decide", ColumnKind::Number),
    ];
    let rows = ledgers.iter().map(|ledger| line(desk, ledger)).collect();
    table(desk, "departments-title", &heads, rows)
}

fn line(desk: &Desk<'_>, ledger: &Ledger<'_>) -> Row {
    let id = match ledger.reader {
        Reader::Department(id) => id,
        Reader::Company | Reader::Person(_) => return Row::default(),
    };
    let lead = |it: &Department| it.lead.as_ref().map(|lead| desk.person(&lead.value));
    let lead = desk.workspace.department(id).and_then(lead).unwrap_or_default();
    let late = ledger.late(desk);
    let next = ledger.next(desk).map_or_else(
        || Cell::new("–"),
        |it| below(Cell::new(shown(desk, due_of(desk.workspace, it))), desk.phrase(&it.what)),
    );
    row(vec![
        below(department(desk, id), lead),
        count(desk, ledger.owes.len()),
        Cell { status: (late > 0).then_some(Status::Late), ..count(desk, late) },
        next,
        count(desk, ledger.due.len()),
        count(desk, ledger.to_decide()),
    ])
}

/// What the departments share: feedback, standards, people, tools.
fn shared(desk: &Desk<'_>) -> Block {
    let line = |(key, route): (&str, Route)| LinkLine {
        link: desk.link(desk.say(key), &route),
        about: Some(desk.say(&format!("departments-{key}")).into()),
        aside: Phrase::default(),
    };
    let lines = [
        ("feedback-title", Route::Feedback),
        ("standards-title", Route::Standards),
        ("team-title", Route::Team),
        ("toolbox-title", Route::Toolbox),
    ];
    section(desk, "departments-shared", vec![Links { lines: lines.map(line).to_vec() }.into()])
}

/// Open commitments by who owes them and to whom.
fn matrix(desk: &Desk<'_>) -> Block {
    let ids: Vec<&DepartmentId> = desk.workspace.departments.iter().map(|it| &it.id).collect();
    let mut columns = vec![Column::new(desk.say("head-from-to"), ColumnKind::Text)];
    columns.extend(ids.iter().map(|id| Column::new(desk.department(id), ColumnKind::Number)));
    let rows = ids.iter().map(|from| {
        let cells = ids.iter().map(|to| between(desk, (from, to)));
        row(std::iter::once(department(desk, from)).chain(cells).collect())
    });
    let table = Table {
        caption: desk.say("departments-matrix").into(),
        caption_hidden: true,
        columns,
        rows: rows.collect(),
        note: None,
    };
    told(desk, "departments-matrix", (desk.say("departments-matrix-lede"), vec![table.into()]))
}

fn between(desk: &Desk<'_>, (from, to): (&DepartmentId, &DepartmentId)) -> Cell {
    let owed = |it: &&Commitment| {
        !it.status.is_over() && it.from.value == *from && it.to.as_ref().is_some_and(|it| it.value == *to)
    };
    let open: Vec<&Commitment> = desk.workspace.commitments.iter().filter(owed).collect();
    let late = open.iter().filter(|it| is_late(desk, it)).count();
    if open.is_empty() {
        return Cell::default();
    }
    let cell = count(desk, open.len());
    if late == 0 { cell } else { below(cell, desk.fill("departments-late", &[("count", late.into())])) }
}
