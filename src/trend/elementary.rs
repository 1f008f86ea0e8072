//! Logarithm, exponential and powers from basic arithmetic alone, so that every machine gives the same last digit.

const LN_2: f64 = std::f64::consts::LN_2;
/// The first 32 bits of ln 2 and the rest, so that multiples of it are subtracted without loss.
const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// `exp` of more than this overflows.
const LARGEST: f64 = 709.7;
/// `exp` of less than this is zero.
const SMALLEST: f64 = -700.0;
const EXPONENT_BITS: u64 = 0x7ff0_0000_0000_0000;
const ONE_BITS: u64 = 0x3ff0_0000_0000_0000;

/// 1, 1/3, 1/5, …
const ODD: [f64; 12] = {
    let mut odd = [1.0; 12];
    let mut at = 1;
    while at < odd.len() {
        odd[at] = 1.0 / (2 * at + 1) as f64;
        at += 1;
    }
    odd
};
/// 1, 1, 1/2, 1/6, …
const FACTORIAL: [f64; 15] = {
    let mut factorial = [1.0; 15];
    let mut at = 2;
    while at < factorial.len() {
        factorial[at] = factorial[at - 1] / at as f64;
        at += 1;
    }
    factorial
};

/// The natural logarithm of a positive number, by the series of the inverse hyperbolic tangent.
pub(in crate::trend) fn ln(x: f64) -> f64 {
    let (mut mantissa, mut exponent) = split(x);
    if mantissa > std::f64::consts::SQRT_2 {
        mantissa /= 2.0;
        exponent += 1.0;
    }
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let series = ODD.iter().rev().fold(0.0, |sum, odd| sum * square + odd);
    exponent * LN_2 + 2.0 * s * series
}

/// The exponential, by its power series on `[-ln 2 / 2, ln 2 / 2]`; infinite above the largest number.
pub(in crate::trend) fn exp(x: f64) -> f64 {
    if x > LARGEST {
        return f64::INFINITY;
    }
    if x < SMALLEST {
        return 0.0;
    }
    let twos = (x / LN_2).round();
    let rest = (x - twos * LN_2_HIGH) - twos * LN_2_LOW;
    let series = FACTORIAL.iter().rev().fold(0.0, |sum, factorial| sum * rest + factorial);
    series * two_to(twos)
}

/// `base` to the power `exponent`, for a positive base.
pub(in crate::trend) fn power(base: f64, exponent: f64) -> f64 {
    exp(exponent * ln(base))
}

/// `base` multiplied by itself `times` times.
pub(in crate::trend) fn repeated(base: f64, mut times: usize) -> f64 {
    let (mut product, mut square) = (1.0, base);
    while times > 0 {
        if times % 2 == 1 {
            product *= square;
        }
        square *= square;
        times /= 2;
    }
    product
}

/// A positive number as a mantissa in `[1, 2)` and the exponent of two.
fn split(x: f64) -> (f64, f64) {
    let (x, shift) = if x < f64::MIN_POSITIVE { (x * two_to(54.0), -54.0) } else { (x, 0.0) };
    let bits = x.to_bits();
    let exponent = ((bits & EXPONENT_BITS) >> 52) as f64 - 1023.0;
    (f64::from_bits((bits & !EXPONENT_BITS) | ONE_BITS), exponent + shift)
}

/// Two to a whole power between -1022 and 1023.
fn two_to(exponent: f64) -> f64 {
    f64::from_bits(((exponent + 1023.0) as u64) << 52)
}

/// The power of two at or below a positive number, and no closer to the limits than its inverse.
pub(in crate::trend) fn magnitude(x: f64) -> f64 {
    two_to(split(x).1.clamp(-1000.0, 1000.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithm_and_exponential_agree_with_the_library() {
        for step in -2000..2000 {
            let x = f64::from(step) * 0.17;
            let exact = x.exp();
            assert!((exp(x) - exact).abs() <= 4e-15 * exact, "exp {x}");
            let positive = f64::from(step + 2001) * 0.013;
            assert!(
                (ln(positive) - positive.ln()).abs() <= 4e-15 * positive.ln().abs().max(0.1),
                "ln {positive}"
            );
        }
    }

    #[test]
    fn the_ends_of_the_range_hold() {
        assert_eq!(exp(1e9), f64::INFINITY);
        assert_eq!(exp(-1e9), 0.0);
        assert!((ln(5e-324) + 744.440_071_921_381_2).abs() < 1e-9);
        assert!((ln(f64::MAX) - 709.782_712_893_384).abs() < 1e-9);
        assert_eq!((magnitude(5e-324), magnitude(3.0)), (two_to(-1000.0), 2.0));
    }

    #[test]
    fn powers_multiply() {
        assert_eq!(repeated(3.0, 5), 243.0);
        assert_eq!(repeated(0.5, 0), 1.0);
        assert!((power(2.0, 0.5) - std::f64::consts::SQRT_2).abs() < 1e-15);
    }
}
