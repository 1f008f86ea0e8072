//! One row of a table, and where its cells stand.

use crate::plain::plain;

/// Where a cell lies in the text of its row, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its first byte as written, quotes included.
    pub(super) start: u32,
    /// The byte after its last.
    pub(super) end: u32,
    /// The first byte of its value.
    pub(super) from: u32,
    /// The byte after the last one of its value.
    pub(super) to: u32,
    /// Whether the value must be written anew, without the quotes that stand in it.
    pub(super) escaped: bool,
}

impl Cell {
    /// A cell without quotes.
    pub(super) fn plain(start: usize, end: usize) -> Self {
        let (start, end) = (start as u32, end as u32);
        Cell { start, end, from: start, to: end, escaped: false }
    }
}

/// One row. Reading the next one into it uses its memory again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Row {
    /// The record as written; behind it the values that had to be written anew.
    text: String,
    cells: Vec<Cell>,
    /// Its first line, from 1; in a workbook the row of the sheet.
    pub(in crate::ingest) line: u32,
}

impl Row {
    /// A cell without the white space around it; empty when the row is too short.
    pub(in crate::ingest) fn cell(&self, index: usize) -> &str {
        self.raw(index).trim()
    }

    /// A cell with its white space, without its quotes; empty when the row is too short.
    pub(in crate::ingest) fn raw(&self, index: usize) -> &str {
        let text = self.cells.get(index).and_then(|cell| self.text.get(cell.from as usize..cell.to as usize));
        text.unwrap_or_default()
    }

    /// How many cells it has.
    pub(in crate::ingest) fn len(&self) -> usize {
        self.cells.len()
    }

    /// How many cells it has, not counting empty ones beyond the header.
    pub(in crate::ingest) fn width(&self, header: usize) -> usize {
        let used = (header..self.len()).rev().find(|at| !self.cell(*at).is_empty());
        used.map_or(self.len().min(header), |last| last + 1)
    }

    /// Makes it as wide as the header: adds empty cells, or drops those beyond.
    pub(in crate::ingest) fn fit(&mut self, header: usize) {
        self.cells.truncate(header);
        let end = self.text.len();
        self.cells.resize(header, Cell::plain(end, end));
    }

    /// Whether nothing stands in it.
    pub(super) fn is_blank(&self) -> bool {
        (0..self.len()).all(|at| self.cell(at).is_empty())
    }

    /// The cells, without the white space around them.
    pub(super) fn words(&self) -> Vec<String> {
        (0..self.len()).map(|at| self.cell(at).to_owned()).collect()
    }

    /// Makes it the row whose cells lie in `text`.
    pub(super) fn set(&mut self, text: &str, line: u32, cells: &mut Vec<Cell>) {
        self.text.clear();
        self.text.push_str(text);
        self.line = line;
        std::mem::swap(&mut self.cells, cells);
        for at in 0..self.cells.len() {
            if self.cells[at].escaped {
                self.write_anew(at);
            }
        }
    }

    fn write_anew(&mut self, at: usize) {
        let Cell { start, end, to, .. } = self.cells[at];
        let inner = self.text.get(start as usize + 1..to as usize).unwrap_or_default().replace("\"\"", "\"");
        let behind = self.text.get(to as usize + 1..end as usize).unwrap_or_default().to_owned();
        self.cells[at].from = self.text.len() as u32;
        self.text.push_str(&inner);
        self.text.push_str(&behind);
        self.cells[at].to = self.text.len() as u32;
    }

    /// Takes everything out of it.
    pub(super) fn clear(&mut self, line: u32) {
        self.text.clear();
        self.cells.clear();
        self.line = line;
    }

    /// Adds a cell at its end.
    pub(in crate::ingest) fn push(&mut self, value: &str) {
        let start = self.text.len();
        self.text.push_str(&plain(value));
        self.cells.push(Cell::plain(start, self.text.len()));
    }

    /// Adds empty cells until it has so many.
    pub(super) fn pad(&mut self, width: usize) {
        while self.len() < width {
            self.push("");
        }
    }

    /// Where a cell stands as written: its line, its first column, and the column after its last when that is
    /// on the same line. A cell that is not there stands where the last one does.
    pub(super) fn stands(&self, cell: usize) -> (u32, u32, Option<u32>) {
        let Some(cell) = self.cells.get(cell).or(self.cells.last()) else { return (self.line, 1, None) };
        let (down, column) = end_of(self.text.get(..cell.start as usize).unwrap_or_default());
        let (more, width) = end_of(self.text.get(cell.start as usize..cell.end as usize).unwrap_or_default());
        let end = (more == 0 && width > 1).then(|| column + width - 1);
        (self.line + down, column, end)
    }
}

/// How many lines end in a text, and the column just after it, from 1.
pub(super) fn end_of(text: &str) -> (u32, u32) {
    let lines = super::split::line_ends(text.as_bytes()) as u32;
    let last = text.rsplit(['\n', '\r']).next().unwrap_or_default();
    (lines, last.chars().count() as u32 + 1)
}
