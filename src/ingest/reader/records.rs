//! The rows of a text, one after the other, in a memory that does not grow with the file.

use std::borrow::Cow;

use super::fault::Fault;
use super::head::Body;
use super::row::{Cell, Row, end_of};
use super::split::{Dialect, MAX_LINES, Split, line_ends, split};
use super::stream::Stream;
use crate::plain::{is_hidden, may_hide, plain};

/// Longer cells are none that an export holds.
const MAX_CELL: usize = 1 << 20;
/// Longer records are none that an export holds.
const MAX_RECORD: usize = 1 << 24;

/// Goes through the records of a text.
pub(super) struct Records<'a> {
    stream: Stream<'a>,
    dialect: Dialect,
    /// What was read, of which everything before `from` was given away.
    text: Vec<u8>,
    from: usize,
    more: bool,
    /// The line that `from` is on.
    line: u32,
    cells: Vec<Cell>,
}

impl<'a> Records<'a> {
    /// The records of a stream from `body` on.
    pub(super) fn new(mut stream: Stream<'a>, dialect: Dialect, body: Body) -> Result<Self, Fault> {
        let (mut text, mut from, mut more) = (Vec::new(), body.byte, true);
        while more && text.len() <= from {
            from -= text.len();
            text.clear();
            more = stream.fill(&mut text)?;
        }
        from = from.min(text.len());
        Ok(Records { stream, dialect, text, from, more, line: body.line, cells: Vec::new() })
    }

    /// Reads the next row that is not blank; false when there is none.
    pub(super) fn next_row(&mut self, row: &mut Row) -> Result<bool, Fault> {
        while self.next_record(row)? {
            if !row.is_blank() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn next_record(&mut self, row: &mut Row) -> Result<bool, Fault> {
        loop {
            self.skip_line_ends();
            let rest = &self.text[self.from..];
            if rest.is_empty() && !self.more {
                return Ok(false);
            }
            match split(rest, self.dialect, !self.more, &mut self.cells) {
                Split::Record { .. } if rest.is_empty() => self.refill()?,
                Split::Record { end, next } => return self.give(row, end, next).map(|()| true),
                Split::Open(at) => return Err(self.open_quote(at)),
                Split::More => {
                    self.check_unended()?;
                    self.refill()?;
                }
            }
        }
    }

    fn skip_line_ends(&mut self) {
        while let Some(stop) = self.text.get(self.from) {
            let pair = *stop == b'\r' && self.text.get(self.from + 1) == Some(&b'\n');
            if !matches!(stop, b'\n' | b'\r')
                || (*stop == b'\r' && self.from + 1 == self.text.len() && self.more)
            {
                return;
            }
            self.from += 1 + usize::from(pair);
            self.line += 1;
        }
    }

    /// Drops what was given away, and reads on.
    fn refill(&mut self) -> Result<(), Fault> {
        self.text.drain(..self.from);
        self.from = 0;
        self.more = self.stream.fill(&mut self.text)?;
        Ok(())
    }

    /// Gives a record of `end` bytes.
    fn give(&mut self, row: &mut Row, end: usize, next: usize) -> Result<(), Fault> {
        let bytes = &self.text[self.from..self.from + end];
        let text = std::str::from_utf8(bytes).map_err(|_| Fault::at("utf8", (self.line, 1)))?;
        let quoted = self.cells.iter().any(|cell| cell.from != cell.start);
        let lines = if quoted { line_ends(bytes) } else { 0 };
        if lines > MAX_LINES {
            return Err(self.open_quote(self.long_cell(bytes)));
        }
        if let Some(cell) = self.cells.iter().find(|cell| (cell.end - cell.start) as usize > MAX_CELL) {
            return Err(Fault::at("cell", self.place(cell.start as usize)));
        }
        row.set(&shown(text, &mut self.cells), self.line, &mut self.cells);
        self.line += lines as u32 + u32::from(next > end);
        self.from += next;
        Ok(())
    }

    /// The first byte of the first cell that goes over lines.
    fn long_cell(&self, bytes: &[u8]) -> usize {
        let lines = |cell: &&Cell| line_ends(&bytes[cell.start as usize..cell.end as usize]) > 0;
        self.cells.iter().find(lines).map_or(0, |cell| cell.start as usize)
    }

    /// A record whose end is not in sight may not go on for ever.
    fn check_unended(&self) -> Result<(), Fault> {
        let rest = &self.text[self.from..];
        if self.dialect.delimiter != b'\t' && line_ends(rest) > MAX_LINES {
            let open = self.cells.last().map_or(0, |cell| cell.end as usize + 1);
            return Err(self.open_quote(open));
        }
        match rest.len() > MAX_RECORD {
            true => Err(Fault::at("cell", (self.line, 1))),
            false => Ok(()),
        }
    }

    fn open_quote(&self, at: usize) -> Fault {
        Fault::at("quote", self.place(at))
    }

    /// Line and column of a byte of the record that is being read.
    fn place(&self, at: usize) -> (u32, u32) {
        let before = self.text.get(self.from..self.from + at).unwrap_or_default();
        let (down, column) = end_of(&String::from_utf8_lossy(before));
        (self.line + down, column)
    }
}

/// A record without what hides or turns text; the cells move along.
fn shown<'t>(text: &'t str, cells: &mut [Cell]) -> Cow<'t, str> {
    if !may_hide(text.as_bytes()) || !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    let mut moved = |byte: &mut u32| {
        out.push_str(&plain(text.get(at..*byte as usize).unwrap_or_default()));
        (at, *byte) = (*byte as usize, out.len() as u32);
    };
    for cell in cells {
        [&mut cell.start, &mut cell.from, &mut cell.to, &mut cell.end].into_iter().for_each(&mut moved);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::*;
    use crate::ingest::reader::stream::{Charset, File};
    use crate::quantity::Day;
    use crate::world::Memory;

    #[test]
    fn the_memory_does_not_grow_with_the_file() {
        let files =
            BTreeMap::from([("a.csv".to_owned(), "SW-CB-01-GY,1,2.50\n".repeat(300_000).into_bytes())]);
        let world = Memory { files, today: Day::parse("2026-11-22").unwrap() };
        let path: Arc<str> = "a.csv".into();
        for encoding in [None, Some(encoding_rs::SHIFT_JIS)] {
            let charset = Charset { name: "", encoding, mark: 0 };
            let stream = File { world: &world, path: &path }.stream(charset).unwrap();
            let body = Body { byte: 0, line: 1 };
            let mut records = Records::new(stream, Dialect { delimiter: b',', width: 3 }, body).unwrap();
            let (mut row, mut count) = (Row::default(), 0);
            while records.next_row(&mut row).unwrap() {
                count += 1;
            }
            assert_eq!((count, row.line), (300_000, 300_000));
            assert!(records.text.capacity() < 1 << 20, "{}", records.text.capacity());
        }
    }
}
