//! What makes a file no table at all.

use std::io;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, codes};

/// Why a file cannot be read as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Fault {
    /// The word by which the message chooses its sentence.
    pub(in crate::ingest) reason: &'static str,
    /// The byte, the line or the name it speaks of.
    pub(in crate::ingest) detail: String,
    /// Its line, from 1; 0 for the whole file.
    pub(in crate::ingest) line: u32,
    /// Its column, from 1.
    pub(in crate::ingest) column: u32,
}

impl Fault {
    /// A fault of the file as a whole.
    pub(in crate::ingest) fn of_file(reason: &'static str, detail: impl Into<String>) -> Self {
        Fault { reason, detail: detail.into(), line: 0, column: 0 }
    }

    /// A fault at a line and a column, both from 1.
    pub(super) fn at(reason: &'static str, (line, column): (u32, u32)) -> Self {
        Fault { reason, detail: String::new(), line, column }
    }

    /// What the disk said.
    pub(super) fn io(error: &io::Error) -> Self {
        Fault::of_file("io", error.to_string())
    }

    /// The same fault with the byte, the line or the name it speaks of.
    pub(super) fn about(self, detail: impl Into<String>) -> Self {
        Fault { detail: detail.into(), ..self }
    }

    /// The finding that tells of it.
    pub(in crate::ingest) fn finding(&self, path: &Arc<str>) -> Diagnostic {
        let place = match self.line {
            0 => Place::file(path),
            line => Place::point(path, line, self.column),
        };
        let finding = Diagnostic::new(codes::BAD_TABLE, &place);
        finding.with("reason", self.reason).with("detail", self.detail.clone()).help("help")
    }
}
