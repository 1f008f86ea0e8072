//! Cash of a small company, from files as people write them, against figures worked out by hand.

use proptest::prelude::*;

use super::*;
use crate::diagnostic::{Arg, Diagnostics};
use crate::ingest::measure;
use crate::plan::economics::Economics;
use crate::plan::supply::Supply;
use crate::plan::{Plan, PlanSource};
use crate::workspace::load;
use crate::world::Memory;

/// Sales of 1,000 dollars a day at 20 dollars: 50 units, all in the US.
const COMPANY: &str = "
company: {id: s, name: S, reporting_currency: USD}
goals:
- {id: S, metric: sales, year: 2026, target: 365000 USD}
- {id: P, metric: asp, year: 2026, target: 20 USD}
- {id: C, metric: peak_cash_need, year: 2026, limit: 3000 USD}
allocation:
- goal: S
  order: [product, marketplace, month, day]
  rounding: {unit: 0.01, method: largest-remainder, ties: file-order}
  product: {mug: 1}
  marketplace: {default: {US: 1}}
  month: {default: [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]}
  day: {weekday: {mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1}, events: from-calendar}
profit_targets: {mug: {cash: 5000 USD}}
";

const PRODUCTS: &str = "
products:
- id: mug
  skus: [{sku: M1}]
  category: {US: kitchen}
  hs: '7013.37'
  supplier: glass
  cost: [{from: 2026-01-01, fob: 4.00 USD}]
  price: {US: 20.00 USD}
  pack: {carton_units: 10, moq: 10}
  lead: {route: sea}
";

/// A unit brings 20.00 − 3.00 − 5.00 = 12.00, of which 2.00 are spent on advertising.
const MARKETPLACES: &str = "
marketplaces: [{id: US, currency: USD}]
rates:
- {id: referral, market: US, category: kitchen, from: 2024-01-01, rate: 15%}
- {id: fba_unit, market: US, sku: M1, from: 2025-01-01, amount: 5.00 USD}
- {id: freight_unit, market: US, from: 2026-01-01, amount: 0.50 USD}
- {id: import_duty, market: US, hs: '7013.37', from: 2026-01-01, rate: 5%}
- {id: return_cost, market: US, from: 2026-01-01, amount: 0 USD}
- {id: storage_unit, market: US, from: 2026-01-01, amount: 0 USD}
- {id: ads_unit, market: US, from: 2026-01-01, amount: 2.00 USD}
";

const PAYOUT: &str = "- {id: payout, market: US, from: 2026-01-01, delivery_days: 2, hold_days: 7, cycle_days: 14, cycle_anchor: 2026-03-17, bank_days: 4}\n";

const CALENDAR: &str = "
logistics:
- id: sea
  market: US
  legs: [{id: production, days: 20}, {id: first-leg-sea, days: 20}, {id: customs, days: 5}, {id: last-leg, days: 5}]
suppliers: [{id: glass, products: [mug], terms: [{share: 30%, when: po}, {share: 70%, when: before-shipment}]}]
";

/// Enough until the middle of November.
const STOCK: &str = "
stock: [{sku: M1, market: US, on_hand: 2000, date: 2026-10-01}]
shipments:
- {id: SH-1, sku: M1, market: US, units: 100, arrives: 2026-10-20, departed: 2026-09-20, paid: 30%}
";

const OPENING: &str = "opening: {date: 2026-09-30, amount: 1000 USD}\n";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn ratio(text: &str) -> Ratio {
    Ratio::parse(text).unwrap()
}

struct Case {
    files: Vec<(&'static str, String)>,
    today: Day,
}

impl Case {
    /// The company with what it wrote of cash, on the first of October.
    fn new(cash: &str) -> Self {
        let files = [
            ("opsreport.yaml", "title: X\n".to_owned()),
            ("company.yaml", COMPANY.to_owned()),
            ("products.yaml", PRODUCTS.to_owned()),
            ("marketplaces.yaml", format!("{MARKETPLACES}{PAYOUT}")),
            ("calendar.yaml", CALENDAR.to_owned()),
            ("cash.yaml", cash.to_owned()),
        ];
        Case { files: files.to_vec(), today: day("2026-10-01") }
    }

    fn with(mut self, name: &'static str, text: &str) -> Self {
        self.files.retain(|(file, _)| *file != name);
        self.files.push((name, text.to_owned()));
        self
    }

    fn cash(&self) -> (Cash, Diagnostics) {
        let files = self.files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        let world = Memory { files: files.collect(), today: self.today };
        let (workspace, findings) = load(&world);
        assert!(!findings.has_errors(), "{findings:?}");
        let workspace = workspace.unwrap();
        let (facts, _) = measure(&world, &workspace);
        let (plan, _) = Plan::of(&PlanSource::today(&workspace));
        let (economics, _) = Economics::of(&workspace, &plan, self.today);
        let (supply, _) = Supply::of(&workspace, (&facts, &plan, &economics), self.today);
        Cash::of(&workspace, (&facts, &plan, &economics, &supply), self.today)
    }
}

fn codes(findings: &Diagnostics) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code.name).collect()
}

fn of_kind(cash: &Cash, kind: FlowKind) -> Vec<(String, String)> {
    let own = cash.flows.iter().filter(|flow| flow.kind == kind);
    own.map(|flow| (flow.day.to_string(), flow.amount.to_string())).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn what_is_sold_in_a_cycle_is_paid_out_on_one_day() {
    let (cash, _) = Case::new(OPENING).cash();
    // Disbursed on 13 October: what is available from 30 September on, sold from 20 September to 3 October.
    let expected = pairs(&[
        ("2026-10-03", "7000"),
        ("2026-10-17", "7000"),
        ("2026-10-31", "7000"),
        ("2026-11-14", "7000"),
        ("2026-11-28", "7000"),
        ("2026-12-12", "7000"),
        ("2026-12-26", "7000"),
    ]);
    assert_eq!(of_kind(&cash, FlowKind::Payout), expected);
    assert_eq!(cash.measured, None);
}

#[test]
fn advertising_paid_by_card_leaves_payouts_whole() {
    let (cash, _) = Case::new(&format!("{OPENING}ads: {{paid: monthly, day: 15}}\n")).cash();
    assert_eq!(of_kind(&cash, FlowKind::Payout)[0], ("2026-10-03".to_owned(), "8400".to_owned()));
    let ads = pairs(&[("2026-10-15", "-3000"), ("2026-11-15", "-3100"), ("2026-12-15", "-3000")]);
    assert_eq!(of_kind(&cash, FlowKind::Ads), ads);
}

#[test]
fn a_shipment_under_way_costs_what_is_not_paid_of_it() {
    let (cash, _) =
        Case::new(&format!("{OPENING}rules: {{freight_days: 14}}\n")).with("stock.yaml", STOCK).cash();
    let own: Vec<(String, FlowKind, String)> = cash
        .flows
        .iter()
        .filter(|flow| flow.order.as_deref() == Some("SH-1"))
        .map(|flow| (flow.day.to_string(), flow.kind, flow.amount.to_string()))
        .collect();
    let expected = [
        ("2026-10-01", FlowKind::Goods, "-280"),
        ("2026-10-04", FlowKind::Freight, "-50"),
        ("2026-10-15", FlowKind::Duty, "-20"),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(day, kind, amount)| ((*day).to_owned(), *kind, (*amount).to_owned())).collect();
    assert_eq!(own, expected);
}

#[test]
fn orders_are_paid_by_their_terms_along_their_legs() {
    let case = Case::new(OPENING).with("stock.yaml", STOCK);
    let (cash, _) = case.cash();
    let orders: Vec<&Flow> =
        cash.flows.iter().filter(|flow| flow.order.as_deref().is_some_and(|order| order != "SH-1")).collect();
    let first = orders.first().unwrap().order.clone();
    let own: Vec<&&Flow> = orders.iter().filter(|flow| flow.order == first).collect();
    let at = |number: usize| (own[number].day, own[number].kind);
    // It is late: placed today, made in 20 days, at sea for 20, through customs in 5.
    assert_eq!(at(0), (day("2026-10-01"), FlowKind::Goods));
    assert_eq!(at(1), (day("2026-10-21"), FlowKind::Goods));
    assert_eq!(at(2), (day("2026-10-21"), FlowKind::Freight));
    assert_eq!(at(3), (day("2026-11-15"), FlowKind::Duty));
    let units = own[2].amount.checked_div(&ratio("-0.5")).unwrap();
    assert_eq!(own[0].amount, &units * &ratio("-1.2"));
    assert_eq!(own[1].amount, &units * &ratio("-2.8"));
    assert_eq!(own[3].amount, &units * &ratio("-0.2"));
}

#[test]
fn a_supplier_without_terms_is_paid_with_the_order_and_told_of() {
    let calendar =
        CALENDAR.replace(", terms: [{share: 30%, when: po}, {share: 70%, when: before-shipment}]", "");
    let (cash, findings) =
        Case::new(OPENING).with("stock.yaml", STOCK).with("calendar.yaml", &calendar).cash();
    assert!(codes(&findings).contains(&"H004"), "{findings:?}");
    let order =
        cash.flows.iter().find(|flow| flow.kind == FlowKind::Goods && flow.order.as_deref() != Some("SH-1"));
    assert_eq!(order.unwrap().day, day("2026-10-01"));
}

#[test]
fn a_marketplace_without_a_rule_is_left_out_and_told_of() {
    for payout in ["", "- {id: payout, market: US, from: 2026-01-01, delivery_days: 2}\n"] {
        let marketplaces = format!("{MARKETPLACES}{payout}");
        let cash = format!("{OPENING}monthly: [{{what: Rent, amount: -100 USD, day: 5}}]");
        let (cash, findings) = Case::new(&cash).with("marketplaces.yaml", &marketplaces).cash();
        assert_eq!(of_kind(&cash, FlowKind::Payout), []);
        assert_eq!(cash.gaps, [Gap::NoPayout(MarketplaceId::new("US"))]);
        assert!(codes(&findings).contains(&"H003"), "{findings:?}");
    }
}

#[test]
fn what_people_write_moves_on_its_day() {
    let text = format!(
        "{OPENING}flows: [{{date: 2026-10-20, amount: -700 USD, what: Tax, kind: tax}}, {{date: 2026-09-30, amount: -1 USD, what: Old}}]
monthly: [{{what: Rent, amount: -100 USD, day: 31, to: 2026-11-30}}]"
    );
    let (cash, _) = Case::new(&text).cash();
    assert_eq!(of_kind(&cash, FlowKind::Tax), pairs(&[("2026-10-20", "-700")]));
    assert_eq!(of_kind(&cash, FlowKind::Running), pairs(&[("2026-10-31", "-100"), ("2026-11-30", "-100")]));
    assert_eq!(of_kind(&cash, FlowKind::Other), []);
}

/// The text of a finding's argument.
fn arg(findings: &Diagnostics, code: &str, name: &str) -> String {
    let finding = findings.iter().find(|finding| finding.code.name == code).unwrap();
    match &finding.args.iter().find(|(key, _)| *key == name).unwrap().1 {
        Arg::Text(text) => text.clone(),
        other => format!("{other:?}"),
    }
}

#[test]
fn more_need_than_the_limit_is_told_with_what_could_be_moved() {
    let text = format!("{OPENING}flows: [{{date: 2026-10-02, amount: -4200 USD, what: Mould}}]");
    let (cash, findings) = Case::new(&text).cash();
    assert_eq!(codes(&findings), ["H001", "H002"]);
    let year = &cash.years[0];
    assert_eq!((year.need.clone(), year.over(), year.day), (ratio("4200"), ratio("1200"), day("2026-10-02")));
    assert_eq!(year.floor(), ratio("-2000"));
    assert_eq!(arg(&findings, "H001", "over"), "1200.00 USD");
    assert_eq!(arg(&findings, "H001", "amount"), "4200.00 USD");
    assert_eq!(arg(&findings, "H002", "balance"), "-3200.00 USD");
}

#[test]
fn what_an_order_costs_on_a_day_is_one_payment() {
    let flow = |date: &str, amount: &str, (order, purchase): (&str, Option<&str>)| Flow {
        order: Some(order.to_owned()),
        purchase: purchase.map(str::to_owned),
        marketplace: Some(MarketplaceId::new(order)),
        product: Some(ProductId::new("mug")),
        ..Flow::new(day(date), ratio(amount), FlowKind::Goods)
    };
    let rent = Flow::new(day("2026-11-03"), ratio("-350"), FlowKind::Running);
    let flows = vec![
        flow("2026-10-01", "-900", ("US", Some("old"))),
        flow("2026-11-02", "-100", ("US", Some("PO-1"))),
        flow("2026-11-02", "-200", ("JP", Some("PO-1"))),
        flow("2026-11-02", "-20", ("SH-1", None)),
        rent,
        flow("2026-11-04", "400", ("US", None)),
    ];
    let cash = Cash { flows, ..Cash::default() };
    let payments = cash.payments(Span { from: day("2026-11-01"), to: day("2026-11-30") });
    let shown: Vec<(String, Option<&str>)> =
        payments.iter().map(|it| (it.amount.to_string(), it.order.as_deref())).collect();
    assert_eq!(
        shown,
        [("300".to_owned(), Some("PO-1")), ("20".to_owned(), Some("SH-1")), ("350".to_owned(), None)]
    );
    assert_eq!(
        (payments[0].marketplace.clone(), payments[0].product.clone()),
        (None, Some(ProductId::new("mug")))
    );
    let (largest, order) = cash.largest_before(day("2026-11-10"));
    assert_eq!((largest.unwrap().kind, order.unwrap().order.as_deref()), (FlowKind::Running, Some("PO-1")));
    assert_eq!(cash.largest_before(day("2026-09-10")), (None, None));
}

#[test]
fn an_opening_is_asked_for_and_must_not_be_old() {
    let flow = "flows: [{date: 2026-10-20, amount: -7 USD, what: Tax}]";
    assert_eq!(codes(&Case::new(flow).cash().1), ["H006"]);
    let old = "opening: {date: 2026-07-02, amount: 90000 USD}\n";
    assert_eq!(codes(&Case::new(old).cash().1), ["H005"]);
    let recent = "opening: {date: 2026-07-03, amount: 90000 USD}\n";
    assert_eq!(codes(&Case::new(recent).cash().1), [""; 0]);
}

#[test]
fn a_company_without_limit_or_cash_file_is_told_nothing() {
    let company = COMPANY.replace("- {id: C, metric: peak_cash_need, year: 2026, limit: 3000 USD}\n", "");
    let mut case = Case::new("").with("company.yaml", &company);
    case.files.retain(|(name, _)| *name != "cash.yaml");
    let (cash, findings) = case.cash();
    assert_eq!(codes(&findings), [""; 0]);
    assert!(!cash.flows.is_empty());
}

#[test]
fn a_batch_is_counted_once() {
    let batch = "
batch: {id: B-1, product: mug, units: 100}
cash: [{date: 2026-09-01, amount: -120 USD}, {date: 2026-10-09, amount: -280 USD}, {date: 2026-11-09, amount: 900 USD}]
";
    let case = Case::new(OPENING).with("batches/B-1.yaml", batch);
    let of_batch = |cash: &Cash| cash.flows.iter().filter(|flow| flow.batch.is_some()).count();
    // What is paid is in the opening, what comes in is part of the payouts.
    assert_eq!(of_batch(&case.cash().0), 1);
    let carried = STOCK.replace("SH-1", "B-1");
    assert_eq!(of_batch(&case.with("stock.yaml", &carried).cash().0), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn curves_of_parts_sum_to_that_of_the_company(
        flows in prop::collection::vec((0..300_i32, -9000..9000_i128, 0..4_usize), 1..80), at in 0..300_i32,
    ) {
        let products = [None, Some("a"), Some("b"), Some("c")];
        let flow = |(n, cents, product): &(i32, i128, usize)| Flow {
            product: products[*product].map(ProductId::new),
            ..Flow::new(day("2026-01-01") + *n, Ratio::from_scaled(*cents, 2), FlowKind::Other)
        };
        let cash = Cash { flows: flows.iter().map(flow).collect(), ..Cash::default() };
        let on = day("2026-01-01") + at;
        let part = |id: &Option<&str>| {
            let curve = cash.curve_of(|flow| flow.product.as_ref().map(|id| id.as_str()) == *id);
            curve.map_or_else(Ratio::zero, |curve| curve.on(on))
        };
        let sum: Ratio = products.iter().map(part).sum();
        prop_assert_eq!(sum, cash.curve().unwrap().on(on));
    }
}
