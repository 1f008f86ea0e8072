//! A file for programs: one object on one line.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::facts::{Check, FileTotal, ImportedFile, Refusal};
use crate::ingest::Inspection;
use crate::locale::Locale;
use crate::quantity::Span;

#[derive(Serialize)]
struct Record<'a> {
    file: &'a str,
    kind: Option<&'a str>,
    nearest: Option<Nearest<'a>>,
    encoding: &'a str,
    delimiter: Option<String>,
    header_line: Option<u32>,
    period: Option<Days>,
    marketplace: Option<String>,
    currency: Option<String>,
    rows: usize,
    refused: Vec<Refused<'a>>,
    unknown_columns: &'a [String],
    checks: Vec<Checked<'a>>,
    totals: BTreeMap<String, &'a str>,
}

#[derive(Serialize)]
struct Nearest<'a> {
    kind: &'a str,
    missing: &'a [String],
}

#[derive(Serialize)]
struct Days {
    from: String,
    to: String,
}

#[derive(Serialize)]
struct Refused<'a> {
    line: Option<u32>,
    column: Option<u32>,
    code: &'a str,
    message: String,
}

#[derive(Serialize)]
struct Checked<'a> {
    id: &'a str,
    ok: bool,
    expected: &'a str,
    found: &'a str,
}

/// The file as an object.
pub(super) fn print(read: &Inspection, locale: &Locale) -> String {
    // What is written here are texts and numbers: nothing that cannot be written.
    serde_json::to_string(&record(&read.file, locale)).map(|line| line + "\n").unwrap_or_default()
}

fn record<'a>(file: &'a ImportedFile, locale: &Locale) -> Record<'a> {
    let nearest = file.nearest.as_ref();
    Record {
        file: &file.path,
        kind: file.kind.as_deref(),
        nearest: nearest.map(|near| Nearest { kind: &near.kind, missing: &near.missing }),
        encoding: file.encoding,
        delimiter: file.delimiter.map(String::from),
        header_line: file.header_line,
        period: file.period.map(days),
        marketplace: words(file.marketplaces.iter().map(ToString::to_string)),
        currency: words(file.currencies.iter().map(ToString::to_string)),
        rows: file.rows,
        refused: file.refused.iter().map(|refusal| refused(refusal, locale)).collect(),
        unknown_columns: &file.unknown_columns,
        checks: file.checks.iter().map(checked).collect(),
        totals: totals(&file.totals),
    }
}

fn days(span: Span) -> Days {
    Days { from: span.from.to_string(), to: span.to.to_string() }
}

/// One word, or several with a space between; nothing for none.
fn words(all: impl Iterator<Item = String>) -> Option<String> {
    let all: Vec<String> = all.collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// What speaks of the file as a whole has no line.
fn refused<'a>(refusal: &'a Refusal, locale: &Locale) -> Refused<'a> {
    let at = |number: u32| (refusal.line > 0).then_some(number);
    Refused {
        line: at(refusal.line),
        column: at(refusal.column),
        code: refusal.finding.code.name,
        message: locale.finding(&refusal.finding),
    }
}

fn checked(check: &Check) -> Checked<'_> {
    Checked { id: &check.id, ok: check.ok, expected: &check.expected, found: &check.found }
}

/// The sums by measure; one of several currencies has its own behind a colon.
fn totals(totals: &[FileTotal]) -> BTreeMap<String, &str> {
    let several =
        |total: &FileTotal| totals.iter().filter(|other| other.measure == total.measure).count() > 1;
    let name = |total: &FileTotal| match total.currency.filter(|_| several(total)) {
        Some(currency) => format!("{}:{currency}", total.measure),
        None => total.measure.to_string(),
    };
    totals.iter().map(|total| (name(total), total.amount.as_str())).collect()
}
