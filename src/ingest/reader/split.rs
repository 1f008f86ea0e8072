//! Where a record and its cells end.
//!
//! Quotes mean what they mean to the `csv` crate: a cell that begins with one goes on to the next single one, two
//! stand for one, and one inside of a plain cell is a letter. Files with tabs are another matter, see [`tabs`].

use memchr::{memchr, memchr2_iter, memchr3};

use super::row::Cell;

/// Longer records mean that a quote was never closed.
pub(super) const MAX_LINES: usize = 100;

/// How the cells of a file are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    /// What stands between two cells.
    pub(super) delimiter: u8,
    /// How many cells the header has; 0 when it is not known yet.
    pub(super) width: usize,
}

/// What a text begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// A record of `end` bytes; the next begins at `next`.
    Record { end: usize, next: usize },
    /// The beginning of a record, whose end is not in sight.
    More,
    /// A record with a quote, at this byte, that is never closed.
    Open(usize),
}

/// A text that begins with a record; `last` when nothing follows it.
#[derive(Clone, Copy)]
struct Text<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    last: bool,
}

/// The end of a cell that is not there, or not yet.
enum Unended {
    More,
    Open(usize),
}

/// Parts the record that `bytes` begins with, and not with a line end, into `cells`.
pub(super) fn split(bytes: &[u8], dialect: Dialect, last: bool, cells: &mut Vec<Cell>) -> Split {
    let text = Text { bytes, delimiter: dialect.delimiter, last };
    match dialect.delimiter {
        b'\t' => tabs(text, dialect.width, cells),
        _ => text.record(cells, Text::cell),
    }
}

/// How many lines end in a text: with LF, CRLF or a bare CR.
pub(super) fn line_ends(bytes: &[u8]) -> usize {
    memchr2_iter(b'\n', b'\r', bytes)
        .filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
        .count()
}

/// Settlements and orders are not quoted at all, and a title may begin with a quote; what a spreadsheet saves
/// as "Unicode text" is quoted where a cell holds a quote, a tab or a line end. So a quote is one only where the
/// cell ends with one, and where taking it for a letter does not give what the header asks for.
fn tabs(text: Text<'_>, width: usize, cells: &mut Vec<Cell>) -> Split {
    let plain = text.record(cells, Text::plain);
    let Split::Record { end, next } = plain else { return plain };
    if !cells.iter().any(|cell| text.bytes.get(cell.start as usize) == Some(&b'"')) {
        return plain;
    }
    let mut quoted_cells = Vec::with_capacity(cells.len());
    let quoted = text.record(&mut quoted_cells, Text::strict);
    let Split::Record { end: quoted_end, .. } = quoted else { return quoted };
    let fits = |cells: &[Cell]| width == 0 || cells.len() == width;
    let literal = match quoted_end > end {
        false => fits(cells) && !fits(&quoted_cells),
        true => width == 0 || quoted_cells.len() > width || (fits(cells) && text.after(next).is_whole(width)),
    };
    if literal {
        return plain;
    }
    *cells = quoted_cells;
    quoted
}

impl<'t> Text<'t> {
    fn after(self, at: usize) -> Self {
        Text { bytes: self.bytes.get(at..).unwrap_or_default(), ..self }
    }

    /// Whether its first line, taken literally, is a row below a header of so many cells.
    fn is_whole(self, width: usize) -> bool {
        let mut cells = Vec::new();
        matches!(self.record(&mut cells, Text::plain), Split::Record { .. }) && cells.len() == width
    }

    fn record(self, cells: &mut Vec<Cell>, cell: fn(Self, usize) -> Result<Cell, Unended>) -> Split {
        cells.clear();
        let mut at = 0;
        loop {
            let found = match cell(self, at) {
                Ok(found) => found,
                Err(Unended::More) => return Split::More,
                Err(Unended::Open(at)) => return Split::Open(at),
            };
            cells.push(found);
            let end = found.end as usize;
            match self.bytes.get(end) {
                Some(stop) if *stop == self.delimiter => at = end + 1,
                None => return Split::Record { end, next: end },
                Some(b'\r') => match self.bytes.get(end + 1) {
                    None if !self.last => return Split::More,
                    Some(b'\n') => return Split::Record { end, next: end + 2 },
                    _ => return Split::Record { end, next: end + 1 },
                },
                Some(_) => return Split::Record { end, next: end + 1 },
            }
        }
    }

    /// The end of what is not quoted.
    fn end(self, from: usize) -> Result<usize, Unended> {
        match memchr3(self.delimiter, b'\n', b'\r', &self.bytes[from..]) {
            Some(length) => Ok(from + length),
            None if self.last => Ok(self.bytes.len()),
            None => Err(Unended::More),
        }
    }

    /// A cell whose quotes are letters.
    fn plain(self, start: usize) -> Result<Cell, Unended> {
        self.end(start).map(|end| Cell::plain(start, end))
    }

    fn cell(self, start: usize) -> Result<Cell, Unended> {
        if self.bytes.get(start) != Some(&b'"') {
            return self.plain(start);
        }
        let (close, doubled) = self.close(start)?;
        let end = self.end(close + 1)?;
        Ok(Cell {
            from: start as u32 + 1,
            to: close as u32,
            escaped: doubled || end > close + 1,
            ..Cell::plain(start, end)
        })
    }

    /// A cell that is quoted only if nothing stands behind its last quote.
    fn strict(self, start: usize) -> Result<Cell, Unended> {
        if self.bytes.get(start) != Some(&b'"') {
            return self.plain(start);
        }
        match self.cell(start) {
            Ok(cell) if cell.end == cell.to + 1 && self.is_short(start, cell.end as usize) => Ok(cell),
            Err(Unended::More) if self.is_short(start, self.bytes.len()) => Err(Unended::More),
            _ => self.plain(start),
        }
    }

    fn is_short(self, start: usize, end: usize) -> bool {
        line_ends(&self.bytes[start..end]) <= MAX_LINES
    }

    /// The quote that closes the one at `start`, and whether doubled ones stand between.
    fn close(self, start: usize) -> Result<(usize, bool), Unended> {
        let (mut from, mut doubled) = (start + 1, false);
        loop {
            let Some(length) = memchr(b'"', &self.bytes[from..]) else {
                return Err(if self.last { Unended::Open(start) } else { Unended::More });
            };
            let close = from + length;
            match self.bytes.get(close + 1) {
                None if !self.last => return Err(Unended::More),
                Some(b'"') => (from, doubled) = (close + 2, true),
                _ => return Ok((close, doubled)),
            }
        }
    }
}
