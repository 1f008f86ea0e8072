//! Days of two years set beside each other, with the events of a calendar.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::workspace::load;
use crate::world::Memory;

const MOVED: &str = "
- {id: prime-25, kind: demand, from: 2025-07-08, to: 2025-07-11, lift: 5}
- {id: prime-26, kind: demand, from: 2026-06-23, to: 2026-06-26, lift: 5, align_with: prime-25}
- {id: bfcm-25, kind: demand, from: 2025-11-20, to: 2025-12-01, lift: 2, peaks: [{date: 2025-11-28, lift: 4}, {date: 2025-12-01, lift: 4}]}
- {id: bfcm-26, kind: demand, from: 2026-11-20, to: 2026-11-30, lift: 2, peaks: [{date: 2026-11-27, lift: 4}, {date: 2026-11-30, lift: 4}], align_with: bfcm-25}
- {id: tea-26, kind: demand, from: 2026-04-01, to: 2026-04-03, lift: 2, markets: [JP]}
- {id: shut, kind: closure, from: 2026-02-10, to: 2026-03-01, calendar: factory}
- {id: dropped-26, kind: demand, from: 2026-09-01, to: 2026-09-05, status: cancelled}
";

fn events(text: &str) -> Vec<Event> {
    let files = [
        ("opsreport.yaml", "{title: X, currency: USD}".to_owned()),
        ("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}, {id: JP, currency: JPY}]".to_owned()),
        ("calendar.yaml", format!("events:{text}")),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let (workspace, findings) = load(&Memory { files: BTreeMap::from(files), today: day("2026-11-22") });
    assert!(!findings.has_errors(), "{findings:?}");
    workspace.unwrap().events
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn pair(events: &[Event], of: &str, place: &str) -> Option<String> {
    let last_year = LastYear { rule: PreviousYear::EventAligned, events };
    let only = Span { from: day(of), to: day(of) };
    last_year.pairs(only, Some(&MarketplaceId::new(place))).first().map(|(_, then)| then.to_string())
}

#[test]
fn a_day_of_an_event_meets_its_like_and_other_days_the_same_weekday() {
    let events = events(MOVED);
    for (now, place, then) in [
        ("2026-06-23", "US", Some("2025-07-08")),
        ("2026-06-26", "US", Some("2025-07-11")),
        ("2026-06-22", "US", Some("2025-06-23")),
        // 364 days before lies a Prime Day: nothing like it is in July 2026.
        ("2026-07-06", "US", Some("2025-07-07")),
        ("2026-07-07", "US", None),
        ("2026-07-10", "US", None),
        ("2026-07-11", "US", Some("2025-07-12")),
        // Friday beside Friday and Monday beside Monday, though one event is a day longer.
        ("2026-11-20", "US", Some("2025-11-20")),
        ("2026-11-27", "US", Some("2025-11-28")),
        ("2026-11-28", "US", Some("2025-11-27")),
        ("2026-11-30", "US", Some("2025-12-01")),
        // An event that the other year has not, in one marketplace.
        ("2026-04-02", "JP", None),
        ("2026-04-02", "US", Some("2025-04-03")),
        // What closes factories or was cancelled moves nothing.
        ("2026-02-12", "US", Some("2025-02-13")),
        ("2026-09-02", "US", Some("2025-09-03")),
    ] {
        assert_eq!(pair(&events, now, place).as_deref(), then, "{now} {place}");
    }
}

#[test]
fn only_periods_that_an_event_entered_or_left_have_moved() {
    let events = events(MOVED);
    let last_year = LastYear { rule: PreviousYear::Minus364, events: &events };
    for (text, expected) in [
        ("2026-05", false),
        ("2026-06", true),
        ("2026-07", true),
        ("2026-04", false),
        // Cyber Monday lay in December last year.
        ("2026-11", true),
        ("2026-12", true),
        ("2026-Q2", true),
        ("2026", false),
        ("2026-W26", true),
        ("2026-W30", false),
    ] {
        let days = period(text).span();
        let before = last_year.before(period(text), days);
        let moved = last_year.is_moved((days, before), None);
        assert_eq!(moved, expected, "{text}");
    }
}

/// Domain 3.6: the week of a year of 53 weeks is named, and the same number is another week.
#[test]
fn a_week_has_the_one_before_by_days_or_by_number() {
    for (rule, week, expected) in [
        (PreviousYear::Minus364, "2027-W25", "2026-W26"),
        (PreviousYear::SameNumber, "2027-W25", "2026-W25"),
        (PreviousYear::SameNumber, "2026-W53", "2025-W52"),
        (PreviousYear::SameNumber, "2027-06-23", "2026-06-17"),
        (PreviousYear::Minus364, "2027-06-23", "2026-06-24"),
        (PreviousYear::SameNumber, "2026-10", "2025-10"),
    ] {
        let last_year = LastYear { rule, events: &[] };
        let found = last_year.before(period(week), period(week).span());
        assert_eq!(found, period(expected).span(), "{week} by {rule:?}");
    }
}

#[test]
fn a_cut_week_is_cut_on_both_sides() {
    let last_year = LastYear { rule: PreviousYear::SameNumber, events: &[] };
    let week = period("2027-W25");
    let cut = Span { from: week.span().from, to: week.span().from + 2 };
    let before = last_year.before(week, cut);
    assert_eq!((before.from, before.len()), (period("2026-W25").span().from, 3));
}

#[test]
fn days_are_gathered_into_spans() {
    let days = ["2026-01-03", "2026-01-01", "2026-01-02", "2026-01-05"].map(day);
    let found: Vec<(String, i32)> =
        spans(days).iter().map(|span| (span.from.to_string(), span.len())).collect();
    assert_eq!(found, [("2026-01-01".to_owned(), 3), ("2026-01-05".to_owned(), 1)]);
}

/// Some events of two years, each of this one aligned with one of the last.
fn calendar() -> impl Strategy<Value = String> {
    prop::collection::vec((0..330i32, 1..9i32, 0..330i32, 1..9i32), 0..4).prop_map(|events| {
        let (last, this) = (day("2025-01-01"), day("2026-01-01"));
        let line = |(at, (then, long, now, wide)): (usize, &(i32, i32, i32, i32))| {
            format!(
                "\n- {{id: a{at}, kind: demand, from: {}, to: {}}}\n- {{id: b{at}, kind: demand, from: {}, to: {}, align_with: a{at}}}",
                last + *then, last + *then + *long, this + *now, this + *now + *wide
            )
        };
        if events.is_empty() { " []".to_owned() } else { events.iter().enumerate().map(line).collect() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the calendar: no day on either side twice, and each pair holds two event days or two others.
    #[test]
    fn no_day_is_counted_twice(text in calendar(), from in 0..300i32, len in 1..200i32) {
        let events = events(&text);
        let last_year = LastYear { rule: PreviousYear::EventAligned, events: &events };
        let from = day("2026-01-01") + from;
        let days = Span { from, to: from + len };
        let pairs = last_year.pairs(days, None);
        let now: BTreeSet<Day> = pairs.iter().map(|pair| pair.0).collect();
        let then: BTreeSet<Day> = pairs.iter().map(|pair| pair.1).collect();
        prop_assert_eq!((now.len(), then.len()), (pairs.len(), pairs.len()));
        prop_assert!(now.iter().all(|day| days.contains(*day)));
        let in_event = |day: Day| events.iter().any(|event| event.span.contains(day));
        prop_assert!(pairs.iter().all(|(now, then)| in_event(*now) == in_event(*then)));
        prop_assert!(pairs.iter().all(|(now, then)| in_event(*now) || *now - *then == 364));
    }

    #[test]
    fn without_events_every_day_has_the_one_364_days_before(from in 0..300i32, len in 0..400i32) {
        let from = day("2026-01-01") + from;
        let days = Span { from, to: from + len };
        let last_year = LastYear { rule: PreviousYear::EventAligned, events: &[] };
        let expected: Vec<Pair> = days.days().map(|day| (day, day - 364)).collect();
        prop_assert_eq!(last_year.pairs(days, None), expected);
    }
}
