//! `opsreport new`.

use crate::harness::Test;

#[test]
fn a_new_workspace_builds_at_once() {
    let made = Test::new().args(["new", "shop", "--today", "2026-11-22"]).says("files to shop").code(0);
    assert!(made.exists("shop/.github/workflows/opsreport.yml"));
    assert!(made.text("shop/results/daily/2026-10.csv").contains("\n2026-10-31,US,MY-BOTTLE-01,"));
    assert!(!made.text("shop/cycles/2026-10.yaml").contains('@'));
    let built =
        made.then().args(["build", "--root", "shop", "--today", "2026-11-22"]).says("published").code(0);
    assert!(built.exists("public/index.html"));
}

#[test]
fn nothing_is_wrong_with_a_new_workspace() {
    let made = Test::new().args(["new", "shop", "--today", "2026-11-22"]).code(0);
    made.then().args(["check", "--root", "shop", "--deny", "warning", "--today", "2026-11-22"]).code(0);
}

#[test]
fn a_month_has_only_its_own_days() {
    let made = Test::new().args(["new", "shop", "--today", "2027-03-05"]).code(0);
    let results = made.text("shop/results/daily/2027-02.csv");
    assert!(results.contains("2027-02-28,") && !results.contains("2027-02-29,"));
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let ran = Test::new()
        .file("shop/notes.txt", "mine")
        .args(["new", "shop"])
        .stderr("error: shop is not empty: opsreport new writes into a new or an empty folder\n")
        .code(2);
    assert_eq!(ran.tree("shop"), [("notes.txt".to_owned(), "mine".to_owned())]);
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    Test::new().file("file", "").args(["new", "file/shop"]).says("error: cannot write file/shop").code(3);
}

/// A month in which the bottle sold the same every day, more from month to month.
fn month(month: u32) -> String {
    let row = |day| format!("2026-{month:02}-{day:02},US,MY-BOTTLE-01,{month},{month},{month}.00\n");
    let last = if month == 9 { 30 } else { 31 };
    format!("date,marketplace,sku,orders,units,sales\n{}", (1..=last).map(row).collect::<String>())
}

#[test]
fn a_briefing_is_begun_with_the_facts_of_the_period_and_never_over_another() {
    let made = Test::new().args(["new", "shop", "--today", "2026-11-22"]).code(0);
    let begin = ["new", "--briefing", "--marketplace", "US", "shop", "--lang", "en", "--today", "2026-11-22"];
    let begun = made
        .then()
        .file("shop/results/daily/2026-08.csv", &month(8))
        .file("shop/results/daily/2026-09.csv", &month(9))
        .args(begin)
        .says("wrote shop/briefings/2026-11.yaml")
        .code(0);
    let text = begun.text("shop/briefings/2026-11.yaml");
    assert!(
        text.contains(
            "briefing: {id: MB-2026-11, issued: 2026-11-22, author: lin, covers: {marketplace: US}, next: 2026-12-22}"
        )
    );
    assert!(text.contains("  evidence:\n  - {fact: {zh-Hant: \"銷售額"), "{text}");
    assert!(text.contains(", source: canonical, asof: 2026-10-31}"), "{text}");
    assert!(text.contains("  changed_since: MB-2026-10-1\n"), "{text}");
    assert!(text.contains("80%") && text.contains("briefings/2026-10.yaml:"), "{text}");
    let forecast = text.lines().find(|line| line.contains("# forecast:")).unwrap();
    let known = [
        "metric: sales, scope: {marketplace: US}, period: 2026-",
        "point: ",
        " USD, interval: {level: 80%, lo: ",
    ];
    assert!(known.iter().all(|part| forecast.contains(part)) && !forecast.contains('?'), "{forecast}");
    assert!(begun.exists("shop/briefings/2026-11.md") && begun.exists("shop/briefings/2026-11.en.md"));
    let built = begun.then().args(["build", "--root", "shop", "--today", "2026-11-22"]).says("B001").code(0);
    assert!(built.exists("public/market/mb-2026-11.html"));
    let again = built.then().args(begin).says("is there already").code(2);
    assert_eq!(again.text("shop/briefings/2026-11.yaml"), text);
}

#[test]
fn a_briefing_of_what_is_not_there_is_not_begun() {
    for (flag, says) in [
        ("--category", "market.yaml has no category mugs"),
        ("--marketplace", "there is no marketplace mugs"),
    ] {
        let made = Test::new().args(["new", "shop", "--today", "2026-11-22"]).code(0);
        let ran = made.then().args(["new", "--briefing", flag, "mugs", "shop", "--today", "2026-11-22"]);
        assert!(!ran.says(says).code(2).exists("shop/briefings/2026-11.yaml"));
    }
    Test::new().args(["new"]).code(2);
    Test::new().args(["new", "--category", "mugs", "shop"]).code(2);
}
