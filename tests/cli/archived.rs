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

#[test]
fn three_archived_quarters_draw_the_course_of_the_loop() {
    let mut test = shop("2026-10-31").file("departments.yaml", "people: [{id: lin, name: Lin}]\n");
    test = test.file("metrics.yaml", "materiality: {default: {abs: 500 USD}}\n");
    let quarters = [
        (1, ("01-01", "03-31", "open"), ("2026-10-19", "not-effective")),
        (2, ("04-01", "06-30", "closed, closed: 2026-10-15"), ("2026-10-21", "effective")),
        (3, ("07-01", "09-30", "closed, closed: 2026-10-15"), ("2026-10-19", "effective")),
    ];
    for (q, (from, to, status), (done, result)) in quarters {
        let cycle = format!(
            "cycle: {{id: 2026-Q{q}, kind: quarter, from: 2026-{from}, to: 2026-{to}, status: {status}}}\n\
             plan: [{{id: P-{q}, title: Sales, metric: sales, target: 100000 USD, owner: lin, due: 2026-{to}}}]\n\
             check: [{{id: C-{q}, plan: P-{q}, metric: sales, ac: auto, causes: [{{id: C-{q}a, code: x, text: stock}}]}}]\n\
             act:\n- {{id: A-{q}, causes: [C-{q}a], type: correct, what: Order 5, owner: lin, due: 2026-10-20, status: done, \
             done_date: {done}, effect_check: {{metric: sales, expect: \">= 1 USD\", from: 2026-10-01, to: 2026-10-31, \
             due: 2026-11-01, checked: 2026-11-02, result: {result}}}}}\n"
        );
        test = test.file(&format!("cycles/2026-Q{q}.yaml"), &cycle);
    }
    test = test.file(
        "results/q1.csv",
        "date,marketplace,sku,units,sales\n2026-01-01,US,M,2,10\n2026-07-31,US,M,2,10\n",
    );
    for (quarter, drawn) in [("2026-Q1", false), ("2026-Q2", false), ("2026-Q3", true)] {
        let reasons = ["--open=late", "--provisional=late", "--today=2026-11-20", "--lang=en"];
        let ran = test.words([&["archive", quarter], &reasons[..]].concat()).code(0);
        let ran = ran.then().args(["build", "--today=2026-11-20", "--lang=en"]).code(0);
        let page = ran.text("public/en/archive/index.html");
        let said = "In Q3 2026, 100% (1 of 1) of the gaps were verified effective; in Q1 2026, 0% (0 of 1)";
        assert_eq!(page.contains(said), drawn, "{quarter}: {page}");
        let (all, none) = ("100% (1 of 1)", "0% (0 of 1)");
        // Verified, on time, effective.
        for (quarter, rates) in
            [("Q1 2026", [none, all, none]), ("Q2 2026", [all, none, all]), ("Q3 2026", [all, all, all])]
        {
            assert_eq!(row(&page, quarter).is_some_and(|cells| cells == rates), drawn, "{quarter}: {page}");
        }
        assert!(
            ran.text("public/en/index.html").contains("href=\"archive/index.html\""),
            "the foot leads there"
        );
        test = ran.then();
    }
}

/// The cells of the row of the last table with this heading, without their marks.
fn row(html: &str, heading: &str) -> Option<Vec<String>> {
    let row = html.rsplit("<tr").filter(|row| row.contains("</th>") && row.contains("<td")).find(|row| {
        let head = row.split("</th>").next().unwrap_or_default();
        head.ends_with(heading) || head.ends_with(&format!("{heading}</a>"))
    })?;
    let cells = row.split("<td").skip(1).map(|cell| {
        let inner = cell.split_once('>').unwrap().1.split("</td>").next().unwrap();
        inner.trim().to_owned()
    });
    Some(cells.collect())
}

/// The first headline of a page, without its marks.
fn headline(html: &str) -> String {
    let inner = html.split("<h1").nth(1).unwrap().split_once('>').unwrap().1.split("</h1>").next().unwrap();
    let mut text = String::new();
    let mut inside = false;
    for letter in inner.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The list of archives says what is so: chiefly the largest amount of the company that changed, else how many figures
/// did, and that none has only where none has.
#[test]
fn the_list_of_archives_says_no_more_than_what_changed() {
    let said = |rows: Option<&str>| {
        let test = archived();
        let test = match rows {
            Some(rows) => test.file("results/第 3 季.csv", rows),
            None => test,
        };
        let ran = test.args(["build", "--today=2026-11-22", "--quiet"]).code(0);
        let headline = headline(&ran.text("public/en/archive/index.html"));
        let table = ["table", "restated", "--format=csv", "--today=2026-11-22"];
        (headline, ran.then().args(table).code(0).out)
    };
    let (headline, table) = said(None);
    assert_eq!(table.lines().count(), 1);
    assert!(headline.contains("no figure has changed"), "{headline}");
    let (headline, table) = said(Some(LATER));
    let amounts = table.lines().filter(|row| row.starts_with("2026-09,2026-09,,,") && row.contains(",USD,"));
    // What is no whole amount, such as a price, is written as a fraction, and is smaller.
    let difference = |row: &str| row.split(',').nth(8)?.trim_start_matches('-').parse::<f64>().ok();
    let largest = amounts.filter_map(difference).fold(0.0, f64::max);
    assert!(headline.contains("chiefly") && headline.contains(&format!("{largest}")), "{headline}\n{table}");
}

#[test]
fn figures_of_parts_that_changed_are_not_passed_over_in_the_list() {
    let two = "products: [{id: mug, skus: [{sku: M}]}, {id: cup, skus: [{sku: C}]}]\n";
    let rows = |mug: u32, cup: u32| {
        format!(
            "date,marketplace,sku,units\n2026-08-01,US,M,1\n2026-09-05,US,M,{mug}\n2026-09-05,US,C,{cup}\n2026-10-31,US,M,1\n"
        )
    };
    let test = shop("2026-10-31").file("products.yaml", two).file("results/第 3 季.csv", &rows(3, 1));
    let ran = test.args(["archive", "2026-09", "--today=2026-11-20", "--quiet"]).code(0);
    let test = ran.then().file("results/第 3 季.csv", &rows(2, 2));
    let ran = test.args(["table", "restated", "--format=csv", "--today=2026-11-22"]).code(0);
    let count = ran.out.lines().count() - 1;
    assert!(count > 0 && !ran.out.contains("2026-09,2026-09,,,"), "{}", ran.out);
    let ran = ran.then().args(["build", "--today=2026-11-22", "--quiet"]).code(0);
    let page = ran.text("public/en/archive/index.html");
    assert!(headline(&page).contains(&format!("{count} figures have changed")), "{}", headline(&page));
    assert!(page.contains(&format!("{count} figures")));
}
