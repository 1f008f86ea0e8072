//! A plan that is frozen is the plan it was; what changes after it is found where it changed.

use std::collections::BTreeMap;

use super::*;
use crate::plan::{Change, FreezeRequest, changes};
use crate::quantity::{Id, MeasureId, Period, Ratio, Scope};
use crate::workspace::load;
use crate::world::Memory;

const COMPANY: &str = "company: {id: x, name: X, reporting_currency: USD}
goals:
- {id: G1, metric: sales, year: 2026, target: 1200.01 USD, prior: 400 USD, growth: {value: 200.0025%, meaning: increase}, owner: lin}
- {id: G2, metric: cvr, year: 2026, target: 9.55%, owner: lin, by: [{scope: {marketplace: JP}, target: 1/3}]}
- {id: G3, metric: peak_cash_need, year: 2026, limit: 500 USD, owner: lin}
- {id: G4, metric: sales, year: 2027, target: 2000 USD, owner: lin}
allocation:
- goal: G1
  product: {mug: 2, pot: 1}
  marketplace: {default: {US: 3, JP: 1.5}, pot: {US: 1}}
  month: {default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], pot: [0, 0, 0, 0, 0, 0, 0, 0, 1, 2.25, 3, 4]}
  day: {weekday: {mon: 1, tue: 2, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1}, events: from-calendar}
- {goal: G4, follows: G1, product: {mug: 1}}
";

fn world(company: &str, plans: &[(String, String)]) -> Memory {
    let fixed = [
        ("opsreport.yaml", "title: X"),
        (
            "products.yaml",
            "products: [{id: mug, price: {US: 9.99 USD, JP: [{from: 2026-01-01, amount: 980 JPY}]}}, {id: pot, launch: 2026-09-10, last_day: 2026-12-20}]",
        ),
        (
            "marketplaces.yaml",
            "marketplaces: [{id: US, currency: USD}, {id: JP, currency: JPY}]\nrates: [{id: fx, pair: USDJPY, from: 2026-01-01, plan: 150}]",
        ),
        (
            "calendar.yaml",
            "events: [{id: sale, kind: demand, from: 2026-06-10, to: 2026-06-12, markets: [US], lift: 2.5, peaks: [{date: 2026-06-11, lift: 4}]}]",
        ),
        ("departments.yaml", "people: [{id: lin, name: Lin}]"),
    ];
    let fixed = fixed.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let plans = plans.iter().map(|(path, text)| (path.clone(), text.as_bytes().to_vec()));
    let company = ("company.yaml".to_owned(), company.as_bytes().to_vec());
    let files: BTreeMap<_, _> = fixed.chain(plans).chain([company]).collect();
    Memory { files, today: Day::parse("2026-01-05").unwrap() }
}

fn workspace(company: &str, plans: &[(String, String)]) -> Workspace {
    let (workspace, findings) = load(&world(company, plans));
    workspace.unwrap_or_else(|| panic!("{findings:?}"))
}

/// The workspace with its plan of 2026 frozen.
fn frozen(id: &str, company: &str, plans: &[(String, String)]) -> (String, String) {
    let own = workspace(company, plans);
    let request = FreezeRequest {
        id: Id::new(id),
        by: Id::new("lin"),
        reason: "以\"計畫\"為準: 1".to_owned(),
        year: None,
    };
    let frozen = request.answer(&own, &own.allocations, Day::parse("2026-01-05").unwrap()).unwrap();
    (frozen.path, frozen.text)
}

fn changed(company: &str, plans: &[(String, String)]) -> Vec<Change> {
    let workspace = workspace(company, plans);
    let (live, _) = Plan::of(&PlanSource::today(&workspace));
    changes((&workspace, &workspace.allocations), &live, &Version::all(&workspace)).0
}

#[test]
fn a_frozen_plan_is_the_plan_to_the_last_digit() {
    let v1 = frozen("2026-v1", COMPANY, &[]);
    let plans = [v1];
    let workspace = workspace(COMPANY, &plans);
    let (live, _) = Plan::of(&PlanSource::today(&workspace));
    let versions = Version::all(&workspace);
    let [version] = versions.as_slice() else { panic!("{versions:?}") };
    let sales = MeasureId::new("sales");
    assert_eq!(version.plan.spine(&sales, 2026), live.spine(&sales, 2026));
    assert_eq!(version.plan.rate(&MeasureId::new("cvr"), 2026), live.rate(&MeasureId::new("cvr"), 2026));
    assert_eq!(version.plan.spine(&sales, 2027), None, "a version is of one year");
    assert_eq!(changed(COMPANY, &plans), []);
    let prices = |prices: &[crate::workspace::Price]| -> Vec<_> {
        prices.iter().map(|price| (price.marketplace.value.clone(), price.from, price.amount)).collect()
    };
    assert_eq!(prices(&workspace.versions[0].products[0].prices), prices(&workspace.products[0].prices));
}

#[test]
fn a_second_version_replaces_the_first_and_is_the_latest() {
    let v1 = frozen("2026-v1", COMPANY, &[]);
    let v2 = frozen("2026-v2", COMPANY, std::slice::from_ref(&v1));
    assert!(v2.1.contains("\nreplaces: 2026-v1\n"), "{}", v2.1);
    let workspace = workspace(COMPANY, &[v1, v2]);
    assert_eq!(workspace.latest_version(2026).unwrap().id, VersionId::new("2026-v2"));
}

#[test]
fn a_change_is_found_where_it_was_made() {
    let plans = [frozen("2026-v1", COMPANY, &[])];
    for (from, to, at, scope, period, by) in [
        ("pot: 1}", "pot: 2}", (9, 12), Scope::company(), Some("2026-12"), None),
        ("default: [1, 1", "default: [1, 2", (11, 20), Scope::company(), Some("2026-02"), None),
        ("tue: 2", "tue: 3", (12, 8), Scope::company(), None, None),
        ("target: 9.55%", "target: 9.6%", (4, 3), Scope::company(), None, None),
        ("limit: 500", "limit: 600", (5, 3), Scope::company(), None, None),
    ] {
        let company = COMPANY.replacen(from, to, 1);
        let all = changed(&company, &plans);
        let [change] = all.as_slice() else { panic!("{from}: {all:?}") };
        assert_eq!((change.place.line, change.place.column), at, "{from}");
        let moved = change.moved.as_ref().filter(|moved| !moved.by.is_zero());
        if let Some(period) = period {
            let moved = moved.unwrap();
            assert_eq!((moved.scope.clone(), moved.period), (scope, Period::parse(period).unwrap()));
            if let Some(by) = by {
                assert_eq!(moved.by.round_scaled(0), Ratio::parse(by).unwrap().round_scaled(0));
            }
        }
    }
    assert_eq!(changed(&COMPANY.replace("target: 2000", "target: 3000"), &plans), [], "2027 is not frozen");
}

#[test]
fn variances_are_measured_against_the_version_chosen() {
    let v1 = frozen("2026-v1", COMPANY, &[]);
    let higher = COMPANY
        .replace("1200.01", "2400.02")
        .replace(" prior: 400 USD, growth: {value: 200.0025%, meaning: increase},", "");
    let v2 = frozen("2026-v2", &higher, std::slice::from_ref(&v1));
    let mut workspace = workspace(&higher, &[v1, v2]);
    let (live, _) = Plan::of(&PlanSource::today(&workspace));
    let versions = Version::all(&workspace);
    let year = Period::Year(2026).span();
    let (sales, company) = (MeasureId::new("sales"), Scope::company());
    let place = workspace.config.place.clone();
    let named = |id: &str| {
        AgainstPlan::Version(crate::workspace::At { value: VersionId::new(id), place: place.clone() })
    };
    for (choice, expected) in [
        (AgainstPlan::InForce, "2400.02"),
        (AgainstPlan::Original, "1200.01"),
        (named("2026-v1"), "1200.01"),
        (named("2026-v2"), "2400.02"),
    ] {
        workspace.config.compare.plan = choice.clone();
        let plan = against(&live, &versions, &workspace);
        let value = plan.value(&workspace.catalogue, &sales, (&company, year));
        assert_eq!(value, Ratio::parse(expected), "{choice:?}");
        let next = plan.value(&workspace.catalogue, &sales, (&company, Period::Year(2027).span()));
        assert_eq!(next, Ratio::parse("2000"), "a year without a version has the plan in force");
    }
}

#[test]
fn what_cannot_be_frozen_says_why() {
    use crate::plan::CannotFreeze;
    let v1 = frozen("2026-v1", COMPANY, &[]);
    let own = workspace(COMPANY, &[v1]);
    let ask = |id: &str, by: &str, reason: &str, year: Option<i16>| {
        let request = FreezeRequest { id: Id::new(id), by: Id::new(by), reason: reason.to_owned(), year };
        request.answer(&own, &own.allocations, Day::parse("2026-01-05").unwrap()).unwrap_err()
    };
    assert_eq!(ask("v", "lin", " ", None), CannotFreeze::NoReason);
    assert_eq!(ask("v", "nobody", "x", None), CannotFreeze::Nobody(Id::new("nobody")));
    assert_eq!(ask("v", "lin", "x", Some(2030)), CannotFreeze::NoGoals(2030));
    assert!(matches!(ask("2026-v1", "lin", "x", None), CannotFreeze::Taken(..)));
}
