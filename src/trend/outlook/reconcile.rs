//! Forecasts of parts and wholes that add up: weighted least squares, each forecast weighed by how well it did
//! (Wickramasuriya, Athanasopoulos and Hyndman 2019, with a diagonal covariance).

/// A whole, as the places of its parts, what it was forecast to be, and how far off that is.
#[derive(Clone, Debug)]
pub(super) struct Whole<'a> {
    pub(super) parts: &'a [usize],
    pub(super) point: f64,
    pub(super) variance: f64,
}

/// A part: what it was forecast to be, and how far off that is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) point: f64,
    pub(super) variance: f64,
}

/// Rounds of conjugate gradients: in exact arithmetic as many as there are wholes would do.
const ROUNDS: usize = 60;

/// The parts nearest to all forecasts: they minimise the sum of squared differences over variances.
pub(super) fn reconcile(parts: &[Part], wholes: &[Whole<'_>]) -> Vec<f64> {
    let least = parts.iter().map(|part| part.variance).chain(wholes.iter().map(|whole| whole.variance));
    // What never erred is trusted most, but not without end.
    let floor = least.fold(0.0_f64, f64::max) * 1e-6;
    let weight = |variance: f64| if floor > 0.0 { floor / variance.max(floor) } else { 1.0 };
    let own: Vec<f64> = parts.iter().map(|part| weight(part.variance)).collect();
    let above: Vec<f64> = wholes.iter().map(|whole| weight(whole.variance)).collect();
    let mut diagonal = own.clone();
    for (whole, weight) in wholes.iter().zip(&above) {
        whole.parts.iter().for_each(|at| diagonal[*at] += weight);
    }
    let normal = |x: &[f64]| -> Vec<f64> {
        let mut y: Vec<f64> = x.iter().zip(&own).map(|(x, weight)| x * weight).collect();
        for (whole, weight) in wholes.iter().zip(&above) {
            let sum: f64 = whole.parts.iter().map(|at| x[*at]).sum();
            whole.parts.iter().for_each(|at| y[*at] += weight * sum);
        }
        y
    };
    let start: Vec<f64> = parts.iter().map(|part| part.point).collect();
    let gap = |whole: &Whole<'_>| whole.point - whole.parts.iter().map(|at| start[*at]).sum::<f64>();
    let mut residual = vec![0.0; parts.len()];
    for (whole, weight) in wholes.iter().zip(&above) {
        let pull = weight * gap(whole);
        whole.parts.iter().for_each(|at| residual[*at] += pull);
    }
    let moved = solve(&normal, &diagonal, residual);
    start.iter().zip(moved).map(|(point, way)| point + way).collect()
}

/// Conjugate gradients on a symmetric positive definite system, preconditioned by its diagonal.
fn solve(normal: &dyn Fn(&[f64]) -> Vec<f64>, diagonal: &[f64], mut residual: Vec<f64>) -> Vec<f64> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let eased =
        |residual: &[f64]| -> Vec<f64> { residual.iter().zip(diagonal).map(|(r, d)| r / d).collect() };
    let mut x = vec![0.0; residual.len()];
    let mut direction = eased(&residual);
    let mut size = dot(&residual, &direction);
    let enough = size * 1e-24;
    for _ in 0..ROUNDS {
        let image = normal(&direction);
        let bend = dot(&direction, &image);
        if size <= enough || bend <= 0.0 {
            break;
        }
        let step = size / bend;
        for at in 0..x.len() {
            x[at] += step * direction[at];
            residual[at] -= step * image[at];
        }
        let next = eased(&residual);
        let grown = dot(&residual, &next);
        let keep = grown / size;
        size = grown;
        direction = next.iter().zip(&direction).map(|(next, old)| next + keep * old).collect();
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(point: f64, variance: f64) -> Part {
        Part { point, variance }
    }

    /// Two parts of 4 and 5 with variances 1 and 3, their whole of 12 with variance 2: by hand, the gap of 3 is shared
    /// as 1 : 3 of the parts and 2 of the whole.
    #[test]
    fn a_gap_is_shared_by_variance() {
        let whole = Whole { parts: &[0, 1], point: 12.0, variance: 2.0 };
        let found = reconcile(&[part(4.0, 1.0), part(5.0, 3.0)], &[whole]);
        assert!((found[0] - 4.5).abs() < 1e-9 && (found[1] - 6.5).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn what_adds_up_already_stays() {
        let whole = Whole { parts: &[0, 1], point: 9.0, variance: 0.0 };
        assert_eq!(reconcile(&[part(4.0, 0.0), part(5.0, 0.0)], &[whole]), [4.0, 5.0]);
    }
}
