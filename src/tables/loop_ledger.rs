//! The table of the loop: every unfavourable gap that matters, with what became of it.

use super::commitments::{list, text};
use super::figures::{cell, money};
use super::{Refusal, Sources};
use crate::quantity::{Day, Ratio};
use crate::review::{Driver, State, Thread, carry_depth};
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::workspace::{Act, Cause};

const COLUMNS: [(&str, Kind); 35] = [
    ("gap", Kind::Text),
    ("cycle", Kind::Text),
    ("from", Kind::Day),
    ("to", Kind::Day),
    ("product", Kind::Text),
    ("marketplace", Kind::Text),
    ("metric", Kind::Text),
    ("plan", Kind::Text),
    ("actual", Kind::Ratio),
    ("target", Kind::Ratio),
    ("abs", Kind::Ratio),
    ("worth", Kind::Money),
    ("provisional", Kind::Flag),
    ("driver", Kind::Text),
    ("contribution", Kind::Ratio),
    ("checked", Kind::Day),
    ("causes", Kind::Text),
    ("codes", Kind::Text),
    ("acts", Kind::Text),
    ("act", Kind::Text),
    ("owner", Kind::Text),
    ("due", Kind::Day),
    ("done_date", Kind::Day),
    ("late_days", Kind::Count),
    ("effect_due", Kind::Day),
    ("effect_checked", Kind::Day),
    ("result", Kind::Text),
    ("sop", Kind::Text),
    ("sop_date", Kind::Day),
    ("rollouts_open", Kind::Count),
    ("carried_to", Kind::Text),
    ("carried_cycle", Kind::Text),
    ("carry_depth", Kind::Count),
    ("state", Kind::Text),
    ("closed", Kind::Flag),
];

/// The columns that rows may be chosen by.
const FILTERS: [&str; 5] = ["state", "cycle", "metric", "product", "marketplace"];

/// A row per gap; with `--from` and `--to` those of cycles that end on these days.
pub(super) fn ledger(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let gaps: Vec<&Thread<'_>> = sources.analysis.threads.iter().filter(|thread| thread.is_gap()).collect();
    for (key, value) in &request.filters {
        check(&gaps, key, value)?;
    }
    let wanted = gaps.into_iter().filter(|thread| is_wanted(thread, request));
    let rows = wanted.map(|thread| row(sources, thread)).collect();
    Ok(Table { columns: COLUMNS.iter().map(|(name, kind)| Column::new(*name, *kind)).collect(), rows })
}

/// That a column may be chosen by, and that some gap has the value.
fn check(gaps: &[&Thread<'_>], key: &str, value: &str) -> Result<(), Refusal> {
    if !FILTERS.contains(&key) {
        return Err(Refusal::new("dimension", key, FILTERS));
    }
    let known: Vec<&str> = match key {
        "state" => State::ALL.map(State::word).to_vec(),
        _ => gaps.iter().filter_map(|thread| of(thread, key)).collect(),
    };
    if known.contains(&value) { Ok(()) } else { Err(Refusal::new(key, value, known)) }
}

/// What a gap has in a column that rows may be chosen by.
fn of<'a>(thread: &'a Thread<'_>, key: &str) -> Option<&'a str> {
    let question = || thread.question.as_ref();
    match key {
        "state" => Some(thread.state.word()),
        "cycle" => Some(thread.cycle.id.as_str()),
        "metric" => question().map(|question| question.metric.as_str()),
        "product" => question()?.scope.product.as_ref().map(|id| id.as_str()),
        _ => question()?.scope.marketplace.as_ref().map(|id| id.as_str()),
    }
}

fn is_wanted(thread: &Thread<'_>, request: &TableRequest) -> bool {
    let last = thread.cycle.span.to;
    request.from.is_none_or(|from| last >= from)
        && request.to.is_none_or(|to| last <= to)
        && request.filters.iter().all(|(key, value)| of(thread, key) == Some(value))
}

fn row(sources: Sources<'_>, thread: &Thread<'_>) -> Vec<Cell> {
    let mut cells = found(sources, thread);
    cells.extend(explained(sources, thread));
    let act = thread.leading_act(sources.today);
    cells.extend(acted(sources, thread, act));
    cells.extend(became(sources, thread));
    cells.push(Cell::Text(thread.state.word().to_owned()));
    cells.push(Cell::Flag(thread.is_closed()));
    cells
}

/// Where and when, what it should be, what it is, what that is worth.
fn found(sources: Sources<'_>, thread: &Thread<'_>) -> Vec<Cell> {
    let value = |value: Option<&Ratio>| match &thread.question {
        Some(question) => cell(sources, &question.metric, value.cloned()),
        None => Cell::Missing,
    };
    vec![
        text(Some(thread.item.id.as_str())),
        text(Some(thread.cycle.id.as_str())),
        Cell::Day(thread.cycle.span.from),
        Cell::Day(thread.cycle.span.to),
        text(of(thread, "product")),
        text(of(thread, "marketplace")),
        text(of(thread, "metric")),
        text(thread.plan.map(|plan| plan.id.as_str())),
        value(thread.actual.known()),
        value(thread.target.as_ref()),
        value(thread.gap.abs.as_ref()),
        thread.worth.as_ref().map_or(Cell::Missing, |worth| money(sources, worth)),
        Cell::Flag(thread.provisional),
    ]
}

/// Which driver, and why.
fn explained(sources: Sources<'_>, thread: &Thread<'_>) -> Vec<Cell> {
    let driver = thread.driver.as_ref();
    let contribution = thread.question.as_ref().zip(driver);
    let causes = || thread.causes.iter().map(|(cause, _)| *cause);
    vec![
        text(driver.map(|driver| driver.name.as_str())),
        contribution.map_or(Cell::Missing, |(question, Driver { contribution, .. })| {
            cell(sources, &question.metric, Some(contribution.clone()))
        }),
        day(thread.cycle.review),
        list(causes().map(|cause| cause.id.as_str())),
        list(causes().filter_map(|cause: &Cause| cause.code.as_deref())),
    ]
}

/// All acts, and of the one that needs attention most: who, by when, whether it worked.
fn acted(sources: Sources<'_>, thread: &Thread<'_>, act: Option<&Act>) -> Vec<Cell> {
    let due = act.and_then(|act| act.due.as_ref()).map(|due| due.value);
    let done = act.and_then(|act| act.done_date.as_ref()).map(|day| day.value);
    let check = act.and_then(|act| act.effect_check.as_ref());
    let late = act.and_then(|act| act.days_late(sources.today));
    vec![
        list(thread.acts().into_iter().map(|act| act.id.as_str())),
        text(act.map(|act| act.id.as_str())),
        text(act.and_then(|act| act.owner.as_ref()).map(|owner| owner.value.as_str())),
        day(due),
        day(done),
        late.map_or(Cell::Missing, |days| Cell::Count(days.into())),
        day(check.and_then(|check| check.due.as_ref()).map(|due| due.value)),
        day(check.and_then(|check| check.checked)),
        text(check.map(|check| check.result.word())),
    ]
}

/// The standards, and where it goes on; the day of the latest standard.
fn became(sources: Sources<'_>, thread: &Thread<'_>) -> Vec<Cell> {
    let acts = thread.acts();
    let standards: Vec<_> = acts.iter().filter_map(|act| act.sop.as_ref()).map(|sop| &sop.value).collect();
    let since = standards.iter().filter_map(|sop| sources.workspace.sop_version(sop)).map(|it| it.date).max();
    let rollouts = acts.iter().flat_map(|act| &act.yokoten);
    let open = rollouts.filter(|rollout| !rollout.status.is_over()).count();
    let carried: Vec<_> = acts.iter().filter_map(|act| act.carry_to.as_ref()).map(|to| &to.value).collect();
    let cycles = carried.iter().filter_map(|to| sources.workspace.plan_item(to));
    let depths = acts.iter().map(|act| carry_depth(sources.workspace, &sources.analysis.threads, act));
    let named: Vec<String> = standards.iter().map(|sop| format!("{}@{}", sop.sop, sop.version)).collect();
    vec![
        list(named.iter().map(String::as_str)),
        day(since),
        Cell::Count(i128::try_from(open).unwrap_or(i128::MAX)),
        list(carried.iter().map(|to| to.as_str())),
        list(cycles.map(|(cycle, _)| cycle.id.as_str())),
        Cell::Count(depths.max().and_then(|depth| i128::try_from(depth).ok()).unwrap_or(0)),
    ]
}

fn day(day: Option<Day>) -> Cell {
    day.map_or(Cell::Missing, Cell::Day)
}
