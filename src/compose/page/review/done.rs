//! Do: what was done, how far it is, and its log.

use super::mention::{labelled, mention};
use super::words::{days, owner};
use crate::compose::agenda::{anchor, shown};
use crate::compose::desk::Desk;
use crate::quantity::{Day, Ratio, Span};
use crate::site::{
    Block, Cell, ColumnKind, Disclosure, Phrase, Rich, Row, Status, Table, Timeline, TimelineEntry,
};
use crate::workspace::{Cycle, DoItem, LogEntry};

const HEADS: [(&str, ColumnKind); 4] = [
    ("do-work", ColumnKind::Text),
    ("head-owner", ColumnKind::Name),
    ("do-when", ColumnKind::Date),
    ("head-state", ColumnKind::Status),
];

/// One row per piece of work with the latest of its log; what was logged before stands behind a disclosure.
pub(super) fn blocks(desk: &Desk<'_>, cycle: &Cycle) -> Vec<Block> {
    let table = || Table {
        caption: desk.say("review-do").into(),
        caption_hidden: true,
        columns: desk.columns(&HEADS),
        rows: cycle.done.iter().map(|work| row(desk, work)).collect(),
        note: None,
    };
    let earlier = earlier(desk, cycle);
    let table = (!cycle.done.is_empty()).then(|| table().into());
    table.into_iter().chain(earlier.map(Block::from)).collect()
}

fn row(desk: &Desk<'_>, work: &DoItem) -> Row {
    let log = in_order(work);
    let span = work.from.zip(work.to).and_then(|(from, to)| Span::new(from, to));
    let plan = work.plan.as_ref().map(|plan| labelled(desk, "head-plan", mention(desk, plan.value.as_str())));
    let cells = vec![
        Cell {
            lines: plan.into_iter().chain(log.last().map(|entry| latest(desk, entry))).collect(),
            ..Cell::new(desk.phrase(&work.what))
        },
        Cell::new(owner(desk, work.owner.as_ref())),
        Cell::new(span.map(|span| days(desk, span)).unwrap_or_default()),
        progress(desk, work),
    ];
    Row { id: anchor(work.id.as_str()), cells, total: false }
}

fn in_order(work: &DoItem) -> Vec<&LogEntry> {
    let mut log: Vec<&LogEntry> = work.log.iter().collect();
    log.sort_by_key(|entry| entry.date);
    log
}

/// How far it is, and how late.
fn progress(desk: &Desk<'_>, work: &DoItem) -> Cell {
    let share = work.progress.as_ref().map(|progress| desk.locale.percent(progress, 0));
    let words = share.map(|share| desk.fill("do-progress", &[("share", share.into())]));
    let late = days_late(work, desk.today)
        .map(|days| desk.fill("progress-late", &[("days", days.to_string().into())]));
    let status = match (&late, &work.progress) {
        (Some(_), _) => Some(Status::Late),
        (None, Some(progress)) if *progress >= Ratio::one() => Some(Status::Done),
        (None, Some(_)) => Some(Status::Due),
        (None, None) => None,
    };
    Cell { sub: late.map(Phrase::from), status, ..Cell::new(words.unwrap_or_default()) }
}

/// Days past its last day, of work that is not finished.
fn days_late(work: &DoItem, today: Day) -> Option<i32> {
    let finished = work.progress.as_ref().is_none_or(|progress| *progress >= Ratio::one());
    Some(today - work.to?).filter(|days| *days > 0 && !finished)
}

/// "10-26 約 5,200 工作階段…（見 exp-2610-cb.csv）".
fn latest(desk: &Desk<'_>, entry: &LogEntry) -> Rich {
    let words = Rich::default().then(shown(desk, entry.date)).then(" ").then(desk.phrase(&entry.note));
    match evidence(desk, entry) {
        Some(file) => words.then(" · ").join(file),
        None => words,
    }
}

fn evidence(desk: &Desk<'_>, entry: &LogEntry) -> Option<Rich> {
    let file = entry.evidence.as_ref()?;
    Some(desk.fill("evidence-file", &[("file", file.as_str().into())]).into())
}

/// What was logged before the latest of each piece of work, in order.
fn earlier(desk: &Desk<'_>, cycle: &Cycle) -> Option<Disclosure> {
    let before = |work| {
        let mut log = in_order(work);
        log.pop();
        log.into_iter().map(move |entry| (work, entry))
    };
    let mut log: Vec<(&DoItem, &LogEntry)> = cycle.done.iter().flat_map(before).collect();
    log.sort_by_key(|(_, entry)| entry.date);
    let entries: Vec<TimelineEntry> = log.iter().map(|entry| logged(desk, *entry)).collect();
    (!entries.is_empty()).then(|| Disclosure {
        summary: desk.fill("do-earlier", &[("count", entries.len().into())]).into(),
        open: false,
        blocks: vec![Timeline { entries }.into()],
    })
}

fn logged(desk: &Desk<'_>, (work, entry): (&DoItem, &LogEntry)) -> TimelineEntry {
    TimelineEntry {
        day: entry.date.to_string(),
        shown: shown(desk, entry.date),
        what: Rich::from(desk.phrase(&entry.note)),
        detail: evidence(desk, entry),
        who: Some(desk.phrase(&work.what)),
        ..TimelineEntry::default()
    }
}
