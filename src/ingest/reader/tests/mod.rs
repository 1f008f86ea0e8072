//! Files of every shape, read back.

mod properties;
mod texts;
mod workbooks;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Book, Candidate, Fault, Form, Row, Rows, open};
use crate::quantity::Day;
use crate::world::Memory;

/// What is known of headers in these tests.
const KNOWN: [&str; 9] = ["date", "sku", "units", "sales", "日付", "商品名", "標題", "标题", "umsätze"];

/// A row: its line and its cells.
type Line = (u32, Vec<String>);

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

fn line_of(row: &Row) -> Line {
    (row.line, (0..row.len()).map(|at| row.raw(at).to_owned()).collect())
}

/// Everything below the header, with the lines.
fn rows(world: &Memory, book: &Book, sheet: usize) -> Result<Vec<Line>, Fault> {
    let (mut row, mut all) = (Row::default(), Vec::new());
    let mut rows = book.rows(world, sheet, header(book, sheet))?;
    while rows.next_row(&mut row)? {
        all.push(line_of(&row));
    }
    Ok(all)
}

fn read(bytes: &[u8]) -> Result<(Form, Vec<Line>), Fault> {
    let world = world(bytes);
    let book = open(&world, &path(), &score)?;
    Ok((book.form, rows(&world, &book, 0)?))
}

/// The rows of a table that can be read.
fn table(bytes: &[u8]) -> Vec<Line> {
    read(bytes).unwrap().1
}

/// Reads on until the last row.
fn last(rows: &mut Rows<'_>) -> Row {
    let (mut row, mut last) = (Row::default(), Row::default());
    while rows.next_row(&mut row).unwrap() {
        last = row.clone();
    }
    last
}

fn lines(rows: &[(u32, &[&str])]) -> Vec<Line> {
    rows.iter().map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect())).collect()
}

fn utf_16(text: &str, big: bool) -> Vec<u8> {
    let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
    text.encode_utf16().flat_map(bytes).collect()
}

fn encoded(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let (bytes, _, lossy) = encoding.encode(text);
    assert!(!lossy, "{text}");
    bytes.into_owned()
}
