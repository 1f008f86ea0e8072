//! The rows below a header.

use std::sync::Arc;

use super::fault::Fault;
use super::head::Candidate;
use super::records::Records;
use super::row::Row;
use super::stream::{Charset, File};
use super::workbook::SheetRows;
use crate::diagnostic::Place;

/// Goes through the rows of a table that are not blank.
pub(in crate::ingest) struct Rows<'a> {
    path: &'a Arc<str>,
    header: Row,
    source: Source<'a>,
}

enum Source<'a> {
    Text(Box<Records<'a>>),
    Sheet(SheetRows),
}

impl<'a> Rows<'a> {
    pub(super) fn of_text(file: File<'a>, charset: Charset, header: &Candidate) -> Result<Self, Fault> {
        let records = Records::new(file.stream(charset)?, header.dialect(), header.body)?;
        Ok(Rows { path: file.path, header: header.row.clone(), source: Source::Text(Box::new(records)) })
    }

    pub(super) fn of_sheet(path: &'a Arc<str>, rows: SheetRows, header: &Candidate) -> Self {
        Rows { path, header: header.row.clone(), source: Source::Sheet(rows) }
    }

    /// Reads the next row into `row`; false when there is none.
    ///
    /// # Errors
    /// When a quote is never closed, a cell is too long, or the file cannot be read on. Nothing follows a fault.
    pub(in crate::ingest) fn next_row(&mut self, row: &mut Row) -> Result<bool, Fault> {
        match &mut self.source {
            Source::Text(records) => records.next_row(row),
            Source::Sheet(rows) => rows.next_row(row),
        }
    }

    /// Where a cell of a row stands, quotes included. In a workbook the line is the row of the sheet, and the
    /// column that of the sheet, from 1.
    pub(in crate::ingest) fn place(&self, row: &Row, cell: usize) -> Place {
        if let Source::Sheet(_) = &self.source {
            return Place::point(self.path, row.line, cell as u32 + 1);
        }
        match row.stands(cell) {
            (line, column, Some(end)) => Place::range(self.path, line, column..end),
            (line, column, None) => Place::point(self.path, line, column),
        }
    }

    /// Where a column's name stands.
    pub(in crate::ingest) fn header_place(&self, at: usize) -> Place {
        self.place(&self.header, at)
    }

    /// What a spreadsheet calls a cell of a row, such as `Sheet1!C5`; none in a text.
    pub(in crate::ingest) fn address(&self, row: &Row, cell: usize) -> Option<String> {
        match &self.source {
            Source::Text(_) => None,
            Source::Sheet(rows) => Some(format!("{}!{}{}", rows.name(), letters(cell), row.line)),
        }
    }
}

/// The letters of a column of a sheet, counted from 0.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        more => letters(more - 1) + &last.to_string(),
    }
}
