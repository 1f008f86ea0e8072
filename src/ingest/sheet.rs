//! A text as a table: its header, and its rows with their places.

use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};

use super::decode::Fault;
use super::header::normalise;
use super::scan;
use crate::diagnostic::Place;

/// How many lines are looked through for the header.
const HEADER_WITHIN: usize = 50;
/// Longer records mean that a quote was never closed.
const MAX_LINES: usize = 100;
/// Longer cells are none that an export holds.
const MAX_CELL: usize = 1 << 20;

/// What parts cells, most usual first.
pub(super) const DELIMITERS: [char; 3] = [',', '\t', ';'];

/// A line that may be the header.
#[derive(Debug)]
pub(super) struct Candidate {
    /// Its number, from 1.
    pub(super) line: u32,
    pub(super) delimiter: char,
    /// The names as written.
    pub(super) names: Vec<String>,
    /// The names in the form they are compared in.
    pub(super) forms: Vec<String>,
    /// The byte after the line.
    body: usize,
}

/// The first lines of a text, each by every delimiter.
pub(super) fn candidates(text: &str) -> impl Iterator<Item = Candidate> {
    let ends = text.split_inclusive('\n').scan(0, |end, line| {
        *end += line.len();
        Some((line, *end))
    });
    let numbered = (1..).zip(ends.take(HEADER_WITHIN));
    numbered.flat_map(|(line, (words, body))| {
        DELIMITERS.into_iter().filter_map(move |delimiter| candidate(words, delimiter, (line, body)))
    })
}

fn candidate(words: &str, delimiter: char, (line, body): (u32, usize)) -> Option<Candidate> {
    if words.trim().is_empty() || (delimiter != ',' && !words.contains(delimiter)) {
        return None;
    }
    let mut record = StringRecord::new();
    reader(words, delimiter).read_record(&mut record).ok()?;
    let names: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
    let forms = names.iter().map(|name| normalise(name)).collect();
    Some(Candidate { line, delimiter, names, forms, body })
}

fn reader(text: &str, delimiter: char) -> csv::Reader<&[u8]> {
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// A text with its header found.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    text: &'a str,
    pub(super) header: Candidate,
}

/// One row below the header.
#[derive(Debug)]
pub(super) struct Row {
    record: StringRecord,
    /// Its first line, from 1.
    pub(super) line: u32,
    /// Its first byte.
    offset: usize,
}

impl Row {
    /// A cell without the white space around it; empty when the row is too short.
    pub(super) fn cell(&self, index: usize) -> &str {
        self.record.get(index).unwrap_or_default().trim()
    }

    fn is_blank(&self) -> bool {
        self.record.iter().all(|cell| cell.trim().is_empty())
    }

    /// How many cells it has, not counting empty ones beyond the header.
    pub(super) fn width(&self, header: usize) -> usize {
        let beyond = self.record.iter().skip(header).collect::<Vec<_>>();
        let used = beyond.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        self.record.len().min(header) + used
    }
}

impl<'a> Sheet<'a> {
    /// The table below a header.
    ///
    /// # Errors
    /// When two columns have the same name.
    pub(super) fn new(text: &'a str, header: Candidate) -> Result<Self, Fault> {
        let named = |form: &&String| !form.is_empty();
        let repeated = (1..header.forms.len()).find(|at| {
            Some(&header.forms[*at]).filter(named).is_some_and(|form| header.forms[..*at].contains(form))
        });
        let sheet = Sheet { text, header };
        match repeated {
            Some(at) => Err(sheet.repeated_name(at)),
            None => Ok(sheet),
        }
    }

    fn repeated_name(&self, at: usize) -> Fault {
        let column = self.header_cell(at).map_or(1, |cell| cell.column);
        let detail = self.header.names[at].clone();
        Fault { reason: "header", detail, line: self.header.line, column }
    }

    fn header_cell(&self, at: usize) -> Option<scan::CellPlace> {
        let line = self.text.split('\n').nth(self.header.line as usize - 1)?;
        scan::record(line, self.header.delimiter).cells.get(at).copied()
    }

    /// The rows that are not blank.
    pub(super) fn rows(&self) -> Rows<'_> {
        let body = self.text.get(self.header.body..).unwrap_or_default();
        Rows { sheet: self, reader: reader(body, self.header.delimiter), last: None, done: false }
    }

    /// Where a cell of a row stands.
    pub(super) fn place(&self, path: &Arc<str>, row: &Row, cell: usize) -> Place {
        let scan = scan::record(&self.text[row.offset..], self.header.delimiter);
        let Some(at) = scan.cells.get(cell).or(scan.cells.last()) else {
            return Place::point(path, row.line, 1);
        };
        let line = row.line + at.line;
        if at.end_column <= at.column {
            return Place::point(path, line, at.column);
        }
        Place::range(path, line, at.column..at.end_column)
    }

    /// Where a column's name stands.
    pub(super) fn header_place(&self, path: &Arc<str>, at: usize) -> Place {
        match self.header_cell(at) {
            Some(cell) if cell.end_column > cell.column => {
                Place::range(path, self.header.line, cell.column..cell.end_column)
            }
            _ => Place::point(path, self.header.line, 1),
        }
    }
}

/// Goes through the rows; ends after a fault.
pub(super) struct Rows<'a> {
    sheet: &'a Sheet<'a>,
    reader: csv::Reader<&'a [u8]>,
    last: Option<(u32, usize)>,
    done: bool,
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            match self.read() {
                Ok(Some(row)) if row.is_blank() => {}
                Ok(Some(row)) => return Some(Ok(row)),
                Ok(None) => {
                    self.done = true;
                    return self.check_end().err().map(Err);
                }
                Err(fault) => {
                    self.done = true;
                    return Some(Err(fault));
                }
            }
        }
        None
    }
}

impl Rows<'_> {
    fn read(&mut self) -> Result<Option<Row>, Fault> {
        let mut record = StringRecord::new();
        let read = self.reader.read_record(&mut record);
        if !read.map_err(|error| Fault::of_file("csv", error.to_string()))? {
            return Ok(None);
        }
        let row = self.placed(record);
        self.last = Some((row.line, row.offset));
        match row.record.iter().position(|cell| cell.len() > MAX_CELL) {
            _ if spans(&row.record) > MAX_LINES => Err(self.open_quote(row.line, row.offset)),
            Some(_) => Err(Fault { reason: "cell", detail: String::new(), line: row.line, column: 1 }),
            None => Ok(Some(row)),
        }
    }

    /// The reader counts blank lines before a record as part of it.
    fn placed(&self, record: StringRecord) -> Row {
        let (byte, line) = record.position().map_or((0, 1), |at| (at.byte(), at.line()));
        let begin = self.sheet.header.body + usize::try_from(byte).unwrap_or(0);
        let ahead = self.sheet.text.get(begin..).unwrap_or_default();
        let blank = ahead.len() - ahead.trim_start_matches(['\r', '\n']).len();
        let skipped = ahead[..blank].matches('\n').count();
        let line = usize::try_from(line).unwrap_or(0) + skipped + self.sheet.header.line as usize;
        Row { record, line: u32::try_from(line).unwrap_or(u32::MAX), offset: begin + blank }
    }

    /// A quote left open swallows the rest of the file into its cell.
    fn check_end(&self) -> Result<(), Fault> {
        match self.last {
            Some((line, offset)) if !self.scan(offset).closed => Err(self.open_quote(line, offset)),
            _ => Ok(()),
        }
    }

    fn scan(&self, offset: usize) -> scan::Scan {
        scan::record(&self.sheet.text[offset..], self.sheet.header.delimiter)
    }

    fn open_quote(&self, line: u32, offset: usize) -> Fault {
        let scan = self.scan(offset);
        let open = scan.cells.iter().find(|cell| cell.end_column == 0).or(scan.cells.last());
        let (down, column) = open.map_or((0, 1), |cell| (cell.line, cell.column));
        Fault { reason: "quote", detail: String::new(), line: line + down, column }
    }
}

fn spans(record: &StringRecord) -> usize {
    record.iter().map(|cell| cell.matches('\n').count()).sum()
}
