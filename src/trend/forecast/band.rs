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
