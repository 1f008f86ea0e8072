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
