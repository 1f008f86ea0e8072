//! The message of the scoreboard, by rule: what beats repeating last year, or that it is too early to tell.

use super::words;
use crate::compose::desk::Desk;
use crate::quantity::Ratio;
use crate::site::Rich;
use crate::trend::score::{Enough, Fit, Group, Key, State, Verdict, Who};

/// The best that can be said of whoever made most forecasts: better, worse, even, or too few.
pub(in crate::compose::page) fn headline(desk: &Desk<'_>) -> String {
    let board = &desk.forecasts.scoreboard;
    let mut whole: Vec<&Group> = board.groups.iter().filter(|group| group.key == Key::All).collect();
    whole.sort_by_key(|group| std::cmp::Reverse(group.score.n));
    let judged = |verdict| whole.iter().find(|group| group.score.verdict == Some(verdict));
    let found = [Verdict::Better, Verdict::Worse, Verdict::Even].into_iter().find_map(judged);
    if let Some(group) = found {
        return of_group(desk, group);
    }
    let most = whole.first().map_or(0, |group| group.score.n);
    let most = most.max(board.calls.score.as_ref().map_or(0, |score| score.n));
    let key = if most == 0 { "scoreboard-none" } else { "scoreboard-too-few" };
    desk.fill(key, &[("n", most.into()), ("least", Enough::POINTS.into())])
}

fn of_group(desk: &Desk<'_>, group: &Group) -> String {
    let score = &group.score;
    let added = score.value_added.clone().unwrap_or_else(Ratio::zero);
    let key = match score.verdict {
        Some(Verdict::Better) => "scoreboard-better",
        Some(Verdict::Worse) => "scoreboard-worse",
        _ => "scoreboard-even",
    };
    let args = [
        ("who", words::who(desk, &group.who).text.into()),
        ("n", desk.locale.integer(score.n as i128).into()),
        ("periods", score.periods.into()),
        ("share", desk.locale.percent(&added.abs(), 0).into()),
    ];
    desk.fill(key, &args)
}

/// Whether the program's bands can be trusted, how the calls did, and how many wait for their outcome.
pub(super) fn lede(desk: &Desk<'_>) -> Option<Rich> {
    let sentences: Vec<String> = bands(desk).into_iter().chain(calls(desk)).collect();
    let text = sentences.join(&desk.say("sentence-space"));
    (!sentences.is_empty()).then(|| text.as_str().into())
}

/// That bands hold too seldom or too often; nothing where nothing speaks against them.
fn bands(desk: &Desk<'_>) -> Option<String> {
    let score = &desk.forecasts.scoreboard.whole(&Who::Tool)?.score;
    let key = match score.fit80? {
        Fit::TooNarrow => "scoreboard-lede-narrow",
        Fit::TooWide => "scoreboard-lede-wide",
        Fit::Sound => return None,
    };
    Some(desk.fill(key, &[("share", words::percent(desk, score.coverage80.share().as_ref()).into())]))
}

fn calls(desk: &Desk<'_>) -> Option<String> {
    let calls = &desk.forecasts.scoreboard.calls;
    let due = calls.in_state(State::Due).count();
    if calls.all.is_empty() {
        return None;
    }
    Some(match &calls.score {
        Some(score) => desk.fill(
            "scoreboard-lede",
            &[
                ("n", score.n.into()),
                ("brier", desk.locale.decimal(&score.score, 2).into()),
                ("due", due.into()),
            ],
        ),
        None => desk.fill("scoreboard-lede-none", &[("n", calls.all.len().into()), ("due", due.into())]),
    })
}
