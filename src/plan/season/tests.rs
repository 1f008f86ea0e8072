//! What results propose: events moved, years alike, products without a year of their own.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::*;
use crate::pipeline::season;
use crate::quantity::{Day, Span};
use crate::world::Memory;

/// Sales of each day: 10 for the mug, from a first day on 10 for the pot.
fn results(from: &str, to: &str, amount: impl Fn(Day) -> Option<[i32; 2]>) -> String {
    let span = Span::new(Day::parse(from).unwrap(), Day::parse(to).unwrap()).unwrap();
    let mut csv = "date,marketplace,sku,sales\n".to_owned();
    for day in span.days() {
        for (sku, sales) in amount(day).into_iter().flat_map(|each| ["M", "P"].into_iter().zip(each)) {
            writeln!(csv, "{day},US,{sku},{sales}").unwrap();
        }
    }
    csv
}

fn world(month: &str, csv: String) -> Memory {
    let files = [
        ("opsreport.yaml", "title: X\nsource: sales.csv".to_owned()),
        ("products.yaml", "products: [{id: mug, skus: [{sku: M}]}, {id: pot, skus: [{sku: P}]}]".to_owned()),
        ("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}]".to_owned()),
        (
            "calendar.yaml",
            "events:
- {id: a, kind: demand, from: 2025-07-01, to: 2025-07-31, lift: 3}
- {id: b, kind: demand, from: 2026-06-01, to: 2026-06-30, lift: 3}"
                .to_owned(),
        ),
        (
            "company.yaml",
            format!(
                "company: {{id: x, name: X, reporting_currency: USD}}
goals: [{{id: G, metric: sales, year: 2026, target: 1000 USD}}]
allocation:
- goal: G
  product: {{mug: 1, pot: 1}}
  marketplace: {{default: {{US: 1}}}}
  month: {month}
  day: {{events: from-calendar}}
"
            ),
        ),
        ("sales.csv", csv),
    ];
    let files: BTreeMap<_, _> =
        files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect();
    Memory { files, today: Day::parse("2026-03-01").unwrap() }
}

const EVEN: &str = "{default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}";

/// A year in which every month sells 100, and July three times that, for the event that it had.
fn event_in_july(day: Day) -> Option<[i32; 2]> {
    let first = day.day() == 1;
    let sales = if day.month() == 7 { 300 } else { 100 };
    Some([if first { sales } else { 0 }, if first && day.month() > 9 { 50 } else { 0 }])
}

#[test]
fn an_event_is_taken_out_where_it_was_and_put_where_it_will_be() {
    let csv = results("2025-01-01", "2026-02-15", event_in_july);
    let run = season(&world(EVEN, csv), &GoalId::new("G"));
    let found = run.value.unwrap().unwrap().season;
    assert_eq!(found.years, [2025]);
    let mug = found.row(Some(&ProductId::new("mug"))).unwrap();
    // Eleven months of 1 and June of 3: 14 parts of 1,000.
    assert_eq!(mug.proposed, [72, 72, 72, 72, 72, 214, 71, 71, 71, 71, 71, 71]);
    assert_eq!(mug.proposed.iter().sum::<i128>(), WHOLE);
    assert_eq!(mug.origin, Origin::Own(vec![2025]));
    assert_eq!(mug.largest_change(), Some((5, 131)));
    let pot = found.row(Some(&ProductId::new("pot"))).unwrap();
    assert_eq!((&pot.proposed, &pot.origin), (&mug.proposed, &Origin::Pooled { months: Some(3) }));
}

#[test]
fn a_large_year_weighs_no_more_than_a_small_one() {
    // 2024: all in January; 2025: a hundred times as much, all even.
    let sales = |day: Day| {
        let amount = if day.year() == 2024 { [1, 0][usize::from(day.month() > 1)] } else { 100 };
        Some([if day.day() == 1 { amount.max(i32::from(day.year() == 2024)) } else { 0 }, 0])
    };
    let run = season(&world(EVEN, results("2024-01-01", "2025-12-31", sales)), &GoalId::new("G"));
    let found = run.value.unwrap().unwrap().season;
    assert_eq!(found.years, [2024, 2025]);
    let mug = found.row(Some(&ProductId::new("mug"))).unwrap();
    assert_eq!(mug.origin, Origin::Own(vec![2024, 2025]));
    assert_eq!(mug.proposed.iter().sum::<i128>(), WHOLE);
}

#[test]
fn a_year_that_is_not_whole_proposes_nothing() {
    let csv = results("2025-02-01", "2026-02-15", event_in_july);
    let run = season(&world(EVEN, csv.clone()), &GoalId::new("G"));
    assert_eq!(run.value.unwrap().unwrap_err(), NoSeason::NoHistory);
    let run = season(&world(EVEN, csv.clone()), &GoalId::new("none"));
    assert_eq!(run.value.unwrap().unwrap_err(), NoSeason::NoGoal(vec!["G".to_owned()]));
    let run = season(&world("from-history", csv), &GoalId::new("G"));
    assert!(run.value.is_none());
    assert!(run.findings.iter().any(|finding| finding.code == codes::NO_HISTORY));
}

#[test]
fn what_is_asked_for_is_said_and_written_where_it_was_asked() {
    let csv = results("2025-01-01", "2026-02-15", event_in_july);
    let lists = "[72, 72, 72, 72, 72, 214, 71, 71, 71, 71, 71, 71]";
    let typed = "[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]";
    for (asked, written) in [
        ("from-history".to_owned(), format!("{{default: {lists}, mug: {lists}, pot: {lists}}}")),
        (format!("{{default: from-history, pot: {typed}}}"), format!("{{default: {lists}, pot: {typed}}}")),
        (format!("{{default: {typed}, mug: from-history}}"), format!("{{default: {typed}, mug: {lists}}}")),
    ] {
        let asking = world(&asked, csv.clone());
        let run = season(&asking, &GoalId::new("G"));
        let found: Vec<_> = run.findings.iter().filter(|f| f.code == codes::FROM_HISTORY).collect();
        assert_eq!(found.iter().map(|f| f.place.line).collect::<Vec<_>>(), [7], "{asked}");
        let proposal = run.value.unwrap().unwrap();
        let before = String::from_utf8(asking.files["company.yaml"].clone()).unwrap();
        let comment =
            "  # proposed from sales of 2025, events moved to 2026, by opsreport plan season on 2026-03-01\n";
        let expected = before.replace(&format!("  month: {asked}"), &format!("{comment}  month: {written}"));
        assert_eq!(proposal.written.unwrap().text, expected);
        let again = season(&world(&written, csv.clone()), &GoalId::new("G")).value.unwrap().unwrap();
        assert_eq!(again.written, Err(CannotWrite::Typed));
    }
}
