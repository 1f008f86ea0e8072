//! How much of a figure lies in few parts.

use super::growth::Against;
use super::movers::Parts;
use crate::quantity::{Period, Ratio};
use crate::review::Check;
use crate::trend::Subject;

/// Under so many parts there is nothing to say: three of them are nearly all.
const LEAST_PARTS: usize = 5;

/// How much of a figure lies in few parts, in the last complete period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concentration {
    /// The figure as a whole.
    pub subject: Subject,
    /// The dimension of the parts.
    pub dimension: String,
    /// The period.
    pub period: Period,
    /// How many parts have something.
    pub n: usize,
    /// The share of each part in the sum of all, the largest first.
    pub shares: Vec<(String, Ratio)>,
    /// The sum of the squares of all shares, from nearly 0 to 1: the Herfindahl-Hirschman index over 10,000.
    pub index: Ratio,
    /// The share of the three largest.
    pub top: Ratio,
    /// The period before, with its index and the share of its own three largest.
    pub before: Option<(Period, Ratio, Ratio)>,
}

impl Concentration {
    /// Nothing where the parts do not add up, one is below nought, or there are too few.
    pub(super) fn of(check: &Check<'_>, parts: &Parts) -> Option<Self> {
        if !check.catalogue.adds_over_parts(&parts.whole.metric) {
            return None;
        }
        let (period, series) = parts.last()?;
        let shares = shares(parts, &period)?;
        let before = Against::Previous.base(check, series, period);
        let before = before.and_then(|before| {
            let shares = self::shares(parts, &before)?;
            Some((before, index(&shares), top(&shares)))
        });
        let (subject, dimension) = (parts.whole.clone(), parts.dimension.clone());
        let (n, index, top) = (shares.len(), index(&shares), top(&shares));
        let told = Concentration { subject, dimension, period, n, shares, index, top, before };
        (n >= LEAST_PARTS).then_some(told)
    }
}

/// The parts that have something, as shares of their sum.
fn shares(parts: &Parts, period: &Period) -> Option<Vec<(String, Ratio)>> {
    let values = parts.values(period);
    if values.values().any(|value| value.is_negative()) {
        return None;
    }
    let all: Ratio = values.values().copied().sum();
    let share = |(name, value): (&&str, &&Ratio)| Some(((*name).to_owned(), value.checked_div(&all)?));
    let mut shares: Vec<(String, Ratio)> =
        values.iter().filter(|(_, value)| value.is_positive()).map(share).collect::<Option<_>>()?;
    shares.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    (!shares.is_empty()).then_some(shares)
}

fn index(shares: &[(String, Ratio)]) -> Ratio {
    shares.iter().map(|(_, share)| share * share).sum()
}

fn top(shares: &[(String, Ratio)]) -> Ratio {
    shares.iter().take(3).map(|(_, share)| share).sum()
}
