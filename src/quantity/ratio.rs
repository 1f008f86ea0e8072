//! Exact rational numbers: shares, rates, and sums of money in several currencies until they are shown.

mod small;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use small::Small;

/// An exact rational number of any size.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ratio(Form);

/// A number that fits is always small, so that equal numbers are equal in form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Form {
    Small(Small),
    Big(Box<BigRational>),
}

impl Ratio {
    /// Nought.
    pub fn zero() -> Self {
        Ratio(Form::Small(Small::ZERO))
    }

    /// One.
    pub fn one() -> Self {
        Ratio(Form::Small(Small::ONE))
    }

    /// A whole number.
    pub fn from_int(n: i128) -> Self {
        Ratio::of(n, 1)
    }

    /// `numerator / denominator`; nothing when the denominator is nought.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        (denominator != 0).then(|| Ratio::of(numerator, denominator))
    }

    /// `n / 10^digits`: minor units of money as an amount, basis points as a share.
    pub fn from_scaled(n: i128, digits: u32) -> Self {
        match 10_i128.checked_pow(digits) {
            Some(scale) => Ratio::of(n, scale),
            None => Ratio::from(BigRational::new(n.into(), BigInt::from(10).pow(digits))),
        }
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
        let divided = || self.with(other, |a, b| a.times(b.inverse()), |a, b| a / b);
        (!other.is_zero()).then(divided)
    }

    /// The nearest multiple of `10^-digits`, as a count of them; halves away from nought (domain 2.9).
    ///
    /// A number beyond 128 bits is cut at the limit.
    pub fn round_scaled(&self, digits: u32) -> i128 {
        let small = self.small().and_then(|small| small.round_scaled(digits));
        small.unwrap_or_else(|| {
            let scaled = self.big().as_ref() * BigInt::from(10).pow(digits);
            cut(&scaled.round().to_integer())
        })
    }

    /// The greatest whole number not above `self`; cut at the limits of 128 bits.
    pub fn floor(&self) -> i128 {
        self.small().map_or_else(|| cut(&self.big().floor().to_integer()), Small::floor)
    }

    /// The nearest float: to place a mark in a picture, never to compute with.
    pub fn to_f64(&self) -> f64 {
        let small = self.small().and_then(Small::to_f64);
        small.unwrap_or_else(|| self.big().to_f64().unwrap_or(f64::NAN))
    }

    /// Whether it is nought.
    pub fn is_zero(&self) -> bool {
        self.signum() == 0
    }

    /// Whether it is below nought.
    pub fn is_negative(&self) -> bool {
        self.signum() < 0
    }

    /// Whether it is above nought.
    pub fn is_positive(&self) -> bool {
        self.signum() > 0
    }

    /// Its distance from nought.
    #[must_use]
    pub fn abs(&self) -> Ratio {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// `numerator / denominator`; the denominator is not nought.
    fn of(numerator: i128, denominator: i128) -> Self {
        match Small::new(numerator, denominator) {
            Some(small) => Ratio(Form::Small(small)),
            None => Ratio::from(BigRational::new(numerator.into(), denominator.into())),
        }
    }

    fn small(&self) -> Option<Small> {
        match &self.0 {
            Form::Small(small) => Some(*small),
            Form::Big(_) => None,
        }
    }

    fn big(&self) -> Cow<'_, BigRational> {
        match &self.0 {
            Form::Small(small) => Cow::Owned(BigRational::new_raw(small.num().into(), small.den().into())),
            Form::Big(big) => Cow::Borrowed(big),
        }
    }

    fn signum(&self) -> i128 {
        match &self.0 {
            Form::Small(small) => small.num().signum(),
            Form::Big(big) if big.is_negative() => -1,
            // Nought is small.
            Form::Big(_) => 1,
        }
    }

    /// Two numbers brought together: in the small form where both and the result fit.
    fn with(
        &self,
        other: &Ratio,
        small: impl Fn(Small, Small) -> Option<Small>,
        big: impl Fn(&BigRational, &BigRational) -> BigRational,
    ) -> Ratio {
        let fits = self.small().zip(other.small()).and_then(|(a, b)| small(a, b));
        fits.map_or_else(|| Ratio::from(big(&self.big(), &other.big())), |small| Ratio(Form::Small(small)))
    }
}

/// Nought.
impl Default for Ratio {
    fn default() -> Self {
        Ratio::zero()
    }
}

/// A reduced number in the form that its size asks for.
impl From<BigRational> for Ratio {
    fn from(big: BigRational) -> Self {
        let parts = big.numer().to_i128().zip(big.denom().to_i128());
        let small = parts.and_then(|(num, den)| Small::new(num, den));
        Ratio(small.map_or_else(|| Form::Big(Box::new(big)), Form::Small))
    }
}

/// A whole number, cut at the limits of 128 bits.
fn cut(whole: &BigInt) -> i128 {
    whole.to_i128().unwrap_or(if whole.is_negative() { i128::MIN } else { i128::MAX })
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
    let (number, places) = (format!("{whole}{fraction}"), u32::try_from(fraction.len()).ok()?);
    let value = match number.parse::<i128>() {
        Ok(number) => Ratio::from_scaled(number, places),
        Err(_) => Ratio::from(BigRational::new(number.parse().ok()?, BigInt::from(10).pow(places))),
    };
    Some(if negative { -&value } else { value })
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        let small = self.small().zip(other.small()).and_then(|(a, b)| a.compare(b));
        small.unwrap_or_else(|| self.big().cmp(&other.big()))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Add for &Ratio {
    type Output = Ratio;
    fn add(self, other: &Ratio) -> Ratio {
        self.with(other, Small::plus, |a, b| a + b)
    }
}

impl Sub for &Ratio {
    type Output = Ratio;
    fn sub(self, other: &Ratio) -> Ratio {
        self.with(other, |a, b| a.plus(b.negative()), |a, b| a - b)
    }
}

impl Mul for &Ratio {
    type Output = Ratio;
    fn mul(self, other: &Ratio) -> Ratio {
        self.with(other, Small::times, |a, b| a * b)
    }
}

impl Neg for &Ratio {
    type Output = Ratio;
    fn neg(self) -> Ratio {
        Ratio(match &self.0 {
            Form::Small(small) => Form::Small(small.negative()),
            Form::Big(big) => Form::Big(Box::new(-big.as_ref())),
        })
    }
}

impl AddAssign<&Ratio> for Ratio {
    fn add_assign(&mut self, other: &Ratio) {
        *self = &*self + other;
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
        match &self.0 {
            Form::Small(small) if small.den() == 1 => write!(f, "{}", small.num()),
            Form::Small(small) => write!(f, "{}/{}", small.num(), small.den()),
            Form::Big(big) => write!(f, "{big}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_traits::Zero;
    use proptest::prelude::*;

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

    /// Small numbers, and those at the edge of what fits.
    fn parts() -> impl Strategy<Value = (i128, i128)> {
        let number = || {
            prop_oneof![
                -1000..1000_i128,
                any::<i64>().prop_map(i128::from),
                any::<i128>(),
                Just(i128::MAX),
                Just(i128::MIN),
            ]
        };
        (number(), number().prop_filter("a denominator", |n| *n != 0))
    }

    fn both((n, d): (i128, i128)) -> (Ratio, BigRational) {
        (Ratio::new(n, d).unwrap(), BigRational::new(n.into(), d.into()))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

        #[test]
        fn both_forms_compute_the_same(a in parts(), b in parts()) {
            let ((a, big_a), (b, big_b)) = (both(a), both(b));
            let same = |ours: Ratio, theirs: BigRational| {
                prop_assert_eq!(ours.to_string(), theirs.to_string());
                prop_assert_eq!(ours, Ratio::from(theirs));
                Ok(())
            };
            same(&a + &b, &big_a + &big_b)?;
            same(&a - &b, &big_a - &big_b)?;
            same(&a * &b, &big_a * &big_b)?;
            same(-&a, -&big_a)?;
            same(a.abs(), big_a.abs())?;
            if !b.is_zero() {
                same(a.checked_div(&b).unwrap(), &big_a / &big_b)?;
            }
            prop_assert_eq!(a.cmp(&b), big_a.cmp(&big_b));
            prop_assert_eq!(a == b, big_a == big_b);
        }

        #[test]
        fn both_forms_round_the_same(a in parts(), digits in 0..8_u32) {
            let (a, big) = both(a);
            let scaled = (&big * BigInt::from(10).pow(digits)).round().to_integer();
            prop_assert_eq!(a.round_scaled(digits), cut(&scaled));
            prop_assert_eq!(a.floor(), cut(&big.floor().to_integer()));
            prop_assert_eq!(a.to_f64().to_bits(), big.to_f64().unwrap().to_bits());
            prop_assert_eq!(
                (a.is_zero(), a.is_negative(), a.is_positive()),
                (big.is_zero(), big.is_negative(), big.is_positive())
            );
        }
    }
}
