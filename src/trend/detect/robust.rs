//! The middle and the spread of values of which some may be wild.

/// Standard deviations in a median absolute deviation of normal errors.
const NORMAL: f64 = 1.4826;

/// The median; zero of nothing.
pub(in crate::trend) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => 0.0,
        odd if odd % 2 == 1 => values[middle],
        _ => (values[middle - 1] + values[middle]) / 2.0,
    }
}

/// The robust standard deviation: the median absolute distance from the median, as of normal errors.
pub(super) fn spread(values: &[f64]) -> f64 {
    let middle = median(values.to_vec());
    NORMAL * median(values.iter().map(|value| (value - middle).abs()).collect())
}
