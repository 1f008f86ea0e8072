//! Exact rational numbers: shares, rates, and sums of money in several currencies until they are shown.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// An exact rational number of any size.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio(BigRational);

impl Ratio {
    /// Nought.
    pub fn zero() -> Self {
        Ratio(BigRational::zero())
    }

    /// One.
    pub fn one() -> Self {
        Ratio(BigRational::one())
    }

    /// A whole number.
    pub fn from_int(n: i128) -> Self {
        Ratio(BigRational::from_integer(BigInt::from(n)))
    }

    /// `numerator / denominator`; nothing when the denominator is nought.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        (denominator != 0).then(|| Ratio(BigRational::new(numerator.into(), denominator.into())))
    }

    /// `n / 10^digits`: minor units of money as an amount, basis points as a share.
    pub fn from_scaled(n: i128, digits: u32) -> Self {
        Ratio(BigRational::new(n.into(), BigInt::from(10).pow(digits)))
    }

    /// Reads a plain decimal (`-12.50`) or a fraction (`2840/3`); nothing else is accepted.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('/') {
            Some((n, d)) => Ratio::new(n.parse().ok()?, d.parse().ok()?),
            None => parse_decimal(text),
        }
    }

    /// `self / other`; nothing when `other` is nought.
    pub fn checked_div(&self, other: &Ratio) -> Option<Ratio> {
        (!other.is_zero()).then(|| Ratio(&self.0 / &other.0))
    }

    /// The nearest multiple of `10^-digits`, as a count of them; halves away from nought (domain 2.9).
    ///
    /// A number beyond 128 bits is cut at the limit.
    pub fn round_scaled(&self, digits: u32) -> i128 {
        let scaled = &self.0 * BigInt::from(10).pow(digits);
        let whole = scaled.round().to_integer();
        whole.to_i128().unwrap_or(if whole.is_negative() { i128::MIN } else { i128::MAX })
    }

    /// The greatest whole number not above `self`; cut at the limits of 128 bits.
    pub fn floor(&self) -> i128 {
        let whole = self.0.floor().to_integer();
        whole.to_i128().unwrap_or(if whole.is_negative() { i128::MIN } else { i128::MAX })
    }

    /// The nearest float: to place a mark in a picture, never to compute with.
    pub fn to_f64(&self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }

    /// Whether it is nought.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below nought.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Whether it is above nought.
    pub fn is_positive(&self) -> bool {
        self.0.is_positive()
    }

    /// Its distance from nought.
    #[must_use]
    pub fn abs(&self) -> Ratio {
        Ratio(self.0.abs())
    }
}

fn parse_decimal(text: &str) -> Option<Ratio> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(fraction) || digits.ends_with('.') {
        return None;
    }
    let number: BigInt = format!("{whole}{fraction}").parse().ok()?;
    let scale = BigInt::from(10).pow(u32::try_from(fraction.len()).ok()?);
    let value = BigRational::new(number, scale);
    Some(Ratio(if negative { -value } else { value }))
}

impl Add for &Ratio {
    type Output = Ratio;
    fn add(self, other: &Ratio) -> Ratio {
        Ratio(&self.0 + &other.0)
    }
}

impl Sub for &Ratio {
    type Output = Ratio;
    fn sub(self, other: &Ratio) -> Ratio {
        Ratio(&self.0 - &other.0)
    }
}

impl Mul for &Ratio {
    type Output = Ratio;
    fn mul(self, other: &Ratio) -> Ratio {
        Ratio(&self.0 * &other.0)
    }
}

impl Neg for &Ratio {
    type Output = Ratio;
    fn neg(self) -> Ratio {
        Ratio(-&self.0)
    }
}

impl AddAssign<&Ratio> for Ratio {
    fn add_assign(&mut self, other: &Ratio) {
        self.0 += &other.0;
    }
}

impl Sum for Ratio {
    fn sum<I: Iterator<Item = Ratio>>(numbers: I) -> Ratio {
        numbers.fold(Ratio::zero(), |total, n| &total + &n)
    }
}

impl<'a> Sum<&'a Ratio> for Ratio {
    fn sum<I: Iterator<Item = &'a Ratio>>(numbers: I) -> Ratio {
        numbers.fold(Ratio::zero(), |total, n| &total + n)
    }
}

/// The exact form: `7` or `2840/3`.
impl std::fmt::Display for Ratio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(text: &str) -> Ratio {
        Ratio::parse(text).unwrap()
    }

    #[test]
    fn decimals_and_fractions_are_read_exactly() {
        for (text, shown) in
            [("0.10", "1/10"), ("-12.50", "-25/2"), ("2840/3", "2840/3"), ("7", "7"), ("+1.0", "1")]
        {
            assert_eq!(ratio(text).to_string(), shown, "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", ".", "1.", ".5", "1e3", "0x10", "1_000", "１２", "NaN", "inf", "1/0", "--1", "1,000"]
        {
            assert_eq!(Ratio::parse(text), None, "{text}");
        }
    }

    #[test]
    fn halves_round_away_from_nought() {
        for (text, digits, rounded) in
            [("0.5", 0, 1), ("-0.5", 0, -1), ("2.345", 2, 235), ("-66.445", 0, -66)]
        {
            assert_eq!(ratio(text).round_scaled(digits), rounded, "{text}");
        }
    }

    #[test]
    fn division_by_nought_has_no_answer() {
        assert_eq!(ratio("1").checked_div(&Ratio::zero()), None);
    }
}
