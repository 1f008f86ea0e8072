//! Numbers that are none, and numbers that are too large.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use crate::shop::Shop;

fn sales(cell: &str) -> Shop {
    Shop::new().rows(&format!("2026-10-01,US,M-1,3,{cell}\n"))
}

#[test]
fn what_is_no_amount_is_refused_at_its_cell() {
    let cells = [
        "NaN",
        "nan",
        "inf",
        "-inf",
        "Infinity",
        "1e400",
        "1e5",
        "0x10",
        "--1",
        "1.2.3",
        "½",
        "٣",
        "12%",
        "\"NT$ 1,000\"",
        "9223372036854775807",
        "99999999999999999999999999",
        "-92233720368547758.09",
    ];
    for cell in cells {
        sales(cell).check().refused("results/october.csv:2:21: error[I103]");
    }
}

#[test]
fn each_spelling_of_an_amount_is_read_exactly() {
    let cells = [
        ("\"1,234.50\"", "1234.50"),
        ("\"1.234,50\"", "1234.50"),
        ("(1234)", "-1234"),
        ("１２３", "123"),
        ("-0", "0"),
        ("9007199254740993", "9007199254740993"),
        ("92233720368547758.07", "92233720368547758.07"),
    ];
    for (cell, amount) in cells {
        let ran = sales(cell).run(&["table", "results", "--today", "2026-11-22", "--format", "csv"]);
        let ran = ran.done("US");
        let read = ran
            .said
            .split([',', '\n'])
            .any(|cell| cell.trim_end_matches(".00") == amount.trim_end_matches(".00"));
        assert!(read, "{cell} as {amount}: {}", ran.said);
    }
}

#[test]
fn sums_beyond_the_largest_word_stay_exact() {
    let day = |day: usize| format!("2026-10-0{day},US,M-1,9000000000000000000,90000000000000000.00\n");
    let ran = Shop::new().rows(&(1..=8).map(day).collect::<String>()).build().done("published");
    assert!(
        ran.site().values().any(|text| text.contains("72,000,000,000,000,000,000")),
        "units of the month"
    );
}

#[test]
fn targets_that_are_no_numbers_are_refused() {
    for target in [".nan", ".inf", "1e400 USD", "-.inf", "NaN USD"] {
        let shop = Shop::new();
        let text = std::fs::read_to_string(shop.path("company.yaml")).unwrap();
        let ran = shop.file("company.yaml", text.replace("1200.00 USD", target)).check();
        ran.refused("company.yaml:3:46: error[Y008]");
    }
}
