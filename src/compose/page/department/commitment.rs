//! Commitments between departments, as rows of tables.

use crate::compose::agenda::{anchor, shown};
use crate::compose::desk::Desk;
use crate::compose::page::briefing;
use crate::compose::page::parts::{Head, below, linked, list, row, table, unbroken};
use crate::compose::page::plan_goals::figure_name;
use crate::compose::route::Route;
use crate::quantity::{Day, DepartmentId, EventId, GoalId};
use crate::review::{Deal, DealState, Signature, asking, due_of};
use crate::site::{Cell, ColumnKind, Rich, Row, Status, Table, Target};
use crate::workspace::{Agreement, Commitment, Status as Progress, Throw};

const HEADS: [Head; 7] = [
    ("head-what", ColumnKind::Text),
    ("head-with", ColumnKind::Text),
    ("head-due", ColumnKind::Date),
    ("head-state", ColumnKind::Status),
    ("head-done", ColumnKind::Number),
    ("head-agreement", ColumnKind::Text),
    ("head-why", ColumnKind::Text),
];

/// Whether it is open and its day has passed.
pub(in crate::compose::page) fn is_late(desk: &Desk<'_>, it: &Commitment) -> bool {
    !it.status.is_over() && due_of(desk.workspace, it) < desk.today
}

/// The department whose answer an offer waits for; nothing when nobody's.
pub(in crate::compose::page) fn awaited<'a>(desk: &Desk<'a>, it: &'a Commitment) -> Option<&'a DepartmentId> {
    Deal::of(desk.workspace, it).waits_for.filter(|_| !it.status.is_over())
}

fn is_offer(throw: &Throw) -> bool {
    matches!(throw.state, Agreement::Proposed | Agreement::Countered)
}

/// The place of a commitment: its row on the page of the department that owes it.
pub(in crate::compose) fn place(desk: &Desk<'_>, it: &Commitment) -> Target {
    Target::place(&desk.path(&Route::Department(it.from.value.clone())), &anchor(it.id.as_str()))
}

/// What a department owes, each with its place.
pub(super) fn owed(desk: &Desk<'_>, caption: &str, items: &[&Commitment]) -> Table {
    let rows = items.iter().map(|it| {
        let with = it.to.as_ref().map(|to| &to.value);
        Row { id: anchor(it.id.as_str()), ..row(cells(desk, it, (what(desk, it), with))) }
    });
    table(desk, caption, &HEADS, rows.collect())
}

/// What others owe it; each leads to its place on the other's page.
pub(super) fn due_to(desk: &Desk<'_>, caption: &str, items: &[&Commitment]) -> Table {
    let rows = items.iter().map(|it| {
        let what = Cell { to: Some(place(desk, it)), ..what(desk, it) };
        row(cells(desk, it, (what, Some(&it.from.value))))
    });
    table(desk, caption, &HEADS, rows.collect())
}

fn cells(desk: &Desk<'_>, it: &Commitment, (what, with): (Cell, Option<&DepartmentId>)) -> Vec<Cell> {
    let with = with.map_or_else(Cell::default, |id| department(desk, id));
    let done = it.done.as_ref().map_or_else(|| "–".to_owned(), |share| desk.locale.percent(share, 0));
    vec![
        what,
        with,
        Cell::new(shown(desk, due_of(desk.workspace, it))),
        state(desk, it),
        below(Cell::new(done), list(desk, it.evidence.iter().cloned())),
        agreement(desk, it),
        why(desk, it),
    ]
}

/// A department's name that leads to its page.
pub(in crate::compose::page) fn department(desk: &Desk<'_>, id: &DepartmentId) -> Cell {
    linked(desk.department(id), desk.target(&Route::Department(id.clone())))
}

/// What is owed, with its id, quantity and SKU below; leads to the product.
fn what(desk: &Desk<'_>, it: &Commitment) -> Cell {
    let product = it.sku.as_ref().and_then(|sku| desk.workspace.product_of(&sku.value));
    let to = product.map(|(product, _)| desk.target(&Route::Product(product.id.clone())));
    Cell { to, ..below(Cell::new(desk.phrase(&it.what)), particulars(desk, it)) }
}

/// "K26-031 · 1,200 件 · SW-CB-01-GY"
pub(in crate::compose) fn particulars(desk: &Desk<'_>, it: &Commitment) -> String {
    let count = |n: u32| desk.locale.integer(n.into());
    let quantity = it.quantity.map(|n| desk.fill("commitment-quantity", &[("count", count(n).into())]));
    let sku = it.sku.as_ref().map(|sku| sku.value.as_str().to_owned());
    let parts = [Some(it.id.as_str().to_owned()), quantity, sku];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How far it is, in words, with days.
pub(in crate::compose) fn state(desk: &Desk<'_>, it: &Commitment) -> Cell {
    let days = |from, to: Day| usize::try_from(to - from).unwrap_or(0);
    let due = due_of(desk.workspace, it);
    let (words, status) = match (it.status, it.done_date) {
        (Progress::Done, Some(day)) if day > due => {
            let args = [("day", shown(desk, day).into()), ("days", days(due, day).into())];
            (desk.fill("commitment-done-late", &args), Status::Done)
        }
        (Progress::Done, Some(day)) => {
            (desk.fill("commitment-done-on", &[("day", shown(desk, day).into())]), Status::Done)
        }
        (Progress::Done, None) => (desk.say("commitment-done"), Status::Done),
        (Progress::Dropped, _) => (desk.say("commitment-dropped"), Status::Done),
        (Progress::Carried, _) => (desk.say("commitment-carried"), Status::Done),
        _ if due < desk.today => {
            let late = days(due, desk.today).to_string();
            (desk.fill("state-late-by", &[("days", late.into())]), Status::Late)
        }
        _ => (desk.fill("commitment-left", &[("days", days(desk.today, due).into())]), Status::Due),
    };
    Cell { status: Some(status), ..Cell::new(words) }
}

/// What both sides have signed, or who must answer; below it who has signed, and when.
pub(in crate::compose) fn agreement(desk: &Desk<'_>, it: &Commitment) -> Cell {
    let deal = Deal::of(desk.workspace, it);
    let signed = |it: &Signature<'_>| {
        let args = [("who", desk.person(it.by).text.into()), ("day", shown(desk, it.day).into())];
        desk.fill("agreement-signed", &args)
    };
    let signatures = list(desk, [&deal.giver, &deal.taker].into_iter().flatten().map(signed));
    let words = match (deal.state, deal.waits_for) {
        (_, Some(who)) => {
            let args = [("who", desk.department(who).text.into()), ("day", shown(desk, deal.offered).into())];
            desk.fill("agreement-waits", &args)
        }
        (DealState::Agreed, _) => {
            desk.fill("agreement-agreed", &[("day", unbroken(&shown(desk, deal.offered)).into())])
        }
        (DealState::Declined, _) => desk.say("agreement-declined"),
        _ => desk.say("agreement-none"),
    };
    below(Cell::new(words), signatures)
}

/// The goals and events it serves, and below them the briefings that ask for it; leads to the plan when one of them is
/// a goal.
fn why(desk: &Desk<'_>, it: &Commitment) -> Cell {
    let is_goal = it.why.iter().any(|id| desk.workspace.goal(&GoalId::new(&id.value)).is_some());
    let asking = asking(desk.workspace, it).map(|briefing| {
        let to = desk.target(&Route::Briefing(briefing.id.as_str().to_owned()));
        Rich::default().link(briefing::called(desk, briefing), to)
    });
    Cell {
        to: is_goal.then(|| desk.target(&Route::Plan)),
        lines: asking.collect(),
        ..Cell::new(reasons(desk, it).unwrap_or_default())
    }
}

/// The goals and events it serves, by their names; nothing when none is named.
pub(in crate::compose) fn reasons(desk: &Desk<'_>, it: &Commitment) -> Option<String> {
    let names = it.why.iter().map(|id| reason(desk, &id.value));
    (!it.why.is_empty()).then(|| list(desk, names))
}

/// A goal or an event by its name.
fn reason(desk: &Desk<'_>, id: &str) -> String {
    if let Some(goal) = desk.workspace.goal(&GoalId::new(id)) {
        return format!("{} {}", figure_name(desk, &goal.metric.value).text, goal.year);
    }
    let event = desk.workspace.event(&EventId::new(id));
    event.map_or_else(|| id.to_owned(), |event| desk.phrase(&event.name).text)
}

/// Offers that wait for a department's answer, with all that was offered so far.
pub(super) fn to_answer(desk: &Desk<'_>, id: &DepartmentId, items: &[&Commitment]) -> Table {
    let heads: [Head; 4] = [
        ("head-what", ColumnKind::Text),
        ("head-with", ColumnKind::Text),
        ("head-offers", ColumnKind::Text),
        ("head-choice", ColumnKind::Text),
    ];
    let line = |it: &&Commitment| {
        let other =
            if it.from.value == *id { it.to.as_ref().map(|to| &to.value) } else { Some(&it.from.value) };
        let role = if it.from.value == *id { "offer-we-owe" } else { "offer-they-owe" };
        let with = other.map_or_else(Cell::default, |id| department(desk, id));
        row(vec![
            linked(desk.phrase(&it.what), place(desk, it)),
            below(with, desk.say(role)),
            offers(desk, it),
            choice(desk, it),
        ])
    };
    table(desk, "department-decide", &heads, items.iter().map(line).collect())
}

fn offers(desk: &Desk<'_>, it: &Commitment) -> Cell {
    let made = it.catchball.iter().filter(|throw| is_offer(throw));
    let words = made.map(|throw| {
        let due = throw.due.unwrap_or(it.due.value);
        let args = [("who", desk.person(&throw.by.value).text.into()), ("day", shown(desk, due).into())];
        desk.fill("offer", &args)
    });
    let note = it.catchball.last().and_then(|throw| throw.note.as_ref());
    below(Cell::new(list(desk, words)), note.map(|note| desk.phrase(note)).unwrap_or_default())
}

fn choice(desk: &Desk<'_>, it: &Commitment) -> Cell {
    let last = it.catchball.last();
    let due = last.and_then(|throw| throw.due).unwrap_or(it.due.value);
    let age = last.and_then(|throw| usize::try_from(desk.today - throw.date).ok()).unwrap_or(0);
    let cell = Cell::new(desk.fill("choice", &[("day", shown(desk, due).into())]));
    below(cell, desk.fill("choice-age", &[("days", age.into())]))
}
