//! What is asked: a series, its season, how far ahead, and what else is known.

/// A forecast that is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The history, one value for each step, oldest first; none where nothing was measured.
    pub values: &'a [Option<f64>],
    /// Steps in a season: 12 for months, 52 for weeks, 7 for days; 1 for none.
    pub season: usize,
    /// How many steps ahead.
    pub horizon: usize,
    /// What is known of the steps beforehand: event days, closures.
    pub known: Option<Known<'a>>,
    /// What sister series say, for a short history.
    pub pool: Option<&'a Pool>,
}

/// Known multipliers: the history is divided by them, the forecast multiplied. All are positive; 1 changes nothing.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// One for each value of the history.
    pub past: &'a [f64],
    /// One for each step ahead.
    pub future: &'a [f64],
}

/// What sister series of the same calendar and category say; they count from three on.
#[derive(Clone, Debug, PartialEq)]
pub struct Pool {
    /// The season as positive factors round 1, aligned so that `index[i % season]` belongs to `values[i]`.
    pub index: Vec<f64>,
    /// The middle of the sisters' standard deviations of changes of logarithms.
    pub scale: f64,
    /// How many sisters.
    pub sisters: usize,
}
