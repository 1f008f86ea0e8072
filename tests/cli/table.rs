//! `opsreport table`: computed figures, for spreadsheets and tests.

use crate::harness::Test;

fn shop() -> Test {
    let row = |day: &str, units: u32, sales: &str| format!("{day},US,M-1,{units},{sales}\n");
    let results = [
        "date,marketplace,sku,units,sales\n".to_owned(),
        row("2026-09-01", 2, "20.00"),
        row("2026-10-01", 3, "33.00"),
        row("2026-10-31", 1, "7.00"),
    ];
    Test::new()
        .file("opsreport.yaml", "title: Shop\ncurrency: USD\nsource: sales.csv\n")
        .file("sales.csv", &results.concat())
}

#[test]
fn results_come_as_csv_with_their_currency() {
    let expected = "month,sales,currency,asp\n2026-09,20.00,USD,10.00\n2026-10,40.00,USD,10.00\n";
    let test = shop().args([
        "table",
        "results",
        "--metric",
        "sales,asp",
        "--format",
        "csv",
        "--today",
        "2026-11-22",
    ]);
    test.stdout(expected).code(0);
}

#[test]
fn results_are_summed_at_the_rates_asked_for() {
    let places = "marketplaces: [{id: JP, name: Japan, currency: JPY}]\nrates:\n\
        - {id: fx, pair: USDJPY, from: 2026-01-01, plan: 150}\n\
        - {id: fx, pair: USDJPY, from: 2026-10-01, to: 2026-10-31, actual: 200}\n";
    let test = Test::new()
        .file("opsreport.yaml", "title: Shop\ncurrency: USD\nsource: sales.csv\n")
        .file("marketplaces.yaml", places)
        .file("sales.csv", "date,marketplace,sku,sales\n2026-10-01,JP,M,600\n2026-11-01,JP,M,300\n");
    let asked = ["table", "results", "--metric", "sales", "--format", "csv", "--today", "2026-11-22"];
    let ran = test.args(asked).stdout("month,sales,currency\n2026-10,4.00,USD\n2026-11,2.00,USD\n").code(0);
    let [a, b, c, d, e, f, g, h] = asked;
    ran.then()
        .args([a, b, c, d, e, f, g, h, "--rates", "actual"])
        .stdout("month,sales,currency\n2026-10,3.00,USD\n2026-11,,\n")
        .code(0);
}

#[test]
fn results_come_as_json_with_dates_and_nulls() {
    let expected = concat!(
        "[\n  {\"marketplace\": \"US\", \"year\": \"2026\", \"metric\": \"units\", \"actual\": 6, \"plan\": null, \"previous_year\": null, ",
        "\"abs\": null, \"rel\": null, \"material\": false, \"provisional\": false, \"from\": \"2026-09-01\", \"to\": \"2026-10-31\"}\n]\n"
    );
    let asked = ["table", "variance", "--metric", "units", "--by", "marketplace,year", "--format", "json"];
    let ran = shop().args(asked).code(0);
    let parsed: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(parsed, serde_json::from_str::<serde_json::Value>(expected).unwrap());
}

#[test]
fn a_name_that_nothing_has_is_wrong_use_and_the_nearest_is_told() {
    let ran = shop().args(["table", "results", "--metric", "slaes"]).says("did you mean sales?").code(2);
    let ran = ran.then().args(["table", "results", "--where", "marketplace=UK"]).says("there is: US").code(2);
    ran.then().args(["table", "results", "--by", "planet"]).says("no dimension named planet").code(2);
}
