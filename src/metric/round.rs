//! Rounds a total and its parts so that what is shown still sums (domain 2.9).

use crate::quantity::Ratio;

/// The total and its parts in units of `10^-digits`; the parts sum to the rounded total.
///
/// The total is rounded to the nearest unit, halves away from nought; every part is first rounded down,
/// then the units left over go to the largest fractions, the earlier one first where two are alike.
/// What the parts themselves lack of the total goes to the same parts, in turn.
pub fn round_parts(total: &Ratio, parts: &[Ratio], digits: u32) -> (i128, Vec<i128>) {
    let rounded = total.round_scaled(digits);
    let scale = scale(digits);
    let scaled: Vec<Ratio> = parts.iter().map(|part| part * &scale).collect();
    let mut shown: Vec<i128> = scaled.iter().map(Ratio::floor).collect();
    spread(rounded.saturating_sub(sum(&shown)), &mut shown, &by_fraction(&scaled));
    (rounded, shown)
}

/// Parts cut at the limits of 128 bits do not overflow their sum.
fn sum(shown: &[i128]) -> i128 {
    shown.iter().fold(0, |total, part| total.saturating_add(*part))
}

fn scale(digits: u32) -> Ratio {
    Ratio::one().checked_div(&Ratio::from_scaled(1, digits)).unwrap_or_else(Ratio::one)
}

/// Indices by falling fraction; the sort is stable, so ties stay in order.
fn by_fraction(scaled: &[Ratio]) -> Vec<usize> {
    let fractions: Vec<Ratio> = scaled.iter().map(|part| part - &Ratio::from_int(part.floor())).collect();
    let mut order: Vec<usize> = (0..scaled.len()).collect();
    order.sort_by(|a, b| fractions[*b].cmp(&fractions[*a]));
    order
}

/// Gives `left` units out in this order, as many rounds as it takes.
fn spread(left: i128, shown: &mut [i128], order: &[usize]) {
    let Ok(count) = i128::try_from(order.len()) else { return };
    if count == 0 {
        return;
    }
    let (each, extra) = (left.div_euclid(count), left.rem_euclid(count));
    for (&index, rank) in order.iter().zip(0..) {
        shown[index] = shown[index].saturating_add(each + i128::from(rank < extra));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratios(parts: &[&str]) -> Vec<Ratio> {
        parts.iter().map(|part| Ratio::parse(part).unwrap()).collect()
    }

    #[test]
    fn units_left_over_go_to_the_largest_fractions() {
        for (total, parts, digits, expected) in [
            ("1.5", ["0.5", "0.5", "0.5"], 0, (2, [1, 1, 0])),
            ("-1.5", ["-0.5", "-0.5", "-0.5"], 0, (-2, [0, -1, -1])),
            ("1", ["1/3", "1/3", "1/3"], 2, (100, [34, 33, 33])),
            ("9", ["1", "2", "3"], 0, (9, [2, 3, 4])),
        ] {
            let found = round_parts(&ratios(&[total])[0], &ratios(&parts), digits);
            assert_eq!(found, (expected.0, expected.1.to_vec()), "{total} of {parts:?}");
        }
        assert_eq!(round_parts(&Ratio::one(), &[], 0), (1, Vec::new()));
    }

    proptest! {
        #[test]
        fn shown_parts_sum_to_the_shown_total_and_stay_near(
            thirds in prop::collection::vec(-100_000i128..100_000, 1..20), digits in 0u32..3
        ) {
            let parts: Vec<Ratio> = thirds.iter().map(|n| Ratio::new(*n, 3).unwrap()).collect();
            let (total, shown) = round_parts(&parts.iter().sum(), &parts, digits);
            prop_assert_eq!(shown.iter().sum::<i128>(), total);
            for (part, shown) in parts.iter().zip(&shown) {
                let gap = part - &Ratio::from_scaled(*shown, digits);
                prop_assert!(gap.abs() <= Ratio::from_scaled(1, digits));
            }
        }
    }
}
