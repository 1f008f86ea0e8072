//! What was read from which file, and what was refused.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, Ratio, Span};

/// The files of results, in the order of their paths.
#[derive(Clone, Debug, Default)]
pub struct ImportLog {
    /// One entry per file that a source matches.
    pub files: Vec<ImportedFile>,
}

impl ImportLog {
    /// The newest day that any file speaks of.
    pub fn last_day(&self) -> Option<Day> {
        self.files.iter().filter_map(|file| file.period).map(|period| period.to).max()
    }
}

/// One file of results.
#[derive(Clone, Debug)]
pub struct ImportedFile {
    /// Its path in the workspace.
    pub path: Arc<str>,
    /// What it is; nothing when it was not recognised.
    pub kind: Option<&'static str>,
    /// What it is most like, when it was not recognised.
    pub nearest: Option<NearestKind>,
    /// How its text is encoded.
    pub encoding: &'static str,
    /// What parts its cells.
    pub delimiter: Option<char>,
    /// The line of its header, from 1.
    pub header_line: Option<u32>,
    /// The days it covers: its report's period, or from its first to its last date.
    pub period: Option<Span>,
    /// The marketplaces it speaks of.
    pub marketplaces: Vec<MarketplaceId>,
    /// The currencies of its money.
    pub currencies: Vec<Currency>,
    /// How many rows were read, without those refused.
    pub rows: usize,
    /// The rows and cells that were refused.
    pub refused: Vec<Refusal>,
    /// The columns that nothing reads, as they are written.
    pub unknown_columns: Vec<String>,
    /// What the file's own figures were checked against.
    pub checks: Vec<Check>,
    /// The sums of its measures.
    pub totals: Vec<FileTotal>,
    /// Its SKUs or ASINs that no product has.
    pub unmapped: Vec<Unmapped>,
}

/// The kind that an unrecognised file is most like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearestKind {
    /// The kind.
    pub kind: &'static str,
    /// The columns it would need and has not.
    pub missing: Vec<String>,
}

/// A row that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its line, from 1.
    pub line: u32,
    /// The column of the character where the cell begins, from 1.
    pub column: u32,
    /// The finding that says why; shown or not.
    pub finding: Diagnostic,
}

/// A check of a file against itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its name.
    pub id: &'static str,
    /// Whether it holds.
    pub ok: bool,
    /// What should be there.
    pub expected: String,
    /// What is there.
    pub found: String,
}

/// The sum of one measure in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileTotal {
    /// The measure.
    pub measure: MeasureId,
    /// The currency, for money.
    pub currency: Option<Currency>,
    /// The sum as a decimal.
    pub amount: String,
}

/// A SKU or ASIN of a file that no product has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmapped {
    /// The SKU or ASIN as written.
    pub name: String,
    /// How many rows it has.
    pub rows: usize,
    /// Its share of the file's sales (0.05 for 5 %), where the file has sales in one currency.
    pub share: Option<Ratio>,
}
