//! Golden pages: what readers of the demo read, as text, line by line. A change here is a change of what is said.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod clicks;
mod supply;
mod text;

use std::collections::BTreeSet;
use std::path::Path;

use opsreport::pipeline;
use opsreport::quantity::Day;
use opsreport::world::{Folder, Memory};

const TODAY: &str = "2026-11-22";

/// One page of every kind, in the language it is first written in, and the home page in both.
const PAGES: &[&str] = &[
    "index.html",
    "en/index.html",
    "plan.html",
    "plan/2026-11.html",
    "plan/products/gift-set.html",
    "supply.html",
    "products/travel-kettle.html",
    "marketplaces/jp.html",
    "departments/production.html",
    "reviews/2026-10.html",
    "reviews/2026-q3.html",
    "forecast.html",
    "en/forecast.html",
    "scoreboard.html",
    "en/scoreboard.html",
    "market/index.html",
    "market/categories/tea-bottles.html",
    "market/categories/tea-bottles/cold-brew-bottle-ab813663.html",
    "en/market/categories/travel-kettles.html",
    "market/mb-2026-11.html",
    "en/market/mb-2026-10.html",
    "batches/b-2026-01.html",
    "pages/kettle-stock-out.html",
    "feedback.html",
    "standards.html",
    "team.html",
    "toolbox.html",
];

fn today() -> Day {
    Day::parse(TODAY).unwrap()
}

#[test]
fn the_demo_says_what_it_said() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let run = pipeline::build(&Folder::new(&content, &[], today()));
    // The demo has faults of the loop alone, planted for its readers; `cli/mending.rs` knows and mends each of them.
    let codes: BTreeSet<&str> = run.findings.iter().map(|finding| &finding.code.name[..1]).collect();
    assert_eq!(codes, BTreeSet::from(["A", "C", "D", "F", "K"]), "{:#?}", run.findings);
    let bundle = run.value.unwrap();
    for page in PAGES {
        let html = std::str::from_utf8(bundle.get(page).unwrap()).unwrap();
        insta::assert_snapshot!(page.replace('/', "-"), text::of(html));
    }
}

#[test]
fn four_lines_and_one_file_say_something() {
    let files = [
        ("opsreport.yaml", "title: My shop\ncurrency: USD\nsource: sales.csv\n"),
        (
            "sales.csv",
            "date,marketplace,sku,units,sales\n2026-09-01,US,MUG-01,4,79.96\n2026-10-01,US,MUG-01,3,59.97\n2026-10-31,US,POT-02,1,35.00\n",
        ),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let run = pipeline::build(&Memory { files: files.into(), today: today() });
    let bundle = run.value.unwrap();
    let html = std::str::from_utf8(bundle.get("en/index.html").unwrap()).unwrap();
    insta::assert_snapshot!("four-lines-en-index", text::of(html));
}

/// Two years of sales of a mug, day by day, and a market that is watched and not measured.
#[test]
fn a_market_without_figures_says_what_is_missing() {
    let first = Day::parse("2024-11-01").unwrap();
    let sales =
        (0..740).map(|day| format!("{},US,MUG-01,{},{}.00\n", first + day, 2 + day % 5, 40 + 20 * (day % 5)));
    let sales: String =
        std::iter::once("date,marketplace,sku,units,sales\n".to_owned()).chain(sales).collect();
    let market = "categories:\n- id: mugs\n  name: {zh-Hant: 馬克杯, en: Mugs}\n  marketplaces: [US]\n  keywords:\n  - {term: tea mug, marketplaces: [US]}\n- id: pots\n  name: {zh-Hant: 茶壺, en: Pots}\n  marketplaces: [US]\n";
    let files = [
        ("opsreport.yaml", "title: My shop\ncurrency: USD\nsource: sales.csv\n"),
        ("sales.csv", sales.as_str()),
        ("market.yaml", market),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let run = pipeline::build(&Memory { files: files.into(), today: today() });
    let bundle = run.value.unwrap();
    for page in [
        "market/index.html",
        "en/market/categories/mugs.html",
        "en/market/categories/pots.html",
        "en/forecast.html",
    ] {
        let html = std::str::from_utf8(bundle.get(page).unwrap()).unwrap();
        insta::assert_snapshot!(format!("unmeasured-{}", page.replace('/', "-")), text::of(html));
    }
}
