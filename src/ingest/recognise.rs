//! Which format a file has: by the names in its header, never by its own name.

use std::sync::Arc;

use super::library::{Entry, Library};
use super::reader::header::{currency, normalise};
use super::reader::{Book, Candidate};
use crate::facts::NearestKind;
use crate::quantity::{Currency, Day};
use crate::workspace::{Column, Days, Format, Shape};

/// A file whose format and header are known.
#[derive(Clone, Debug)]
pub(super) struct Recognised {
    pub(super) format: Arc<Format>,
    /// The place of the sheet in its workbook.
    pub(super) sheet: usize,
    pub(super) header: Candidate,
    /// For each column of the file, the place of the format's column that it is.
    pub(super) columns: Vec<Option<usize>>,
}

impl Recognised {
    /// Whether the file has one of these columns.
    pub(super) fn has_any(&self, keys: &[String]) -> bool {
        self.columns.iter().flatten().any(|at| keys.contains(&self.format.columns[*at].key))
    }
}

impl Recognised {
    /// The currency that the names of its amounts end with; nothing when they name none, or several.
    pub(super) fn currency(&self) -> Option<Currency> {
        let named = self.header.names.iter().zip(&self.columns);
        let amounts =
            named.filter(|(_, at)| at.is_some_and(|at| self.format.columns[at].shape == Shape::Money));
        let mut currencies = amounts.filter_map(|(name, _)| currency(name));
        let first = currencies.next()?;
        currencies.all(|other| other == first).then_some(first)
    }

    /// The same file by the header of a further table in it.
    pub(super) fn with_header(&self, line: u32, names: Vec<String>) -> Self {
        let forms: Vec<String> = names.iter().map(|name| normalise(name)).collect();
        let mut columns: Vec<Option<usize>> = Vec::with_capacity(forms.len());
        for form in &forms {
            let named = |column: &Column| column.names.iter().any(|name| normalise(name) == *form);
            let column = self.format.columns.iter().position(named);
            columns.push(column.filter(|at| !columns.contains(&Some(*at))));
        }
        let mut header = self.header.clone();
        (header.line, header.names, header.forms) = (line, names, forms);
        Recognised { header, columns, ..self.clone() }
    }
}

/// Why a file is of no format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stranger {
    /// No format fits; the one it is most like.
    Unknown(Option<NearestKind>),
    /// Two formats fit equally.
    Doubtful(String, String),
    /// It has the columns of an open format, and no day where the first rows should have theirs.
    Dayless(Dayless),
}

/// A column of days without any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dayless {
    /// The format that all columns fit.
    pub(super) kind: String,
    /// The header's line.
    pub(super) line: u32,
    /// Its name in the file.
    pub(super) name: String,
    /// What stands in the first row below it.
    pub(super) cell: String,
}

/// How well a header fits.
#[derive(Clone, Debug)]
struct Fit<'a> {
    entry: &'a Entry,
    columns: Vec<Option<usize>>,
    known: usize,
}

/// Finds the header within the first lines of the sheets, as one of all formats or of one.
///
/// # Errors
/// [`Stranger`] when none or two fit.
pub(super) fn recognise(
    library: &Library,
    book: &Book,
    only: Option<&Format>,
) -> Result<Recognised, Stranger> {
    let mut nearest: Option<(usize, NearestKind)> = None;
    let mut dayless: Option<Dayless> = None;
    for (sheet, candidate) in candidates(book) {
        let before = || book.sheets[sheet].lines.iter().filter(|(line, _)| *line < candidate.line);
        let entries = library.entries().filter(|entry| only.is_none_or(|only| only.id == entry.format.id));
        let mut fits: Vec<Fit<'_>> = Vec::new();
        for entry in entries {
            let fit = Fit::new(entry, candidate);
            match fit.missing() {
                missing
                    if missing.is_empty()
                        && fit.allowed(candidate, only.is_some())
                        && fit.begins(before()) =>
                {
                    fits.push(fit);
                }
                missing if fit.is_foreign() => drop(missing),
                missing if missing.is_empty() => dayless = dayless.or_else(|| fit.dayless(candidate)),
                missing => note_nearest(&mut nearest, &fit, missing),
            }
        }
        if let Some(fit) = best(fits)? {
            let (format, header) = (Arc::clone(&fit.entry.format), candidate.clone());
            return Ok(Recognised { format, sheet, header, columns: fit.columns });
        }
    }
    Err(dayless.map_or_else(|| Stranger::Unknown(nearest.map(|(_, kind)| kind)), Stranger::Dayless))
}

/// The candidates of all sheets in their order.
fn candidates(book: &Book) -> impl Iterator<Item = (usize, &Candidate)> {
    let sheets = book.sheets.iter().enumerate();
    sheets.flat_map(|(at, sheet)| sheet.candidates.iter().map(move |candidate| (at, candidate)))
}

/// The fit with the most known columns.
fn best(mut fits: Vec<Fit<'_>>) -> Result<Option<Fit<'_>>, Stranger> {
    fits.sort_by_key(|fit| std::cmp::Reverse(fit.known));
    match fits.as_slice() {
        [first, second, ..] if first.known == second.known => {
            Err(Stranger::Doubtful(first.entry.format.id.clone(), second.entry.format.id.clone()))
        }
        _ => Ok(fits.into_iter().next()),
    }
}

impl<'a> Fit<'a> {
    fn new(entry: &'a Entry, candidate: &Candidate) -> Self {
        let mut columns: Vec<Option<usize>> = Vec::with_capacity(candidate.forms.len());
        for form in &candidate.forms {
            // Of two columns of one name the first is meant.
            let column = entry.column_at(form).filter(|at| !columns.contains(&Some(*at)));
            columns.push(column);
        }
        let known = columns.iter().flatten().count();
        Fit { entry, columns, known }
    }

    fn has(&self, key: &str) -> bool {
        let is = |at: &&usize| self.entry.format.columns[**at].key == key;
        self.columns.iter().flatten().any(|at| is(&at))
    }

    /// The first names of the required columns that are not there.
    fn missing(&self) -> Vec<String> {
        let format = &self.entry.format;
        let lacking = format.require.iter().filter(|group| !group.iter().any(|key| self.has(key)));
        lacking.filter_map(|group| group.first()).map(|key| shown(format, key)).collect()
    }

    /// Whether it has a column that only another format has.
    fn is_foreign(&self) -> bool {
        self.entry.format.without.iter().any(|key| self.has(key))
    }

    /// Whether nothing speaks against it; what is asked for by name need not prove itself.
    fn allowed(&self, candidate: &Candidate, asked: bool) -> bool {
        let format = &self.entry.format;
        let coded = format.spaced && candidate.names.iter().any(|name| is_camel_case(name));
        !self.is_foreign() && !coded && (!format.open || asked || self.begins_with_day(candidate))
    }

    /// Whether one of the lines before the header begins as the format says.
    fn begins<'l>(&self, before: impl Iterator<Item = &'l (u32, String)>) -> bool {
        let starts: Vec<String> = self.entry.format.preamble.iter().map(|start| normalise(start)).collect();
        let fits = |text: &str| {
            starts.iter().any(|start| normalise(text).trim_start_matches('"').starts_with(start))
        };
        starts.is_empty() || before.into_iter().any(|(_, text)| fits(text))
    }

    /// An open format knows any column, so that its days must be ones: `2026-11-22`.
    fn begins_with_day(&self, candidate: &Candidate) -> bool {
        self.dayless(candidate).is_none()
    }

    /// The column of days of an open format, where none of its first rows has one.
    fn dayless(&self, candidate: &Candidate) -> Option<Dayless> {
        let format = &self.entry.format;
        let Some(Days::Date(key)) = format.days.first().filter(|_| format.open) else { return None };
        let at = self.columns.iter().position(|at| at.is_some_and(|at| format.columns[at].key == *key))?;
        let sample = candidate.sample();
        let cells: Vec<&String> = sample.iter().filter_map(|row| row.get(at)).collect();
        let first = cells.first().filter(|_| cells.len() == sample.len())?;
        if cells.iter().any(|cell| Day::parse(cell.trim()).is_some()) {
            return None;
        }
        let (kind, name) = (format.id.clone(), candidate.names[at].clone());
        Some(Dayless { kind, line: candidate.line, name, cell: first.trim().to_owned() })
    }
}

/// A column by the name that an English file would have.
fn shown(format: &Format, key: &str) -> String {
    let name = format.column(key).and_then(|column| column.names.first());
    name.map_or(key, String::as_str).to_owned()
}

/// Keeps the format of which most is there.
fn note_nearest(nearest: &mut Option<(usize, NearestKind)>, fit: &Fit<'_>, missing: Vec<String>) {
    let found = fit.entry.format.require.len() - missing.len();
    if found > 0 && !missing.is_empty() && nearest.as_ref().is_none_or(|(best, _)| found > *best) {
        *nearest = Some((found, NearestKind { kind: fit.entry.format.id.clone().into(), missing }));
    }
}

/// `campaignName`: a name of a programming interface.
fn is_camel_case(name: &str) -> bool {
    let word = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    let humps =
        name.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    word && humps && name.starts_with(|c: char| c.is_ascii_lowercase())
}
