//! How the files of results stand: which of them need a hand, and how far each family of reports goes.

use std::collections::BTreeMap;

use super::desk::Desk;
use crate::facts::{Check, ImportedFile};
use crate::quantity::{Day, Ratio};

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault<'a> {
    /// It is of no kind that is known, or cannot be read.
    Stranger,
    /// Rows of it were refused.
    Refused(usize),
    /// It does not agree with itself.
    Failed(&'a str),
    /// Characters of it were lost before it was saved.
    Lost(usize),
}

/// Everything that is wrong with a file, the worst first.
pub(crate) fn faults(file: &ImportedFile) -> Vec<Fault<'_>> {
    if file.kind.is_none() {
        return vec![Fault::Stranger];
    }
    let refused = (file.refused_rows > 0).then_some(Fault::Refused(file.refused_rows));
    let failed = failed(file).map(|check| Fault::Failed(&check.id));
    let lost = (file.replacement_chars > 0).then_some(Fault::Lost(file.replacement_chars));
    refused.into_iter().chain(failed).chain(lost).collect()
}

/// The checks of a file that do not hold.
pub(crate) fn failed(file: &ImportedFile) -> impl Iterator<Item = &Check> {
    file.checks.iter().filter(|check| !check.ok)
}

/// How much is wrong with all files together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Files of no kind that is known.
    pub(crate) strangers: usize,
    /// Rows that were refused.
    pub(crate) refused: usize,
    /// Checks that do not hold.
    pub(crate) failed: usize,
}

impl Tally {
    /// How much is wrong with these files.
    pub(crate) fn of(files: &[ImportedFile]) -> Self {
        let known = || files.iter().filter(|file| file.kind.is_some());
        Tally {
            strangers: files.iter().filter(|file| file.kind.is_none()).count(),
            refused: known().map(|file| file.refused_rows).sum(),
            failed: known().flat_map(failed).count(),
        }
    }

    /// Whether nothing is wrong.
    pub(crate) fn is_clean(&self) -> bool {
        *self == Tally::default()
    }
}

/// The last day that each family of reports speaks of, up to today; the newest first.
pub(crate) fn families(desk: &Desk<'_>) -> Vec<(String, Day)> {
    let mut ends: BTreeMap<String, Day> = BTreeMap::new();
    for file in &desk.facts.log().files {
        if let Some((kind, period)) = file.kind.as_deref().zip(file.period) {
            let last = ends.entry(desk.report_family(kind).text).or_insert(period.to);
            *last = period.to.max(*last);
        }
    }
    let mut ends: Vec<(String, Day)> =
        ends.into_iter().map(|(name, last)| (name, last.min(desk.today))).collect();
    ends.sort_by_key(|(_, last)| std::cmp::Reverse(*last));
    ends
}

/// The share of a file's sales that belongs to no product.
pub(crate) fn unmapped_share(file: &ImportedFile) -> Option<Ratio> {
    let first = file.unmapped.first()?;
    let rest = file.unmapped.iter().skip(1);
    rest.fold(first.share.clone(), |sum, one| Some(&sum? + one.share.as_ref()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Unmapped;

    fn file() -> ImportedFile {
        let check = |id: &str, ok| Check { id: id.into(), ok, expected: String::new(), found: String::new() };
        ImportedFile {
            kind: Some("amazon.all_orders".into()),
            refused_rows: 3,
            replacement_chars: 1,
            checks: vec![check("rows", true), check("total", false)],
            ..ImportedFile::default()
        }
    }

    #[test]
    fn what_is_wrong_is_said_worst_first() {
        assert_eq!(faults(&file()), [Fault::Refused(3), Fault::Failed("total"), Fault::Lost(1)]);
        let stranger = ImportedFile { kind: None, ..file() };
        assert_eq!(faults(&stranger), [Fault::Stranger]);
        assert!(faults(&ImportedFile { kind: Some("x".into()), ..ImportedFile::default() }).is_empty());
    }

    #[test]
    fn a_file_of_no_kind_counts_once() {
        let stranger = ImportedFile { kind: None, ..file() };
        assert_eq!(Tally::of(&[file(), stranger]), Tally { strangers: 1, refused: 3, failed: 1 });
        assert!(Tally::of(&[]).is_clean());
    }

    #[test]
    fn a_share_is_known_when_each_part_is() {
        let of = |shares: &[Option<&str>]| {
            let share = |share: &Option<&str>| share.and_then(Ratio::parse);
            let unmapped =
                shares.iter().map(|one| Unmapped { name: String::new(), rows: 1, share: share(one) });
            unmapped_share(&ImportedFile { unmapped: unmapped.collect(), ..ImportedFile::default() })
        };
        assert_eq!(of(&[Some("1/4"), Some("1/4")]), Ratio::parse("1/2"));
        assert_eq!(of(&[Some("1/4"), None]), None);
        assert_eq!(of(&[]), None);
    }
}
