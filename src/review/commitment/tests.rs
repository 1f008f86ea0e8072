//! What offers and answers come to, and what is found in them.

use super::*;
use crate::workspace::load;
use crate::world::Memory;

/// A workspace with one commitment of `rd` to `ops`; `lin` is of `ops`, `wu` of `rd`, `ho` of `cs`, `jo` of none.
fn workspace(rest: &str) -> Workspace {
    let departments = format!(
        "people: [{{id: lin, dept: ops}}, {{id: wu, dept: rd}}, {{id: ho, dept: cs}}, {{id: jo}}]\n\
         departments: [{{id: ops}}, {{id: rd}}, {{id: cs}}]\n\
         commitments:\n- {{id: K1, from: rd, what: x, due: 2026-11-30, {rest}}}\n"
    );
    let files = [
        ("opsreport.yaml".to_owned(), b"title: X\n".to_vec()),
        ("departments.yaml".to_owned(), departments.into_bytes()),
    ];
    let (workspace, findings) =
        load(&Memory { files: files.into(), today: Day::parse("2026-11-22").unwrap() });
    workspace.unwrap_or_else(|| panic!("{findings:?}"))
}

/// `lin proposed 12-05, wu agreed` as offers and answers on the first days of November.
fn catchball(words: &str) -> String {
    let throw = |(n, words): (usize, &str)| {
        let words: Vec<&str> = words.split_whitespace().collect();
        let due = words.get(2).map(|day| format!(", due: 2026-{day}")).unwrap_or_default();
        format!("{{by: {}, date: 2026-11-{:02}, state: {}{due}}}", words[0], n + 1, words[1])
    };
    words.split(", ").filter(|it| !it.is_empty()).enumerate().map(throw).collect::<Vec<_>>().join(", ")
}

/// `agreed 12-05; rd wu, ops lin; waits –; since 11-02`
fn told(words: &str) -> String {
    let workspace = workspace(&format!("to: ops, catchball: [{}]", catchball(words)));
    let deal = Deal::of(&workspace, &workspace.commitments[0]);
    let day = |day: Day| day.to_string()[5..].to_owned();
    let who = |side: &Option<Signature<'_>>| side.as_ref().map_or("–".to_owned(), |it| it.by.to_string());
    format!(
        "{} {}; rd {}, ops {}; waits {}; since {}",
        deal.state.word(),
        day(deal.offered),
        who(&deal.giver),
        who(&deal.taker),
        deal.waits_for.map_or("–", |id| id.as_str()),
        deal.since.map_or("–".to_owned(), day),
    )
}

#[test]
fn a_deal_is_made_by_both_sides() {
    for (throws, expected) in [
        ("", "none 11-30; rd –, ops –; waits –; since –"),
        ("lin proposed 12-05", "proposed 12-05; rd –, ops lin; waits rd; since 11-01"),
        ("lin proposed", "proposed 11-30; rd –, ops lin; waits rd; since 11-01"),
        ("wu proposed 12-05", "proposed 12-05; rd wu, ops –; waits ops; since 11-01"),
        ("lin proposed 12-05, wu agreed", "agreed 12-05; rd wu, ops lin; waits –; since 11-02"),
        ("lin proposed 12-05, wu countered 12-09", "countered 12-09; rd wu, ops –; waits ops; since 11-02"),
        (
            "lin proposed 12-05, wu countered 12-09, lin agreed",
            "agreed 12-09; rd wu, ops lin; waits –; since 11-03",
        ),
        // a yes of the side that offered adds nothing
        ("lin proposed 12-05, lin agreed", "proposed 12-05; rd –, ops lin; waits rd; since 11-01"),
        // a yes without an offer signs for one side
        ("wu agreed", "proposed 11-30; rd wu, ops –; waits ops; since 11-01"),
        ("wu agreed, lin agreed", "agreed 11-30; rd wu, ops lin; waits –; since 11-02"),
        // a yes to another day is another offer
        ("lin proposed 12-05, wu agreed 12-08", "countered 12-08; rd wu, ops –; waits ops; since 11-02"),
        ("lin proposed 12-05, wu agreed 12-05", "agreed 12-05; rd wu, ops lin; waits –; since 11-02"),
        // saying yes again changes nothing
        ("lin proposed 12-05, wu agreed, lin agreed", "agreed 12-05; rd wu, ops lin; waits –; since 11-02"),
        // another offer opens it again
        (
            "lin proposed 12-05, wu agreed, wu countered 12-20",
            "countered 12-20; rd wu, ops –; waits ops; since 11-03",
        ),
        ("lin proposed 12-05, wu declined", "declined 12-05; rd –, ops –; waits –; since 11-02"),
        (
            "lin proposed 12-05, wu declined, lin proposed 12-24",
            "proposed 12-24; rd –, ops lin; waits rd; since 11-03",
        ),
        // a yes after a no is an offer of the day that is written
        (
            "lin proposed 12-05, wu declined, lin agreed",
            "proposed 11-30; rd –, ops lin; waits rd; since 11-03",
        ),
        // others do not count
        ("lin proposed 12-05, ho agreed", "proposed 12-05; rd –, ops lin; waits rd; since 11-01"),
        ("jo proposed 12-05", "none 11-30; rd –, ops –; waits –; since –"),
    ] {
        assert_eq!(told(throws), expected, "{throws}");
    }
}

#[test]
fn the_day_agreed_wins() {
    let workspace =
        workspace(&format!("to: ops, catchball: [{}]", catchball("lin proposed 12-05, wu agreed")));
    assert_eq!(due(&workspace, &workspace.commitments[0]).to_string(), "2026-12-05");
}

#[test]
fn nobody_can_agree_with_oneself() {
    for to in ["", "to: rd, "] {
        let workspace = workspace(&format!("{to}catchball: [{}]", catchball("wu proposed 12-05, wu agreed")));
        let deal = Deal::of(&workspace, &workspace.commitments[0]);
        assert_eq!((deal.state, deal.waits_for), (DealState::Proposed, None), "{to}");
    }
}

#[test]
fn each_recorded_change_makes_a_later_version() {
    let throws = catchball("lin proposed 12-05, wu agreed");
    let course = [
        "to: ops".to_owned(),
        format!("to: ops, catchball: [{throws}]"),
        format!("to: ops, catchball: [{throws}], status: in-progress"),
        format!("to: ops, catchball: [{throws}], status: in-progress, done: 35%"),
        format!("to: ops, catchball: [{throws}], status: in-progress, done: 36%"),
        format!("to: ops, catchball: [{throws}], status: done, done: 100%"),
        format!("to: ops, catchball: [{throws}], status: done, done: 100%, done_date: 2026-11-20"),
        format!(
            "to: ops, catchball: [{throws}], status: done, done: 100%, done_date: 2026-11-20, evidence: [a.pdf]"
        ),
    ];
    let revisions: Vec<u32> = course.iter().map(|it| revision(&workspace(it).commitments[0])).collect();
    assert!(revisions.windows(2).all(|pair| pair[0] < pair[1]), "{revisions:?}");
    assert_eq!(changes(&workspace(&course[7]).commitments[0]).count(), 3);
}
