//! The tables that may follow the first one of a file, each below comments of its own.

use super::Job;
use crate::ingest::preamble::Preamble;
use crate::ingest::reader::{Fault, Row, Rows};
use crate::ingest::recognise::Recognised;
use crate::quantity::Span;

/// A further table: its header, and the days that its comments name.
#[derive(Debug)]
pub(super) struct Next {
    pub(super) recognised: Recognised,
    pub(super) period: Option<Span>,
}

/// Whether a row is a comment, and so no row of a table.
pub(super) fn is_comment(row: &Row) -> bool {
    row.cell(0).starts_with('#')
}

/// Goes on from a comment to the header of the table below it; nothing when there is none.
pub(super) fn next(job: &Job<'_>, rows: &mut Rows<'_>, row: &mut Row) -> Result<Option<Next>, Fault> {
    let mut comments = Vec::new();
    while is_comment(row) {
        comments.push(cells(row).join(","));
        if !rows.next_row(row)? {
            return Ok(None);
        }
    }
    let preamble = Preamble::read(comments.iter().map(String::as_str));
    let recognised = job.recognised.with_header(row.line, cells(row));
    Ok(Some(Next { recognised, period: preamble.period }))
}

fn cells(row: &Row) -> Vec<String> {
    (0..row.len()).map(|at| row.cell(at).to_owned()).collect()
}
