//! The negative binomial distribution: counts that vary more than chance alone.

use crate::trend::elementary::{exp, ln};

/// A distribution of counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct NegativeBinomial {
    mean: f64,
    variance: f64,
}

/// The least variance over the mean: with less it is no longer this distribution.
const LEAST_DISPERSION: f64 = 1.05;
/// Above this mean counts are counted no longer one by one.
const COUNTED: f64 = 2000.0;

impl NegativeBinomial {
    /// The distribution of a positive mean and a variance, raised where it is too small.
    pub(super) fn of(mean: f64, variance: f64) -> Self {
        NegativeBinomial { mean, variance: variance.max(LEAST_DISPERSION * mean) }
    }

    /// The least count that has a share of the cases at or below it.
    pub(super) fn quantile(&self, share: f64) -> f64 {
        let ratio = self.mean / self.variance;
        let size = self.mean * ratio / (1.0 - ratio);
        let none = exp(size * ln(ratio));
        if self.mean > COUNTED || none < 1e-250 {
            self.smooth(share)
        } else {
            self.counted(share, (none, size, ratio))
        }
    }

    /// Adds up the probabilities of 0, 1, 2, …
    fn counted(&self, share: f64, (none, size, ratio): (f64, f64, f64)) -> f64 {
        let (mut probability, mut below, mut count) = (none, none, 0.0);
        let farthest = self.mean + 40.0 * self.variance.sqrt();
        while below < share && count < farthest {
            probability *= (count + size) / (count + 1.0) * (1.0 - ratio);
            below += probability;
            count += 1.0;
        }
        count
    }

    /// The gamma distribution of the same mean and variance, by the cube root of Wilson and Hilferty (1931).
    fn smooth(&self, share: f64) -> f64 {
        let shape = self.mean * self.mean / self.variance;
        let root = 1.0 - 1.0 / (9.0 * shape) + normal(share) / (3.0 * shape.sqrt());
        self.mean * (root * root * root).max(0.0)
    }
}

/// The quantile of the normal distribution, to 0.0005, by Hastings (1955, sheet 68).
fn normal(share: f64) -> f64 {
    let tail = share.min(1.0 - share);
    let t = (-2.0 * ln(tail)).sqrt();
    let top = 2.515517 + t * (0.802853 + t * 0.010328);
    let bottom = 1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    let size = t - top / bottom;
    if share < 0.5 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quantiles of `scipy.stats.nbinom`.
    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (mean, variance, share, count) in
            [(3.0, 6.0, 0.025, 0.0), (3.0, 6.0, 0.975, 9.0), (0.2, 0.3, 0.9, 1.0), (50.0, 300.0, 0.1, 29.0)]
        {
            assert_eq!(
                NegativeBinomial::of(mean, variance).quantile(share),
                count,
                "{mean} {variance} {share}"
            );
        }
    }

    #[test]
    fn large_counts_are_smooth() {
        let large = NegativeBinomial::of(1e6, 1e10);
        assert!((large.quantile(0.975) / 1.206e6 - 1.0).abs() < 0.005);
        assert!((normal(0.975) - 1.96).abs() < 1e-3);
    }
}
