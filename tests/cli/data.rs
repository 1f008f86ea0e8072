//! The page of the data and the line under every head: what was read, and what was not.

use crate::harness::{Ran, Test};

const SOURCES: &str = "\
title: Shop
languages: [en]
currency: USD
sources:
- {path: \"results/**/*.csv\"}
lint: {levels: {I101: warning, I103: warning}}
";

const OCTOBER: &str =
    "date,marketplace,sku,units,sales\n2026-10-01,US,M-1,2,20.00\n2026-10-31,US,M-1,1,10.00\n";

fn built(files: &[(&str, &str)]) -> Ran {
    let mut test = Test::new().file("opsreport.yaml", SOURCES);
    for (path, text) in files {
        test = test.file(path, text);
    }
    test.args(["build", "--today", "2026-11-04", "--quiet"]).code(0)
}

/// The words of a page, without its markup.
fn words(ran: &Ran, path: &str) -> String {
    let html = ran.text(&format!("public/{path}"));
    let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "lacks “{part}”: {text}");
    }
}

#[test]
fn clean_data_say_so_and_how_old_they_are() {
    let ran = built(&[("results/a.csv", OCTOBER)]);
    for page in ["index.html", "products/m-1.html", "method.html"] {
        holds(&words(&ran, page), &["Data to 2026-10-31, 4 days ago", "1 file"]);
    }
    let data = words(&ran, "data.html");
    holds(
        &data,
        &[
            "1 file and 2 rows were read whole",
            "Nothing: every file was recognised",
            "No two kinds of report",
        ],
    );
    assert!(!data.contains("refused"), "{data}");
    holds(
        &words(&ran, "data/canonical-2026.html"),
        &["2026-10-01 to 2026-10-31", "results/a.csv · 2 rows read", "Sales 30.00 USD"],
    );
}

#[test]
fn what_is_wrong_stands_on_every_page_and_leads_to_the_file() {
    let wrong = OCTOBER.replace("2,20.00", "x,20.00");
    let ran = built(&[("results/a.csv", &wrong), ("results/b.csv", "Sold on,Article,Pieces\n1,2,3\n")]);
    let home = ran.text("public/index.html");
    holds(&home, &["<li class=\"warn\"><a href=\"data.html#hand\">1 file not recognised, 1 row refused</a>"]);
    let data = ran.text("public/data.html");
    let link = "<a href=\"data/canonical-2026.html#file-0\">results/a.csv</a> <small>1 row refused</small>";
    holds(&data, &[link, "<a href=\"data/unrecognised-undated.html#file-1\">results/b.csv</a>"]);
    let page = ran.text("public/data/canonical-2026.html");
    holds(
        &page,
        &["<section id=\"file-0\">", "2:19", "is not a whole number", "<details class=\"more\" open>"],
    );
    holds(&words(&ran, "data/unrecognised-undated.html"), &["No kind of file that is known", "whole file"]);
}

#[test]
fn days_between_files_that_nobody_gives_are_named() {
    let august = OCTOBER.replace("-10-", "-08-");
    let ran = built(&[("results/a.csv", &august), ("results/b.csv", OCTOBER)]);
    let data = words(&ran, "data.html");
    holds(&data, &["gaps between known days", "2026-09-01 to 2026-09-30", "2026-08-01"]);
}

#[test]
fn without_files_the_first_lines_are_shown() {
    let ran = Test::new()
        .file("opsreport.yaml", "title: Shop\nlanguages: [en]\ncurrency: USD\nsource: sales.csv\n")
        .args(["build", "--today", "2026-11-04", "--quiet"])
        .code(0);
    holds(&words(&ran, "data.html"), &["There are no files of results yet", "sources:"]);
    assert!(!ran.text("public/data.html").contains("class=\"trust\""));
}

#[test]
fn families_of_reports_that_end_on_different_days_are_named() {
    let report = "\
(Child) ASIN,Sessions - Total,Units Ordered,Ordered Product Sales
M-1,100,10,$100.00
";
    let sources = SOURCES.replace("results/**/*.csv", "results/{marketplace}/{period}/*.csv");
    let ran = Test::new()
        .file("opsreport.yaml", &sources)
        .file("results/US/2026-10/a.csv", OCTOBER)
        .file("results/US/2026-09/b.csv", report)
        .args(["build", "--today", "2026-11-04", "--quiet"])
        .code(0);
    let home = words(&ran, "index.html");
    holds(&home, &["Data to 2026-10-31, 4 days ago Daily results 10-31 Business report 09-30"]);
}
