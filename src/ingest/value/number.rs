//! Numbers as exports write them, exactly or not at all.

use crate::quantity::Currency;

use super::currency_mark;
use super::reading::Reading;
use super::shell::Shell;

/// The decimal mark of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Mark {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

impl Mark {
    /// The mark as written.
    pub(super) fn char(self) -> char {
        match self {
            Mark::Point => '.',
            Mark::Comma => ',',
        }
    }
}

/// What a percentage means that is written without a percent sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum PercentForm {
    /// Points of a hundred: `38.5` is 38.5 %.
    Points,
    /// A share of one: `0.0039` is 0.39 %; digits beyond a millionth, which quotients carry, are rounded.
    Ratio,
}

/// Digits of a percentage after the point, in what [`Numbers::percent`] counts.
const PERCENT_DIGITS: u32 = 4;

/// Reads the numbers of a column by its decimal mark.
///
/// Thousands may be grouped in threes by comma, point, apostrophe or any space, or as in India (`1,23,456`);
/// signs are `-`, a minus sign, `+`, a minus behind, or brackets. Exponents, words, two signs, groups of another
/// size, and what does not fit 64 bits are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Numbers {
    /// The decimal mark.
    pub(in crate::ingest) mark: Mark,
}

impl Numbers {
    /// A decimal as a count of `10^-digits`; refused when digits beyond that are not nought.
    pub(in crate::ingest) fn decimal(&self, cell: &str, digits: u32) -> Reading<i64> {
        Reading::of(cell, |text| {
            let shell = Shell::of(text).filter(|shell| shell.mark.is_none() && !shell.percent)?;
            self.exact(&shell, digits)
        })
    }

    /// An amount in minor units of the currency; refused when a mark beside it cannot be the currency's.
    pub(in crate::ingest) fn money(&self, cell: &str, currency: Currency) -> Reading<i64> {
        Reading::of(cell, |text| {
            let shell = Shell::of(text).filter(|shell| !shell.percent)?;
            let ours = shell.mark.is_none_or(|mark| currency_mark::may_be(mark, currency));
            ours.then(|| self.exact(&shell, currency.digits()))?
        })
    }

    /// A percentage in ten-thousandths of a percent (millionths of one): `0.3853%` is 3853.
    pub(in crate::ingest) fn percent(&self, cell: &str, form: PercentForm) -> Reading<i64> {
        Reading::of(cell, |text| {
            let shell = Shell::of(text).filter(|shell| shell.mark.is_none())?;
            match form {
                _ if shell.percent => self.exact(&shell, PERCENT_DIGITS),
                PercentForm::Points => self.exact(&shell, PERCENT_DIGITS),
                PercentForm::Ratio => self.rounded(&shell, PERCENT_DIGITS + 2),
            }
        })
    }

    fn exact(&self, shell: &Shell<'_>, digits: u32) -> Option<i64> {
        let (value, beyond) = self.split(shell, digits)?;
        beyond.bytes().all(|b| b == b'0').then_some(value)
    }

    /// Rounds half away from nought.
    fn rounded(&self, shell: &Shell<'_>, digits: u32) -> Option<i64> {
        let (value, beyond) = self.split(shell, digits)?;
        let up = i64::from(beyond.as_bytes().first().is_some_and(|b| *b >= b'5'));
        value.checked_add(if shell.negative() { -up } else { up })
    }

    /// The number in `10^-digits`, cut off, and the digits that were cut.
    fn split<'a>(&self, shell: &Shell<'a>, digits: u32) -> Option<(i64, &'a str)> {
        let (whole, fraction) = parts(shell.digits, self.mark)?;
        let (kept, beyond) = fraction.split_at_checked(digits as usize).unwrap_or((fraction, ""));
        let padding = std::iter::repeat_n(b'0', digits as usize - kept.len());
        let figures = whole.bytes().filter(u8::is_ascii_digit).chain(kept.bytes()).chain(padding);
        Some((sum(figures, shell.negative())?, beyond))
    }
}

/// The number that the figures make; nothing when it does not fit.
fn sum(mut figures: impl Iterator<Item = u8>, negative: bool) -> Option<i64> {
    figures.try_fold(0_i64, |sum, figure| {
        let figure = i64::from(figure - b'0');
        sum.checked_mul(10)?.checked_add(if negative { -figure } else { figure })
    })
}

/// The whole part and the fraction by a decimal mark; nothing when the separators do not fit it.
pub(super) fn parts(digits: &str, mark: Mark) -> Option<(&str, &str)> {
    let (whole, fraction) = digits.split_once(mark.char()).unwrap_or((digits, "0"));
    (is_grouped(whole) && is_figures(fraction)).then_some((whole, fraction))
}

/// Whether the digits stand alone or in groups, all by one separator.
fn is_grouped(whole: &str) -> bool {
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else { return !whole.is_empty() };
    let groups = || whole.split(separator);
    let sizes = || groups().map(str::len);
    let plain = groups().all(is_figures) && matches!(separator, ',' | '.' | '\'' | ' ');
    // `0,123` is no group of thousands.
    plain && !whole.starts_with('0') && (in_threes(sizes()) || (separator == ',' && in_lakhs(sizes())))
}

fn in_threes(mut sizes: impl Iterator<Item = usize>) -> bool {
    sizes.next().is_some_and(|first| first <= 3) && sizes.all(|size| size == 3)
}

/// Groups as in India: three digits last, two in each before, one or two in the first.
fn in_lakhs(mut sizes: impl DoubleEndedIterator<Item = usize>) -> bool {
    sizes.next_back() == Some(3)
        && sizes.next().is_some_and(|first| first <= 2)
        && sizes.all(|size| size == 2)
}

fn is_figures(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINT: Numbers = Numbers { mark: Mark::Point };
    const COMMA: Numbers = Numbers { mark: Mark::Comma };

    fn value(reading: Reading<i64>) -> Option<i64> {
        assert_ne!(reading, Reading::Nothing);
        reading.value()
    }

    #[test]
    fn decimals_are_read_exactly_or_not_at_all() {
        for (numbers, text, digits, number) in [
            (POINT, "1234.50", 2, Some(123_450)),
            (POINT, "1,234.5", 2, Some(123_450)),
            (POINT, "5,824", 0, Some(5_824)),
            (POINT, "-1,234,567", 0, Some(-1_234_567)),
            (POINT, "1,23,456.70", 2, Some(12_345_670)),
            (POINT, "1,23,45,678", 0, Some(12_345_678)),
            (POINT, "1'234.5", 1, Some(12_345)),
            (POINT, "1’234", 0, Some(1_234)),
            (POINT, "0.10", 1, Some(1)),
            (POINT, "3.00", 0, Some(3)),
            (POINT, "0.123", 3, Some(123)),
            (POINT, "1234.567", 3, Some(1_234_567)),
            (POINT, "+1", 0, Some(1)),
            (POINT, "12.00-", 2, Some(-1_200)),
            (POINT, "(12.00)", 2, Some(-1_200)),
            (POINT, "−5", 0, Some(-5)),
            (POINT, "１，２３４．５０", 2, Some(123_450)),
            (POINT, "-0", 0, Some(0)),
            (POINT, "007", 0, Some(7)),
            (POINT, "9223372036854775807", 0, Some(i64::MAX)),
            (POINT, "-9223372036854775808", 0, Some(i64::MIN)),
            (COMMA, "5.255,61", 2, Some(525_561)),
            (COMMA, "1141,18", 2, Some(114_118)),
            (COMMA, "1 135,72", 2, Some(113_572)),
            (COMMA, "1\u{a0}135,72", 2, Some(113_572)),
            (COMMA, "1\u{202f}135\u{202f}000,5", 1, Some(11_350_005)),
            (COMMA, "1\u{2009}135", 0, Some(1_135)),
            (COMMA, "1.234", 0, Some(1_234)),
            (COMMA, "0,123", 3, Some(123)),
        ] {
            assert_eq!(value(numbers.decimal(text, digits)), number, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_of_the_convention_is_refused() {
        for text in [
            "3.5",
            "1.234",
            "12,34",
            "1234,567",
            ",123",
            "1.",
            ".5",
            "5.255,61",
            "0,123",
            "1,2345",
            "1,,234",
            "1,23,45",
            "123,45,678",
            "1 234,567",
            "12 34",
            "NaN",
            "inf",
            "Infinity",
            "1e5",
            "7.82115E+12",
            "0x10",
            "1_000",
            "½",
            "10²",
            "٣",
            "one",
            "--5",
            "-5-",
            "-(5)",
            "+-5",
            "$5",
            "5%",
            "5 pcs",
            "1-2",
            "9223372036854775808",
            "1..2",
            "-9223372036854775809",
            "99999999999999999999999999999999999999999",
        ] {
            assert_eq!(POINT.decimal(text, 0), Reading::Refused, "{text}");
        }
        assert_eq!(COMMA.decimal("1,234", 2), Reading::Refused);
        assert_eq!(COMMA.decimal("1.23.456", 0), Reading::Refused, "only commas group as in India");
    }

    #[test]
    fn amounts_may_carry_the_mark_of_their_currency_and_no_other() {
        for (numbers, text, code, minor) in [
            (POINT, "$7,274.35", "USD", Some(727_435)),
            (POINT, "£12,897.84", "GBP", Some(1_289_784)),
            (POINT, "US$1,234.56", "USD", Some(123_456)),
            (POINT, "CA$12.00", "CAD", Some(1_200)),
            (POINT, "C$12.00", "CAD", Some(1_200)),
            (POINT, "MX$599.00", "MXN", Some(59_900)),
            (POINT, "AU$1", "AUD", Some(100)),
            (POINT, "NT$1,500", "TWD", Some(1_500)),
            (POINT, "HK$2", "HKD", Some(200)),
            (POINT, "S$2", "SGD", Some(200)),
            (POINT, "￥2,691", "JPY", Some(2_691)),
            (POINT, "JP¥2,691", "JPY", Some(2_691)),
            (POINT, "CN¥5.10", "CNY", Some(510)),
            (POINT, "₩1,000", "KRW", Some(1_000)),
            (POINT, "₹1,23,456.00", "INR", Some(12_345_600)),
            (POINT, "-$5.00", "USD", Some(-500)),
            (POINT, "$-5.00", "USD", Some(-500)),
            (POINT, "($5.00)", "USD", Some(-500)),
            (POINT, "12.00", "JPY", Some(12)),
            (POINT, "USD 3.10", "USD", Some(310)),
            (POINT, "3.10USD", "USD", Some(310)),
            (POINT, "1.250", "KWD", Some(1_250)),
            (COMMA, "5.255,61 €", "EUR", Some(525_561)),
            (COMMA, "5.255,61\u{a0}€", "EUR", Some(525_561)),
            (COMMA, "-12,50€", "EUR", Some(-1_250)),
            (COMMA, "1 135,72 kr", "SEK", Some(113_572)),
            (COMMA, "12,50 zł", "PLN", Some(1_250)),
            (COMMA, "12,50 TL", "TRY", Some(1_250)),
            (COMMA, "₺12,50", "TRY", Some(1_250)),
            (COMMA, "BRL 1.234,56", "BRL", Some(123_456)),
            (COMMA, "R$ 1.234,56", "BRL", Some(123_456)),
            (POINT, "¥2,691", "USD", None),
            (POINT, "CA$12.00", "USD", None),
            (POINT, "$12.00", "EUR", None),
            (POINT, "12.00 EUR", "USD", None),
            (POINT, "12.345", "USD", None),
            (POINT, "12.50", "JPY", None),
            (POINT, "$", "USD", None),
            (POINT, "$5 USD", "USD", None),
            (POINT, "5%", "USD", None),
        ] {
            assert_eq!(value(numbers.money(text, Currency::parse(code).unwrap())), minor, "{text}");
        }
    }

    #[test]
    fn percentages_are_ten_thousandths_of_a_percent() {
        use PercentForm::{Points, Ratio};
        for (numbers, text, form, number) in [
            (POINT, "0.3853%", Points, Some(3_853)),
            (POINT, "2.64%", Points, Some(26_400)),
            (POINT, "6.230%", Points, Some(62_300)),
            (POINT, "1,200.00%", Points, Some(12_000_000)),
            (COMMA, "2,64 %", Points, Some(26_400)),
            (POINT, "-12.5%", Points, Some(-125_000)),
            (POINT, "38.5", Points, Some(385_000)),
            (POINT, "3.17", Points, Some(31_700)),
            (POINT, "100%", Points, Some(1_000_000)),
            (POINT, "0.0039", Ratio, Some(3_900)),
            (POINT, "0.41935", Ratio, Some(419_350)),
            (POINT, "0.41935483870967744", Ratio, Some(419_355)),
            (POINT, "-0.0000005", Ratio, Some(-1)),
            (POINT, "6", Ratio, Some(6_000_000)),
            (POINT, "0.39%", Ratio, Some(3_900)),
            (POINT, "0.38535%", Points, None),
            (POINT, "$5%", Points, None),
            (POINT, "NaN", Ratio, None),
        ] {
            assert_eq!(value(numbers.percent(text, form)), number, "{text} {form:?}");
        }
        assert_eq!(POINT.percent("--", Points), Reading::Nothing);
    }
}
