//! Calls: statements that will turn out true or false, how likely, and what became of them.

use super::agenda::anchor;
use super::desk::Desk;
use super::page::parts::unbroken;
use super::route::Route;
use crate::site::{Cell, ColumnKind, Point, Row, Status, Table, Target};
use crate::workspace::{Briefing, Call};

/// A call in a list: what will happen, when that is known and what became of it, how likely it was said to be.
pub(crate) fn point(desk: &Desk<'_>, call: &Call) -> Point {
    let (status, key) = state(desk, call);
    let by = if call.outcome.is_some() { "call-resolved" } else { "call-resolves" };
    let day = call.resolves.map(|day| desk.fill(by, &[("day", unbroken(&day.to_string()).into())]));
    let note = [Some(desk.say(key)), day].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Point {
        words: desk.phrase(&call.text).into(),
        note: note.into(),
        aside: call
            .probability
            .as_ref()
            .map(|share| desk.locale.percent(share, 0))
            .unwrap_or_default()
            .into(),
        status: Some(status),
        id: anchor(call.id.as_str()),
    }
}

/// A table of calls; each leads to its briefing, but on the page of that briefing itself.
pub(crate) fn calls(desk: &Desk<'_>, calls: &[(&Briefing, &Call)], here: Option<&Briefing>) -> Table {
    let heads = [
        ("head-call", ColumnKind::Text),
        ("head-probability", ColumnKind::Number),
        ("head-resolves", ColumnKind::Date),
        ("head-state", ColumnKind::Status),
    ];
    let row = |(briefing, call): &(&Briefing, &Call)| {
        let elsewhere = here.is_none_or(|here| here.id != briefing.id);
        let row = row(desk, call);
        if elsewhere { leading(desk, row, (briefing, call)) } else { row }
    };
    Table {
        caption: desk.say("calls-caption").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: calls.iter().map(row).collect(),
        note: Some(desk.say("calls-note").as_str().into()),
    }
}

fn row(desk: &Desk<'_>, call: &Call) -> Row {
    let probability = call.probability.as_ref();
    let (status, key) = state(desk, call);
    let cells = vec![
        Cell::new(desk.phrase(&call.text)),
        Cell::new(probability.map_or_else(|| "–".to_owned(), |share| desk.locale.percent(share, 0))),
        Cell::new(call.resolves.map_or_else(|| "–".to_owned(), |day| day.to_string())),
        Cell { status: Some(status), ..Cell::new(desk.say(key)) },
    ];
    Row { cells, id: anchor(call.id.as_str()), ..Row::default() }
}

fn leading(desk: &Desk<'_>, mut row: Row, (briefing, call): (&Briefing, &Call)) -> Row {
    let page = desk.path(&Route::Briefing(briefing.id.as_str().to_owned()));
    if let Some(first) = row.cells.first_mut() {
        first.to = Some(Target::place(&page, &anchor(call.id.as_str())));
        first.sub = Some(briefing.id.as_str().into());
    }
    row
}

fn state(desk: &Desk<'_>, call: &Call) -> (Status, &'static str) {
    match (call.outcome, call.resolves) {
        (Some(happened), _) => {
            let status = if call.failed() { Status::Late } else { Status::Done };
            (status, if happened { "call-happened" } else { "call-not-happened" })
        }
        (None, Some(day)) if day < desk.today => (Status::Late, "call-due"),
        (None, _) => (Status::Due, "call-pending"),
    }
}

/// The calls of all briefings: those to be scored first, by their day, then those that are.
pub(crate) fn all<'a>(desk: &Desk<'a>) -> Vec<(&'a Briefing, &'a Call)> {
    let of = |briefing: &'a Briefing| {
        briefing.items.iter().flat_map(|item| &item.calls).map(move |call| (briefing, call))
    };
    let mut calls: Vec<_> = desk.workspace.briefings.iter().flat_map(of).collect();
    calls.sort_by_key(|(_, call)| (call.outcome.is_some(), call.resolves));
    calls
}
