//! `opsreport import`: what files are before they are filed, and filing them.

use crate::harness::Test;

const REPORT: &str = "\
(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Session Percentage - Total,Page Views - Total,Page Views Percentage - Total,Featured Offer (Buy Box) Percentage,Units Ordered,Unit Session Percentage,Ordered Product Sales,Total Order Items
B0EXAMPAR1,B0EXAMPLE1,Cold brew bottle,\"1,200\",60.00%,\"2,000\",62.50%,98.00%,120,10.00%,\"$3,588.00\",110
B0EXAMPAR1,B0EXAMPLE2,Travel kettle,800,40.00%,\"1,200\",37.50%,97.00%,40,5.00%,\"$1,960.00\",38
";

const SALES: &str = "date,sku,units\n2026-10-01,M-1,3\n2026-10-31,M-1,2\n";

/// A file of nobody's making.
const STRANGER: &str = "Sold on,Article,Pieces\n2026-10-01,M-1,3\n";

fn shop() -> Test {
    Test::new()
        .file("shop/opsreport.yaml", "title: Shop\ncurrency: USD\nsources:\n- {path: \"results/{marketplace}/{period}/*.csv\"}\n- {path: \"results/daily/*.csv\", kind: canonical}\n")
        .file("shop/marketplaces.yaml", "marketplaces:\n- {id: US, name: US, channel: amazon, currency: USD}\n- {id: JP, name: JP, channel: amazon, currency: JPY}\n")
}

fn json(line: &str) -> serde_json::Value {
    serde_json::from_str(line).unwrap()
}

#[test]
fn a_file_is_one_object_with_all_that_is_known_of_it() {
    let ran = Test::new()
        .file("US/2026-10/report.csv", REPORT)
        .args(["import", "--format", "json", "US/2026-10/report.csv"])
        .stderr("")
        .code(0);
    let expected = serde_json::json!({
        "file": "US/2026-10/report.csv",
        "kind": "amazon.business_report.asin",
        "nearest": null,
        "encoding": "utf-8",
        "delimiter": ",",
        "header_line": 1,
        "period": {"from": "2026-10-01", "to": "2026-10-31"},
        "marketplace": "US",
        "currency": "USD",
        "rows": 2,
        "refused": [],
        "unknown_columns": [],
        "checks": [
            {"id": "unit-session-percentage", "ok": true, "expected": "2", "found": "2"},
            {"id": "session-percentages", "ok": true, "expected": "97%..101%", "found": "100.00%"},
        ],
        "totals": {"orders": "148", "page_views": "3200", "sales": "5548.00", "sessions": "2000", "units": "160"},
    });
    assert_eq!(json(&ran.out), expected);
    assert_eq!(ran.out.lines().count(), 1);
}

#[test]
fn what_the_path_does_not_say_is_said_or_left_open() {
    let test = Test::new().file("report.csv", REPORT).args(["import", "--format", "json", "report.csv"]);
    let ran = test.code(0);
    let open = json(&ran.out);
    assert_eq!((&open["period"], &open["marketplace"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    // Dollars are of many countries: the sum is known, whose dollars they are is not.
    assert_eq!(
        (&open["currency"], open["totals"]["sales"].as_str()),
        (&serde_json::Value::Null, Some("5548.00"))
    );
    let said = ["import", "--format", "json", "--marketplace", "CA", "--period", "2026-W43", "report.csv"];
    let said = json(&ran.then().args(said).code(0).out);
    assert_eq!(said["period"], serde_json::json!({"from": "2026-10-19", "to": "2026-10-25"}));
    assert_eq!((said["marketplace"].as_str(), said["currency"].as_str()), (Some("CA"), Some("CAD")));
}

#[test]
fn a_stranger_is_told_what_it_is_most_like_and_how_to_describe_it() {
    let near = REPORT.replace("Units Ordered,", "Pieces,");
    let test = Test::new().file("near.csv", &near).file("stranger.csv", STRANGER);
    let ran = test.args(["import", "--format", "json", "near.csv", "stranger.csv"]).code(1);
    let lines: Vec<_> = ran.out.lines().map(json).collect();
    assert_eq!(lines[0]["kind"], serde_json::Value::Null);
    assert_eq!(lines[0]["nearest"]["kind"], "amazon.business_report.asin");
    assert_eq!(lines[0]["nearest"]["missing"], serde_json::json!(["Units Ordered"]));
    assert_eq!(lines[1]["refused"][0]["code"], "I101");
    let ran = ran.then().args(["import", "stranger.csv"]).code(1);
    for words in ["not recognised", "names: [\"Sold on\"]", "names: [\"Article\"]", "names: [\"Pieces\"]"] {
        assert!(ran.out.contains(words), "{words} is not in:\n{}", ran.out);
    }
}

#[test]
fn a_sketched_mapping_reads_the_file() {
    let test = Test::new().file("stranger.csv", STRANGER).args(["import", "stranger.csv"]);
    let ran = test.code(1);
    let from = ran.out.find("formats:").unwrap();
    let sketch: String =
        ran.out[from - 16..].lines().map(|line| format!("{}\n", line.get(16..).unwrap_or(""))).collect();
    let mapping = sketch.trim_start_matches(|c: char| c != 'f').to_owned();
    let test =
        ran.then().file("opsreport.yaml", "title: Shop\ncurrency: USD\n").file("formats.yaml", &mapping);
    let read = json(&test.args(["import", "--format", "json", "stranger.csv"]).code(0).out);
    assert_eq!((read["kind"].as_str(), read["totals"]["units"].as_str()), (Some("my.report"), Some("3")));
}

#[test]
fn a_failed_check_fails_the_command() {
    let wrong = REPORT.replace(",10.00%,\"$3", ",90.00%,\"$3");
    let test = Test::new().file("report.csv", &wrong).args(["import", "report.csv", "--color", "never"]);
    let ran = test.code(1);
    assert!(ran.out.contains("✗ unit session percentage: 2 expected, 1 found"), "{}", ran.out);
}

#[test]
fn refused_cells_are_shown_with_their_address() {
    let wrong = REPORT.replace(",120,", ",12O,");
    let test = Test::new().file("US/2026-10/r.csv", &wrong).args(["import", "US/2026-10/r.csv"]);
    // Without the row its shares no longer sum to the whole, so that a check fails too.
    let ran = test.code(1);
    assert!(ran.out.contains("1 read, 1 refused"), "{}", ran.out);
    assert!(ran.out.contains("2:77: “12O” in column “Units Ordered”"), "{}", ran.out);
}

#[test]
fn a_file_is_filed_where_a_build_finds_it() {
    let file = ["import", "report.csv", "--into", "shop", "--marketplace", "US", "--period", "2026-10"];
    let ran = shop()
        .file("report.csv", REPORT)
        .args(file)
        .stderr("filed report.csv as shop/results/US/2026-10/report.csv\n")
        .code(0);
    assert_eq!(ran.text("shop/results/US/2026-10/report.csv"), REPORT);
    // The same file again is no fault; another one of its name is never put over it.
    let again = "report.csv is there already: shop/results/US/2026-10/report.csv\n";
    let ran = ran.then().args(file).stderr(again).code(0);
    let other = ran.then().file("report.csv", &REPORT.replace("120", "121")).args(file);
    let ran = other.says("name yours report-2.csv to keep both").code(1);
    assert_eq!(ran.text("shop/results/US/2026-10/report.csv"), REPORT);
    let built = ran.then().args(["table", "imports", "--root", "shop", "--format", "json"]).code(0);
    assert_eq!(json(&built.out)[0]["kind"], "amazon.business_report.asin");
}

#[test]
fn a_source_of_the_files_own_kind_goes_first() {
    let ran = shop().file("sales.csv", SALES).args([
        "import",
        "sales.csv",
        "--into",
        "shop",
        "--marketplace",
        "US",
    ]);
    assert!(ran.says("as shop/results/daily/sales.csv").code(0).exists("shop/results/daily/sales.csv"));
}

#[test]
fn what_is_not_read_whole_is_not_filed_unless_it_is_wanted() {
    let (report, stranger) = (REPORT.replace(",120,", ",12O,"), STRANGER);
    let into = ["import", "r.csv", "s.csv", "--into", "shop", "--marketplace", "US", "--period", "2026-10"];
    let test = shop().file("r.csv", &report).file("s.csv", stranger).args(into);
    let ran = test.says("rows of r.csv were refused").says("s.csv is not recognised").code(1);
    assert!(!ran.exists("shop/results"));
    let anyway = [
        "import",
        "r.csv",
        "s.csv",
        "--into",
        "shop",
        "--marketplace",
        "US",
        "--period",
        "2026-10",
        "--anyway",
    ];
    let ran = ran.then().args(anyway).code(1);
    assert!(ran.exists("shop/results/US/2026-10/r.csv") && ran.exists("shop/results/US/2026-10/s.csv"));
}

#[test]
fn what_must_be_said_is_asked_for() {
    let test = shop().file("report.csv", REPORT).args(["import", "report.csv", "--into", "shop"]);
    let ran = test.says("with --marketplace").code(1);
    let ran = ran.then().args(["import", "report.csv", "--into", "shop", "--marketplace", "US"]);
    let ran = ran.says("with --period").code(1);
    let named = ["import", "report.txt", "--into", "shop", "--marketplace", "US", "--period", "2026-10"];
    ran.then().file("report.txt", REPORT).args(named).says("no source of opsreport.yaml").code(1);
}

#[test]
fn wrong_use_and_missing_files_have_codes_of_their_own() {
    let ran = Test::new().args(["import"]).code(2);
    let ran = ran.then().args(["import", "a.csv", "--period", "soon"]).says("not a period").code(2);
    let ran = ran.then().args(["import", "a.csv", "--anyway"]).code(2);
    let ran = ran.then().args(["import", "a.csv", "--into", "."]).says("no opsreport.yaml").code(2);
    ran.then().args(["import", "nowhere.csv"]).says("cannot read nowhere.csv").code(3);
}

#[test]
fn people_are_told_in_their_language() {
    let test = Test::new().file("report.csv", REPORT).args(["import", "report.csv", "--lang", "zh-Hant"]);
    let ran = test.code(0);
    for words in ["種類", "期間", "讀入 2 列", "逗號分隔", "✓ 商品工作階段百分比"] {
        assert!(ran.out.contains(words), "{words} is not in:\n{}", ran.out);
    }
}
