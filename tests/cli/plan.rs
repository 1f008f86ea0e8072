//! `opsreport plan`: versions that are written once, and months proposed from results.

use crate::harness::Test;

const PRODUCTS: &str = "products: [{id: mug, skus: [{sku: M}]}]\n";
const PLACES: &str = "marketplaces: [{id: US, currency: USD}]\n";
const PEOPLE: &str = "people: [{id: lin, name: Lin}]\n";

fn company(month: &str, target: &str) -> String {
    format!(
        "company: {{id: x, name: X, reporting_currency: USD}}\n\
         goals: [{{id: G, metric: sales, year: 2026, target: {target} USD, owner: lin}}]\n\
         allocation:\n- goal: G\n  product: {{mug: 1}}\n  marketplace: {{default: {{US: 1}}}}\n  month: {month}   # mine\n"
    )
}

const EVEN: &str = "{default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}";

fn shop(month: &str) -> Test {
    let months =
        (1..=12).map(|month| format!("2025-{month:02}-01,US,M,100\n2025-{month:02}-28,US,M,{month}\n"));
    let sales = format!("date,marketplace,sku,sales\n{}2025-12-31,US,M,0\n", months.collect::<String>());
    Test::new()
        .file("opsreport.yaml", "title: Shop\nlanguages: [en]\nsource: sales.csv\n")
        .file("products.yaml", PRODUCTS)
        .file("marketplaces.yaml", PLACES)
        .file("departments.yaml", PEOPLE)
        .file("company.yaml", &company(month, "1200.00"))
        .file("sales.csv", &sales)
}

const FREEZE: [&str; 9] =
    ["plan", "freeze", "--id", "2026-v1", "--by", "lin", "--reason", "agreed: \"all\"", "--today=2026-01-05"];

#[test]
fn a_plan_is_frozen_once_and_never_written_over() {
    let ran = shop(EVEN).args(FREEZE).says("kept the plan of 2026 in plans/2026-v1.yaml").code(0);
    let text = ran.text("plans/2026-v1.yaml");
    for line in [
        "id: 2026-v1\n",
        "frozen: 2026-01-05\n",
        "reason: \"agreed: \\\"all\\\"\"\n",
        "  target: 1200.00 USD\n",
    ] {
        assert!(text.contains(line), "{text}");
    }
    let again = ran.then().args(FREEZE).says("plans/2026-v1.yaml is there already").code(2);
    assert_eq!(again.text("plans/2026-v1.yaml"), text);
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let ran = shop(EVEN).file("plans/2026-v1.yaml", "").args(FREEZE).says("is there already").code(2);
    assert_eq!(ran.text("plans/2026-v1.yaml"), "");
}

#[test]
fn a_frozen_plan_is_the_plan_until_it_is_changed() {
    let ran = shop(EVEN).args(FREEZE).code(0);
    let asked = ["table", "versions", "--format", "csv", "--today=2026-01-06", "--lang=en"];
    let ran = ran.then().args(asked).code(0);
    let rows: Vec<&str> = ran.out.lines().collect();
    assert_eq!(rows[0], "version,frozen,by,metric,month,amount,currency,difference");
    assert_eq!(rows[1], "2026-v1,2026-01-05,lin,sales,2026-01,100.00,USD,");
    assert_eq!(rows[13], "in-force,,,sales,2026-01,100.00,USD,0.00");
    assert_eq!(rows.len(), 25);
    let changed = ran.then().file("company.yaml", &company(EVEN, "1320.00"));
    let ran = changed
        .args(["check", "--today=2026-01-06", "--lang=en"])
        .says("warning[V001]")
        .says("+10.00 USD")
        .code(0);
    let built = ran.then().args(["build", "--today=2026-01-06", "--lang=en"]).code(0);
    assert!(built.text("public/plan.html").contains("draft (changed after 2026-v1)"));
    let next =
        ["plan", "freeze", "--id=2026-v2", "--by=lin", "--reason=more", "--year=2026", "--today=2026-02-01"];
    let ran = built.then().args(next).code(0);
    assert!(ran.text("plans/2026-v2.yaml").contains("\nreplaces: 2026-v1\n"));
    let ran = ran.then().args(["build", "--today=2026-02-02", "--lang=en"]).code(0);
    assert!(ran.text("public/plan.html").contains("Plan 2026-v2, frozen 2026-02-01"));
}

#[test]
fn variances_name_the_plan_they_are_measured_against() {
    let ran = shop(EVEN).args(FREEZE).code(0);
    let test = ran.then().file("company.yaml", &company(EVEN, "2400.00"));
    let original = "title: Shop\nlanguages: [en]\nsource: sales.csv\ncompare: {plan: original}\n";
    let asked = [
        "table",
        "variance",
        "--metric",
        "sales",
        "--by",
        "year",
        "--from=2026-01-01",
        "--to=2026-12-31",
        "--format=csv",
    ];
    let ran = test.file("opsreport.yaml", original).args(asked).code(0);
    let rows: Vec<&str> = ran.out.lines().collect();
    assert!(rows[0].ends_with(",plan_version") && rows[1].ends_with(",2026-v1"), "{rows:?}");
    assert_eq!(rows.len(), 2);
    let built = ran.then().args(["build", "--today=2026-02-02", "--lang=en"]).code(0);
    assert!(built.text("public/plan.html").contains("Measured against plan 2026-v1, frozen 2026-01-05"));
}

#[test]
fn nothing_is_frozen_while_the_plan_has_errors() {
    let ran = shop("{default: [1, 2]}").args(FREEZE).says("nothing was frozen").code(1);
    assert!(!ran.exists("plans"));
    let [a, b, c, d, e, _, g, h, i] = FREEZE;
    shop(EVEN).args([a, b, c, d, e, "ann", g, h, i]).says("nobody named ann").code(2);
    shop(EVEN).args([a, b, c, "../x", e, "lin", g, h, i]).says("a name such as 2026-v2").code(2);
}

#[test]
fn months_are_proposed_beside_those_that_hold() {
    let asked = ["plan", "season", "--goal", "G", "--format", "csv", "--today=2026-01-06", "--lang=en"];
    let ran = shop(EVEN).args(asked).code(0);
    let rows: Vec<&str> = ran.out.lines().collect();
    assert!(rows[0].starts_with("product,row,2026-01,2026-02,"), "{}", rows[0]);
    assert_eq!(rows[1], "default,proposed,79,80,81,81,82,83,84,84,85,86,87,88,sales 2025 (pooled)");
    assert_eq!(rows[4], "mug,proposed,79,80,81,81,82,83,84,84,85,86,87,88,sales 2025");
    let [a, b, c, _, e, f, g, h] = asked;
    ran.then().args([a, b, c, "X", e, f, g, h]).says("X is no goal that is split; these are: G").code(2);
    let ran = shop(EVEN)
        .args(["plan", "season", "--goal", "G", "--write", "--lang=en"])
        .says("only from-history")
        .code(2);
    assert_eq!(ran.text("company.yaml"), company(EVEN, "1200.00"));
}

#[test]
fn months_are_written_where_they_were_asked_for() {
    let asked = ["plan", "season", "--goal=G", "--write", "--today=2026-01-06", "--lang=en"];
    let ran = shop("{default: from-history}").args(asked).says("company.yaml, line 7").code(0);
    let comment =
        "  # proposed from sales of 2025, events moved to 2026, by opsreport plan season on 2026-01-06\n";
    let weights = "{default: [79, 80, 81, 81, 82, 83, 84, 84, 85, 86, 87, 88]}";
    let expected = company(weights, "1200.00").replace("  month:", &format!("{comment}  month:"));
    assert_eq!(ran.text("company.yaml"), expected);
    let ran = ran.then().args(["check", "--today=2026-01-06", "--lang=en"]).code(0);
    ran.then().args(asked).says("only from-history is ever replaced").code(2);
}
