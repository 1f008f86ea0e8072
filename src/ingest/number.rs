//! Numbers as exports write them; anything doubtful is refused rather than guessed.

use crate::quantity::Currency;

/// A mark before an amount, and the currencies it may stand for; none when it may be any.
const MARKS: [(&str, &[&str]); 14] = [
    ("US$", &["USD"]),
    ("CA$", &["CAD"]),
    ("MX$", &["MXN"]),
    ("AU$", &["AUD"]),
    ("A$", &["AUD"]),
    ("NT$", &["TWD"]),
    ("S$", &["SGD"]),
    ("R$", &["BRL"]),
    ("JP¥", &["JPY"]),
    ("$", &["USD", "CAD", "MXN", "AUD", "SGD", "TWD"]),
    ("¥", &["JPY", "CNY"]),
    ("￥", &["JPY", "CNY"]),
    ("€", &["EUR"]),
    ("£", &["GBP"]),
];

/// Reads a decimal as a count of `10^-digits`.
///
/// Accepts `1234.50`, `-12` and thousands in threes as in `1,234.50`; digits beyond the scale must be nought.
/// Refuses signs of their own kind, exponents, words, and whatever does not fit 64 bits.
pub(super) fn decimal(text: &str, digits: u32) -> Option<i64> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = rest.split_once('.').unwrap_or((rest, "0"));
    let scaled = format!("{}{}", ungrouped(whole)?, to_scale(fraction, digits)?);
    let value: i64 = scaled.parse().ok()?;
    Some(if negative { -value } else { value })
}

/// Reads an amount in a currency: a decimal that may carry the currency's mark in front.
pub(super) fn money(text: &str, currency: Currency) -> Option<i64> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let bare = unmarked(rest, currency)?;
    if negative && bare.starts_with('-') {
        return None;
    }
    decimal(bare, currency.digits()).map(|minor| if negative { -minor } else { minor })
}

/// Reads `2.64%` in hundredths of a percent.
pub(super) fn percent(text: &str) -> Option<i64> {
    decimal(text.strip_suffix('%').unwrap_or(text).trim_end(), 2)
}

fn unmarked(text: &str, currency: Currency) -> Option<&str> {
    for (mark, codes) in MARKS {
        if let Some(rest) = text.strip_prefix(mark) {
            return codes.contains(&currency.code()).then_some(rest.trim_start());
        }
    }
    Some(text)
}

/// The digits of `1,234,567` or of a number without commas.
fn ungrouped(whole: &str) -> Option<String> {
    let groups: Vec<&str> = whole.split(',').collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let in_threes = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3));
    (groups.iter().all(digits) && in_threes).then(|| groups.concat())
}

/// The fraction with exactly as many digits as the scale has.
fn to_scale(fraction: &str, digits: u32) -> Option<String> {
    let digits = digits as usize;
    let (kept, beyond) = fraction.split_at_checked(digits).unwrap_or((fraction, ""));
    let plain = !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit());
    (plain && beyond.bytes().all(|b| b == b'0')).then(|| format!("{kept:0<digits$}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly_or_not_at_all() {
        for (text, digits, value) in [
            ("1234.50", 2, Some(123_450)),
            ("1,234.5", 2, Some(123_450)),
            ("-1,234,567", 0, Some(-1_234_567)),
            ("0.10", 1, Some(1)),
            ("3.00", 0, Some(3)),
            ("3.5", 0, None),
            ("1.234", 2, None),
            ("12,34", 2, None),
            ("1234,567", 0, None),
            (",123", 0, None),
            ("1.", 2, None),
            (".5", 2, None),
            ("", 2, None),
            ("-", 2, None),
            ("+1", 0, None),
            ("NaN", 4, None),
            ("inf", 4, None),
            ("1e5", 4, None),
            ("１２", 0, None),
            ("0x10", 0, None),
            ("9223372036854775808", 0, None),
            ("5.255,61", 2, None),
        ] {
            assert_eq!(decimal(text, digits), value, "{text}");
        }
    }

    #[test]
    fn amounts_may_carry_the_mark_of_their_currency_and_no_other() {
        for (text, code, minor) in [
            ("$7,274.35", "USD", Some(727_435)),
            ("US$1,234.56", "USD", Some(123_456)),
            ("CA$12.00", "CAD", Some(1_200)),
            ("MX$599.00", "MXN", Some(59_900)),
            ("￥2,691", "JPY", Some(2_691)),
            ("¥2,691", "JPY", Some(2_691)),
            ("JP¥2,691", "JPY", Some(2_691)),
            ("-$5.00", "USD", Some(-500)),
            ("$-5.00", "USD", Some(-500)),
            ("12.00", "JPY", Some(12)),
            ("--5", "USD", None),
            ("¥2,691", "USD", None),
            ("CA$12.00", "USD", None),
            ("12.345", "USD", None),
            ("$", "USD", None),
        ] {
            assert_eq!(money(text, Currency::parse(code).unwrap()), minor, "{text}");
        }
    }

    #[test]
    fn percentages_are_hundredths_of_a_percent() {
        assert_eq!(percent("2.64%"), Some(264));
        assert_eq!(percent("1,200.00%"), Some(120_000));
        assert_eq!(percent("n/a"), None);
    }
}
