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
    spread(rounded - shown.iter().sum::<i128>(), &mut shown, &by_fraction(&scaled));
    (rounded, shown)
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
        shown[index] += each + i128::from(rank < extra);
    }
}
