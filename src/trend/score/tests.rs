//! Tests of the scoreboard over a small world: units of one product by the month, three years long.

use std::fmt::Write as _;

use super::{Horizon, Key, Score, Scoreboard, Scored, Source, State, Verdict, Who};
use crate::ingest::measure;
use crate::pipeline;
use crate::plan::Plan;
use crate::plan::supply::Supply;
use crate::quantity::{Day, DepartmentId, Period, PersonId, Ratio};
use crate::review::Check;
use crate::trend::Outlook;
use crate::workspace::load;
use crate::world::{Memory, World};

/// In each January 310 units, in each February 280 or 290, ten a day, in 2024; eleven a day in 2025, twelve in 2026, until
/// the end of October 2026.
fn units(end: &str) -> String {
    let mut text = String::from("date,marketplace,product,units\n");
    let mut day = Day::parse("2024-01-01").unwrap();
    while day < Day::parse(end).unwrap() {
        writeln!(text, "{day},US,mug,{}", 10 + i32::from(day.year() - 2024)).unwrap();
        day = day + 1;
    }
    text
}

fn world(today: &str, more: &[(&str, &str)]) -> Memory {
    let units = units("2026-11-01");
    let files = [
        ("opsreport.yaml", "title: t\nsources: [{path: 'results/*.csv', kind: canonical}]\n"),
        ("departments.yaml", "people: [{id: kuo, name: Kuo}]\ndepartments: [{id: brand, name: Brand}]\n"),
        ("company.yaml", "company: {id: t, name: T, reporting_currency: USD}\n"),
        ("results/units.csv", units.as_str()),
    ];
    let files = files.iter().chain(more).map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    Memory { files: files.collect(), today: Day::parse(today).unwrap() }
}

/// The scoreboard of a world whose files have no fault.
fn board<T>(world: &Memory, answer: impl FnOnce(&Scoreboard<'_>) -> T) -> T {
    let (workspace, findings) = load(world);
    assert!(!findings.has_errors(), "{findings:?}");
    let workspace = workspace.unwrap();
    let (facts, _) = measure(world, &workspace);
    let plan = Plan::default();
    answer(&Scoreboard::of(&workspace, &Check::of(&workspace, &facts, (&plan, world.today()))))
}

const HEAD: &str =
    "issued,author,metric,product,origin,from,to,point,lo80,hi80,lo95,hi95,unit,method,version\n";

fn log(rows: &str) -> String {
    format!("{HEAD}{rows}")
}

fn ratio(text: &str) -> Option<Ratio> {
    Some(Ratio::parse(text).unwrap())
}

#[test]
fn a_row_of_the_log_is_set_beside_what_happened_and_what_was_known_then() {
    let rows = log(concat!(
        "2026-02-01,opsreport,units,mug,2026-01-31,2026-02-01,2026-02-28,330,320,340,300,360,count,level,1\n",
        "2026-02-01,opsreport,units,mug,2026-01-31,2026-04-01,2026-04-30,350,340,380,300,390,count,level,1\n",
    ));
    let world = world("2026-11-22", &[("forecasts/issued/2026-02-01.csv", &rows)]);
    board(&world, |board| {
        let [first, second] = &board.scored[..] else { panic!("{board:?}") };
        // February 2026 came to 28 × 12; the February before to 28 × 11.
        assert_eq!((Some(first.actual.clone()), first.ahead), (ratio("336"), 1));
        assert_eq!(first.naive.as_ref().map(|naive| naive.value.clone()), ratio("308"));
        assert_eq!((Some(first.error()), first.naive_error()), (ratio("-6"), ratio("-28")));
        assert_eq!((first.held(80), first.held(95), first.loses()), (Some(true), Some(true), Some(false)));
        assert_eq!((second.ahead, second.horizon()), (3, Horizon::TwoToThree));
        // Until January 2026: 25 months, 13 pairs a year apart; each lost a unit a day but for the leap day.
        let days = 31 + 28 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 + 31 + 31;
        let scale = &Ratio::from_int(days - 10) * &Ratio::new(1, 13).unwrap();
        assert_eq!(first.scale, Some(scale));
    });
}

#[test]
fn what_is_not_over_waits_and_what_was_said_after_today_is_unknown() {
    let row = |issued: &str, period: &str| {
        let span = Period::parse(period).unwrap().span();
        let (from, to) = (span.from, span.to);
        log(&format!("{issued},kuo,units,mug,,{from},{to},300,200,400,,,count,,\n"))
    };
    let (early, late) = (row("2026-09-05", "2026-11"), row("2026-10-05", "2026-10"));
    let files = [
        ("forecasts/issued/2026-09-05.csv", early.as_str()),
        ("forecasts/issued/2026-10-05.csv", late.as_str()),
    ];
    board(&world("2026-10-01", &files), |board| {
        assert_eq!((board.scored.len(), board.waiting.len()), (0, 1), "October's was not said yet");
    });
    board(&world("2026-11-01", &files), |board| {
        assert_eq!((board.scored.len(), board.waiting.len()), (1, 1), "November is not over");
        assert_eq!(board.scored[0].horizon(), Horizon::Running);
        let keys: Vec<&Key> = board.groups.iter().map(|group| &group.key).collect();
        assert_eq!(keys, [&Key::Horizon(Horizon::Running)], "a period that had begun counts by itself alone");
    });
}

#[test]
fn growth_in_a_briefing_is_measured_from_the_year_before() {
    let briefing = "briefing: {id: MB, issued: 2026-06-20, author: kuo}\n\
        items:\n\
        - {id: MB-1, headline: h, forecast: {metric: units, scope: {product: mug}, period: 2026-Q3, point: +10%, interval: {level: 80%, lo: +5%, hi: +15%}}}\n";
    let world = world("2026-11-22", &[("briefings/a.yaml", briefing)]);
    board(&world, |board| {
        let [one] = &board.scored[..] else { panic!("{board:?}") };
        // 92 days of eleven and ten hundredths more; 92 days of twelve came.
        assert_eq!(
            (Some(one.claim.point.clone()), Some(one.actual.clone())),
            (ratio("1113.2"), ratio("1104"))
        );
        assert_eq!((one.held(80), &one.claim.who), (Some(true), &Who::Person(PersonId::new("kuo"))));
        assert!(matches!(one.claim.source, Source::Briefing(..)));
        // The second quarter was not over: the third lies two ahead.
        assert_eq!(one.ahead, 2);
    });
}

#[test]
fn half_a_year_is_measured_too() {
    let briefing = "briefing: {id: MB, issued: 2025-12-20, author: kuo}\n\
        items:\n\
        - {id: MB-1, headline: h, forecast: {metric: units, scope: {product: mug}, period: 2026-H1, point: +10%}}\n";
    board(&world("2026-11-22", &[("briefings/a.yaml", briefing)]), |board| {
        let [one] = &board.scored[..] else { panic!("{board:?}") };
        assert_eq!(
            (Some(one.actual.clone()), one.naive.as_ref().map(|it| it.value.clone())),
            (ratio("2172"), ratio("1991"))
        );
    });
}

#[test]
fn a_department_is_scored_month_by_month() {
    let months = ["300"; 12].join(", ");
    let said = format!(
        "forecasts:\n- {{id: F26, by: kuo, department: brand, date: 2025-12-10, metric: units, year: 2026, scope: {{product: mug}}, months: [{months}]}}\n"
    );
    board(&world("2026-11-22", &[("forecasts.yaml", &said)]), |board| {
        assert_eq!((board.scored.len(), board.waiting.len()), (10, 2));
        let whole = board.whole(&Who::Department(DepartmentId::new("brand"))).unwrap();
        assert_eq!((whole.score.n, whole.score.verdict), (10, None), "ten are too few to judge");
        // Twelve a day against ten: each month from January on is lost to eleven a day.
        assert_eq!(board.losing.len(), 1);
    });
}

#[test]
fn three_lost_periods_in_a_row_are_flagged_and_a_win_clears_them() {
    let row = |month: i8, point: i32| {
        let span = Period::parse(&format!("2026-{month:02}")).unwrap().span();
        format!("2026-01-05,kuo,units,mug,,{},{},{point},0,900,,,count,,\n", span.from, span.to)
    };
    for (points, lost) in [([900, 900, 900], 3), ([336, 900, 900], 0), ([900, 900, 360], 0)] {
        let rows: String = (2..).zip(points).map(|(month, point)| row(month, point)).collect();
        let rows = log(&rows);
        board(&world("2026-11-22", &[("forecasts/issued/2026-01-05.csv", &rows)]), |board| {
            let flagged = board.losing.first().map_or(0, |losing| losing.periods.len());
            assert_eq!(flagged, lost, "{points:?}");
        });
    }
}

#[test]
fn a_figure_that_is_never_measured_waits() {
    let rows = log("2026-02-01,kuo,orders,,,2026-02-02,2026-02-08,3,1,4,,,count,,\n\
        2026-02-01,kuo,units,mug,,2026-02-03,2026-02-08,3,1,4,,,count,,\n");
    board(&world("2026-11-22", &[("forecasts/issued/2026-02-01.csv", &rows)]), |board| {
        assert_eq!((board.scored.len(), board.waiting.len()), (1, 1), "no orders are measured at all");
    });
}

#[test]
fn calls_are_asked_for_when_they_are_due() {
    let call = |id: &str, rest: &str| format!("{{id: {id}, text: t, probability: 80%, {rest}}}");
    let calls = [
        call("a", "resolves: 2026-11-21"),
        call("b", "resolves: 2026-11-22"),
        call("c", "resolves: 2026-10-31, outcome: happened"),
        call("d", "resolves: 2026-10-31, outcome: not-happened"),
    ];
    let briefing = format!(
        "briefing: {{id: MB, issued: 2026-06-20, author: kuo}}\nitems:\n- {{id: MB-1, headline: h, calls: [{}]}}\n",
        calls.join(", ")
    );
    board(&world("2026-11-22", &[("briefings/a.yaml", &briefing)]), |board| {
        let of = |state| board.calls.in_state(state).map(|made| made.call.id.as_str()).collect::<String>();
        assert_eq!(
            [State::Due, State::Pending, State::Happened, State::NotHappened].map(of),
            ["a", "b", "c", "d"]
        );
        let score = board.calls.score.as_ref().unwrap();
        assert_eq!((score.n, Some(score.score.clone())), (2, ratio("17/50")));
        let failed = board.calls.all.iter().filter(|made| made.call.failed());
        assert_eq!(failed.map(|made| made.call.id.as_str()).collect::<String>(), "d");
        let [band] = &board.calls.calibration[..] else { panic!("{:?}", board.calls.calibration) };
        assert_eq!((band.n, band.happened), (2, 1));
    });
}

#[test]
fn a_group_of_twenty_points_of_ten_periods_is_judged() {
    let row = |issued: &str, month: i8, better: i32| {
        let span = Period::parse(&format!("2026-{month:02}")).unwrap().span();
        let point = span.len() * 12 + better;
        format!("{issued},kuo,units,mug,,{},{},{point},0,900,,,count,,\n", span.from, span.to)
    };
    let months = |issued: &str| log(&(1..=10).map(|month| row(issued, month, 3)).collect::<String>());
    let (first, second) = (months("2025-12-01"), months("2025-12-08"));
    let files =
        [("forecasts/issued/2025-12-01.csv", first.as_str()), ("forecasts/issued/2025-12-08.csv", &second)];
    board(&world("2026-11-22", &files[..1]), |board| {
        assert_eq!(board.whole(&Who::Person(PersonId::new("kuo"))).unwrap().score.verdict, None);
    });
    board(&world("2026-11-22", &files), |board| {
        let score = &board.whole(&Who::Person(PersonId::new("kuo"))).unwrap().score;
        assert_eq!((score.n, score.periods, score.verdict), (20, 10, Some(Verdict::Better)));
        // Three units too many each, against one a day too few: 304 days in ten months.
        let added = &Ratio::one() - &Ratio::new(30, 304).unwrap();
        assert_eq!(score.value_added.as_ref().unwrap().round_scaled(6), added.round_scaled(6));
        assert!(score.tracking.as_ref().unwrap() > &Ratio::from_int(4), "always too high");
        assert_eq!((score.coverage80.inside, score.coverage80.n), (20, 20));
    });
}

#[test]
fn a_score_of_nothing_says_nothing() {
    let none: [&Scored; 0] = [];
    let score = Score::of(&none);
    assert_eq!((score.n, score.mase, score.value_added, score.verdict), (0, None, None, None));
}

/// What would be issued on a day from the files of a world, whatever days they tell of.
fn issued_on(world: &Memory, day: &str) -> Outlook {
    let workspace = load(world).0.unwrap();
    let (facts, _) = measure(world, &workspace);
    let plan = Plan::default();
    let check = Check::of(&workspace, &facts, (&plan, Day::parse(day).unwrap()));
    Outlook::of(&workspace, &check, &Supply::default())
}

#[test]
fn what_is_issued_on_a_day_knows_nothing_of_later_ones() {
    let cut = units("2026-06-01");
    let (whole, cut) = (world("2026-11-22", &[]), world("2026-11-22", &[("results/units.csv", &cut)]));
    let then = issued_on(&whole, "2026-06-01");
    assert!(!then.lines.is_empty());
    assert_eq!(then.lines, issued_on(&cut, "2026-06-01").lines);
    assert_ne!(then.lines, issued_on(&whole, "2026-07-01").lines, "June is known in July");
}

#[test]
fn nothing_is_issued_while_results_of_later_days_lie_there() {
    let issue = |world: &Memory| pipeline::issue(world).value.map(|issue| issue.rows.is_empty());
    assert_eq!(issue(&world("2026-06-01", &[])), None, "their rows are errors");
    let cut = units("2026-06-01");
    assert_eq!(issue(&world("2026-06-01", &[("results/units.csv", &cut)])), Some(false));
}
