//! How often figures lay where they were to lie, and what that count can say.

use std::collections::BTreeSet;

use super::verdict::PERIODS;
use super::{Advantage, Verdict};
use crate::quantity::{Day, Ratio};

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

/// How many hundredths from its level a share may be to be called sound.
const NEAR: i128 = 5;

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
}

/// A band that held or did not, and the last day of its period.
pub type Held = (Day, bool);

impl Fit {
    /// Judges bands of a level (0.80) as forecasts are judged: nothing while there are too few, or of too few periods;
    /// too narrow or too wide only beyond chance, which bands of one period share. A share that is far from the level
    /// and may be so by chance is no proof of sound bands either.
    pub fn of(bands: &[Held], level: &Ratio) -> Option<Self> {
        let above = |held: bool| if held { &Ratio::one() - level } else { -level };
        let points: Vec<Advantage> = bands.iter().map(|(day, held)| (*day, above(*held))).collect();
        let periods: BTreeSet<Day> = bands.iter().map(|(day, _)| *day).collect();
        let verdict = Verdict::of(&points).filter(|_| periods.len() >= PERIODS)?;
        let held = bands.iter().filter(|(_, held)| *held).count();
        let share = Ratio::new(held as i128, bands.len() as i128)?;
        let is_near = (&share - level).abs() <= Ratio::from_scaled(NEAR, 2);
        match verdict {
            Verdict::Better => Some(Fit::TooWide),
            Verdict::Even => is_near.then_some(Fit::Sound),
            Verdict::Worse => Some(Fit::TooNarrow),
        }
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

    /// Bands of as many periods, of each of which so many in ten hold.
    fn held(periods: i32, of_ten: impl Fn(i32) -> i32) -> Vec<Held> {
        let first = Day::parse("2026-01-31").unwrap();
        let period = |n: i32| {
            let inside = of_ten(n);
            (0..10).map(move |band| (first + n, band < inside))
        };
        (0..periods).flat_map(period).collect()
    }

    #[test]
    fn bands_are_judged_by_what_the_count_can_bear() {
        let level = Ratio::from_scaled(8, 1);
        for (bands, fit) in [
            (held(1, |_| 5), None),
            (held(4, |_| 0), None),
            (held(6, |_| 8), Some(Fit::Sound)),
            (held(6, |n| 4 + n % 2), Some(Fit::TooNarrow)),
            (held(6, |_| 10), Some(Fit::TooWide)),
            // Two thirds held, in two bad months of six: no proof of anything.
            (held(6, |n| if n < 2 { 0 } else { 10 }), None),
        ] {
            assert_eq!(Fit::of(&bands, &level), fit, "{bands:?}");
        }
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        let none = Coverage::of([]);
        assert_eq!((none.share(), none.interval()), (None, None));
    }
}
