//! What a user gets wrong: exit code 1, a finding at the right line, and the old site left as it was.
//!
//! Each case starts from the same small sound workspace and breaks one file of it.

use crate::harness::Test;

const CONFIG: &str =
    "site: {title: Shop, languages: [en]}\ncurrency: USD\nsources: [{path: results/*.csv}]\n";

const COMPANY: &str = "\
company: {id: shop, name: Shop, reporting_currency: USD, timezone: Asia/Taipei}
goals:
- {id: G, metric: sales, year: 2026, target: 1200.00 USD}
allocation:
  goal: G
  product: {mug: 1}
  marketplace: {default: {US: 1}}
  month: {default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}
";

const PRODUCTS: &str = "\
products:
- {id: mug, name: Mug, status: live, skus: [{sku: M-1}]}
";

const MARKETPLACES: &str = "\
marketplaces:
- {id: US, channel: amazon, domain: amazon.com, currency: USD}
";

const PAGE: &str =
    "---\ntitle: Notes\n---\n\nSales were {{sales 2026-10}}.\n\nSee [the mug](@product/mug).\n";

const RESULTS: &str =
    "date,marketplace,sku,units,sales\n2026-10-01,US,M-1,3,30.00\n2026-10-31,US,M-1,5,50.00\n";

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
