//! What is larger than it can be: refused at once or read piece by piece, never held in memory.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::fs::File;
use std::io::Write;
use std::path::Path;

use crate::shop::{CONFIG, HEADER, Shop};

/// A file of 20 GB that takes no room on the disk.
fn sparse(name: &'static str, start: &'static [u8]) -> impl FnOnce(&Path) {
    move |root: &Path| {
        std::fs::create_dir_all(root.join(name).parent().unwrap()).unwrap();
        let mut file = File::create(root.join(name)).unwrap();
        file.write_all(start).unwrap();
        file.set_len(20 << 30).unwrap();
    }
}

#[test]
fn files_that_are_read_whole_have_a_largest_size() {
    let names =
        ["opsreport.yaml", "products.yaml", "pages/a.md", "pages/a.png", "forecasts/issued/2026-10-01.csv"];
    for name in names {
        let ran = Shop::new().with(sparse(name, b"")).check();
        ran.refused(&format!("{name}: error[X006]: This file cannot be read: it is larger than 64 MiB"));
    }
    Shop::new().with(sparse("results/a.xlsx", b"PK\x03\x04")).check().refused("results/a.xlsx: error[I107]");
    let theme = CONFIG.replace("title: Shop", "title: Shop, theme: ours");
    let ran = Shop::new().file("opsreport.yaml", theme).with(sparse("themes/ours/static/a.css", b"")).build();
    assert!(
        ran.code.is_some_and(|code| code != 0) && ran.said.contains("themes/ours/static/a.css"),
        "{}",
        ran.said
    );
}

#[test]
fn a_gigantic_cell_is_refused_where_it_begins() {
    let digits = "9".repeat(2 << 20);
    Shop::new()
        .rows(&format!("2026-10-01,US,\"{digits}\",3,1\n"))
        .check()
        .refused("results/october.csv:2:15: error[I107]");
    // Longer than a record may be: the rest of it is never read in.
    let endless = "9".repeat(100 << 20);
    Shop::new()
        .rows(&format!("2026-10-01,US,M-1,3,{endless}\n"))
        .check()
        .refused("results/october.csv:2:1: error[I107]");
    let quoted = "x\n".repeat(1 << 20);
    Shop::new()
        .rows(&format!("2026-10-01,US,\"{quoted}\n"))
        .check()
        .refused("results/october.csv:2:15: error[I107]");
}

#[test]
fn two_thousand_columns_are_read_and_seventy_thousand_are_none() {
    let wide = |count: usize| {
        let names: String = (0..count).map(|at| format!(",c{at}")).collect();
        format!("{}{names}\n2026-10-01,US,M-1,3,30.00{}\n", HEADER.trim_end(), ",1".repeat(count))
    };
    Shop::new().file("results/october.csv", wide(2_000)).check().done("");
    Shop::new().file("results/october.csv", wide(70_000)).check().refused("results/october.csv: error[I101]");
}

#[test]
fn ten_thousand_files_are_read_one_after_the_other() {
    let many = |root: &Path| {
        for at in 0..10_000 {
            std::fs::write(root.join(format!("results/{at}.csv")), HEADER).unwrap();
        }
    };
    Shop::new().with(many).check().done("results/9999.csv: warning[I115]");
}

#[test]
fn series_that_cannot_be_forecast_end_with_words() {
    let day = |at: i32, value: &str| format!("{},{value}\n", day_of(at));
    let long: String = (0..3_000).map(|at| day(at, "5")).collect();
    let cases = [
        "",
        "2020-01-01,5\n",
        "2020-01-01,NaN\n",
        "2020-01-01,inf\n",
        "2020-01-01,1e300\n2020-01-02,-1e300\n",
        "2020-01-01,1e400\n",
        &long,
    ];
    for rows in cases {
        let shop = Shop::new().file("series.csv", format!("date,value\n{rows}"));
        let ran = shop.run(&[
            "forecast",
            "--csv",
            "series.csv",
            "--freq",
            "daily",
            "--horizon",
            "3",
            "--today",
            "2026-11-22",
        ]);
        assert!(matches!(ran.code, Some(0..=2)), "{rows:.60}: {}", ran.said);
        assert!(
            !ran.said.is_empty() && !ran.said.contains("NaN,") && !ran.said.contains("inf,"),
            "{rows:.60}: {}",
            ran.said
        );
    }
}

/// The day so many days after the first of 2010.
fn day_of(at: i32) -> String {
    jiff::civil::date(2010, 1, 1).checked_add(jiff::Span::new().days(at)).unwrap().to_string()
}
