//! Every sentence of the tool is held to its data: each number in it, in both languages, is computed again from the
//! rows by naive sums, and nothing else may stand in it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod naive;
mod shop;
mod spoken;

use std::collections::{BTreeMap, BTreeSet};

use opsreport::pipeline;
use opsreport::quantity::{Day, Lang};
use opsreport::table::{Cell, Table, TableRequest};

use naive::Naive;
use shop::Shop;
use spoken::Language;

/// A row of the table of trends.
struct Row<'a> {
    cells: BTreeMap<&'a str, &'a Cell>,
}

impl Row<'_> {
    fn text(&self, name: &str) -> &str {
        match self.cells[name] {
            Cell::Text(text) => text,
            Cell::Missing => "",
            other => panic!("{name}: {other:?}"),
        }
    }

    fn day(&self, name: &str) -> Day {
        match self.cells[name] {
            Cell::Day(day) => *day,
            other => panic!("{name}: {other:?}"),
        }
    }
}

fn table(shop: &Shop, lang: &str, (by, metrics): (&[&str], &[&str])) -> Table {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let request = TableRequest {
        name: "trends".to_owned(),
        by: owned(by),
        metrics: owned(metrics),
        lang: Some(Lang::new(lang)),
        ..TableRequest::default()
    };
    let run = pipeline::table(&shop.world(), &request);
    run.value.unwrap_or_else(|| panic!("{:#?}", run.findings)).unwrap()
}

fn rows(table: &Table) -> Vec<Row<'_>> {
    let names = || table.columns.iter().map(|column| column.name.as_str());
    table.rows.iter().map(|row| Row { cells: names().zip(row).collect() }).collect()
}

/// What is asked of a shop: of the company, of products, of search terms.
const ASKED: [(&[&str], &[&str]); 4] = [
    (&["month"], &["sales", "units", "asp", "margin"]),
    (&["product", "month"], &["sales", "asp"]),
    (&["search_term", "week"], &["searches", "term_rank", "view_share"]),
    (&["week"], &["searches", "view_share"]),
];

/// How often each kind of fact was told of a shop; each sentence is held to its data.
fn told(shop: &Shop) -> BTreeMap<String, usize> {
    let mut kinds = BTreeMap::new();
    for asked in ASKED {
        for language in [Language::En, Language::Zh] {
            let table = table(shop, language.tag(), asked);
            for row in rows(&table).iter().filter(|row| !row.text("words").is_empty()) {
                *kinds.entry(row.text("kind").to_owned()).or_default() += 1;
                let expected = Naive { shop, row, language }.expected();
                spoken::hold(row.text("words"), expected, language);
            }
        }
    }
    kinds
}

#[test]
fn every_number_of_every_sentence_comes_from_the_rows() {
    let shops: Vec<Shop> = [2, 3, 4].map(Shop::new).into();
    let all: Vec<BTreeMap<String, usize>> = std::thread::scope(|scope| {
        let running: Vec<_> = shops.iter().map(|shop| scope.spawn(|| told(shop))).collect();
        running.into_iter().map(|shop| shop.join().unwrap()).collect()
    });
    let kinds: BTreeSet<&str> = all.iter().flat_map(|kinds| kinds.keys().map(String::as_str)).collect();
    // A kind that is never told would never be held to anything.
    for kind in [
        "growth-previous",
        "growth-last-year",
        "share",
        "season",
        "season-unknown",
        "shift",
        "outlier",
        "movers-absolute",
        "movers-relative",
        "concentration",
        "running",
        "gaps",
    ] {
        assert!(kinds.contains(kind), "{kind} was never told: {kinds:?}");
    }
}

#[test]
fn a_sentence_with_a_wrong_number_is_caught() {
    let caught = |words: &'static str, numbers: Vec<f64>| {
        std::panic::catch_unwind(|| spoken::hold(words, (vec!["October 2026".into()], numbers), Language::En))
            .is_err()
    };
    assert!(!caught("USD 98.6k in October 2026, +32.0%.", vec![98_562.77, 0.3195]));
    assert!(caught("USD 98.6k in October 2026, +32.0%.", vec![98_562.77, 0.3189]), "another number");
    assert!(caught("USD 98.6k in October 2026, +32.0%.", vec![98_562.77, -0.3195]), "another sign");
    assert!(caught("USD 98.6k in October 2026, +32.0%.", vec![98_562.77]), "a number of nowhere");
    assert!(caught("USD 98.6k in October 2026.", vec![98_562.77, 0.3195]), "one that is not told");
    assert!(caught("USD 98.6k in November 2026.", vec![98_562.77]), "another period");
}
