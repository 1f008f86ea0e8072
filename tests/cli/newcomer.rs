//! The first hour: one file of results, or a few texts, and what the site makes of them.

use crate::harness::{Ran, Test};

const CSV: &str = "date,marketplace,sku,units,sales\n\
                   2026-10-01,US,MUG-01,3,59.97\n\
                   2026-10-02,US,MUG-01,5,99.95\n";

fn shop(csv: &str) -> Test {
    Test::new()
        .file("opsreport.yaml", "title: My shop\ncurrency: USD\nsource: sales.csv\n")
        .file("sales.csv", csv)
}

fn pages(ran: &Ran) -> Vec<String> {
    let paths = ran.tree("public").into_iter().map(|(path, _)| path);
    paths.filter(|path| path.ends_with(".html") && !path.starts_with("en/")).collect()
}

#[test]
fn one_file_of_results_makes_no_page_without_content() {
    let ran = shop(CSV).args(["build", "--today", "2026-11-22"]).code(0);
    assert_eq!(
        pages(&ran),
        [
            "404.html",
            "analysis.html",
            "data/canonical-2026.html",
            "data.html",
            "index.html",
            "marketplaces/index.html",
            "marketplaces/us.html",
            "method.html",
            "products/index.html",
            "products/mug-01.html",
            "weekly.html",
        ]
    );
}

#[test]
fn texts_alone_make_no_page_of_figures() {
    let ran = Test::workspace()
        .file("first.md", "---\ntitle: First\ntags: [stock]\n---\n\nHello.\n")
        .args(["build", "--today", "2026-11-22"])
        .code(0);
    let expected = ["404.html", "index.html", "pages/first.html", "pages/index.html", "tags/stock.html"];
    assert_eq!(pages(&ran), expected);
}

#[test]
fn a_company_sees_the_parts_that_it_has_not_begun() {
    let company = "company: {id: a, name: A, reporting_currency: USD}\n";
    let ran = shop(CSV).file("company.yaml", company).args(["build", "--today", "2026-11-22"]).code(0);
    for path in ["plan.html", "departments/index.html", "market/index.html", "team.html"] {
        assert!(pages(&ran).iter().any(|page| page == path), "{path}");
    }
}

#[test]
fn a_second_currency_needs_a_rate_and_no_list_of_marketplaces() {
    let csv = "date,marketplace,sku,currency,units,sales\n\
               2026-10-02,US,MUG-01,USD,5,99.95\n\
               2026-10-02,JP,MUG-01,JPY,5,12000\n";
    let rates = "rates:\n- {id: fx, pair: USDJPY, from: 2026-10-02, plan: 150}\n";
    let without =
        shop(csv).args(["build"]).says("- {id: fx, pair: USDJPY, from: 2026-10-02, plan: …}").code(1);
    without.then().file("marketplaces.yaml", rates).args(["build"]).code(0);
}

#[test]
fn a_folder_of_texts_alone_needs_no_configuration() {
    let text = "---\ntitle: How we pack\ntags: [packing]\n---\n\nTwo layers.\n";
    let ran = Test::new().file("packing.md", text).args(["build", "--lang", "en"]).says("info[X009]").code(0);
    assert!(ran.text("public/pages/packing.html").contains("How we pack"));
    Test::new().file("README.md", "nothing").args(["build"]).says("opsreport.yaml").code(2);
}
