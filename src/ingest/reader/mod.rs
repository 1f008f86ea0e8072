//! From the bytes of a file to the rows of its tables, each with its place.
//!
//! [`open`] looks at what a file is, by its bytes and never by its name: a text in one of a dozen encodings, a
//! workbook, or no table. It gives a [`Book`], with what may be the header of each of its sheets. Once the
//! header is known, [`Book::rows`] goes through the rows below it, as often as is asked for. A text is never held
//! in memory: it is read once to be sure of its encoding, and again for each pass over its rows.

mod encoding;
mod fault;
mod head;
pub(in crate::ingest) mod header;
mod magic;
mod package;
mod records;
mod row;
mod rows;
mod split;
mod stream;
#[cfg(test)]
mod tests;
mod usual;
mod value;
mod workbook;

use std::sync::Arc;

pub(in crate::ingest) use encoding::{Lost, Score};
pub(in crate::ingest) use fault::Fault;
pub(in crate::ingest) use head::{Candidate, SheetHead};
pub(in crate::ingest) use row::Row;
pub(in crate::ingest) use rows::Rows;

use crate::world::World;
use head::Head;
use magic::Magic;
use stream::{Charset, File};
use workbook::Workbook;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Form {
    /// Lines of cells.
    Text {
        /// What it is written in: `utf-8`, `utf-16le`, `utf-16be`, `cp932`, `gbk`, `big5` or `windows-1252`.
        encoding: &'static str,
    },
    /// An XLSX or XLSM file. Its numbers have a point and no thousands, its days are `2026-04-17`. A cell shown
    /// as a percentage is `0.39%`; shares in cells without that format stay what they are, often ratios.
    Workbook,
}

/// A file that can be read as tables.
#[derive(Debug)]
pub(in crate::ingest) struct Book {
    pub(in crate::ingest) form: Form,
    /// Its tables: one of a text, and one of each sheet of a workbook.
    pub(in crate::ingest) sheets: Vec<SheetHead>,
    /// The characters that were lost before the file was written.
    pub(in crate::ingest) lost: Lost,
    path: Arc<str>,
    source: Source,
}

#[derive(Debug)]
enum Source {
    Text(Charset),
    Workbook(Workbook),
}

/// Looks what a file is, and at the first lines of its tables.
///
/// `score` says how many names of a header are known, by their forms; it decides between encodings when the
/// bytes alone do not.
///
/// # Errors
/// When it cannot be read, is no table, or may be read in more than one way.
pub(in crate::ingest) fn open(world: &dyn World, path: &Arc<str>, score: Score<'_>) -> Result<Book, Fault> {
    let file = File { world, path };
    let start = magic::start(file)?;
    match magic::magic(&start) {
        Magic::Text => text(file, &start, score),
        Magic::Zip => Ok(book(file, Workbook::open(file)?)),
        Magic::Compound => Err(workbook::old(file)),
        Magic::Other(reason) => Err(Fault::of_file(reason, "")),
    }
}

fn text(file: File<'_>, start: &[u8], score: Score<'_>) -> Result<Book, Fault> {
    let decision = encoding::decide(file, start, score)?;
    let head = Head::of_text(file, decision.charset)?;
    Ok(Book {
        form: Form::Text { encoding: decision.charset.name },
        sheets: vec![SheetHead::new(None, &head)],
        lost: decision.lost,
        path: Arc::clone(file.path),
        source: Source::Text(decision.charset),
    })
}

fn book(file: File<'_>, (workbook, sheets): (Workbook, Vec<SheetHead>)) -> Book {
    Book {
        form: Form::Workbook,
        sheets,
        lost: Lost::default(),
        path: Arc::clone(file.path),
        source: Source::Workbook(workbook),
    }
}

impl Book {
    /// The rows below a header of a sheet, counted from 0. Each call begins anew.
    ///
    /// # Errors
    /// When the file cannot be read any more.
    pub(in crate::ingest) fn rows<'a>(
        &'a self,
        world: &'a dyn World,
        sheet: usize,
        header: &Candidate,
    ) -> Result<Rows<'a>, Fault> {
        let file = File { world, path: &self.path };
        match &self.source {
            Source::Text(charset) => Rows::of_text(file, *charset, header),
            Source::Workbook(workbook) => {
                Ok(Rows::of_sheet(&self.path, workbook.rows(sheet, header)?, header))
            }
        }
    }
}
