//! What is to be said of a file as a whole, once its rows are read.

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::facts::{Check, ImportedFile, OtherWords};
use crate::quantity::Ratio;

/// How many unknown names are shown.
const SHOWN: usize = 3;

/// The remarks; `lost` is the line of the first character that was lost.
pub(super) fn remarks(log: &ImportedFile, lost: u32) -> Vec<Diagnostic> {
    let failed = log.checks.iter().filter(|check| !check.ok).map(|check| failed(log, check));
    let others = log.others.iter().map(|others| other_words(log, others));
    failed.chain(others).chain(lost_characters(log, lost)).chain(unmapped(log)).collect()
}

fn failed(log: &ImportedFile, check: &Check) -> Diagnostic {
    let finding = Diagnostic::new(codes::CHECK_FAILED, &Place::file(&log.path)).about(check.id.to_string());
    let finding = finding.with("check", check.id.to_string()).with("expected", check.expected.clone());
    finding.with("found", check.found.clone()).help("help")
}

fn other_words(log: &ImportedFile, others: &OtherWords) -> Diagnostic {
    let names: Vec<&str> = others.values.iter().take(SHOWN).map(|(value, _)| value.as_str()).collect();
    let more = if others.values.len() > SHOWN { ", …" } else { "" };
    let finding = Diagnostic::new(codes::OTHER_WORDS, &Place::file(&log.path)).about(others.column.clone());
    let finding = finding.with("column", others.column.clone());
    finding.with("names", format!("{}{more}", names.join(", "))).help("help")
}

fn lost_characters(log: &ImportedFile, line: u32) -> Option<Diagnostic> {
    let place = Place::point(&log.path, line.max(1), 1);
    let finding = Diagnostic::new(codes::LOST_CHARACTERS, &place).with("count", log.replacement_chars);
    (log.replacement_chars > 0).then(|| finding.help("help"))
}

fn unmapped(log: &ImportedFile) -> Option<Diagnostic> {
    let first = log.unmapped.first()?;
    let share: Option<Ratio> = log.unmapped.iter().map(|item| item.share.clone()).sum::<Option<Ratio>>();
    let names: Vec<&str> = log.unmapped.iter().take(SHOWN).map(|item| item.name.as_str()).collect();
    let finding = Diagnostic::new(codes::UNKNOWN_SKU, &Place::file(&log.path)).about(first.name.clone());
    let finding = finding.with("count", log.unmapped.len()).with("names", names.join(", "));
    Some(finding.with("share", share.map_or("?".to_owned(), |share| percent(&share))).help("help"))
}

/// A share as `4.2%`.
fn percent(share: &Ratio) -> String {
    let tenths = share.round_scaled(3);
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}%", tenths.abs() / 10, tenths.abs() % 10)
}
