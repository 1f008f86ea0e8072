//! Marks and codes of currencies beside an amount.

use crate::quantity::Currency;

/// A mark, and the currencies it may stand for; a longer mark stands before those that end it.
const MARKS: [(&str, &[&str]); 26] = [
    ("US$", &["USD"]),
    ("CA$", &["CAD"]),
    ("MX$", &["MXN"]),
    ("AU$", &["AUD"]),
    ("NT$", &["TWD"]),
    ("HK$", &["HKD"]),
    ("C$", &["CAD"]),
    ("A$", &["AUD"]),
    ("S$", &["SGD"]),
    ("R$", &["BRL"]),
    ("JP¥", &["JPY"]),
    ("CN¥", &["CNY"]),
    ("RMB", &["CNY"]),
    ("$", &["USD", "CAD", "MXN", "AUD", "SGD", "TWD", "HKD"]),
    ("¥", &["JPY", "CNY"]),
    ("€", &["EUR"]),
    ("£", &["GBP"]),
    ("zł", &["PLN"]),
    ("kr.", &["DKK", "NOK", "SEK"]),
    ("kr", &["SEK", "DKK", "NOK"]),
    ("TL", &["TRY"]),
    ("₺", &["TRY"]),
    ("₩", &["KRW"]),
    ("₹", &["INR"]),
    ("Rs.", &["INR"]),
    ("Kč", &["CZK"]),
];

/// A mark or three-letter code in front, and the rest; nothing when the text begins otherwise.
pub(super) fn prefix(text: &str) -> Option<(&str, &str)> {
    let known = MARKS.iter().find(|(mark, _)| text.starts_with(mark)).map(|(mark, _)| mark.len());
    let end = known.or_else(|| is_code(text.get(..3)?).then_some(3))?;
    let (mark, rest) = text.split_at(end);
    let touches = mark.ends_with(letter) && rest.starts_with(letter);
    (!touches).then_some((mark, rest))
}

/// A mark or three-letter code at the end, and the rest; nothing when the text ends otherwise.
pub(super) fn suffix(text: &str) -> Option<(&str, &str)> {
    let code = text.len().checked_sub(3).filter(|start| text.get(*start..).is_some_and(is_code));
    let known = MARKS.iter().find(|(mark, _)| text.ends_with(mark)).map(|(mark, _)| text.len() - mark.len());
    let (rest, mark) = text.split_at(known.or(code)?);
    let touches = mark.starts_with(letter) && rest.ends_with(letter);
    (!touches).then_some((mark, rest))
}

/// Whether a mark or code may stand for the currency.
pub(super) fn may_be(mark: &str, currency: Currency) -> bool {
    match MARKS.iter().find(|(known, _)| *known == mark) {
        Some((_, codes)) => codes.contains(&currency.code()),
        None => mark == currency.code(),
    }
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn letter(c: char) -> bool {
    c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_mark_is_found_before_its_end() {
        for (at, (mark, _)) in MARKS.iter().enumerate() {
            let hidden =
                MARKS[..at].iter().find(|(other, _)| mark.ends_with(other) || mark.starts_with(other));
            assert_eq!(hidden, None, "{mark}");
        }
    }

    #[test]
    fn marks_are_taken_whole() {
        assert_eq!(prefix("NT$5"), Some(("NT$", "5")));
        assert_eq!(prefix("BRL 5"), Some(("BRL", " 5")));
        assert_eq!(prefix("USDT 5"), None);
        assert_eq!(prefix("usd 5"), None);
        assert_eq!(suffix("5 US$"), Some(("US$", "5 ")));
        assert_eq!(suffix("5zł"), Some(("zł", "5")));
        assert_eq!(suffix("5 okr"), None);
        assert_eq!(suffix("é"), None);
    }
}
