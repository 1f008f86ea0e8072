//! What changed for a department since the last review.

use super::commitment::place;
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::page::feedback;
use crate::compose::page::parts::told;
use crate::quantity::{Day, DepartmentId, Grain};
use crate::site::{Block, Rich, Status, Timeline, TimelineEntry};
use crate::workspace::{Agreement, Commitment, Feedback, Throw};

/// The day of the last review of a month, quarter or year; a weekly one would leave too little to tell.
pub(super) fn last_review(desk: &Desk<'_>) -> Option<Day> {
    let cycles = desk.workspace.cycles.iter().filter(|cycle| cycle.kind > Grain::Week);
    cycles.filter_map(|cycle| cycle.review).filter(|day| *day <= desk.today).max()
}

/// Answers, what was done, and new feedback, the newest first.
pub(super) fn section(desk: &Desk<'_>, id: &DepartmentId) -> Option<Block> {
    let since = last_review(desk)?;
    let concerns =
        |it: &&Commitment| it.from.value == *id || it.to.as_ref().is_some_and(|to| to.value == *id);
    let commitments = desk.workspace.commitments.iter().filter(concerns);
    let mut news: Vec<(Day, TimelineEntry)> = commitments.flat_map(|it| of_commitment(desk, it)).collect();
    let ours = |it: &&Feedback| it.to.as_ref().is_some_and(|to| to.value == *id);
    news.extend(desk.workspace.feedback.iter().filter(ours).map(|it| of_feedback(desk, it)));
    news.retain(|(day, _)| *day > since && *day <= desk.today);
    news.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let lede = desk
        .fill("department-changed-lede", &[("day", since.to_string().into()), ("count", news.len().into())]);
    let entries: Vec<TimelineEntry> = news.into_iter().map(|(_, entry)| entry).collect();
    let blocks = if entries.is_empty() { vec![] } else { vec![Timeline { entries }.into()] };
    Some(told(desk, "department-changed", (lede, blocks)))
}

fn of_commitment(desk: &Desk<'_>, it: &Commitment) -> Vec<(Day, TimelineEntry)> {
    let mut news: Vec<(Day, TimelineEntry)> =
        it.catchball.iter().map(|throw| (throw.date, answer(desk, (it, throw)))).collect();
    if let Some(day) = it.done_date {
        let entry = entry(desk, day, (desk.say("changed-done"), it));
        news.push((
            day,
            TimelineEntry { status: Some(Status::Done), who: Some(desk.department(&it.from.value)), ..entry },
        ));
    }
    news
}

fn answer(desk: &Desk<'_>, (it, throw): (&Commitment, &Throw)) -> TimelineEntry {
    let day = throw.due.unwrap_or(it.due.value);
    let key = match throw.state {
        Agreement::Proposed => "changed-proposed",
        Agreement::Countered => "changed-countered",
        Agreement::Agreed => "changed-agreed",
        Agreement::Declined => "changed-declined",
    };
    let words = desk.fill(key, &[("day", shown(desk, day).into())]);
    TimelineEntry {
        who: Some(desk.person(&throw.by.value)),
        detail: throw.note.as_ref().map(|note| desk.phrase(note).into()),
        ..entry(desk, throw.date, (words, it))
    }
}

fn entry(desk: &Desk<'_>, day: Day, (words, it): (String, &Commitment)) -> TimelineEntry {
    TimelineEntry {
        day: day.to_string(),
        shown: shown(desk, day),
        what: Rich::default().then(words).link(desk.phrase(&it.what), place(desk, it)),
        ..TimelineEntry::default()
    }
}

fn of_feedback(desk: &Desk<'_>, it: &Feedback) -> (Day, TimelineEntry) {
    let entry = TimelineEntry {
        day: it.date.to_string(),
        shown: shown(desk, it.date),
        what: Rich::default()
            .then(desk.say("changed-feedback"))
            .link(desk.phrase(&it.text), feedback::place(desk, it)),
        detail: Some(feedback::base(desk, it).into()).filter(|words: &Rich| !words.plain().is_empty()),
        ..TimelineEntry::default()
    };
    (it.date, entry)
}
