//! A small market from its files to what people read: facts in a text, forecasts of keywords, a new briefing, dates.

use std::fmt::Write as _;

use crate::analysis::{Analysis, Forecasts};
use crate::compose::DraftRequest;
use crate::ingest::measure;
use crate::pipeline;
use crate::quantity::{Day, Id, MarketplaceId, MeasureId, Ratio, Scope};
use crate::trend::Subject;
use crate::workspace::load;
use crate::world::Memory;

const FILES: [(&str, &str); 8] = [
    ("opsreport.yaml", "title: X\nlanguages: [en]\nsources: [{path: 'results/*.csv', kind: canonical}]\n"),
    ("company.yaml", "company: {id: x, name: X, reporting_currency: USD}\n"),
    (
        "departments.yaml",
        "people: [{id: kuo, name: Kuo, dept: brand}]\ndepartments: [{id: brand, name: Brand, lead: kuo}]\n",
    ),
    ("marketplaces.yaml", "marketplaces: [{id: US, name: America, currency: USD}]\n"),
    (
        "metrics.yaml",
        "measures:\n- {id: search_volume, name: Searches, unit: count, better: higher, grains: [week, search_term, marketplace]}\n",
    ),
    (
        "market.yaml",
        "categories:
- id: bottles
  name: Bottles
  marketplaces: [US]
  keywords: [{term: tea, marketplaces: [US]}, {term: cup, marketplaces: [US]}]
- {id: new, name: New, marketplaces: [US], keywords: [{term: new, marketplaces: [US]}]}
",
    ),
    (
        "briefings/2026-10.yaml",
        "briefing: {id: MB-2026-10, issued: 2026-10-20, author: kuo, covers: {marketplace: US, category: bottles}, next: 2026-11-20}
items:
- id: MB-2026-10-1
  headline: H
  so_what: S
  calls: [{id: MB-2026-10-1a, text: Tea stays first, probability: 80%, resolves: 2026-12-01, outcome: pending}]
  act: [{dept: brand, what: Ask twelve buyers, by: 2026-11-10}]
",
    ),
    (
        "pages/market.md",
        "# Market\n\n```trend\nmetric: search_volume\nscope: {marketplace: US, market_category: bottles}\n```\n",
    ),
];

/// Searches of 66 weeks that end on Saturdays: of tea ten more each week, of cups as many; what is new has one week.
fn world(more: &[(&str, &str)]) -> Memory {
    let mut terms = String::from("date,marketplace,search_term,search_volume\n");
    let first = Day::parse("2025-08-16").unwrap();
    for week in 0..66 {
        let day = first + 7 * week;
        writeln!(terms, "{day},US,tea,{}\n{day},US,cup,{}", 1000 + 10 * week, 500 + week % 3).unwrap();
    }
    terms += "2026-11-14,US,new,77\n";
    let files = FILES.iter().chain(more).map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let files = files.chain([("results/terms.csv".to_owned(), terms.into_bytes())]);
    Memory { files: files.collect(), today: Day::parse("2026-11-22").unwrap() }
}

/// The files of the site whose paths end so, in one text; calendars with their lines whole.
fn built(ending: &str) -> String {
    let run = pipeline::build(&world(&[]));
    let bundle = run.value.unwrap_or_else(|| panic!("{:?}", run.findings));
    let files = bundle.iter().filter(|(path, _)| path.ends_with(ending));
    files.map(|(_, bytes)| String::from_utf8_lossy(bytes).replace("\r\n ", "")).collect()
}

#[test]
fn a_trend_block_tells_the_facts_of_a_category() {
    // Tea 1,650 and cups 502; a year before, in the fourteenth week, 1,130 and 501.
    let told = "2,152 in the week from 2026-11-08, +31.9% on 1,631 a year before (the week from 2025-11-09).";
    assert!(built("pages/market.html").replace('\u{a0}', " ").contains(told));
}

#[test]
fn keywords_are_forecast_a_quarter_ahead_and_refused_where_too_little_is_known() {
    let world = world(&[]);
    let workspace = load(&world).0.unwrap();
    let (facts, _) = measure(&world, &workspace);
    let (analysis, _) = Analysis::of(&workspace, &facts, world.today);
    let outlook = Forecasts::of(&workspace, &facts, &analysis, world.today).outlook;
    let scope = Scope::marketplace(&MarketplaceId::new("US"));
    let of = |term: &str| Subject::of(&MeasureId::new("search_volume"), &scope).within("search_term", term);
    let tea = outlook.line(&of("tea")).unwrap();
    assert_eq!((tea.periods.len(), tea.origin), (13, Day::parse("2026-11-14").unwrap()));
    assert_eq!(tea.periods[0].period.span().from, Day::parse("2026-11-15").unwrap());
    let whole = |value: &Ratio| Ratio::from_int(value.round_scaled(0)) == *value;
    for ahead in &tea.periods {
        assert!(ahead.low95 <= ahead.low80 && ahead.low80 <= ahead.point, "{ahead:?}");
        assert!(ahead.point <= ahead.high80 && ahead.high80 <= ahead.high95, "{ahead:?}");
        assert!(whole(&ahead.point) && !ahead.low95.is_negative(), "{ahead:?}");
    }
    assert!(tea.periods[0].point > Ratio::from_int(1600), "it was 1,650 in the last week: {tea:?}");
    assert!(outlook.line(&of("new")).is_none());
    assert!(outlook.refused.iter().any(|refused| refused.subject == of("new")));
    // The course of the keyword shows its last week and the first that is expected.
    let point = tea.periods[0].point.round_scaled(0);
    let pages = built(".html");
    assert!(pages.contains("1,650") && pages.contains(&format!("{},{:03}", point / 1000, point % 1000)));
}

#[test]
fn a_new_briefing_is_filled_with_searches_and_with_what_became_of_the_last() {
    let request =
        DraftRequest { category: Some(Id::new("bottles")), marketplace: Some(MarketplaceId::new("US")) };
    let drafted = pipeline::draft(&world(&[]), &request).value.unwrap().unwrap();
    let (path, text) = &drafted.files[0];
    let text = text.replace('\u{a0}', " ");
    for line in [
        "#   2026-12-01 · 80% · Tea stays first · briefings/2026-10.yaml:",
        "#   brand · Ask twelve buyers · 2026-11-10 · ! no answer · briefings/2026-10.yaml:",
        "2,111 in the week from 2026-10-11 → 2,152 in the week from 2026-11-08",
        "headline: \"? Searches · America · Bottles: 2,152 in the week from 2026-11-08, +31.9%",
        "source: canonical, asof: 2026-11-14}",
        "changed_since: MB-2026-10-1",
        "next: 2026-12-22}",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let found = pipeline::check(&world(&[(path.as_str(), text.as_str())])).findings;
    assert!(!found.has_errors(), "what is drafted can be read: {found:?}");
}

#[test]
fn calls_and_what_briefings_ask_are_in_calendars() {
    let calendar = built("calendars/people/kuo.ics");
    for line in [
        "DTSTART;VALUE=DATE:20261201",
        "SUMMARY:Known today\\, write the outcome: Tea stays first",
        "SUMMARY:The next market briefing",
        "SUMMARY:Asked by a briefing\\, not answered: Ask twelve buyers",
    ] {
        assert!(calendar.contains(line), "{line}: {calendar}");
    }
}

#[test]
fn the_text_beside_a_briefing_is_read_for_likelihood_and_confidence() {
    let text = "# Notes\n\n- Fine.\n- Prices will likely\n  fall, with high confidence.\n- Likely. High confidence.\n";
    let found = pipeline::check(&world(&[("briefings/2026-10.md", text)])).findings;
    let mixed: Vec<String> = found
        .iter()
        .filter(|finding| finding.code.name == "B005")
        .map(|finding| finding.place.to_string())
        .collect();
    assert_eq!(mixed, ["briefings/2026-10.md:4:1"]);
}
