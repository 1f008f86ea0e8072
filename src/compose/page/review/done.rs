//! Do: what was done, how far it is, and its log.

use super::mention::mention;
use super::words::owner;
use crate::chart::Impact;
use crate::compose::agenda::{anchor, shown};
use crate::compose::desk::Desk;
use crate::quantity::{Day, Ratio};
use crate::site::{Block, Rich, Section, Timeline, TimelineEntry};
use crate::workspace::{Cycle, DoItem, LogEntry};

/// One section per piece of work.
pub(super) fn blocks(desk: &Desk<'_>, cycle: &Cycle) -> Vec<Block> {
    cycle.done.iter().map(|work| section(desk, work).into()).collect()
}

fn section(desk: &Desk<'_>, work: &DoItem) -> Section {
    let entries: Vec<TimelineEntry> = work.log.iter().map(|entry| logged(desk, entry)).collect();
    Section {
        id: anchor(work.id.as_str()),
        heading: desk.phrase(&work.what),
        lede: Some(course(desk, work)),
        blocks: if entries.is_empty() { vec![] } else { vec![Timeline { entries }.into()] },
        more: None,
    }
}

/// Who, from when to when, how far, for which plan item.
fn course(desk: &Desk<'_>, work: &DoItem) -> Rich {
    let mut parts: Vec<Rich> = Vec::new();
    if let Some(progress) = &work.progress {
        let share = desk.locale.percent(progress, 0);
        parts.push(Rich::default().strong(desk.fill("do-progress", &[("share", share.into())])));
    }
    let who = owner(desk, work.owner.as_ref());
    if !who.is_empty() {
        parts.push(who.into());
    }
    if let Some((from, to)) = work.from.zip(work.to) {
        let args = [("from", shown(desk, from).into()), ("to", shown(desk, to).into())];
        parts.push(desk.fill("do-days", &args).into());
    }
    if let Some(days) = days_late(work, desk.today) {
        let words = desk.fill("progress-late", &[("days", days.to_string().into())]);
        parts.push(Rich::default().variance(words, Impact::Bad));
    }
    if let Some(plan) = &work.plan {
        parts.push(Rich::default().then(desk.say("do-for")).join(mention(desk, plan.value.as_str())));
    }
    parts.into_iter().reduce(|all, part| all.then(" · ").join(part)).unwrap_or_default()
}

/// Days past its last day, of work that is not finished.
fn days_late(work: &DoItem, today: Day) -> Option<i32> {
    let finished = work.progress.as_ref().is_none_or(|progress| *progress >= Ratio::one());
    Some(today - work.to?).filter(|days| *days > 0 && !finished)
}

fn logged(desk: &Desk<'_>, entry: &LogEntry) -> TimelineEntry {
    TimelineEntry {
        day: entry.date.to_string(),
        shown: shown(desk, entry.date),
        what: desk.phrase(&entry.note).into(),
        detail: entry
            .evidence
            .as_ref()
            .map(|file| desk.fill("evidence-file", &[("file", file.as_str().into())]).into()),
        ..TimelineEntry::default()
    }
}
