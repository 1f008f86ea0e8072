//! Which parts make a sum, and when a gap is closed, a stretch or open.

use std::collections::BTreeMap;

use super::*;
use crate::plan::PlanSource;
use crate::quantity::Day;
use crate::workspace::load;
use crate::world::Memory;

/// 1,000 of sales: mug 600 (US 450, JP 150), pot 400 (US 300, JP 100); a gap matters from 3 % on.
fn reconciled(forecasts: &str, materiality: &str) -> (Vec<Node>, Vec<&'static str>) {
    let files = [
        ("opsreport.yaml", "title: X"),
        ("products.yaml", "products: [{id: mug}, {id: pot}]"),
        ("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}, {id: JP, currency: JPY}]\nrates: [{id: fx, pair: USDJPY, from: 2026-01-01, plan: 100}]"),
        ("departments.yaml", "people: [{id: lin, name: Lin}, {id: ho, name: Ho}]"),
        ("metrics.yaml", materiality),
        ("company.yaml", "company: {id: x, name: X, reporting_currency: USD}
goals: [{id: G, metric: sales, year: 2027, target: 1000 USD, owner: lin}]
allocation: {goal: G, product: {mug: 6, pot: 4}, marketplace: {default: {US: 3, JP: 1}}, month: {default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}"),
        ("forecasts.yaml", forecasts),
    ];
    let files: BTreeMap<_, _> =
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    let (workspace, findings) = load(&Memory { files, today: Day::parse("2026-11-22").unwrap() });
    let workspace = workspace.unwrap_or_else(|| panic!("{findings:?}"));
    let (plan, _) = Plan::of(&PlanSource::today(&workspace));
    let (nodes, findings) = bottom_up(&workspace, &plan);
    (nodes, findings.iter().map(|finding| finding.code.name).collect())
}

const THREE_PERCENT: &str = "materiality: {default: {rel: 3%}}";

fn forecasts(rows: &[(&str, &str)]) -> String {
    let row = |(at, (scope, rest)): (usize, &(&str, &str))| {
        format!(
            "- {{id: F{at}, by: ho, date: 2026-11-01, metric: sales, year: 2027, scope: {{{scope}}}, {rest}}}\n"
        )
    };
    format!("forecasts:\n{}", rows.iter().enumerate().map(row).collect::<String>())
}

fn company(nodes: &[Node]) -> (String, String, String, GapState) {
    let node = nodes.iter().find(|node| node.scope == Scope::company()).unwrap();
    (node.forecast.to_string(), node.covered.to_string(), node.gap.to_string(), node.state)
}

#[test]
fn states_are_closed_stretch_and_open() {
    for (row, state, codes) in [
        ("amount: 600 USD", GapState::Closed, vec![]),
        ("amount: 585 USD", GapState::Closed, vec![]),
        ("amount: 580 USD", GapState::Open, vec!["V008"]),
        ("amount: 700 USD", GapState::Open, vec!["V008"]),
        ("amount: 580 USD, accepted: {by: lin, date: 2026-11-02}", GapState::Stretch, vec![]),
        ("amount: 580 USD, accepted: {by: ho, date: 2026-11-02}", GapState::Open, vec!["V008"]),
        ("amount: 60000 JPY", GapState::Closed, vec![]),
    ] {
        let (nodes, found) = reconciled(&forecasts(&[("product: mug", row)]), THREE_PERCENT);
        let mug = nodes.iter().find(|node| node.scope.product.is_some()).unwrap();
        assert_eq!((mug.state, found), (state, codes), "{row}");
    }
}

#[test]
fn an_amount_in_a_currency_without_a_rate_is_in_no_sum() {
    let (unknown, known) = (("product: mug", "amount: 600 TWD"), ("product: pot", "amount: 400 USD"));
    let (nodes, found) = reconciled(&forecasts(&[unknown, known]), THREE_PERCENT);
    assert_eq!(found, ["V010"]);
    assert_eq!(company(&nodes), ("400".into(), "400".into(), "0".into(), GapState::Closed));
}

#[test]
fn without_materiality_only_equal_is_closed() {
    for (amount, state) in [("600", GapState::Closed), ("599.99", GapState::Open)] {
        let rows = forecasts(&[("product: mug", &format!("amount: {amount} USD"))]);
        assert_eq!(company(&reconciled(&rows, "measures: []").0).3, state, "{amount}");
    }
}

#[test]
fn a_sum_covers_what_somebody_spoke_of() {
    let rows = forecasts(&[("product: mug", "amount: 600 USD")]);
    let (nodes, _) = reconciled(&rows, THREE_PERCENT);
    let whole = &nodes[0];
    assert_eq!((whole.plan.to_string().as_str(), whole.share.clone()), ("1000", Ratio::parse("0.6")));
    assert_eq!(company(&nodes), ("600".into(), "600".into(), "0".into(), GapState::Closed));
}

#[test]
fn parts_are_summed_where_each_has_one_and_else_the_whole_speaks() {
    let own = ("", "amount: 900 USD");
    let (mug, pot) = (("product: mug", "amount: 500 USD"), ("product: pot", "amount: 300 USD"));
    for (rows, forecast) in [(vec![own, mug], "900"), (vec![own, mug, pot], "800"), (vec![mug, pot], "800")] {
        assert_eq!(company(&reconciled(&forecasts(&rows), THREE_PERCENT).0).0, forecast);
    }
    let cells = [
        ("product: mug, marketplace: US", "amount: 440 USD"),
        ("product: mug, marketplace: JP", "amount: 150 USD"),
        ("product: mug", "amount: 1 USD"),
    ];
    let (nodes, _) = reconciled(&forecasts(&cells), THREE_PERCENT);
    assert_eq!(company(&nodes).0, "590", "a product whose marketplaces all have one is their sum");
}

#[test]
fn months_add_up_and_the_later_word_holds() {
    let rows = "forecasts:
- {id: A, by: ho, date: 2026-11-05, metric: sales, year: 2027, scope: {product: mug}, months: [50 USD, 50 USD, 50 USD, 50 USD, 50 USD, 50 USD, 50 USD, 50 USD, 50 USD, 50 USD, 50 USD, 49.50 USD]}
- {id: B, by: ho, date: 2026-11-01, metric: sales, year: 2027, scope: {product: mug}, amount: 1 USD}
- {id: C, by: ho, date: 2026-11-01, metric: sales, year: 2031, scope: {product: mug}, amount: 1 USD}";
    let (nodes, found) = reconciled(rows, THREE_PERCENT);
    assert_eq!(company(&nodes).0, "1199/2");
    assert_eq!(nodes[0].forecasts, [Id::new("A")]);
    assert_eq!(found, ["V009"], "nothing is planned for 2031");
}
