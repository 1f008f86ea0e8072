//! Tests of the ledger over four months: conversion is carried from month to month, then a price comes back.

use super::{Gap, LoopRates, Rate, Stage, Step, Story, What, carried, carry_depth, recurrences, worth};
use crate::analysis::Analysis;
use crate::ingest::measure;
use crate::metric::{Better, variance};
use crate::quantity::{MeasureId, Ratio, Scope};
use crate::review::tests::{ask, day, period, ratio};
use crate::review::{LoopFigures, Question, State};
use crate::workspace::{Workspace, load};
use crate::world::Memory;

const FILES: [(&str, &str); 7] = [
    ("opsreport.yaml", "{title: X, currency: USD}"),
    ("departments.yaml", "people: [{id: lin, dept: ops}]\ndepartments: [{id: ops}]"),
    (
        "metrics.yaml",
        "trees: [{id: sales, root: sales, expr: sessions * cvr * upo * asp}]\nmateriality: {default: {rel: 3%}, cvr: {abs: 0.5pp}}",
    ),
    (
        "cycles/2026-07.yaml",
        "cycle: {id: 2026-07, kind: month, from: 2026-07-01, to: 2026-07-31, next: 2026-08, review: 2026-08-06}
plan: [{id: P1, metric: cvr, target: 10%}]
do: [{id: D1, plan: P1, what: Coupon, from: 2026-07-01, to: 2026-07-20, progress: 100%, log: [{date: 2026-07-22, note: Over}]}]
check: [{id: C1, plan: P1, ac: 9.0%, causes: [{id: C1a, code: price}]}]
act:
- {id: A1, causes: [C1a], type: carry, what: More, owner: lin, due: 2026-08-31, status: done, done_date: 2026-08-30, carry_to: P2, effect_check: {metric: cvr, due: 2026-09-08, checked: 2026-09-04, result: not-effective, reopened: P2}}",
    ),
    (
        "cycles/2026-08.yaml",
        "cycle: {id: 2026-08, kind: month, from: 2026-08-01, to: 2026-08-31, prev: 2026-07, next: 2026-09, review: 2026-09-04}
plan: [{id: P2, metric: cvr, target: 10%, from: [A1]}]
check: [{id: C2, plan: P2, ac: 9.1%, causes: [{id: C2a, code: price}]}]
act:
- {id: A2, causes: [C2a], type: carry, what: More, owner: lin, due: 2026-09-30, status: done, done_date: 2026-09-30, carry_to: P3, effect_check: {metric: cvr, due: 2026-10-08, checked: 2026-10-06, result: effective}}",
    ),
    (
        "cycles/2026-09.yaml",
        "cycle: {id: 2026-09, kind: month, from: 2026-09-01, to: 2026-09-30, prev: 2026-08, next: 2026-10, review: 2026-10-06}
plan: [{id: P3, metric: cvr, target: 10%, from: [A2]}]
check: [{id: C3, plan: P3, ac: 9.2%, causes: [{id: C3a, code: spec}]}]
act:
- {id: A3, causes: [C3a], type: carry, what: More, owner: lin, due: 2026-10-20, status: done, done_date: 2026-10-22, carry_to: P4}",
    ),
    (
        "cycles/2026-10.yaml",
        "cycle: {id: 2026-10, kind: month, from: 2026-10-01, to: 2026-10-31, prev: 2026-09, review: 2026-11-05}
plan: [{id: P4, metric: sales, target: 1000 USD}, {id: P5, metric: cvr, target: 10%}]
check:
- {id: C4, plan: P4, ac: 900 USD, causes: [{id: C4a, code: price}]}
- {id: C5, plan: P5, ac: 10%}
act:
- {id: A4, causes: [C4a], type: correct, what: Price, owner: lin, due: 2026-11-10}",
    ),
];

fn with<T>(answer: impl FnOnce(&Workspace, &Analysis<'_>) -> T) -> T {
    with_files(FILES.map(|(name, text)| (name.to_owned(), text.to_owned())).into(), answer)
}

fn with_files<T>(files: Vec<(String, String)>, answer: impl FnOnce(&Workspace, &Analysis<'_>) -> T) -> T {
    let files = files.into_iter().map(|(name, text)| (name, text.into_bytes()));
    let world = Memory { files: files.collect(), today: day("2026-11-22") };
    let (workspace, findings) = load(&world);
    assert!(!findings.has_errors(), "{findings:?}");
    let workspace = workspace.unwrap();
    let (facts, _) = measure(&world, &workspace);
    answer(&workspace, &Analysis::of(&workspace, &facts, day("2026-11-22")).0)
}

/// A year of weeks: two acts of each carry to the next, and the last ones back to the first.
fn weeks(count: i32) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> =
        FILES[..3].iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    for week in 0..count {
        let from = day("2025-01-06") + 7 * week;
        let (to, next) = (from + 6, (week + 1) % count);
        let act = |name: &str| {
            format!(
                "{{id: A{week}{name}, causes: [C{week}a], type: carry, what: x, owner: lin, carry_to: P{next}}}"
            )
        };
        let text = format!(
            "cycle: {{id: W{week}, kind: week, from: {from}, to: {to}}}
plan: [{{id: P{week}, metric: sales, target: 1000 USD}}]
check: [{{id: C{week}, plan: P{week}, ac: 900 USD, causes: [{{id: C{week}a}}]}}]
act: [{}, {}]",
            act("x"),
            act("y")
        );
        files.push((format!("cycles/W{week}.yaml"), text));
    }
    files
}

#[test]
fn many_acts_that_carry_week_after_week_and_in_a_circle_are_followed_in_good_time() {
    let (depths, deepest) = with_files(weeks(52), |workspace, analysis| {
        let all = carried(workspace, &analysis.threads).into_iter();
        let last = workspace.acts().find(|(_, act)| act.id.as_str() == "A51y").unwrap().1;
        let depths: Vec<usize> = all.map(|one| one.depth()).collect();
        (depths, carry_depth(workspace, &analysis.threads, last))
    });
    assert_eq!((depths.iter().max(), deepest), (Some(&52), 52));
}

#[test]
fn what_is_carried_is_followed_back_to_its_beginning() {
    let (chains, depths) = with(|workspace, analysis| {
        let chain = |one: &super::Carried<'_>| {
            let acts: Vec<&str> = one.acts.iter().map(|(_, act)| act.id.as_str()).collect();
            (
                acts.join(" "),
                one.to.map(|(_, item)| item.id.to_string()),
                one.is_zombie(&workspace.config.lint.limits),
            )
        };
        let depths = workspace.acts().map(|(_, act)| carry_depth(workspace, &analysis.threads, act));
        let chains: Vec<_> = carried(workspace, &analysis.threads).iter().map(chain).collect();
        (chains, depths.collect::<Vec<_>>())
    });
    assert_eq!(chains, [("A1 A2 A3".to_owned(), Some("P4".to_owned()), true)]);
    assert_eq!(depths, [1, 2, 3, 0]);
}

#[test]
fn a_cause_comes_back_in_a_later_cycle_although_an_act_had_worked() {
    with(|_, analysis| {
        let again = recurrences(&analysis.threads);
        let [price] = again.as_slice() else { panic!("{again:?}") };
        let ids = |times: Vec<&super::Occurrence<'_>>| -> Vec<String> {
            times.iter().map(|time| time.cause.id.to_string()).collect()
        };
        assert_eq!(
            (price.code, ids(price.times.iter().collect())),
            ("price", ["C1a", "C2a", "C4a"].map(String::from).to_vec())
        );
        assert_eq!(ids(price.returned().collect()), ["C2a", "C4a"]);
        assert_eq!(price.despite().map(|act| act.id.as_str()), Some("A2"));
    });
}

#[test]
fn rates_are_counts_out_of_counts() {
    let rate = |count, of| Rate { count, of };
    let (all, first, figures) = with(|workspace, analysis| {
        let again = recurrences(&analysis.threads);
        let of = |cycles: &[&crate::workspace::Cycle]| {
            LoopRates::of(cycles, &analysis.threads, (&again, day("2026-11-22")))
        };
        let cycles: Vec<_> = workspace.cycles.iter().collect();
        (of(&cycles), of(&cycles[..1]), LoopFigures::of(&analysis.threads))
    });
    let expected = LoopRates {
        closure: rate(1, 4),
        cause: rate(4, 4),
        act: rate(4, 4),
        on_time: rate(2, 4),
        effective: rate(1, 2),
        recurrence: rate(2, 4),
        open_age: Some(Ratio::from_int(17)),
    };
    assert_eq!(all, expected);
    assert_eq!((all.closure.share(), figures.closure()), (Some(ratio("1/4")), Some(ratio("1/4"))));
    assert_eq!((first.on_time, first.recurrence, first.open_age), (rate(1, 1), rate(0, 1), None));
    assert_eq!(Rate::default().share(), None);
}

#[test]
fn the_middle_of_two_ages_is_between_them() {
    for (ages, middle) in
        [(vec![], None), (vec![3], Some("3")), (vec![9, 2], Some("11/2")), (vec![1, 9, 2], Some("2"))]
    {
        assert_eq!(super::rates::median(ages), middle.map(ratio));
    }
}

fn told(step: &Step<'_>) -> String {
    let what = match step.what {
        What::From(act) => format!("from {}", act.id),
        What::Planned(item) => format!("planned {}", item.id),
        What::Worked(work) => format!("worked {}", work.id),
        What::Checked => "checked".to_owned(),
        What::Cause(cause) => format!("cause {}", cause.id),
        What::Act(act) => format!("act {}", act.id),
        What::Effect(_) => "effect".to_owned(),
        What::Carried(item, cycle, back) => format!("carried {} {} {back}", item.id, cycle.id),
        What::Then(cycle, id) => format!("then {id} {}", cycle.id),
        other => format!("{other:?}"),
    };
    let day = step.day.map(|day| day.to_string()).unwrap_or_default();
    let mark = match step.stage {
        Stage::Done => "",
        Stage::Due => " due",
        Stage::Late => " late",
    };
    format!("{day} {what}{mark}")
}

fn story(id: &str) -> Vec<String> {
    with(|workspace, analysis| {
        let thread = analysis.threads.iter().find(|thread| thread.item.id.as_str() == id).unwrap();
        let story = Story::of(workspace, &analysis.threads, (thread, day("2026-11-22")));
        let acts = story.acts.iter().flat_map(|act| &act.steps);
        story.before.iter().chain(&story.check).chain(acts).map(told).collect()
    })
}

#[test]
fn a_story_tells_each_step_with_its_day() {
    assert_eq!(
        story("C1"),
        [
            "2026-07-01 planned P1",
            "2026-07-22 worked D1",
            "2026-08-06 checked",
            "2026-08-06 cause C1a",
            "2026-08-06 carried P2 2026-08 true",
            "2026-08-30 act A1",
            "2026-09-04 effect",
            "2026-09-04 then C2 2026-08",
        ]
    );
    assert_eq!(
        story("C3"),
        [
            "2026-09-01 planned P3",
            "2026-09-04 from A2",
            "2026-10-06 checked",
            "2026-10-06 cause C3a",
            "2026-10-06 carried P4 2026-10 false",
            "2026-10-22 act A3",
            "2026-11-05 then C4 2026-10",
        ]
    );
    assert_eq!(story("C4").last().unwrap(), "2026-11-10 act A4 late");
}

#[test]
fn what_did_not_work_and_is_taken_up_again_goes_on() {
    let states = with(|_, analysis| analysis.threads.iter().map(|thread| thread.state).collect::<Vec<_>>());
    assert_eq!(states, [State::HandedOn, State::Verified, State::AwaitingEffect, State::Late, State::OnPlan]);
}

/// What a gap of a figure in October is worth in the small world of the check.
fn worth_of(metric: &str, (actual, target): (&str, &str)) -> Option<Ratio> {
    with(|workspace, _| {
        ask(|check| {
            let question = Question {
                metric: MeasureId::new(metric),
                scope: Scope::company(),
                period: period("2026-10"),
            };
            let (actual, target) = (ratio(actual), ratio(target));
            let better = check.catalogue.better(&question.metric).unwrap_or(Better::Higher);
            let variance = variance(Some(&actual), Some(&target), check.unit(&question.metric), better);
            let days = check.days(&Question::company("sales", period("2026-10")));
            worth(
                workspace,
                &check,
                &Gap { question: &question, days, actual: &actual, target: &target, variance: &variance },
            )
        })
    })
}

#[test]
fn a_gap_is_worth_what_it_does_to_money() {
    for (metric, numbers, expected) in [
        // Money is itself; of a cost, more is worse.
        ("sales", ("620", "700"), Some("-80")),
        ("ad_spend", ("120", "100"), Some("-20")),
        // 100 sessions, one unit of 20 dollars an order: nine points of conversion are nine orders.
        ("cvr", ("0.31", "0.40"), Some("-180")),
        ("cvr", ("0.31", "0.30"), Some("20")),
        ("asp", ("20", "25"), Some("-155")),
        // A share of sales, which were 620.
        ("tacos", ("0.20", "0.10"), Some("-62")),
        ("return_rate", ("0.20", "0.10"), None),
    ] {
        assert_eq!(worth_of(metric, numbers), expected.map(ratio), "{metric} {numbers:?}");
    }
}
