//! What a workspace that is in order says, on the sample.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail, and reads its cases")]

use std::path::Path;

use opsreport::quantity::{Day, GoalId, Lang, MarketplaceId, ProductId, Ratio, Scope, Sku};
use opsreport::workspace::{Figure, Outcome, Workspace, load};
use opsreport::world::Folder;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn sample() -> Workspace {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sample");
    load(&Folder::new(&root, &[], day("2026-11-22"))).0.unwrap()
}

#[test]
fn every_document_of_the_sample_is_read_to_its_end() {
    let ws = sample();
    let counts = [
        ("goals", ws.goals.len(), 4),
        ("allocations", ws.allocations.len(), 1),
        ("profit targets", ws.profit_targets.len(), 4),
        ("products", ws.products.len(), 4),
        ("marketplaces", ws.marketplaces.len(), 4),
        ("groups", ws.dimensions[0].groups.len(), 5),
        ("rates", ws.rates.rows().len(), 14),
        ("metrics", ws.catalogue.metrics().len(), 7),
        ("trees", ws.trees.len(), 2),
        ("events", ws.events.len(), 5),
        ("legs", ws.routes[0].legs.len(), 5),
        ("suppliers", ws.suppliers.len(), 1),
        ("people", ws.people.len(), 8),
        ("departments", ws.departments.len(), 8),
        ("commitments", ws.commitments.len(), 3),
        ("acts", ws.cycles[0].act.len(), 2),
        ("causes", ws.cycles[0].check[0].causes.len(), 2),
        ("stages", ws.batches[0].stages.len(), 11),
        ("cash flows", ws.batches[0].cash.len(), 13),
        ("feedback", ws.feedback.len(), 3),
        ("briefing items", ws.briefings[0].items.len(), 1),
        ("skills", ws.team.as_ref().unwrap().skills.len(), 6),
        ("needs", ws.team.as_ref().unwrap().needs.len(), 8),
        ("tools", ws.toolbox.as_ref().unwrap().tools.len(), 10),
    ];
    for (what, found, expected) in counts {
        assert_eq!(found, expected, "{what}");
    }
}

#[test]
fn values_are_read_as_they_are_written() {
    let ws = sample();
    assert_eq!(ws.config.title.in_lang(&Lang::new("en")), "Sanwu Tea Gear operations review");
    assert_eq!(ws.reporting_currency().unwrap().code(), "USD");
    let sales = ws.goal(&GoalId::new("G26-SALES")).unwrap();
    assert_eq!(sales.target().unwrap().to_string(), "1000000.00 USD");
    assert_eq!(ws.goal(&GoalId::new("G26-CASH")).unwrap().target(), None);
    let (product, entry) = ws.product_of(&Sku::new("SW-CB-01-GY")).unwrap();
    assert_eq!((product.hs.as_deref(), entry.barcode.as_deref()), (Some("3924.10"), Some("4710000000011")));
    assert_eq!(product.cost_on(day("2026-06-30")).unwrap().fob.to_string(), "6.20 USD");
    assert_eq!(product.cost_on(day("2026-07-01")).unwrap().fob.to_string(), "6.35 USD");
    assert_eq!(
        product.price_on(&MarketplaceId::new("JP"), day("2026-11-22")).unwrap().amount.to_string(),
        "3980 JPY"
    );
    assert_eq!(ws.cycles[0].plan[0].expected_effect.as_ref().unwrap().amount.to_string(), "6200.00 USD");
    assert!(matches!(&ws.feedback[0].becomes, Some(Outcome::Became(name)) if name.value == "K26-033"));
    assert_eq!(ws.briefings[0].items[0].forecast.as_ref().unwrap().span.to, day("2027-06-30"));
}

#[test]
fn a_split_holds_for_all_products_but_those_with_one_of_their_own() {
    let ws = sample();
    let allocation = ws.allocation(&GoalId::new("G26-SALES")).unwrap();
    let months = |product: &str| allocation.month.of(&ProductId::new(product)).weights[0].clone();
    assert_eq!((months("gift-set"), months("infuser-mug")), (Ratio::zero(), Ratio::from_int(70)));
    assert_eq!(allocation.marketplace.of(&ProductId::new("gift-set")).weights.len(), 3);
    assert_eq!(allocation.day.weekday[6], Ratio::from_int(104));
}

#[test]
fn events_lift_their_own_days_most_on_their_peaks() {
    let ws = sample();
    let bfcm = ws.events.iter().find(|event| event.id.as_str() == "bfcm-26").unwrap();
    for (date, lift) in [("2026-11-19", 1), ("2026-11-20", 2), ("2026-11-27", 4), ("2026-12-01", 1)] {
        assert_eq!(bfcm.lift_on(day(date)), Ratio::from_int(lift), "{date}");
    }
}

#[test]
fn the_narrowest_scope_has_the_target() {
    let mut files = std::collections::BTreeMap::new();
    files.insert("opsreport.yaml".to_owned(), b"title: X".to_vec());
    let goals = "products: [{id: a}, {id: b}]";
    files.insert("products.yaml".to_owned(), goals.into());
    files.insert("marketplaces.yaml".to_owned(), "marketplaces: [{id: JP, currency: JPY}]".into());
    let goals = "goals: [{id: G, metric: cvr, year: 2026, target: 10%, by: [
        {scope: {product: a, marketplace: JP}, target: 7%}, {scope: {product: a}, target: 8%},
        {scope: {marketplace: JP}, target: 9%}]}]";
    files.insert("company.yaml".to_owned(), goals.into());
    let (ws, findings) = load(&opsreport::world::Memory { files, today: day("2026-11-22") });
    assert!(findings.is_empty(), "{findings:?}");
    let ws = ws.unwrap();
    let (a, b, jp) = (ProductId::new("a"), ProductId::new("b"), MarketplaceId::new("JP"));
    for (scope, percent) in [
        (Scope::company(), 10),
        (Scope::product(&a), 8),
        (Scope::marketplace(&jp), 9),
        (Scope::cell(&a, &jp), 7),
        (Scope::cell(&b, &jp), 9),
    ] {
        let target = Figure::Percent(Ratio::from_scaled(percent, 2));
        assert_eq!(ws.goals[0].target_in(&scope), Some(&target), "{scope:?}");
    }
}
