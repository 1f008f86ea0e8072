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
    /// Nothing: the sign must stand there (`0.3853%`), but for nought.
    Signed,
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
                PercentForm::Signed => self.exact(&shell, PERCENT_DIGITS).filter(|value| *value == 0),
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
