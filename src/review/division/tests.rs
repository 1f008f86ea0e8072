//! Divisions of small made-up facts: orders that name where they go, sessions that do not.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::facts::{Builder, Exchange, Fact, ImportLog, Item, Scale, TagKey};
use crate::quantity::{Currency, Day, Sku};
use crate::workspace::load;
use crate::world::Memory;

const METRICS: &str = "
measures:
- {id: sales, unit: money, grains: [day, sku, marketplace, ship_to]}
- {id: orders, unit: count, grains: [day, sku, marketplace, ship_to]}
- {id: sessions, unit: count, grains: [day, sku, marketplace]}
- {id: rank, unit: number, over: level, grains: [day, sku, marketplace, ship_to]}
- {id: stock, unit: count, over: stock, grains: [day, sku, marketplace]}
metrics:
- {id: aov, ratio: [sales, orders], unit: money}
- {id: cvr, ratio: [orders, sessions], unit: percent}
dimensions:
- {id: sub, of: ship_to, applies_to: [orders, sales], groups: {west: [us-ca, US-WA], east: [US-N*], nowhere: [US-XX]}}
- {id: kind, of: category, groups: {warm: [kettle*]}}
- {id: line, of: product, groups: {cold: [bottle]}}
";

const PRODUCTS: &str = "
products:
- {id: bottle, skus: [{sku: GY}, {sku: WH}], category: {US: kitchen, JP: kitchen}}
- {id: kettle, skus: [{sku: TK}], category: {US: kettles}}
";

const MARKETPLACES: &str = "
marketplaces: [{id: US, currency: USD, region: NA}, {id: JP, currency: JPY}]
rates: [{id: fx, pair: USDJPY, from: 2025-01-01, plan: 100}]
";

fn workspace() -> Workspace {
    let files = [
        ("opsreport.yaml", "{title: X, currency: USD}"),
        ("metrics.yaml", METRICS),
        ("products.yaml", PRODUCTS),
        ("marketplaces.yaml", MARKETPLACES),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let (workspace, findings) =
        load(&Memory { files: BTreeMap::from(files), today: Day::parse("2026-11-22").unwrap() });
    assert!(!findings.has_errors(), "{findings:?}");
    workspace.unwrap()
}

/// A row of an export: measure, SKU, marketplace, where it goes, day of January, figure.
type Line<'a> = (&'a str, &'a str, &'a str, &'a str, u8, i64);

fn span(from: u8, to: u8) -> Span {
    let day = |day: u8| Day::parse(&format!("2026-01-{day:02}")).unwrap();
    Span::new(day(from), day(to)).unwrap()
}

fn facts(lines: &[Line<'_>]) -> Facts {
    let currency = |code| Currency::parse(code).unwrap();
    let mut exchange = Exchange::new(currency("USD"));
    exchange.add(currency("JPY"), span(1, 1).from, Ratio::parse("1/100").unwrap());
    let mut builder = Builder::new(exchange);
    let measures = [
        ("sales", Scale::Money, Over::Flow),
        ("orders", Scale::Count, Over::Flow),
        ("sessions", Scale::Count, Over::Flow),
        ("rank", Scale::Number, Over::Level),
        ("stock", Scale::Count, Over::Stock),
    ];
    for (id, scale, over) in measures {
        let measure = builder.measure(&MeasureId::new(id), scale, over);
        for (market, code) in [("US", "USD"), ("JP", "JPY")] {
            let market = builder.marketplace(&MarketplaceId::new(market), currency(code));
            builder.cover_days(measure, market, span(1, 31));
        }
    }
    for (measure, sku, market, to, day, value) in lines {
        let (_, scale, over) = measures.iter().find(|(id, ..)| id == measure).unwrap();
        let product = if *sku == "TK" { "kettle" } else { "bottle" };
        let item = Item { product: ProductId::new(product), sku: Some(Sku::new(sku)) };
        let tag = if to.is_empty() {
            TagKey::default()
        } else {
            builder.tag(vec![("ship_to".to_owned(), (*to).to_owned())])
        };
        let code = if *market == "US" { "USD" } else { "JPY" };
        let fact = Fact {
            measure: builder.measure(&MeasureId::new(measure), *scale, *over),
            market: builder.marketplace(&MarketplaceId::new(market), currency(code)),
            item: builder.item(&item),
            tag,
            span: span(*day, *day),
            value: *value,
            file: 0,
        };
        builder.add(fact);
    }
    builder.build(ImportLog::default()).0
}

const LINES: &[Line<'_>] = &[
    ("sales", "GY", "US", "US-CA", 1, 1_000),
    ("orders", "GY", "US", "US-CA", 1, 1),
    ("sales", "GY", "US", "US-WA", 2, 3_000),
    ("orders", "GY", "US", "US-WA", 2, 1),
    ("sales", "TK", "US", "US-NY", 2, 500),
    ("orders", "TK", "US", "US-NY", 2, 1),
    ("sales", "WH", "US", "US-TX", 3, 700),
    ("orders", "WH", "US", "US-TX", 3, 2),
    ("sales", "TK", "JP", "", 3, 900),
    ("orders", "TK", "JP", "", 3, 3),
    ("sessions", "GY", "US", "", 1, 40),
    ("stock", "GY", "US", "", 1, 8),
    ("stock", "GY", "US", "", 5, 6),
    ("stock", "TK", "JP", "", 4, 2),
    ("rank", "GY", "US", "US-CA", 1, 50_000),
    ("rank", "GY", "US", "US-WA", 1, 70_000),
];

/// Each part with its value, or why it has none.
fn divided(name: &str, metric: &str) -> Vec<String> {
    let (workspace, facts) = (workspace(), facts(LINES));
    let divider = Divider { workspace: &workspace, facts: &facts, basis: Basis::Plan };
    let by = By::named(&workspace, name).unwrap();
    let division = divider.divide(by, &MeasureId::new(metric), (&Scope::company(), span(1, 31)));
    let word = |part: &Part| match (by, part) {
        (By::Groups(made), Part::Group(at)) => made.groups[*at].id.clone(),
        (_, Part::Value(value)) => value.clone(),
        _ => "-".to_owned(),
    };
    let read = |part: &Part| match division.read(part) {
        Reading::Known(value) => value.to_string(),
        other => format!("{other:?}"),
    };
    division.parts().iter().map(|part| format!("{} {}", word(part), read(part))).collect()
}

#[test]
fn a_figure_is_computed_in_each_part_from_its_sums() {
    for (by, metric, expected) in [
        ("sub", "sales", &["west 40", "east 5", "nowhere 0", "- 16"][..]),
        ("sub", "orders", &["west 2", "east 1", "nowhere 0", "- 5"]),
        // Recomputed, not averaged: two orders of 10 and 30; of no order there is no average.
        ("sub", "aov", &["west 20", "east 5", "nowhere Undefined", "- 16/5"]),
        ("ship_to", "sales", &["US-CA 10", "US-NY 5", "US-TX 7", "US-WA 30", "- 9"]),
        ("sku", "sales", &["GY 40", "TK 14", "WH 7"]),
        ("sku", "stock", &["GY 6", "TK 2"]),
        ("category", "sales", &["kettles 5", "kitchen 47", "- 9"]),
        ("kind", "sales", &["warm 5", "- 56"]),
        ("line", "orders", &["cold 4", "- 4"]),
        ("region", "orders", &["NA 5", "- 3"]),
        ("marketplace", "aov", &["JP 3", "US 52/5"]),
        // Nothing says where sessions went.
        ("sub", "sessions", &["west Missing", "east Missing", "nowhere Missing", "- 40"]),
        // Two ranks are not a rank.
        ("sub", "rank", &["west Missing", "east Missing", "nowhere Missing"]),
    ] {
        let found = divided(by, metric);
        assert_eq!(found, expected, "{metric} by {by}");
    }
}

#[test]
fn a_figure_is_not_divided_by_what_its_measures_lack() {
    let workspace = workspace();
    let facts = facts(LINES);
    let divider = Divider { workspace: &workspace, facts: &facts, basis: Basis::Plan };
    for (name, metric, expected) in [
        ("sub", "aov", None),
        ("sub", "cvr", Some("sessions")),
        ("sub", "stock", Some("stock")),
        ("sub", "rank", Some("applies_to")),
        ("sku", "cvr", None),
        ("kind", "cvr", None),
    ] {
        let obstacle = divider.obstacle(By::named(&workspace, name).unwrap(), &MeasureId::new(metric));
        let found = obstacle.map(|obstacle| match obstacle {
            Obstacle::Grain(measure) => measure.id.as_str(),
            Obstacle::Applies => "applies_to",
        });
        assert_eq!(found, expected, "{metric} by {name}");
    }
}

fn lines() -> impl Strategy<Value = Vec<Line<'static>>> {
    let one = |all: &'static [&'static str]| prop::sample::select(all);
    let line = (
        one(&["sales", "orders", "stock", "rank"]),
        one(&["GY", "WH", "TK", "??"]),
        one(&["US", "JP"]),
        one(&["", "US-CA", "us-wa", "US-NY", "US-TX", "JP-13"]),
        1_u8..8,
        -50_i64..500,
    );
    prop::collection::vec(line, 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_parts_of_any_dimension_sum_to_the_whole(lines in lines(), from in 1_u8..8, len in 0_u8..8) {
        let (workspace, facts) = (workspace(), facts(&lines));
        let divider = Divider { workspace: &workspace, facts: &facts, basis: Basis::Plan };
        let days = span(from, from + len);
        for name in ["sub", "kind", "line", "ship_to", "sku", "category", "product", "marketplace", "region"] {
            let by = By::named(&workspace, name).unwrap();
            for metric in ["sales", "orders", "stock"].map(MeasureId::new) {
                for scope in [Scope::company(), Scope::marketplace(&MarketplaceId::new("US")), Scope::product(&ProductId::new("kettle"))] {
                    let division = divider.divide(by, &metric, (&scope, days));
                    let values: Vec<Reading> = division.parts().iter().map(|part| division.read(part)).collect();
                    let sum: Ratio = values.iter().filter_map(Reading::known).cloned().sum();
                    let Total::Known(whole) = facts.sum(&metric, &scope, days) else { continue };
                    prop_assert_eq!(&sum, &whole, "{} by {} in {:?}: {:?}", metric, name, scope, values);
                }
            }
        }
    }

    #[test]
    fn a_part_read_alone_is_what_the_division_has(lines in lines(), from in 1_u8..8, len in 0_u8..8) {
        let (workspace, facts) = (workspace(), facts(&lines));
        let divider = Divider { workspace: &workspace, facts: &facts, basis: Basis::Plan };
        let days = span(from, from + len);
        for name in ["sub", "line", "ship_to", "sku", "category", "marketplace"] {
            let by = By::named(&workspace, name).unwrap();
            for metric in ["sales", "aov", "stock", "rank"].map(MeasureId::new) {
                for scope in [Scope::company(), Scope::product(&ProductId::new("kettle"))] {
                    let division = divider.divide(by, &metric, (&scope, days));
                    let unknown = ["US-CA", "US-XX", "GY"].map(|value| Part::Value(value.to_owned()));
                    for part in division.parts().into_iter().chain(unknown).chain([Part::Rest]) {
                        let alone = divider.read((by, &part), &metric, (&scope, days));
                        prop_assert_eq!(alone, division.read(&part), "{} {:?} of {}", metric, part, name);
                    }
                }
            }
        }
    }
}
