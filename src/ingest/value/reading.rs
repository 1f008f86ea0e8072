//! What a cell says.

use super::plain::plain;

/// What a cell says: a value, that there is none, or something that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Reading<T> {
    /// A value.
    Value(T),
    /// Nothing: an empty cell, or one of the marks for "no value" such as `--` and `N/A`.
    Nothing,
    /// Something that is no value of this kind, or not exactly one.
    Refused,
}

impl<T> Reading<T> {
    /// The value, when there is one.
    pub(in crate::ingest) fn value(self) -> Option<T> {
        match self {
            Reading::Value(value) => Some(value),
            Reading::Nothing | Reading::Refused => None,
        }
    }

    /// Reads a cell in its plain form; nothing when the cell is blank.
    pub(super) fn of(cell: &str, read: impl FnOnce(&str) -> Option<T>) -> Self {
        let text = plain(cell);
        match text.trim() {
            blank if is_blank(blank) => Reading::Nothing,
            text => read(text).map_or(Reading::Refused, Reading::Value),
        }
    }
}

/// Whether a trimmed cell stands for "no value".
fn is_blank(text: &str) -> bool {
    matches!(text, "" | "-" | "--" | "\u{2013}" | "\u{2014}") || text.eq_ignore_ascii_case("n/a")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_told_from_what_cannot_be_read() {
        for cell in ["", " ", "\t", "-", "--", "—", "–", "−", "N/A", "n/a", "\u{a0}"] {
            assert_eq!(Reading::<i64>::of(cell, |_| None), Reading::Nothing, "{cell:?}");
        }
        for cell in ["---", "NA", "null", "none", "0"] {
            assert_eq!(Reading::<i64>::of(cell, |_| None), Reading::Refused, "{cell:?}");
        }
    }
}
