//! What later becomes of an archive: verified, compared with today, shown, never written over.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::fs;

use crate::archive::shop;
use crate::harness::Test;

/// A shop with September archived on 20 November.
fn archived() -> Test {
    shop("2026-10-31").args(["archive", "2026-09", "--today=2026-11-20", "--quiet"]).code(0).then()
}

const LATER: &str =
    "date,marketplace,sku,units,sales\n2026-08-01,US,M,2,10\n2026-09-05,US,M,2,11.50\n2026-10-31,US,M,1,5\n";

#[test]
fn what_came_later_is_told_by_cause() {
    let later = archived().file("results/第 3 季.csv", LATER);
    let table = later.args([
        "table",
        "restated",
        "--format=csv",
        "--today=2026-11-22",
        "--where",
        "marketplace=US",
        "--metric=sales,units",
    ]);
    let ran = table.code(0);
    let head = "archive,period,marketplace,product,metric,unit,then,now,difference,late_returns,attribution,\
                cancelled_orders,late_orders,corrected,changed_rates,changed_definition,provisional\n";
    let row = |product: &str, metric: &str, values: &str| {
        format!("2026-09,2026-09,US,{product},{metric},{values},,,,,false\n")
    };
    let of = |product: &str| {
        row(product, "units", "count,3,2,-1,,,-1") + &row(product, "sales", "USD,15.5,11.5,-4,,,-4")
    };
    assert_eq!(ran.out, format!("{head}{}{}", of(""), of("mug")));
    let ran = ran.then().args(["diff", "2026-09", "--format=csv", "--today=2026-11-22"]).code(0);
    assert!(ran.out.contains("figure,2026-09 US mug sales,15.5,11.5,-4,,,-4,,,,\n"), "{}", ran.out);
    let input = ran.out.lines().find(|line| line.starts_with("input,results/第 3 季.csv,")).unwrap();
    assert_eq!(input.split(',').nth(2).unwrap().len(), 64, "{input}");
    let back = ran.then().args(["diff", "now", "2026-09", "--format=csv", "--today=2026-11-22"]).code(0);
    assert!(back.out.contains("figure,2026-09 US mug sales,11.5,15.5,4,,,4,,,,\n"), "{}", back.out);
    back.then().args(["diff", "2026-08"]).says("no archive named 2026-08").code(2);
}

#[test]
fn nothing_changed_is_nothing_restated() {
    let ran = archived().args(["table", "restated", "--format=json", "--today=2026-11-22"]).code(0);
    assert_eq!(ran.out, "[]\n");
}

#[test]
fn a_closed_cycle_that_is_written_anew_is_a_finding() {
    let found = |test: Test| {
        let ran = test.args(["check", "--today=2026-11-22", "--lang=en", "--format=json"]).code(0);
        let told = ran.out.lines().find(|line| line.contains("\"S003\"")).map(str::to_owned);
        (ran, told)
    };
    let (ran, told) = found(archived());
    assert_eq!(told, None);
    let text = ran.text("cycles/2026-09.yaml");
    let (ran, told) = found(ran.then().file("cycles/2026-09.yaml", &format!("{text}# second thoughts\n")));
    let told = told.unwrap();
    assert!(told.contains("archive/2026-09, 2026-11-20") && told.contains("--again REASON"), "{told}");
    let open = text.replace("status: closed, closed: 2026-11-01", "status: open");
    assert_eq!(found(ran.then().file("cycles/2026-09.yaml", &open)).1, None);
}

#[test]
fn a_damaged_archive_is_an_error_and_nothing_is_published() {
    let test = archived().file("archive/2026-09/data/tables/figures.csv", "period\n");
    let ran = test
        .args(["build", "--today=2026-11-22", "--lang=en"])
        .says("error[S004]")
        .says("figures.csv")
        .code(1);
    assert!(!ran.exists("public/index.html"));
}

#[test]
fn archived_pages_are_published_as_they_were() {
    let later = archived().file("results/第 3 季.csv", LATER);
    let ran = later.args(["build", "--today=2026-11-22", "--quiet"]).code(0);
    let published = ran.tree("public/archive/2026-09/site");
    assert!(!published.is_empty());
    assert_eq!(published, ran.tree("archive/2026-09/data/site"));
    let page = ran.text("public/archive/2026-09.html");
    let row =
        page.split("<tr").skip(1).find(|row| row.contains("銷售額") && row.contains("訂單取消")).unwrap();
    let cells: Vec<&str> = row.split("<td").skip(1).collect();
    assert!(cells[0].contains(">16") && cells[1].contains(">12") && cells[2].contains("−4"), "{cells:?}");
    assert!(ran.text("public/archive/index.html").contains("2026-09.html"));
    let proven = std::process::Command::new("sha256sum")
        .args(["-c", "--status", "manifest-sha256.txt"])
        .current_dir(ran.path("public/archive/2026-09"))
        .status();
    assert!(proven.unwrap().success());
    let verified = ran.then().args(["verify", "--lang=en"]).says("all 2 are whole").code(0);
    fs::write(verified.path("archive/2026-09/data/site/index.html"), "x").unwrap();
    let told = verified.then().args(["verify", "--lang=en"]).code(4);
    assert!(told.out.contains("changed: data/site/index.html"), "{}", told.out);
}

#[test]
fn an_archive_is_made_again_from_its_own_inputs() {
    let ran = archived().args(["verify", "archive/2026-09", "--rebuild", "--lang=en"]).code(0);
    let list = "manifest-sha256.txt";
    // A page that was put there by somebody who wrote the lists anew as well.
    let page = ran.text("archive/2026-09/data/site/index.html").replace("2026-11-20", "2026-11-19");
    fs::write(ran.path("archive/2026-09/data/site/index.html"), page).unwrap();
    for (folder, files) in [
        (list, "find data -type f"),
        ("tagmanifest-sha256.txt", "ls bag-info.txt bagit.txt manifest-sha256.txt"),
    ] {
        let sum = format!("{files} | LC_ALL=C sort | xargs sha256sum > new; mv new {folder}");
        let done = std::process::Command::new("sh")
            .args(["-c", &sum])
            .current_dir(ran.path("archive/2026-09"))
            .status();
        assert!(done.unwrap().success());
    }
    let ran = ran.then().args(["verify", "archive/2026-09"]).code(0);
    let ran = ran.then().args(["verify", "archive/2026-09", "--rebuild", "--lang=en"]).code(4);
    let differs = "built again from its own inputs, it differs: data/site/index.html\n";
    assert!(ran.out.contains(differs), "{}", ran.out);
}
