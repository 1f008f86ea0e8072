//! Autoregression of differences, with ridge (Hoerl and Kennard 1970): what follows what.

/// The ridge: how much evidence a coefficient needs; more for farther lags.
const RIDGE: f64 = 10.0;
/// Differences beyond this many root mean squares are cut.
const CUT: f64 = 4.0;
/// What is left of the mean difference after a step.
const DRIFT_LEFT: f64 = 0.95;

/// Forecasts after the last value by an autoregression of `order` on the differences of the values.
pub(in crate::trend::forecast) fn autoregression(values: &[f64], order: usize, horizon: usize) -> Vec<f64> {
    let last = values[values.len() - 1];
    let flat = vec![last; horizon];
    let Some((mut differences, size)) = differences(values).filter(|_| values.len() >= order + 6) else {
        return flat;
    };
    let weights = coefficients(&differences, order);
    let mut drift = weights[0];
    let mut level = last;
    for _ in 0..horizon {
        drift *= DRIFT_LEFT;
        let recent = differences.iter().rev();
        let next =
            drift + weights[1..].iter().zip(recent).map(|(weight, before)| weight * before).sum::<f64>();
        differences.push(next);
    }
    let ahead = differences[values.len() - 1..].iter().map(|difference| {
        level += difference * size;
        level
    });
    ahead.collect()
}

/// The differences in units of their root mean square, cut, and that size; none when nothing changes.
fn differences(values: &[f64]) -> Option<(Vec<f64>, f64)> {
    let raw: Vec<f64> = values.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let size = (raw.iter().map(|value| value * value).sum::<f64>() / raw.len().max(1) as f64).sqrt();
    let scaled = || raw.iter().map(|value| (value / size).clamp(-CUT, CUT)).collect();
    (size > 0.0 && size.is_finite()).then(|| (scaled(), size))
}

/// Drift and coefficients of the lags, from the normal equations.
fn coefficients(differences: &[f64], order: usize) -> Vec<f64> {
    let size = order + 1;
    let mut matrix = vec![vec![0.0; size]; size];
    let mut right = vec![0.0; size];
    let mut row = vec![1.0; size];
    for now in order..differences.len() {
        let before = differences[now - order..now].iter().rev();
        row[1..].iter_mut().zip(before).for_each(|(cell, value)| *cell = *value);
        for (i, (line, sum)) in matrix.iter_mut().zip(&mut right).enumerate() {
            let factor = row[i];
            *sum += factor * differences[now];
            line[..=i].iter_mut().zip(&row).for_each(|(cell, value)| *cell += factor * value);
        }
    }
    for (lag, line) in matrix.iter_mut().enumerate() {
        line[lag] += RIDGE * (lag.max(1) as f64).sqrt();
    }
    solve(matrix, right)
}

/// Solves for a symmetric positive definite matrix given by its lower half, by Cholesky's decomposition.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for i in 0..size {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| matrix[i][k] * matrix[j][k]).sum();
            let rest = matrix[i][j] - known;
            matrix[i][j] = if i == j { rest.sqrt() } else { rest / matrix[j][j] };
        }
        let known: f64 = (0..i).map(|k| matrix[i][k] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i][i];
    }
    for i in (0..size).rev() {
        let known: f64 = (i + 1..size).map(|k| matrix[k][i] * right[k]).sum();
        right[i] = (right[i] - known) / matrix[i][i];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_solved() {
        let matrix = vec![vec![4.0, 0.0], vec![2.0, 3.0]];
        let solution = solve(matrix, vec![8.0, 7.0]);
        assert!((solution[0] - 1.25).abs() < 1e-12 && (solution[1] - 1.5).abs() < 1e-12, "{solution:?}");
    }

    #[test]
    fn a_swing_is_expected_to_swing_back() {
        let values: Vec<f64> = (0..60).map(|step| if step % 2 == 0 { 10.0 } else { 12.0 }).collect();
        let ahead = autoregression(&values, 6, 2);
        assert!(ahead[0] < 10.8 && ahead[1] > 11.2, "{ahead:?}");
    }

    #[test]
    fn what_never_changes_goes_on() {
        assert_eq!(autoregression(&[3.0; 20], 6, 2), [3.0, 3.0]);
        assert_eq!(autoregression(&[3.0, 4.0], 6, 1), [4.0]);
    }
}
