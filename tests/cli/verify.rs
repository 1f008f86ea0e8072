//! `opsreport verify` as a user runs it.

use crate::harness::Test;

const PAGE: &str = "---\ntitle: A page\n---\nWords.\n";

#[test]
fn a_published_site_is_proven_and_a_changed_page_named() {
    let built = Test::workspace().file("content.md", PAGE).args(["build", "--quiet"]).code(0);
    let whole = built.then().args(["verify", "--out", "public"]).says("is whole").code(0);
    assert!(whole.out.starts_with("public: whole ("), "{}", whole.out);
    let page = whole.text("public/index.html").replacen("<", "< ", 1);
    let told = whole.then().file("public/index.html", &page).args(["verify"]).says("1 is not").code(4);
    assert_eq!(
        told.out,
        "public: NOT as it was published\n  changed: index.html (other bytes than manifest-sha256.txt says)\n"
    );
    let json = told.then().args(["verify", "public", "--format", "json", "--lang", "zh-Hant"]).code(4);
    let record: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(record["kind"], "site");
    assert_eq!(record["whole"], false);
    assert_eq!(record["faults"][0]["what"], "changed");
    assert_eq!(record["faults"][0]["file"], "index.html");
}

#[test]
fn a_folder_that_is_no_bag_among_archives_is_a_fault() {
    let test = Test::workspace().file("archive/2026-q3/data/site/index.html", "x").args(["verify"]);
    let told = test.code(4);
    assert!(told.out.contains("missing: bagit.txt"), "{}", told.out);
    let test = told.then().file("archive/2026-q4.zip", "PK").args(["verify", "archive/2026-q4.zip"]);
    assert!(test.code(4).out.contains("cannot be read: 2026-q4.zip"));
}

#[test]
fn nothing_to_verify_is_wrong_use() {
    Test::workspace().args(["verify"]).says("nothing to verify").code(2);
    Test::new().args(["verify", "nowhere"]).says("cannot read nowhere").code(3);
}
