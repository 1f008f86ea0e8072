//! A level with a trend that fades, kept as what is expected next: few operations wait for one another then, and the
//! search for parameters runs it millions of times.

/// What is expected next, and how much of that is trend.
#[derive(Clone, Copy, Debug)]
pub(super) struct Damped {
    pub(super) next: f64,
    trend: f64,
}

/// How far one error moves what is expected, and what is left of the trend after a step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gains {
    next: f64,
    trend: f64,
    damping: f64,
}

impl Gains {
    /// Of an error the level takes the share `alpha`, and of that the trend the share `beta`.
    pub(super) fn new((alpha, beta): (f64, f64), damping: f64) -> Self {
        let trend = damping * alpha * beta;
        Gains { next: alpha + trend, trend, damping }
    }

    /// Before the first value, from the level and the trend there.
    pub(super) fn begin(&self, (level, trend): (f64, f64)) -> Damped {
        let trend = self.damping * trend;
        Damped { next: level + trend, trend }
    }

    /// After a value that was this far above what was expected.
    #[inline]
    pub(super) fn after(&self, Damped { next, trend }: Damped, error: f64) -> Damped {
        let faded = self.damping * trend;
        Damped { next: (next + faded) + self.next * error, trend: faded + self.trend * error }
    }

    /// What is expected step by step, where no more values come.
    pub(super) fn ahead(&self, from: Damped) -> impl Iterator<Item = f64> {
        std::iter::successors(Some(from), |at| Some(self.after(*at, 0.0))).map(|at| at.next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The recursions as they are in books: level, then trend.
    #[test]
    fn it_is_the_level_and_the_damped_trend() {
        let (alpha, beta, damping) = (0.3, 0.2, 0.9);
        let (mut level, mut trend) = (10.0, 2.0);
        let gains = Gains::new((alpha, beta), damping);
        let mut at = gains.begin((level, trend));
        for value in [12.0, 9.0, 15.0, 15.5] {
            let expected = level + damping * trend;
            assert!((at.next - expected).abs() < 1e-12, "{at:?}");
            level = expected + alpha * (value - expected);
            trend = damping * trend + alpha * beta * (value - expected);
            at = gains.after(at, value - at.next);
        }
        let ahead: Vec<f64> = gains.ahead(at).take(2).collect();
        let exact = [level + damping * trend, level + (damping + damping * damping) * trend];
        assert!(ahead.iter().zip(exact).all(|(one, other)| (one - other).abs() < 1e-12), "{ahead:?}");
    }
}
