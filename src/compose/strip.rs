//! The calendar strip: what the coming weeks hold for everybody.

use super::agenda::{deadline, event_route};
use super::desk::Desk;
use super::page;
use super::route::Route;
use crate::plan::cash::FlowKind;
use crate::quantity::{Day, Span};
use crate::review::CallMade;
use crate::site::{MarkKind, Phrase, Strip, StripMark, StripWeek, Target};
use crate::workspace::{EventKind, EventStatus};

/// How many weeks are shown, beginning with the one before this.
const WEEKS: i32 = 13;
/// How many things may be at once.
const LANES: usize = 3;
/// For how many weeks payouts are shown: they come all the time.
const NEAR: i32 = 4;

/// Something that might be shown.
#[derive(Clone)]
struct Candidate {
    kind: MarkKind,
    span: Span,
    words: Phrase,
    to: Target,
}

/// The strip of a language; nothing where no dates are known.
pub(super) fn strip(desk: &Desk<'_>) -> Option<Strip> {
    let start = desk.today - i32::try_from(desk.today.weekday()).ok()? - 7;
    let window = Span { from: start, to: start + (7 * WEEKS - 1) };
    let mut all =
        [events(desk), orders(desk, window), calls(desk, window), reviews(desk), payouts(desk)].concat();
    all.retain(|it| it.span.from <= window.to && it.span.to >= window.from);
    if all.is_empty() {
        return None;
    }
    all.sort_by_key(|it| (it.kind, it.span));
    let count = all.len();
    let mut marks = fitting(all.into_iter().map(|it| mark(desk, window, it)));
    marks.sort_by_key(|mark| mark.first);
    let left_out = count - marks.len();
    let words = desk.fill("strip-more", &[("count", left_out.into())]);
    Some(Strip {
        weeks: (0..WEEKS).map(|n| week(desk, start + 7 * n)).collect(),
        marks,
        more: (left_out > 0 && page::has(desk, &Route::Departments))
            .then(|| desk.link(words, &Route::Departments)),
    })
}

fn week(desk: &Desk<'_>, monday: Day) -> StripWeek {
    StripWeek {
        name: format!("W{}", monday.iso_week().1),
        day: desk.locale.short_date(monday),
        now: (0..7).contains(&(desk.today - monday)),
    }
}

fn mark(desk: &Desk<'_>, window: Span, it: Candidate) -> StripMark {
    let index = |day: Day| ((day.max(window.from).min(window.to) - window.from) / 7).unsigned_abs() as usize;
    let (first, last) = (index(it.span.from), index(it.span.to));
    let day = desk.locale.short_date(it.span.from);
    let (lasts, all) = (last - first + 1, WEEKS.unsigned_abs() as usize);
    let weeks = room(&format!("{day} {}", it.words.text)).max(lasts).min(all);
    let at_end = first + weeks > all;
    let first = if at_end { all - weeks } else { first } + 1;
    StripMark { kind: it.kind, first, weeks, lasts, at_end, day, words: it.words, to: it.to }
}

/// The weeks that words need, each being at least 82 pixels wide: no font is wider than is assumed here.
fn room(words: &str) -> usize {
    let pixels: usize = words.chars().map(|c| if c.is_ascii() { 7 } else { 12 }).sum();
    (pixels + 10).div_ceil(82)
}

/// Those that find room, the first ones before the others: never more than [`LANES`] in one week.
fn fitting(marks: impl Iterator<Item = StripMark>) -> Vec<StripMark> {
    let mut used = [0usize; WEEKS.unsigned_abs() as usize];
    let mut kept = Vec::new();
    for mark in marks {
        let Some(weeks) = used.get_mut(mark.first - 1..mark.first - 1 + mark.weeks) else { continue };
        if weeks.iter().all(|n| *n < LANES) {
            weeks.iter_mut().for_each(|n| *n += 1);
            kept.push(mark);
        }
    }
    kept
}

fn events(desk: &Desk<'_>) -> Vec<Candidate> {
    let mut all = Vec::new();
    for event in desk.workspace.events.iter().filter(|event| event.status != EventStatus::Cancelled) {
        let (words, to) = (desk.phrase(&event.name), desk.target(&event_route(desk, event)));
        let kind = match event.kind {
            EventKind::Demand => MarkKind::Demand,
            EventKind::Closure => MarkKind::Closure,
            EventKind::Logistics => MarkKind::Logistics,
        };
        for (name, day) in &event.deadlines {
            let args = [("what", deadline(desk, name).into()), ("event", words.text.clone().into())];
            let words = Phrase { text: desk.fill("calendar-deadline-line", &args), lang: words.lang.clone() };
            let span = Span { from: day.value, to: day.value };
            all.push(Candidate { kind: MarkKind::Deadline, span, words, to: to.clone() });
        }
        all.push(Candidate { kind, span: event.span, words, to });
    }
    all
}

/// Orders, together by the week of their last day; those that are late stand in this week.
fn orders(desk: &Desk<'_>, window: Span) -> Vec<Candidate> {
    let days: Vec<Day> = desk.analysis.supply.orders().iter().map(|(_, order)| order.order_by).collect();
    let late = days.iter().filter(|day| **day < desk.today).count();
    let to = desk.target(&first_there(desk, [Route::Supply, Route::Plan]));
    let today = Span { from: desk.today, to: desk.today };
    let mut all = Vec::new();
    if late > 0 {
        let words = desk.fill("strip-late", &[("count", late.into())]).into();
        all.push(Candidate { kind: MarkKind::Late, span: today, words, to: to.clone() });
    }
    let coming = days.into_iter().filter(|day| *day >= desk.today);
    all.extend(by_week(window, coming).into_iter().map(|(day, count)| Candidate {
        kind: MarkKind::Order,
        span: Span { from: day, to: day },
        words: desk.fill("strip-orders", &[("count", count.into())]).into(),
        to: to.clone(),
    }));
    all
}

/// The first day in each week of some days, and how many there are in it.
fn by_week(window: Span, days: impl Iterator<Item = Day>) -> Vec<(Day, usize)> {
    let mut days: Vec<Day> = days.filter(|day| window.contains(*day)).collect();
    days.sort_unstable();
    let same = |a: &Day, b: &Day| (*a - window.from) / 7 == (*b - window.from) / 7;
    days.chunk_by(same).map(|week| (week[0], week.len())).collect()
}

/// Calls to be scored: those whose day has passed stand in this week, the others in the week of their day.
fn calls(desk: &Desk<'_>, window: Span) -> Vec<Candidate> {
    let open = || CallMade::all(desk.workspace).filter(|made| made.call.outcome.is_none());
    let late = open().filter(|made| made.overdue(desk.today).is_some()).count();
    let coming = open().filter_map(|made| made.call.resolves).filter(|day| *day >= desk.today);
    let one = |(kind, day, key): (MarkKind, Day, &str), count: usize| Candidate {
        kind,
        span: Span { from: day, to: day },
        words: desk.fill(key, &[("count", count.into())]).into(),
        to: desk.target(&Route::Market),
    };
    let due = (late > 0).then(|| one((MarkKind::Late, desk.today, "strip-calls-due"), late));
    let weeks = by_week(window, coming).into_iter();
    due.into_iter()
        .chain(weeks.map(|(day, count)| one((MarkKind::Review, day, "strip-calls"), count)))
        .collect()
}

fn reviews(desk: &Desk<'_>) -> Vec<Candidate> {
    let cycles = desk.workspace.cycles.iter();
    let coming = cycles.filter_map(|cycle| Some((cycle, cycle.review.filter(|day| *day >= desk.today)?)));
    let one = |(cycle, day): (&crate::workspace::Cycle, Day)| Candidate {
        kind: MarkKind::Review,
        span: Span { from: day, to: day },
        words: desk.fill("strip-review", &[("cycle", cycle.id.as_str().into())]).into(),
        to: desk.target(&Route::Review(cycle.id.clone())),
    };
    coming.map(one).collect()
}

/// The payouts of the next weeks, and the day on which there is the least money.
fn payouts(desk: &Desk<'_>) -> Vec<Candidate> {
    let near = Span { from: desk.today, to: desk.today + 7 * NEAR };
    let flows = desk.analysis.cash.within(near).filter(|flow| flow.kind == FlowKind::Payout);
    let mut days: Vec<Day> = flows.map(|flow| flow.day).collect();
    days.sort_unstable();
    days.dedup();
    let to = desk.target(&first_there(desk, [Route::Cash, Route::Plan]));
    let one = |kind, day: Day, key: &str| Candidate {
        kind,
        span: Span { from: day, to: day },
        words: desk.say(key).into(),
        to: to.clone(),
    };
    let weeks = by_week(near, days.into_iter()).into_iter();
    let mut all: Vec<Candidate> = weeks.map(|(day, _)| one(MarkKind::Payout, day, "strip-payout")).collect();
    let trough = desk.analysis.cash.curve().map(|curve| curve.trough.0).filter(|day| *day >= desk.today);
    all.extend(trough.map(|day| one(MarkKind::Deadline, day, "calendar-trough-line")));
    all
}

/// The first of two pages that is there, else the first page of all.
fn first_there(desk: &Desk<'_>, pages: [Route; 2]) -> Route {
    pages.into_iter().find(|route| page::has(desk, route)).unwrap_or(Route::Home)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn at(first: usize, weeks: usize) -> StripMark {
        StripMark {
            kind: MarkKind::Demand,
            first,
            weeks,
            lasts: weeks,
            at_end: false,
            day: String::new(),
            words: "x".into(),
            to: Target::Here { fragment: "x".to_owned() },
        }
    }

    #[test]
    fn no_week_holds_more_than_there_is_room_for() {
        let wanted = [at(1, 4), at(2, 2), at(3, 1), at(3, 2), at(4, 2), at(13, 1)];
        let kept: Vec<(usize, usize)> =
            fitting(wanted.into_iter()).iter().map(|m| (m.first, m.weeks)).collect();
        assert_eq!(kept, [(1, 4), (2, 2), (3, 1), (4, 2), (13, 1)]);
    }

    #[test]
    fn words_have_the_room_they_need() {
        assert_eq!(room("12-14 永康模具保養"), 2);
        assert_eq!(room("01-30 Lunar New Year shutdown 2027"), 4);
    }

    #[test]
    fn days_are_told_by_week() {
        let window = Span { from: day("2026-11-16"), to: day("2027-02-14") };
        let days = ["2026-11-30", "2026-11-22", "2026-12-06", "2026-11-16", "2027-02-15"].map(day);
        let told = by_week(window, days.into_iter());
        assert_eq!(told, [(day("2026-11-16"), 2), (day("2026-11-30"), 2)]);
    }
}
