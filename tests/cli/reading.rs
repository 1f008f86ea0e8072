//! `opsreport archive --pdf`: the reading copy for paper, by stand-ins for `typst` and, where it is there, by itself.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use crate::archive::shop;
use crate::harness::{Ran, Test};

const ARCHIVE: [&str; 5] = ["archive", "2026-09", "--pdf", "--today=2026-11-20", "--lang=en"];

/// A shop with a program `typst` that is this shell script.
fn with(script: &str) -> Test {
    let test = shop("2026-10-31").file("bin/typst", &format!("#!/bin/sh\n{script}\n"));
    let program = test.path("bin/typst");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/usr/bin:/bin", test.path("bin").display());
    test.env("PATH", &path)
}

fn nothing_was_archived(ran: &Ran) {
    assert!(!ran.exists("archive"));
}

#[test]
fn without_typst_nothing_is_archived() {
    let test = shop("2026-10-31").file("bin/readme", "");
    let path = test.path("bin").display().to_string();
    let ran = test.args(ARCHIVE).env("PATH", &path);
    nothing_was_archived(&ran.says("the program typst was not found").code(2));
}

#[test]
fn what_typst_complains_of_is_said_and_nothing_is_archived() {
    let wrong = "cat >/dev/null; echo 'warning: unknown font' >&2; echo 'error: no glyph for 茶' >&2; exit 1";
    for (script, says) in [
        (wrong, "typst cannot set the reading copy, nothing was archived: error: no glyph for 茶"),
        ("exit 1", "nothing was archived"),
        ("echo what >&2; exit 64", "archived: what"),
        ("cat", "archived: not a PDF"),
        ("kill -9 $$", "nothing was archived"),
    ] {
        let ran = with(script).args(ARCHIVE).says(says).code(3);
        nothing_was_archived(&ran);
    }
}

#[test]
fn the_reading_copy_is_in_the_bag_and_proven() {
    let test = with("printf '%%PDF-%s\\n' \"$*\"; cat");
    let path = format!("{}:/usr/bin:/bin", test.path("bin").display());
    let ran = test.args(ARCHIVE).code(0);
    let source = ran.text("archive/2026-09/data/reading/report.typ");
    let flags = "compile --format pdf --pdf-standard a-2b --creation-timestamp 1795132800 - -";
    assert_eq!(
        ran.text("archive/2026-09/data/reading/report.pdf"),
        format!("%PDF-{flags}\n{source}"),
        "1795132800 is the beginning of 2026-11-20"
    );
    assert!(source.contains("lang: \"zh\", region: \"TW\"") && source.contains("lang: \"en\", region: none"));
    assert!(source.contains("\"小店\"") && source.contains("\"15.50\""), "{source}");
    assert!(
        ran.text("archive/2026-09/data/readme.txt").contains("  reading/         a PDF to read on paper")
    );
    let provenance = ran.text("archive/2026-09/data/provenance.json");
    assert!(provenance.contains("2026-09 --today 2026-11-20 --pdf\""), "{provenance}");
    assert!(ran.text("archive/2026-09/data/site/index.html").contains("data/reading/report.pdf"));
    // Its source can be made again from the inputs; the PDF needs typst and the same fonts.
    let ran = ran.then().args(["verify", "archive/2026-09", "--rebuild", "--lang=en"]).code(0);
    let again = ["archive", "2026-09", "--again=x", "--pdf", "--zip", "--today=2026-11-20", "--lang=en"];
    let ran = ran.then().env("PATH", &path).args(again).code(0);
    ran.then().args(["verify", "archive/2026-09-v2.zip", "--lang=en"]).code(0);
}

#[test]
fn nothing_is_said_of_a_reading_copy_that_is_not_there() {
    let ran = shop("2026-10-31").args(["archive", "2026-09", "--today=2026-11-20", "--lang=en"]).code(0);
    let readme = ran.text("archive/2026-09/data/readme.txt");
    assert!(!readme.contains("reading") && readme.contains("in every language\n  tables/"), "{readme}");
    assert!(!ran.exists("archive/2026-09/data/reading"));
    assert!(!ran.text("archive/2026-09/data/site/index.html").contains("reading"));
}

#[test]
fn typst_itself_sets_hostile_texts_as_they_are() {
    let path = std::env::var("PATH").unwrap();
    let mut there = Command::new("typst");
    there.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    if !there.status().is_ok_and(|status| status.success()) {
        // No such program here.
        return;
    }
    let company = r##"company: {id: Shop, name: "Tea #panic() $x$ *b* _i_ @q <l> [c] // c \" \\ `r` #read('/etc/passwd')", reporting_currency: USD}"##;
    let made = |path: &str| {
        let test = shop("2026-10-31").file("company.yaml", company);
        let ran = test.args(ARCHIVE).env("PATH", path).code(0);
        fs::read(ran.path("archive/2026-09/data/reading/report.pdf")).unwrap()
    };
    let pdf = made(&path);
    assert_eq!(pdf, made(&path), "the same bytes another time");
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("<pdfaid:part>2<") && text.contains("<pdfaid:conformance>B<"));
    assert!(text.contains("#panic() $x$ *b* _i_"), "the author in the metadata");
}
