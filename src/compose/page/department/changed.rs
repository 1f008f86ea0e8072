//! What changed for a department or a person since the last review.

use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::news::{News, news};
use crate::compose::page::parts::told;
use crate::compose::reader::Reader;
use crate::quantity::{Day, Grain};
use crate::site::{Block, Rich, Timeline, TimelineEntry};

/// The day of the last review of a month, quarter or year; a weekly one would leave too little to tell.
pub(super) fn last_review(desk: &Desk<'_>) -> Option<Day> {
    let cycles = desk.workspace.cycles.iter().filter(|cycle| cycle.kind > Grain::Week);
    cycles.filter_map(|cycle| cycle.review).filter(|day| *day <= desk.today).max()
}

/// Offers and answers, what was done, acts, reviews, and new feedback, the newest first.
pub(in crate::compose::page) fn section(desk: &Desk<'_>, reader: Reader<'_>) -> Option<Block> {
    let since = last_review(desk)?;
    let news: Vec<News> = news(desk, reader).into_iter().filter(|it| it.day > since).collect();
    let lede = desk
        .fill("department-changed-lede", &[("day", since.to_string().into()), ("count", news.len().into())]);
    let entries: Vec<TimelineEntry> = news.into_iter().map(|it| entry(desk, it)).collect();
    let blocks = if entries.is_empty() { vec![] } else { vec![Timeline { entries }.into()] };
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
