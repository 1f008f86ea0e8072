//! Splits a whole into parts that sum to it exactly (largest remainder, domain 3.2).

use super::Ratio;

/// All weights are nought: there is nobody to give anything to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllZero;

/// Splits `total` minor units by `weights`; the parts sum to `total`.
///
/// Every part is first rounded towards nought, then the units left over go to the largest fractions,
/// the earlier one first where two are alike. A negative total mirrors the positive one.
///
/// # Errors
/// [`AllZero`] when no weight is above nought.
pub fn apportion(total: i128, weights: &[Ratio]) -> Result<Vec<i128>, AllZero> {
    let sum: Ratio = weights.iter().sum();
    if !sum.is_positive() {
        return Err(AllZero);
    }
    let shares = exact_shares(total.abs(), weights, &sum);
    let mut parts: Vec<i128> = shares.iter().map(Ratio::floor).collect();
    let left = total.abs() - parts.iter().sum::<i128>();
    for index in by_fraction(&shares, &parts).into_iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[index] += 1;
    }
    Ok(parts.into_iter().map(|part| part * total.signum()).collect())
}

fn exact_shares(total: i128, weights: &[Ratio], sum: &Ratio) -> Vec<Ratio> {
    let unit = Ratio::from_int(total).checked_div(sum).unwrap_or_else(Ratio::zero);
    weights.iter().map(|weight| &unit * weight).collect()
}

/// Indices by falling fraction; the sort is stable, so ties stay in file order.
fn by_fraction(shares: &[Ratio], parts: &[i128]) -> Vec<usize> {
    let fractions: Vec<Ratio> = shares.iter().zip(parts).map(|(s, p)| s - &Ratio::from_int(*p)).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|a, b| fractions[*b].cmp(&fractions[*a]));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ints(weights: &[i128]) -> Vec<Ratio> {
        weights.iter().map(|w| Ratio::from_int(*w)).collect()
    }

    #[test]
    fn nothing_to_split_by_is_an_error() {
        assert_eq!(apportion(10, &ints(&[0, 0])), Err(AllZero));
        assert_eq!(apportion(10, &[]), Err(AllZero));
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_whole(total in -1_000_000i128..1_000_000, weights in prop::collection::vec(0i128..500, 1..40)) {
            prop_assume!(weights.iter().any(|w| *w > 0));
            let parts = apportion(total, &ints(&weights)).unwrap();
            prop_assert_eq!(parts.iter().sum::<i128>(), total);
            for (part, weight) in parts.iter().zip(&weights) {
                prop_assert!(*weight > 0 || *part == 0);
            }
        }

        #[test]
        fn a_negative_total_mirrors_the_positive(total in 0i128..1_000_000, weights in prop::collection::vec(1i128..500, 1..20)) {
            let mirrored: Vec<i128> = apportion(-total, &ints(&weights)).unwrap().iter().map(|p| -p).collect();
            prop_assert_eq!(apportion(total, &ints(&weights)).unwrap(), mirrored);
        }
    }
}
