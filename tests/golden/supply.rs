//! What is said of supply: of one that is late, of one that can wait, and of none that is known.

use opsreport::pipeline;
use opsreport::world::Memory;

use super::{text, today};

/// Fifty units a week, a factory that rests in December, and a quicker way for the first leg.
const FILES: [(&str, &str); 5] = [
    ("opsreport.yaml", "title: My shop\ncurrency: USD\nlanguages: [en]\n"),
    (
        "company.yaml",
        "company: {id: s, name: S, reporting_currency: USD}
goals:
- {id: S, metric: sales, year: 2026, target: 52000 USD}
- {id: P, metric: asp, year: 2026, target: 20 USD}
- {id: S27, metric: sales, year: 2027, target: 52000 USD}
- {id: P27, metric: asp, year: 2027, target: 20 USD}
allocation:
- {goal: S, order: [product, marketplace, month, day], rounding: {unit: 0.01, method: largest-remainder, ties: file-order},
   product: {mug: 1}, marketplace: {default: {US: 1}}, month: {default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]},
   day: {weekday: {mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1}, events: from-calendar}}
- {goal: S27, order: [product, marketplace, month, day], rounding: {unit: 0.01, method: largest-remainder, ties: file-order},
   product: {mug: 1}, marketplace: {default: {US: 1}}, month: {default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]},
   day: {weekday: {mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1}, events: from-calendar}}
",
    ),
    (
        "products.yaml",
        "products:
- id: mug
  name: Mug
  skus: [{sku: M-1}]
  supplier: glass
  price: {US: 20.00 USD}
  pack: {carton_units: 20, carton_cm: [50, 40, 30], carton_kg: 9.5, moq: 100}
  lead: {route: sea}
",
    ),
    ("marketplaces.yaml", "marketplaces: [{id: US, name: US, currency: USD}]\n"),
    (
        "calendar.yaml",
        "events:
- {id: rest, name: Factory rests, suppliers: [glass], from: 2026-12-21, to: 2027-01-03, kind: closure, calendar: factory}
logistics:
- id: sea
  name: By sea
  market: US
  legs:
  - {id: make, name: Production, days: 20, calendar: factory}
  - {id: ship, name: Sea, days: 20}
  - {id: receive, name: Check-in, days: 5}
  alt: {replace: ship, by: {id: fly, name: Air, days: 4, extra_cost: 2.00 USD}}
suppliers: [{id: glass, name: Glassworks, products: [mug]}]
",
    ),
];

fn page(stock: Option<u32>) -> String {
    let stock = stock.map(|units| {
        let yaml = format!("stock: [{{sku: M-1, market: US, on_hand: {units}, date: 2026-11-21}}]\n");
        ("stock.yaml".to_owned(), yaml.into_bytes())
    });
    let files = FILES.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let files = files.into_iter().chain(stock).collect();
    let run = pipeline::build(&Memory { files, today: today() });
    let bundle = run.value.unwrap_or_else(|| panic!("{:#?}", run.findings));
    let html = bundle.get("supply.html").unwrap_or_else(|| panic!("no page: {:#?}", run.findings));
    text::of(std::str::from_utf8(html).unwrap())
}

#[test]
fn a_supply_that_is_late_says_what_to_do() {
    insta::assert_snapshot!("supply-late", page(Some(200)));
}

#[test]
fn a_supply_that_lasts_says_when_to_order_next() {
    let page = page(Some(1_500));
    let headline = page.lines().find(|line| line.contains("Nothing needs to be ordered")).unwrap();
    insta::assert_snapshot!("supply-lasts-headline", headline);
    assert!(!page.contains("Past due"), "{page}");
}

#[test]
fn a_supply_that_nobody_counted_says_how_to_begin() {
    let page = page(None);
    assert!(page.contains("not known yet when to order") && page.contains("stock.yaml"), "{page}");
}
