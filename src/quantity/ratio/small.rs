//! Rational numbers of two machine words: nearly all there are, without a heap.

use std::cmp::Ordering;

/// A reduced fraction with a denominator above nought; every operation says when its result does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Small {
    /// Never `i128::MIN`, so that its opposite fits too.
    num: i128,
    den: i128,
}

impl Small {
    pub(super) const ZERO: Small = Small { num: 0, den: 1 };
    pub(super) const ONE: Small = Small { num: 1, den: 1 };

    /// `num / den`, reduced; the denominator is not nought.
    pub(super) fn new(num: i128, den: i128) -> Option<Small> {
        if num == i128::MIN || den == i128::MIN {
            return None;
        }
        match gcd(num, den) * den.signum() {
            // A division of two words costs more than all the rest.
            1 => Some(Small { num, den }),
            common => Some(Small { num: num / common, den: den / common }),
        }
    }

    pub(super) fn num(self) -> i128 {
        self.num
    }

    pub(super) fn den(self) -> i128 {
        self.den
    }

    pub(super) fn negative(self) -> Small {
        Small { num: -self.num, den: self.den }
    }

    pub(super) fn plus(self, other: Small) -> Option<Small> {
        if self.den == other.den {
            return Small::new(self.num.checked_add(other.num)?, self.den);
        }
        let common = gcd(self.den, other.den);
        if common == 1 {
            let left = self.num.checked_mul(other.den)?;
            let num = left.checked_add(other.num.checked_mul(self.den)?)?;
            let den = self.den.checked_mul(other.den)?;
            return (num != i128::MIN).then_some(Small { num, den });
        }
        let left = self.num.checked_mul(other.den / common)?;
        let right = other.num.checked_mul(self.den / common)?;
        let num = left.checked_add(right)?;
        let again = gcd(num, common);
        let den = (self.den / common).checked_mul(other.den / again)?;
        (num != i128::MIN).then(|| Small { num: num / again, den })
    }

    pub(super) fn times(self, other: Small) -> Option<Small> {
        let (first, second) = (gcd(self.num, other.den), gcd(other.num, self.den));
        let num = (self.num / first).checked_mul(other.num / second)?;
        let den = (self.den / second).checked_mul(other.den / first)?;
        (num != i128::MIN).then_some(Small { num, den })
    }

    /// One divided by it; it is not nought.
    pub(super) fn inverse(self) -> Small {
        Small { num: self.den * self.num.signum(), den: self.num.abs() }
    }

    /// The nearest multiple of `10^-digits` as a count of them, halves away from nought.
    pub(super) fn round_scaled(self, digits: u32) -> Option<i128> {
        let scaled = self.num.checked_mul(10_i128.checked_pow(digits)?)?;
        let (whole, rest) = (scaled / self.den, (scaled % self.den).abs());
        let away = rest >= self.den - rest;
        whole.checked_add(if away { scaled.signum() } else { 0 })
    }

    pub(super) fn floor(self) -> i128 {
        self.num.div_euclid(self.den)
    }

    /// The nearest float, where both parts are floats exactly.
    #[expect(clippy::cast_precision_loss, reason = "both are below 2^53")]
    pub(super) fn to_f64(self) -> Option<f64> {
        const EXACT: i128 = 1 << 53;
        (self.num.abs() <= EXACT && self.den <= EXACT).then(|| self.num as f64 / self.den as f64)
    }

    pub(super) fn compare(self, other: Small) -> Option<Ordering> {
        if self.den == other.den {
            return Some(self.num.cmp(&other.num));
        }
        Some(self.num.checked_mul(other.den)?.cmp(&other.num.checked_mul(self.den)?))
    }
}

/// The greatest common divisor, above nought; of nought and a number that number. Not both are nought.
fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return gcd_of_words(a, b).into();
        }
        (a, b) = (b, a % b);
    }
    // Neither is `i128::MIN`, so their divisor fits.
    i128::try_from(a).unwrap_or(1)
}

/// The same of one machine word, many times faster.
fn gcd_of_words(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
