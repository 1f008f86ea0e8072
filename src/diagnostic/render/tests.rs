//! The exact report of findings, in every format.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::*;
use crate::diagnostic::codes;
use crate::quantity::{Day, Lang};
use crate::world::Memory;

const WORDS: &str = "
G002 = 各市場的目標相加為 { $found },與總目標 { $expected } 不符
    .help = 請修正其中一項
I103 = \"{ $cell }\" is not a number
Y011 = nothing reads this file
";

const COMPANY: &str =
    "goals:\n- id: 年度\n  名稱: 山霧茶器, target: 1000000.00 USD  # 總目標\n\ttabs: x\r\nlast: ";

fn world() -> Memory {
    let long = format!("date,units\n2026-11-01,{}abc{}\n", "1,".repeat(300), ",2".repeat(300));
    let files = [("company.yaml", COMPANY.to_owned()), ("results/冷泡壺, 11:1%.csv", long)];
    let files: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect();
    Memory { files, today: Day::parse("2026-11-22").unwrap() }
}

fn findings() -> Vec<Diagnostic> {
    let company: Arc<str> = "company.yaml".into();
    let results: Arc<str> = "results/冷泡壺, 11:1%.csv".into();
    let sum = Diagnostic::new(codes::PARTS_MISMATCH, &Place::range(&company, 3, 21..35));
    let many = Place { file: company.clone(), line: 4, column: 2, end_line: 5, end_column: 3 };
    vec![
        sum.with("found", "999999.00").with("expected", "1000000.00").help("help").about("G26-SALES"),
        Diagnostic::new(codes::UNKNOWN_FILE, &many),
        Diagnostic::new(codes::UNKNOWN_FILE, &Place::point(&company, 5, 7)),
        Diagnostic::new(codes::BAD_CELL, &Place::range(&results, 2, 612..615)).with("cell", "ab\n\x1b[2Jc"),
        Diagnostic::new(codes::UNKNOWN_FILE, &Place::file(&company)),
        Diagnostic::new(codes::UNKNOWN_FILE, &Place::point(&"gone.yaml".into(), 3, 1)),
    ]
}

fn render(how: fn(&[Diagnostic], &View<'_>) -> String, color: bool) -> String {
    let locale = Locale::new(&Lang::new("zh-Hant"), [WORDS]).unwrap();
    how(&findings(), &View { world: &world(), prefix: "content/", locale: &locale, color })
}

#[test]
fn text_points_at_the_words_even_after_chinese() {
    insta::assert_snapshot!(render(text, false));
}

#[test]
fn colours_are_there_only_when_asked_for() {
    assert!(!render(text, false).contains('\x1b'));
    assert!(render(text, true).contains("\x1b[1;31merror[G002]\x1b[0m: 各市場"));
}

#[test]
fn json_is_one_object_per_line() {
    let lines = render(json, false);
    assert_eq!(lines.lines().count(), findings().len());
    insta::assert_snapshot!(lines);
}

#[test]
fn github_escapes_what_its_commands_are_made_of() {
    insta::assert_snapshot!(render(github, false));
}

#[test]
fn sarif_is_one_log() {
    let log: serde_json::Value = serde_json::from_str(&render(sarif, false)).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&log).unwrap());
}
