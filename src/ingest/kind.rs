//! Kinds of results files, and how one is recognised by its header.
//!
//! A new kind is one file with a [`Kind`] of its own, and one entry in [`KINDS`].

use std::collections::BTreeMap;

use super::decode::Fault;
use super::decoded::Decoded;
use super::header::normalise;
use super::intake::Intake;
use super::sheet::{Candidate, candidates};
use super::{business_report, canonical};
use crate::facts::{NearestKind, Scale};

/// Every kind that is read; where a header fits several, the first wins.
pub(super) const KINDS: &[&Kind] = &[&business_report::KIND, &canonical::KIND];

/// A kind of results file.
#[derive(Debug)]
pub(super) struct Kind {
    /// Its name in findings, in the import log and in sources.
    pub(super) name: &'static str,
    /// The name by which measures call it in `from: {file: …}`.
    pub(super) report: &'static str,
    /// The columns it may have.
    pub(super) columns: &'static [Column],
    /// What makes a header one of this kind: of each group, one column.
    pub(super) required: &'static [&'static [&'static str]],
    /// Which column carries a measure that names no source of its own.
    pub(super) usual: &'static [(&'static str, &'static str)],
    /// Whether each further column is the measure of its name.
    pub(super) open: bool,
    /// Reads the rows.
    pub(super) decode: fn(Intake<'_>) -> Result<Decoded, Fault>,
}

/// A column of a kind.
#[derive(Debug)]
pub(super) struct Column {
    /// Its name here.
    pub(super) key: &'static str,
    pub(super) shape: Shape,
    /// Its names in files.
    pub(super) names: &'static [&'static str],
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    Count,
    Money,
    Percent,
}

impl Shape {
    /// The scale of a measure that the column may carry; ratios and texts carry none.
    pub(super) fn scale(self) -> Option<Scale> {
        match self {
            Shape::Count => Some(Scale::Count),
            Shape::Money => Some(Scale::Money),
            Shape::Text | Shape::Percent => None,
        }
    }
}

/// A file whose kind and header are known.
#[derive(Debug)]
pub(super) struct Recognised {
    pub(super) kind: &'static Kind,
    pub(super) header: Candidate,
    /// For each column of the file, what it is.
    pub(super) columns: Vec<Option<&'static Column>>,
}

impl Kind {
    /// The kind of this name.
    pub(super) fn named(name: &str) -> Option<&'static Kind> {
        KINDS.iter().copied().find(|kind| kind.name == name || kind.report == name)
    }

    pub(super) fn column(&self, key: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.key.eq_ignore_ascii_case(key))
    }

    /// The scale of the measure that a column may carry.
    pub(super) fn scale_of(&self, key: &str) -> Option<Scale> {
        self.column(key)?.shape.scale()
    }

    fn by_form(&self) -> BTreeMap<String, &'static Column> {
        let named = |column: &'static Column| column.names.iter().map(move |name| (normalise(name), column));
        self.columns.iter().flat_map(named).collect()
    }

    /// The required columns that are not there.
    fn missing(&self, columns: &[Option<&'static Column>]) -> Vec<&'static str> {
        let there = |key: &&&str| columns.iter().flatten().any(|column| column.key == **key);
        let lacking = self.required.iter().filter(|group| !group.iter().any(|key| there(&key)));
        lacking.map(|group| group[0]).collect()
    }
}

/// The names of all columns of all kinds, ready for lookups.
#[derive(Debug)]
pub(super) struct Recogniser(Vec<(&'static Kind, BTreeMap<String, &'static Column>)>);

impl Recogniser {
    pub(super) fn new() -> Self {
        Recogniser(KINDS.iter().map(|kind| (*kind, kind.by_form())).collect())
    }

    /// Finds the header within the first lines, as one of all kinds or of one.
    ///
    /// # Errors
    /// When there is none; with the kind it is most like, if any.
    pub(super) fn recognise(
        &self,
        text: &str,
        only: Option<&'static Kind>,
    ) -> Result<Recognised, Option<NearestKind>> {
        let mut nearest: Option<(usize, NearestKind)> = None;
        for header in candidates(text) {
            for (kind, by_form) in
                self.0.iter().filter(|(kind, _)| only.is_none_or(|only| only.name == kind.name))
            {
                let columns: Vec<_> = header.forms.iter().map(|form| by_form.get(form).copied()).collect();
                let missing = kind.missing(&columns);
                if missing.is_empty() {
                    return Ok(Recognised { kind, header, columns });
                }
                let found = kind.required.len() - missing.len();
                if found > nearest.as_ref().map_or(0, |(best, _)| *best) {
                    let missing = missing.into_iter().map(|key| shown(kind, key)).collect();
                    nearest = Some((found, NearestKind { kind: kind.name.into(), missing }));
                }
            }
        }
        Err(nearest.map(|(_, kind)| kind))
    }
}

/// A column by the name that an English file would have.
fn shown(kind: &Kind, key: &str) -> String {
    let name = kind.column(key).and_then(|column| column.names.first());
    name.copied().unwrap_or(key).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_kind_stands_for_two_columns() {
        for kind in KINDS {
            let names = kind.columns.iter().flat_map(|column| column.names).map(|name| normalise(name));
            let mut names: Vec<String> = names.collect();
            names.sort();
            let count = names.len();
            names.dedup();
            // Two spellings of one column may be the same once they are in one form.
            assert!(count - names.len() <= 3, "{}", kind.name);
            for column in kind.columns {
                for name in column.names {
                    assert_eq!(kind.by_form()[&normalise(name)].key, column.key, "{name}");
                }
            }
        }
    }

    #[test]
    fn headers_are_found_by_content() {
        for (text, kind, line) in [
            ("date,marketplace,sku,units\n", "canonical", 1),
            ("Report\tof today\n\nDATE\tProduct\tsales\n", "canonical", 3),
            ("(子) ASIN;工作階段 - 總計;已訂購單位數量;訂購產品銷售額\n", "amazon.business_report.asin", 1),
            (
                "\u{feff}（子）ASIN,会话次数 – 总计,已订购商品数量,已订购商品销售额\n",
                "amazon.business_report.asin",
                1,
            ),
        ] {
            let found = Recogniser::new().recognise(text, None).unwrap();
            assert_eq!((found.kind.name, found.header.line), (kind, line), "{text}");
        }
    }

    #[test]
    fn a_stranger_is_told_what_it_lacks() {
        let recogniser = Recogniser::new();
        let near = recogniser.recognise("(Child) ASIN,Sessions - Total,Units Ordered\nB0,1,2\n", None);
        assert_eq!(near.unwrap_err().unwrap().missing, ["Ordered Product Sales"]);
        assert!(recogniser.recognise("a,b\n1,2\n", None).unwrap_err().is_none());
    }
}
