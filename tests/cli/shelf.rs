//! Several archives beside each other: their chain, corrections, what differs between them.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::archive::shop;
use crate::harness::{Ran, Test};

/// Archives a period whatever is open.
fn archived(test: Test, (period, day): (&str, &str), more: &[&str]) -> Ran {
    let today = format!("--today={day}");
    let words = ["archive", period, &today, "--open=x", "--provisional=x", "--lang=en", "--quiet"];
    test.words(words.into_iter().chain(more.iter().copied())).code(0)
}

/// Writes the lists of an archive anew, as somebody would who changed a file of it.
fn relist(bag: &Path) {
    let info = fs::read_to_string(bag.join("bag-info.txt")).unwrap();
    let info: String = info.split_inclusive('\n').filter(|line| !line.starts_with("Payload-Oxum")).collect();
    fs::write(bag.join("bag-info.txt"), info).unwrap();
    for (list, files) in [
        ("manifest-sha256.txt", "find data -type f"),
        ("tagmanifest-sha256.txt", "ls bag-info.txt bagit.txt manifest-sha256.txt"),
    ] {
        let sum = format!("{files} | LC_ALL=C sort | xargs sha256sum > new; mv new {list}");
        assert!(Command::new("sh").args(["-c", &sum]).current_dir(bag).status().unwrap().success());
    }
}

fn fill(test: &Test, path: &str, change: impl Fn(String) -> String) {
    let path = test.path(path);
    let text = change(fs::read_to_string(&path).unwrap());
    fs::write(path, text).unwrap();
}

const RESULTS: &str = "results/第 3 季.csv";

#[test]
fn archives_are_one_chain_in_whatever_order_they_are_made() {
    let mut ran = archived(shop("2026-10-31"), ("2026-Q3", "2026-11-20"), &[]);
    for made in [("2026-07", "2026-11-20"), ("2026-08", "2026-11-20"), ("2026-09", "2026-11-10")] {
        ran = archived(ran.then(), made, &[]);
    }
    ran = archived(ran.then(), ("2026-09", "2026-11-10"), &["--again=y"]);
    ran = archived(ran.then(), ("2026-09", "2026-11-05"), &["--again=z"]);
    assert!(ran.exists("archive/2026-09-v3/bagit.txt"));
    ran.then().args(["verify", "--lang=en"]).says("all 6 are whole").code(0);
}

#[test]
fn a_correction_of_a_changed_cycle_is_made_again_from_its_own_inputs() {
    let ran = archived(shop("2026-10-31"), ("2026-09", "2026-11-20"), &[]).then();
    fill(&ran, "cycles/2026-09.yaml", |text| text + "# second thoughts\n");
    let told = ran.args(["check", "--today=2026-11-21", "--lang=en"]).says("warning[S003]").code(0);
    let ran = archived(told.then(), ("2026-09", "2026-11-21"), &["--again=it was wrong"]);
    assert!(!ran.text("archive/2026-09-v2/data/tables/findings.csv").contains("S003"));
    let ran = ran.then().args(["verify", "--rebuild", "--lang=en"]).says("all 2 are whole").code(0);
    // Known and let pass, it is in no archive either.
    let ran = ran.then();
    fill(&ran, "cycles/2026-09.yaml", |text| text + "# third thoughts\n");
    fill(&ran, "opsreport.yaml", |text| text + "lint: {baseline: known.yaml}\n");
    let ran = ran.args(["check", "--write-baseline=known.yaml", "--today=2026-11-22"]).code(0);
    let text = ran.text("known.yaml");
    assert!(text.contains("S003"), "{text}");
    let ran = archived(ran.then(), ("2026-09", "2026-11-22"), &["--again=z"]);
    let ran = ran.then().args(["verify", "--rebuild", "--lang=en"]).says("all 3 are whole").code(0);
    assert!(!ran.text("archive/2026-09-v3/data/tables/findings.csv").contains("S003"));
}

/// What was written last holds, not what bears the later day.
#[test]
fn a_corrected_archive_says_nothing_of_a_cycle_any_more() {
    let ran = archived(shop("2026-10-31"), ("2026-09", "2026-11-20"), &[]).then();
    fill(&ran, "cycles/2026-09.yaml", |text| text + "# second thoughts\n");
    let ran = archived(ran, ("2026-09", "2026-11-10"), &["--again=as it was known then"]).then();
    let ran = ran.args(["check", "--today=2026-11-21", "--format=json"]).code(0);
    assert!(!ran.out.contains("S003"), "{}", ran.out);
    let ran = ran.then();
    fill(&ran, "cycles/2026-09.yaml", |text| text + "# third thoughts\n");
    ran.args(["check", "--today=2026-11-21", "--lang=en"]).says("archive/2026-09-v2, 2026-11-10").code(0);
}

#[test]
fn what_is_passed_over_is_told_and_in_no_archive() {
    let test = shop("2026-10-31");
    std::os::unix::fs::symlink("company.yaml", test.path("link.yaml")).unwrap();
    let ran = archived(test, ("2026-08", "2026-11-20"), &[]);
    let ran = ran.then().args(["verify", "--rebuild", "--lang=en"]).says("is whole").code(0).then();
    fill(&ran, "opsreport.yaml", |text| text + "lint: {deny: warning}\n");
    let asked = ["archive", "2026-07", "--today=2026-11-20", "--open=x", "--provisional=x", "--lang=en"];
    ran.args(asked).says("link.yaml: warning[X012]").code(1);
}

#[test]
fn what_cannot_be_built_again_hides_no_other_verdict() {
    let ran = archived(shop("2026-10-31"), ("2026-07", "2026-11-20"), &["--inputs=hashes"]);
    let ran = archived(ran.then(), ("2026-08", "2026-11-20"), &[]);
    let ran = ran.then().args(["verify", "--rebuild", "--lang=en"]).says("all 2 are whole").code(0);
    assert!(ran.out.contains("  not built again: it does not hold its inputs"), "{}", ran.out);
    assert!(ran.out.contains("archive/2026-08: whole"), "{}", ran.out);
    let ran = ran.then().args(["verify", "--rebuild", "--format=json", "--lang=en"]).code(0);
    let of = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["note"].clone();
    let notes: Vec<serde_json::Value> = ran.out.lines().map(of).collect();
    assert!(notes[0].as_str().unwrap().starts_with("not built again: ") && notes[1].is_null(), "{notes:?}");
}

#[test]
fn what_its_inputs_do_not_make_is_a_fault() {
    let damaged = |change: fn(&Test)| {
        let ran = archived(shop("2026-10-31"), ("2026-08", "2026-11-20"), &[]).then();
        change(&ran);
        relist(&ran.path("archive/2026-08"));
        let ran = ran.args(["verify"]).code(0);
        let ran = ran.then().args(["verify", "--rebuild", "--lang=en"]).says("1 is not").code(4);
        assert!(ran.out.contains("  not built again: "), "{}", ran.out);
    };
    damaged(|test| fs::write(test.path("archive/2026-08/data/provenance.json"), "{}").unwrap());
    damaged(|test| fs::write(test.path("archive/2026-08/data/source/company.yaml"), "[").unwrap());
}

#[test]
fn an_archive_of_another_version_is_not_built_again() {
    let ran = archived(shop("2026-10-31"), ("2026-08", "2026-11-20"), &[]).then();
    let agent = format!("opsreport {}", env!("CARGO_PKG_VERSION"));
    fill(&ran, "archive/2026-08/bag-info.txt", |text| text.replace(&agent, "opsreport 9.9.9"));
    // Of another version, nothing is known of how it says what made it.
    fs::write(ran.path("archive/2026-08/data/provenance.json"), "{}").unwrap();
    relist(&ran.path("archive/2026-08"));
    let ran = ran.args(["verify", "--rebuild", "--lang=en"]).code(0);
    assert!(ran.out.contains("  not built again: opsreport 9.9.9 made it"), "{}", ran.out);
}

#[test]
fn a_period_stands_for_its_latest_archive() {
    let ran = archived(shop("2026-10-31"), ("2026-09", "2026-11-20"), &[]).then();
    fill(&ran, RESULTS, |text| text.replace("15.50", "11.50"));
    let ran = archived(ran, ("2026-09", "2026-11-21"), &["--again=x"]);
    let diff = |test: Test, first: &str| {
        let ran = test.args(["diff", first, "--format=csv", "--today=2026-11-22"]).code(0);
        let figures = ran.out.lines().filter(|line| line.starts_with("figure,")).count();
        (ran.then(), figures)
    };
    let (test, of_period) = diff(ran.then(), "2026-09");
    let (test, of_second) = diff(test, "2026-09-v2");
    let (_, of_first) = diff(test, "archive/2026-09");
    assert_eq!((of_period, of_second), (0, 0));
    assert!(of_first > 0);
}

#[test]
fn only_archives_of_one_period_are_compared() {
    let ran = archived(shop("2026-10-31"), ("2026-08", "2026-11-20"), &[]);
    let ran = archived(ran.then(), ("2026-09", "2026-11-20"), &[]);
    let ran = ran.then().args(["diff", "2026-08", "2026-09", "--today=2026-11-22", "--lang=en"]);
    ran.says("2026-08 and 2026-09 are different periods").code(2);
}

#[test]
fn what_is_known_since_is_told() {
    let ran = archived(shop("2026-10-31"), ("2026-09", "2026-11-20"), &[]).then();
    let late = "date,marketplace,sku,sessions\n2026-09-05,US,M,40\n2026-10-31,US,M,1\n";
    let ran = ran.file("results/sessions.csv", late);
    let ran = ran.args(["diff", "2026-09", "--format=csv", "--today=2026-11-22"]).code(0);
    assert!(ran.out.contains("figure,2026-09 US mug sessions,,40,"), "{}", ran.out);
    let ran = ran.then().args(["diff", "now", "2026-09", "--format=csv", "--today=2026-11-22"]).code(0);
    assert!(ran.out.contains("figure,2026-09 US mug sessions,40,,"), "{}", ran.out);
    let ran = archived(ran.then(), ("2026-09", "2026-11-22"), &["--again=x"]);
    let two = ["diff", "archive/2026-09", "2026-09-v2", "--format=csv", "--today=2026-11-22"];
    let ran = ran.then().words(two).code(0);
    assert!(ran.out.contains("figure,2026-09 US mug sessions,,40,"), "{}", ran.out);
    let ran =
        ran.then().words(["table", "restated", "--where=archive=2026-09", "--today=2026-11-22"]).code(0);
    assert!(ran.out.contains("sessions"), "{}", ran.out);
}

#[test]
fn amounts_of_two_currencies_are_not_subtracted() {
    let ran = archived(shop("2026-10-31"), ("2026-09", "2026-11-20"), &[]).then();
    fill(&ran, "company.yaml", |text| text.replace("USD", "JPY"));
    fill(&ran, "marketplaces.yaml", |text| {
        text + "rates: [{id: fx, pair: USDJPY, from: 2025-01-01, plan: 150}]\n"
    });
    let ran = ran.args(["diff", "2026-09", "--format=csv", "--today=2026-11-22"]).code(0);
    let row = "figure,\"2026-09 US mug sales (USD then, JPY now)\",15.5,2325,,,,,,,,\n";
    assert!(ran.out.contains(row), "{}", ran.out);
    assert!(!ran.out.contains("units"), "{}", ran.out);
    let ran = ran.then().args(["table", "restated", "--format=csv", "--today=2026-11-22"]).code(0);
    assert!(
        ran.out.contains("2026-09,2026-09,US,mug,sales,\"USD then, JPY now\",15.5,2325,,,,,,,,,false\n"),
        "{}",
        ran.out
    );
    let ran = ran.then().args(["build", "--today=2026-11-22", "--quiet"]).code(0);
    let page = ran.text("public/archive/2026-09.html");
    assert!(page.contains("當時以 USD 計，現在以 JPY 計"), "{page}");
    let ran = archived(ran.then(), ("2026-09", "2026-11-22"), &["--again=x"]);
    let two = ["diff", "2026-09-v2", "archive/2026-09", "--format=csv", "--today=2026-11-22"];
    let ran = ran.then().words(two).code(0);
    let row = "figure,\"2026-09 US mug sales (JPY then, USD now)\",2325,15.5,,,,,,,,\n";
    assert!(ran.out.contains(row), "{}", ran.out);
}

#[test]
fn a_damaged_archive_is_not_compared() {
    let ran = archived(shop("2026-10-31"), ("2026-09", "2026-11-20"), &[]);
    let outside = tempfile::tempdir().unwrap();
    let there = outside.path().join("2026-09");
    fs::rename(ran.path("archive/2026-09"), &there).unwrap();
    let diff = |test: Test, path: &str| test.args(["diff", path, "--today=2026-11-22", "--lang=en"]);
    let path = there.to_str().unwrap();
    let ran = diff(ran.then(), path).code(0);
    fs::write(there.join("data/tables/figures.csv"), "x").unwrap();
    let ran = diff(ran.then(), path).says("is not what its manifest says: data/tables/figures.csv").code(4);
    fs::remove_file(there.join("data/tables/figures.csv")).unwrap();
    let ran = diff(ran.then(), path).says("data/tables/figures.csv").code(4);
    diff(ran.then().file("x.zip", "no zip"), "x.zip").says("is not what its manifest says").code(4);
}

#[test]
fn an_archive_that_lies_there_twice_is_read_once() {
    let packed = archived(shop("2026-10-31"), ("2026-09", "2026-11-20"), &["--zip"]);
    let ran = archived(shop("2026-10-31"), ("2026-09", "2026-11-20"), &[]);
    fs::copy(packed.path("archive/2026-09.zip"), ran.path("archive/2026-09.zip")).unwrap();
    let ran = ran.then().args(["table", "archives", "--format=csv", "--today=2026-11-22"]).code(0);
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
}

#[test]
fn two_archives_of_one_name_that_differ_are_an_error() {
    let packed = archived(shop("2026-10-31"), ("2026-09", "2026-11-21"), &["--zip"]);
    let ran = archived(shop("2026-10-31"), ("2026-09", "2026-11-20"), &[]);
    fs::copy(packed.path("archive/2026-09.zip"), ran.path("archive/2026-09.zip")).unwrap();
    let ran = ran.then().args(["check", "--today=2026-11-22", "--lang=en"]);
    ran.says("archive/2026-09.zip: error[S005]").says("2026-09 is archive/2026-09,").code(1);
}
