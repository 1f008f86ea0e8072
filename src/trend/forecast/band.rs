//! A range that a value is expected in, and one step ahead with its ranges.

/// A range of values, both ends in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The lowest value, in the unit of the series.
    pub low: f64,
    /// The highest value, in the unit of the series.
    pub high: f64,
}

/// One step ahead, or a total of several: `band95.low <= band80.low <= point <= band80.high <= band95.high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The expected value, in the unit of the series.
    pub point: f64,
    /// Where the value lies in four of five cases.
    pub band80: Band,
    /// Where the value lies in nineteen of twenty cases.
    pub band95: Band,
}

impl Step {
    /// With ends that are numbers, where sums are larger than the largest.
    pub(super) fn within_numbers(self) -> Self {
        let cut = |band: Band| Band { low: band.low.max(f64::MIN), high: band.high.min(f64::MAX) };
        Step { point: self.point, band80: cut(self.band80), band95: cut(self.band95) }
    }
}
