//! What changed for a department or a person since the last review.

use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::news::{News, news};
use crate::compose::page::parts::{disclosure, told};
use crate::compose::reader::Reader;
use crate::quantity::{Day, Grain};
use crate::site::{Block, Rich, Timeline, TimelineEntry};

/// The day of the last review of a month, quarter or year; a weekly one would leave too little to tell.
pub(super) fn last_review(desk: &Desk<'_>) -> Option<Day> {
    let cycles = desk.workspace.cycles.iter().filter(|cycle| cycle.kind > Grain::Week);
    cycles.filter_map(|cycle| cycle.review).filter(|day| *day <= desk.today).max()
}

/// So many changes are shown; those before are behind a line.
const SHOWN: usize = 8;

/// The latest that happened to each thing, the newest first: what was offered before it was agreed is history, and
/// stays in the feed.
pub(in crate::compose::page) fn section(desk: &Desk<'_>, reader: Reader<'_>) -> Option<Block> {
    let since = last_review(desk)?;
    let mut latest: Vec<News> = Vec::new();
    for it in news(desk, reader).into_iter().filter(|it| it.day > since && !it.is_review()) {
        if !latest.iter().any(|newer| newer.to == it.to) {
            latest.push(it);
        }
    }
    let lede = desk.fill(
        "department-changed-lede",
        &[("day", since.to_string().into()), ("count", latest.len().into())],
    );
    let earlier = latest.split_off(latest.len().min(SHOWN));
    let entries = |news: Vec<News>| -> Block {
        Timeline { entries: news.into_iter().map(|it| entry(desk, it)).collect() }.into()
    };
    let mut blocks: Vec<Block> = Vec::new();
    if !latest.is_empty() {
        blocks.push(entries(latest));
    }
    if !earlier.is_empty() {
        let summary = desk.fill("department-changed-earlier", &[("count", earlier.len().into())]);
        blocks.push(disclosure(summary, vec![entries(earlier)]));
    }
    Some(told(desk, "department-changed", (lede, blocks)))
}

fn entry(desk: &Desk<'_>, it: News) -> TimelineEntry {
    TimelineEntry {
        day: it.day.to_string(),
        shown: shown(desk, it.day),
        what: Rich::default().then(it.verb).link(it.what, it.to),
        detail: it.detail.map(Rich::from),
        who: it.who,
        status: it.status,
    }
}
