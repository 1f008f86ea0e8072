//! Changes of level that stay.

/// A change of level that stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// The first value of the new level.
    pub index: usize,
    /// The level before, in the unit of the series, season taken out.
    pub before: f64,
    /// The level after, in the unit of the series, season taken out.
    pub after: f64,
}

/// The changes of level that stay, once the season of `season` steps (1 for none) is taken out, oldest first.
pub fn level_shifts(values: &[Option<f64>], season: usize) -> Vec<Shift> {
    let _ = (values, season);
    Vec::new()
}
