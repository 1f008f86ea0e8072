//! Files of every shape, read back.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Book, Candidate, Fault, Form, Row, open};
use crate::quantity::Day;
use crate::world::Memory;

/// What is known of headers in these tests.
const KNOWN: [&str; 8] = ["date", "sku", "units", "sales", "title", "日付", "標題", "数量"];

fn score(forms: &[String]) -> usize {
    forms.iter().filter(|form| KNOWN.contains(&form.as_str())).count()
}

fn path() -> Arc<str> {
    "results/a.csv".into()
}

fn world(bytes: &[u8]) -> Memory {
    let files = BTreeMap::from([(path().to_string(), bytes.to_vec())]);
    Memory { files, today: Day::parse("2026-11-22").unwrap() }
}

fn header(book: &Book, sheet: usize) -> &Candidate {
    let candidates = &book.sheets[sheet].candidates;
    let best = candidates.iter().map(|one| score(&one.forms)).max().unwrap();
    candidates.iter().find(|one| score(&one.forms) == best).unwrap()
}

/// Everything below the header, with the lines.
fn rows(world: &Memory, book: &Book, sheet: usize) -> Result<Vec<(u32, Vec<String>)>, Fault> {
    let header = header(book, sheet);
    let (mut rows, mut row, mut all) = (book.rows(world, sheet, header)?, Row::default(), Vec::new());
    while rows.next_row(&mut row)? {
        all.push((row.line, (0..row.len()).map(|at| row.raw(at).to_owned()).collect()));
    }
    Ok(all)
}

fn read(bytes: &[u8]) -> Result<(Form, Vec<(u32, Vec<String>)>), Fault> {
    let world = world(bytes);
    let book = open(&world, &path(), &score)?;
    Ok((book.form, rows(&world, &book, 0)?))
}

fn cells(rows: &[(u32, &[&str])]) -> Vec<(u32, Vec<String>)> {
    rows.iter().map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect())).collect()
}

#[test]
fn a_plain_file_is_read() {
    let (form, rows) =
        read("date,sku,units\n2026-01-01,A,1\n\n,,\n2026-01-02,\"B, \"\"x\"\"\ny\",2".as_bytes()).unwrap();
    assert_eq!(form, Form::Text { encoding: "utf-8" });
    assert_eq!(rows, cells(&[(2, &["2026-01-01", "A", "1"]), (5, &["2026-01-02", "B, \"x\"\ny", "2"])]));
}
