//! What a user gets wrong: exit code 1, a finding at the right line, and the old site left as it was.
//!
//! Each case starts from the same small sound workspace and breaks one file of it.

use crate::harness::Test;

const CONFIG: &str =
    "site: {title: Shop, languages: [en]}\ncurrency: USD\nsources: [{path: results/*.csv}]\n";

const COMPANY: &str = include_str!("../fixtures/shop/company.yaml");
const PRODUCTS: &str = include_str!("../fixtures/shop/products.yaml");
const MARKETPLACES: &str = include_str!("../fixtures/shop/marketplaces.yaml");
const RESULTS: &str = include_str!("../fixtures/shop/october.csv");

const PAGE: &str =
    "---\ntitle: Notes\n---\n\nSales were {{sales 2026-10}}.\n\nSee [the mug](@product/mug).\n";

fn shop() -> Test {
    Test::new()
        .file("opsreport.yaml", CONFIG)
        .file("company.yaml", COMPANY)
        .file("products.yaml", PRODUCTS)
        .file("marketplaces.yaml", MARKETPLACES)
        .file("pages/notes.md", PAGE)
        .file("results/october.csv", RESULTS)
}

/// One fault: the file, what is broken in it, and the first line of the finding.
struct Fault(&'static str, &'static str, (&'static str, &'static str), &'static str);

const FAULTS: &[Fault] = &[
    Fault(
        "company.yaml",
        COMPANY,
        ("product: {mug: 1}", "product: {mugg: 1}"),
        "company.yaml:6:13: error[X001]: There is no product `mugg`.",
    ),
    Fault(
        "company.yaml",
        COMPANY,
        ("product: {mug: 1}", "product: {mug: 0}"),
        "company.yaml:6:12: error[G007]",
    ),
    Fault(
        "products.yaml",
        PRODUCTS,
        (
            "skus: [{sku: M-1}]}\n",
            "skus: [{sku: M-1}]}\n- {id: mug, name: Other, status: live, skus: [{sku: M-2}]}\n",
        ),
        "products.yaml:3:8: error[X002]",
    ),
    Fault(
        "products.yaml",
        PRODUCTS,
        ("status: live", "status: live, launch: 2026-02-30"),
        "products.yaml:2:46: error[Y007]: `2026-02-30` is not a date.",
    ),
    Fault("pages/notes.md", PAGE, ("{{sales ", "{{slaes "), "pages/notes.md:5:12: error[M002]"),
    Fault("results/october.csv", RESULTS, ("5,50.00", "five,50.00"), "results/october.csv:3:19: error[I103]"),
    Fault("pages/notes.md", PAGE, ("@product/mug", "@product/mgu"), "pages/notes.md:7:5: error[M003]"),
];

#[test]
fn the_sound_workspace_builds() {
    let ran = shop().args(["build", "--today", "2026-11-22"]).code(0);
    assert!(ran.text("public/products/mug.html").contains("Mug"));
}

#[test]
fn each_fault_is_reported_at_its_line_and_leaves_the_old_site() {
    for Fault(path, sound, (good, bad), finding) in FAULTS {
        assert!(sound.contains(good), "{path} holds {good}");
        let ran = shop().args(["build", "--today", "2026-11-22"]).code(0);
        let before = ran.text("public/index.html");
        let test = ran.then().file(path, &sound.replacen(good, bad, 1));
        let ran = test.args(["build", "--today", "2026-11-22"]).says(finding).code(1);
        assert_eq!(ran.text("public/index.html"), before, "{path}: {bad}");
    }
}

#[test]
fn a_table_without_a_day_is_told_with_its_line_and_what_stands_there() {
    let test =
        shop().file("results/october.csv", "date,marketplace,sku,units\nsoon,US,M-1,3\nlater,US,M-1,5\n");
    let test = test.args(["check", "--lang=en"]).says("results/october.csv:2:1: error[I101]");
    test.says("columns are those of canonical").says("“date”: the first says “soon”").code(1);
}

#[test]
fn a_wrong_header_of_the_log_of_forecasts_is_one_finding() {
    let rows = "2026-11-20,shop,sales,2026-12-01,2026-12-31,9,7,11,USD\n".repeat(3);
    let header = "issued,author,metrik,from,to,point,lo80,hi80,unit";
    let test = shop().file("forecasts/issued/2026-11-20.csv", &format!("{header}\n{rows}"));
    let test = test
        .args(["check", "--lang=en", "--today=2026-11-22"])
        .says("Did you mean metric?")
        .says("\n1 error");
    test.says(
        "forecasts/issued/2026-11-20.csv:1:15: error[O006]: The log of forecasts has no column metrik, and",
    )
    .code(1);
}

#[test]
fn why_a_file_is_not_read_is_told_in_the_language_of_the_reader() {
    let config = format!("{CONFIG}lint: {{baseline: ../known.yaml}}\n");
    let test = shop().file("opsreport.yaml", &config).args(["check", "--lang=zh-Hant"]);
    test.says("error[X006]: 無法讀取這個檔案：它在工作區之外\n").code(1);
}

#[test]
fn a_site_behind_a_link_to_nothing_is_refused_in_words() {
    let test = shop();
    std::os::unix::fs::symlink("gone", test.path("out")).unwrap();
    let test = test.args(["build", "--lang=en", "--out=out", "--today=2026-11-22"]);
    test.says("cannot publish to out: it leads through a link to a folder that is not there").code(3);
}
