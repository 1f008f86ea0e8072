//! From estimates to exact figures that are shown, written down and add up.

use crate::quantity::{Ratio, apportion};

/// Estimates beyond this many units are no figures of a company.
const MOST: f64 = 1e24;

/// Parts of a unit that an estimate is known to: finer ones are what arithmetic leaves behind.
const FINE_PARTS: f64 = 1e6;

/// An estimate as a whole number of units of `10^-digits`, rounded by `round`.
fn units(value: f64, digits: u32, round: fn(f64) -> f64) -> i128 {
    let scaled = (value * 10_f64.powi(i32::try_from(digits).unwrap_or(0))).clamp(-MOST, MOST);
    round((scaled * FINE_PARTS).round() / FINE_PARTS) as i128
}

/// The greatest exact figure that is not above an estimate.
pub(super) fn below(value: f64, digits: u32) -> Ratio {
    Ratio::from_scaled(units(value, digits, f64::floor), digits)
}

/// The least exact figure that is not below an estimate.
pub(super) fn above(value: f64, digits: u32) -> Ratio {
    Ratio::from_scaled(units(value, digits, f64::ceil), digits)
}

/// The nearest exact figure.
pub(super) fn nearest(value: f64, digits: u32) -> Ratio {
    Ratio::from_scaled(units(value, digits, f64::round), digits)
}

/// Estimates of parts as exact figures that sum to their rounded sum; where one is negative, each rounded by itself.
pub(super) fn parts(values: &[f64], digits: u32) -> Vec<Ratio> {
    /// Digits of the weights by which units are shared out: far finer than a unit.
    const FINE: u32 = 9;
    let weights: Vec<Ratio> = values.iter().map(|value| nearest(*value, FINE)).collect();
    let total = units(values.iter().sum(), digits, f64::round);
    let alone = || values.iter().map(|value| units(*value, digits, f64::round)).collect();
    let shared = if weights.iter().any(Ratio::is_negative) { None } else { apportion(total, &weights).ok() };
    let shared: Vec<i128> = shared.unwrap_or_else(alone);
    shared.into_iter().map(|units| Ratio::from_scaled(units, digits)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_sum_to_the_rounded_whole() {
        let found = parts(&[1.4, 1.4, 1.4], 0);
        assert_eq!(found.iter().sum::<Ratio>(), Ratio::from_int(4));
        assert_eq!(parts(&[0.0, 0.0], 2), [Ratio::zero(), Ratio::zero()]);
        assert_eq!(parts(&[-1.006, 2.0], 2), [Ratio::from_scaled(-101, 2), Ratio::from_int(2)]);
    }

    #[test]
    fn ends_of_bands_are_rounded_outwards() {
        assert_eq!(above(1.230_000_000_01, 2), Ratio::from_scaled(123, 2));
        assert_eq!(
            (below(1.239, 2), above(1.231, 2)),
            (Ratio::from_scaled(123, 2), Ratio::from_scaled(124, 2))
        );
    }
}
