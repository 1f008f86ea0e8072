//! How often figures lay where they were to lie, and what that count can say.

use super::Enough;
use crate::quantity::Ratio;

/// How many figures lay in their bands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Those that did.
    pub inside: usize,
    /// All of them.
    pub n: usize,
}

/// What a count says of bands of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They hold less often than they say.
    TooNarrow,
    /// Nothing speaks against them.
    Sound,
    /// They hold more often than they say.
    TooWide,
}

/// The normal quantile of a two-sided interval of 95 %.
const Z95: f64 = 1.959_964;

impl Coverage {
    /// Counts the bands that held.
    pub fn of(held: impl IntoIterator<Item = bool>) -> Self {
        let count = |all: Coverage, held| Coverage { inside: all.inside + usize::from(held), n: all.n + 1 };
        held.into_iter().fold(Coverage::default(), count)
    }

    /// The share that held; nothing of none.
    pub fn share(&self) -> Option<Ratio> {
        Ratio::new(self.inside as i128, self.n as i128)
    }

    /// Between which shares the true one lies with 95 % (Wilson 1927); nothing of none.
    pub fn interval(&self) -> Option<(f64, f64)> {
        let n = self.n as f64;
        let share = self.share()?.to_f64();
        let z2 = Z95 * Z95;
        let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let half = Z95 / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
        Some(((middle - half).max(0.0), (middle + half).min(1.0)))
    }

    /// What the count says of bands of a level (0.80); nothing while there are too few.
    pub fn fit(&self, level: f64) -> Option<Fit> {
        Enough::of(self.n)?;
        let (low, high) = self.interval()?;
        Some(match () {
            () if high < level => Fit::TooNarrow,
            () if low > level => Fit::TooWide,
            () => Fit::Sound,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(inside: usize, n: usize) -> Coverage {
        Coverage { inside, n }
    }

    /// Wilson's interval of 5 of 6 and of 81 of 263 as in Newcombe (1998), to three places.
    #[test]
    fn the_interval_is_that_of_wilson() {
        for (coverage, low, high) in [
            (counted(81, 263), 0.2553, 0.3662),
            (counted(0, 20), 0.0, 0.1611),
            (counted(15, 148), 0.0624, 0.1605),
        ] {
            let found = coverage.interval().unwrap();
            assert!((found.0 - low).abs() < 5e-5 && (found.1 - high).abs() < 5e-5, "{coverage:?} {found:?}");
        }
    }

    #[test]
    fn bands_are_judged_by_what_the_count_can_bear() {
        for (inside, n, fit) in [
            (5, 6, None),
            (19, 19, None),
            (16, 20, Some(Fit::Sound)),
            (11, 20, Some(Fit::TooNarrow)),
            (20, 20, Some(Fit::TooWide)),
            (70, 100, Some(Fit::TooNarrow)),
        ] {
            assert_eq!(counted(inside, n).fit(0.8), fit, "{inside} of {n}");
        }
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        let none = Coverage::of([]);
        assert_eq!((none.share(), none.interval(), none.fit(0.8)), (None, None, None));
    }
}
