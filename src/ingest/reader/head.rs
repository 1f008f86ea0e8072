//! The first lines of a table: the preamble, and what may be the header.

use std::sync::Arc;

use super::fault::Fault;
use super::header::normalise;
use super::row::Row;
use super::split::{Dialect, Split, line_ends, split};
use super::stream::{Charset, File};

/// How many lines are looked through for the header.
pub(super) const WITHIN: u32 = 50;
/// How many rows below a header are shown with it.
pub(super) const SAMPLE: usize = 20;
/// How much of a text is looked at for its header, in bytes.
const LOOK: usize = 1 << 18;
/// What parts cells, most usual first.
const DELIMITERS: [char; 4] = [',', '\t', ';', '|'];

/// One table of a file: a text is one, a workbook has one in each sheet.
#[derive(Debug)]
pub(in crate::ingest) struct SheetHead {
    /// The name of the sheet, when it has one.
    pub(in crate::ingest) name: Option<String>,
    /// Each of the first lines by each delimiter, from the top.
    pub(in crate::ingest) candidates: Vec<Candidate>,
    /// The first lines that are not blank, with their numbers from 1; in a workbook the cells parted by commas.
    pub(in crate::ingest) lines: Vec<(u32, String)>,
}

/// A line that may be the header.
#[derive(Clone, Debug)]
pub(in crate::ingest) struct Candidate {
    /// Its number, from 1; in a workbook the row of the sheet.
    pub(in crate::ingest) line: u32,
    /// What parts its cells; none in a workbook.
    pub(in crate::ingest) delimiter: Option<char>,
    /// The names as written, without the white space around them.
    pub(in crate::ingest) names: Vec<String>,
    /// The names in the form they are compared in. Some may be the same.
    pub(in crate::ingest) forms: Vec<String>,
    pub(super) row: Row,
    pub(super) body: Body,
    head: Arc<Head>,
}

/// Where the rows below a header begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body {
    /// The first byte of the text in UTF-8, behind the byte order mark.
    pub(super) byte: usize,
    /// Its line, from 1.
    pub(super) line: u32,
}

/// The beginning of a table.
#[derive(Debug)]
pub(super) enum Head {
    Text {
        text: String,
        /// Whether it is all there is.
        all: bool,
    },
    /// The first rows that are not blank.
    Sheet(Vec<Row>),
}

impl Head {
    /// The first characters of a text.
    pub(super) fn of_text(file: File<'_>, charset: Charset) -> Result<Arc<Self>, Fault> {
        let mut stream = file.stream(charset)?;
        let (mut bytes, mut more) = (Vec::new(), true);
        while more && bytes.len() < LOOK {
            more = stream.fill(&mut bytes)?;
        }
        let whole = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
        bytes.truncate(whole);
        Ok(Arc::new(Head::Text { text: String::from_utf8(bytes).unwrap_or_default(), all: !more }))
    }
}

impl SheetHead {
    pub(super) fn new(name: Option<String>, head: &Arc<Head>) -> Self {
        SheetHead { name, candidates: candidates(head), lines: lines(head) }
    }
}

impl Candidate {
    /// The cells of up to twenty rows below it that are not blank.
    pub(in crate::ingest) fn sample(&self) -> Vec<Vec<String>> {
        match &*self.head {
            Head::Sheet(rows) => {
                rows.iter().filter(|row| row.line > self.line).take(SAMPLE).map(Row::words).collect()
            }
            Head::Text { text, all } => {
                let rows = Records { text, all: *all, dialect: self.dialect(), body: self.body };
                rows.filter(|row| !row.is_blank()).take(SAMPLE).map(|row| row.words()).collect()
            }
        }
    }

    /// The columns whose name an earlier column has, from 0. Nameless columns are not among them.
    pub(in crate::ingest) fn repeated(&self) -> Vec<usize> {
        let named = (0..self.forms.len()).filter(|at| !self.forms[*at].is_empty());
        named.filter(|at| self.forms[..*at].contains(&self.forms[*at])).collect()
    }

    /// How the rows below it are parted.
    pub(super) fn dialect(&self) -> Dialect {
        Dialect { width: self.names.len(), ..dialect(self.delimiter.unwrap_or(',')) }
    }

    fn new(head: &Arc<Head>, row: Row, (delimiter, body): (Option<char>, Body)) -> Self {
        let mark = |name: String| name.trim_matches('\u{feff}').trim().to_owned();
        let names: Vec<String> = row.words().into_iter().map(mark).collect();
        let forms = names.iter().map(|name| normalise(name)).collect();
        Candidate { line: row.line, delimiter, names, forms, row, body, head: Arc::clone(head) }
    }
}

fn dialect(delimiter: char) -> Dialect {
    Dialect { delimiter: u8::try_from(delimiter).unwrap_or(b','), width: 0 }
}

/// The first lines, each by every delimiter that is in it.
pub(super) fn candidates(head: &Arc<Head>) -> Vec<Candidate> {
    let (text, all) = match &**head {
        Head::Text { text, all } => (text, *all),
        Head::Sheet(rows) => {
            let first = rows.iter().filter(|row| row.line <= WITHIN);
            let body = |row: &Row| (None, Body { byte: 0, line: row.line + 1 });
            return first.map(|row| Candidate::new(head, row.clone(), body(row))).collect();
        }
    };
    let mut found = Vec::new();
    for (body, words) in first_lines(text) {
        for delimiter in DELIMITERS.into_iter().filter(|one| *one == ',' || words.contains(*one)) {
            let mut records = Records { text, all, dialect: dialect(delimiter), body };
            let row = records.next().filter(|row| !row.is_blank());
            found.extend(row.map(|row| Candidate::new(head, row, (Some(delimiter), records.body))));
        }
    }
    found
}

fn lines(head: &Head) -> Vec<(u32, String)> {
    match head {
        Head::Text { text, .. } => first_lines(text).map(|(at, words)| (at.line, words.to_owned())).collect(),
        Head::Sheet(rows) => {
            let first = rows.iter().filter(|row| row.line <= WITHIN);
            first.map(|row| (row.line, row.words().join(","))).collect()
        }
    }
}

/// The first lines that are not blank, with where they begin.
fn first_lines(text: &str) -> impl Iterator<Item = (Body, &str)> {
    let mut at = Body { byte: 0, line: 1 };
    let all = std::iter::from_fn(move || {
        let rest = text.get(at.byte..).filter(|rest| !rest.is_empty())?;
        let words = rest.split(['\n', '\r']).next().unwrap_or_default();
        let stop = if rest[words.len()..].starts_with("\r\n") { 2 } else { 1 };
        let here = at;
        at = Body { byte: at.byte + words.len() + stop, line: at.line + 1 };
        Some((here, words))
    });
    all.take(WITHIN as usize).filter(|(_, words)| !words.trim().is_empty())
}

/// Goes through the records of a text in memory; a fault ends it.
struct Records<'t> {
    text: &'t str,
    all: bool,
    dialect: Dialect,
    /// Where the next one begins.
    body: Body,
}

impl Iterator for Records<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let mut rest = self.text.get(self.body.byte..)?;
        let blank = rest.len() - rest.trim_start_matches(['\n', '\r']).len();
        self.go(blank, rest);
        rest = self.text.get(self.body.byte..).filter(|rest| !rest.is_empty())?;
        let mut cells = Vec::new();
        let Split::Record { end, next } = split(rest.as_bytes(), self.dialect, self.all, &mut cells) else {
            return None;
        };
        let mut row = Row::default();
        row.set(rest.get(..end)?, self.body.line, &mut cells);
        self.go(next, rest);
        Some(row)
    }
}

impl Records<'_> {
    fn go(&mut self, bytes: usize, rest: &str) {
        self.body.byte += bytes;
        self.body.line += line_ends(&rest.as_bytes()[..bytes]) as u32;
    }
}
