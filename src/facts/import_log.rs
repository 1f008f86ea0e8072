//! What was read from which file, and what was refused.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, Ratio, Span};

/// The files of results, in the order of their paths.
#[derive(Clone, Debug, Default)]
pub struct ImportLog {
    /// One entry per file that a source matches.
    pub files: Vec<ImportedFile>,
    /// Where two kinds of report tell of the same days: what each says, and what is between them.
    pub reconciliations: Vec<Reconciliation>,
}

impl ImportLog {
    /// The newest day that any file speaks of.
    pub fn last_day(&self) -> Option<Day> {
        self.files.iter().filter_map(|file| file.period).map(|period| period.to).max()
    }
}

/// One file of results.
#[derive(Clone, Debug, Default)]
pub struct ImportedFile {
    /// Its path in the workspace.
    pub path: Arc<str>,
    /// What it is; nothing when it was not recognised.
    pub kind: Option<Arc<str>>,
    /// What it is most like, when it was not recognised.
    pub nearest: Option<NearestKind>,
    /// How its text is encoded.
    pub encoding: &'static str,
    /// The sheet of a workbook that was read.
    pub sheet: Option<String>,
    /// What parts its cells.
    pub delimiter: Option<char>,
    /// The line of its header, from 1.
    pub header_line: Option<u32>,
    /// The time zones of its times as written, and the one they were moved to.
    pub zones: Vec<String>,
    /// The day it was downloaded, where its name or its content says so.
    pub downloaded: Option<Day>,
    /// The days it covers: its report's period, or from its first to its last date.
    pub period: Option<Span>,
    /// The marketplaces it speaks of.
    pub marketplaces: Vec<MarketplaceId>,
    /// The currencies of its money.
    pub currencies: Vec<Currency>,
    /// How many rows were read, without those refused.
    pub rows: usize,
    /// How many of its rows are known from a newer file.
    pub duplicates: usize,
    /// How many of its characters were lost before it was saved (U+FFFD).
    pub replacement_chars: usize,
    /// The first rows and cells that were refused, at most [`REFUSALS_KEPT`].
    pub refused: Vec<Refusal>,
    /// How many rows were refused.
    pub refused_rows: usize,
    /// The rows that its kind leaves out, by reason.
    pub left_out: Vec<LeftOut>,
    /// The values that no rule of its kind knows, by column.
    pub others: Vec<OtherWords>,
    /// The columns that nothing reads, as they are written.
    pub unknown_columns: Vec<String>,
    /// What the file's own figures were checked against.
    pub checks: Vec<Check>,
    /// The sums of its measures.
    pub totals: Vec<FileTotal>,
    /// Its SKUs or ASINs that no product has.
    pub unmapped: Vec<Unmapped>,
    /// Its figures that a newer file of its kind replaces.
    pub replaced: Vec<Replaced>,
    /// Its measures that a better kind of report gives.
    pub unused: Vec<Unused>,
}

/// How many refused rows of a file are kept with their place.
pub const REFUSALS_KEPT: usize = 1_000;

/// The kind that an unrecognised file is most like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearestKind {
    /// The kind.
    pub kind: Arc<str>,
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
    pub id: Arc<str>,
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

/// Rows that a kind of file leaves out on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The name of the rule.
    pub reason: String,
    /// How many rows.
    pub rows: usize,
}

/// The values of a column of words that no rule of the kind knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherWords {
    /// The column as written.
    pub column: String,
    /// The values as written, with their rows.
    pub values: Vec<(String, usize)>,
}

/// A measure of a file that a newer file gives again for the same days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The newer file.
    pub by: Arc<str>,
    /// The measure.
    pub measure: MeasureId,
    /// Where.
    pub marketplace: MarketplaceId,
    /// From the first to the last day whose figures were replaced.
    pub span: Span,
    /// What the older file said of these days, as a decimal.
    pub before: String,
    /// What the newer one says of them, as a decimal; nothing where it gives them only within other periods.
    pub after: Option<String>,
    /// The currency, for money.
    pub currency: Option<Currency>,
}

/// A measure of a file, in whole or for some days, that is taken from a better kind of report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// The measure.
    pub measure: MeasureId,
    /// Where.
    pub marketplace: MarketplaceId,
    /// The kind that gives it.
    pub because: Arc<str>,
}

/// What two kinds of report say of the same days, and the differences that the files themselves explain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciliation {
    /// Where.
    pub marketplace: MarketplaceId,
    /// The days that both cover.
    pub period: Span,
    /// What is compared.
    pub measure: MeasureId,
    /// The currency, for money.
    pub currency: Option<Currency>,
    /// A kind and its sum: money in major units, else as it is.
    pub left: (Arc<str>, Ratio),
    /// The other kind and its sum.
    pub right: (Arc<str>, Ratio),
    /// Right less left.
    pub difference: Ratio,
    /// The parts of the difference that the files explain: the key of the reason, and its amount.
    pub known: Vec<(String, Ratio)>,
    /// What is left of the difference.
    pub rest: Ratio,
}
