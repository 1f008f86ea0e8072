//! Cells in one alphabet: full-width letters, the many spaces and minus signs become plain ones.

use std::borrow::Cow;

/// The cell with full-width forms, spaces, minus signs and apostrophes made plain.
///
/// Less than Unicode's NFKC, which would make a superscript a digit.
pub(super) fn plain(cell: &str) -> Cow<'_, str> {
    match cell.is_ascii() {
        true => Cow::Borrowed(cell),
        false => Cow::Owned(cell.chars().filter(|c| !is_invisible(*c)).map(plain_char).collect()),
    }
}

fn plain_char(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{ffe5}' => '¥',
        '\u{ffe1}' => '£',
        '\u{ffe6}' => '₩',
        '\u{2212}' => '-',
        '\u{2019}' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Byte order marks and marks of writing direction, which spreadsheets put beside currency marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn other_alphabets_become_plain_and_superscripts_do_not() {
        for (cell, text) in [
            ("１，２３４．５０％", "1,234.50%"),
            ("−5", "-5"),
            ("1\u{202f}135\u{a0}kr", "1 135 kr"),
            ("1’234", "1'234"),
            ("￥５", "¥5"),
            ("\u{200e}€5", "€5"),
            ("10²", "10²"),
        ] {
            assert_eq!(plain(cell), text, "{cell}");
        }
    }
}
