//! Changes of level that stay: where straight pieces fit a series so much better that a break is worth its price.

use super::anomaly::off;
use super::plain::{Plain, spread};

/// The price of a break, in variances of the noise and logarithms of the length.
const PRICE: f64 = 10.0;

/// From how many known values on a break is looked for, and how many a piece has at least.
const LEAST: usize = 12;
const PIECE: usize = 4;

/// How many of the last values are looked at: the search takes their square.
const MOST: usize = 1000;

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
///
/// Straight pieces by optimal partitioning, at a price of 10 s² (1 + ρ) / (1 − ρ) ln n for each break; s and ρ are those
/// of the noise, from the differences of neighbours. A break at which the line only bends is none.
pub fn level_shifts(values: &[Option<f64>], season: usize) -> Vec<Shift> {
    let plain = Plain::of(values, season);
    let skipped = plain.values.len().saturating_sub(MOST);
    let known = &calm(&plain.values)[skipped..];
    if known.len() < LEAST {
        return Vec::new();
    }
    let noise = Noise::of(known);
    let pieces = Pieces::of(known);
    let starts = pieces.starts(noise.price(known.len()));
    let ends = starts.iter().skip(1).copied().chain([known.len()]);
    let lines: Vec<(usize, Line)> =
        starts.iter().zip(ends).map(|(from, to)| (*from, pieces.line(*from, to))).collect();
    let shift = |pair: &[(usize, Line)]| {
        let (index, _) = known[pair[1].0];
        let (before, after) = (pair[0].1.at(index as f64), pair[1].1.at(index as f64));
        let jump = (after - before).abs() > 2.0 * noise.deviation;
        jump.then(|| Shift { index, before: plain.unscaled(before), after: plain.unscaled(after) })
    };
    lines.windows(2).filter_map(shift).collect()
}

/// The values without those that stand out alone: a spike is no level.
fn calm(values: &[(usize, f64)]) -> Vec<(usize, f64)> {
    let mut calm = values.to_vec();
    for own in off(values) {
        calm[own.place].1 = own.expected;
    }
    calm
}

/// What a series does by chance.
struct Noise {
    deviation: f64,
    /// How much of it goes on from value to value, from 0 to 0.9.
    carried: f64,
}

impl Noise {
    /// From the differences of neighbours: a level that shifts is in few of them.
    fn of(known: &[(usize, f64)]) -> Self {
        let steps: Vec<f64> = known.windows(2).map(|pair| pair[1].1 - pair[0].1).collect();
        let wide = 3.0 * spread(&steps);
        let usual: Vec<f64> = steps.iter().map(|step| if step.abs() <= wide { *step } else { 0.0 }).collect();
        let products: f64 = usual.windows(2).map(|pair| pair[0] * pair[1]).sum();
        let squares: f64 = usual.iter().map(|step| step * step).sum();
        let carried = if squares > 0.0 { (1.0 + 2.0 * products / squares).clamp(0.0, 0.9) } else { 0.0 };
        let size = known.iter().map(|(_, value)| value.abs()).fold(0.0, f64::max);
        let variance = spread(&steps).powi(2) / (2.0 * (1.0 - carried));
        Noise { deviation: variance.sqrt().max(size * 1e-9), carried }
    }

    fn price(&self, n: usize) -> f64 {
        PRICE * self.deviation.powi(2) * (1.0 + self.carried) / (1.0 - self.carried) * (n as f64).ln()
    }
}

/// Running sums of a series, from which the best line of any piece follows.
struct Pieces {
    /// Of places, values, squares of places, products, squares of values.
    sums: Vec<[f64; 5]>,
}

/// A straight line.
struct Line {
    middle: (f64, f64),
    slope: f64,
    /// The sum of the squares of what it leaves.
    rest: f64,
}

impl Line {
    fn at(&self, place: f64) -> f64 {
        self.middle.1 + self.slope * (place - self.middle.0)
    }
}

impl Pieces {
    fn of(known: &[(usize, f64)]) -> Self {
        let mut sums = vec![[0.0; 5]];
        for (at, value) in known {
            let (x, y) = (*at as f64, *value);
            let last = sums[sums.len() - 1];
            let add = [x, y, x * x, x * y, y * y];
            sums.push(std::array::from_fn(|of| last[of] + add[of]));
        }
        Pieces { sums }
    }

    /// The best line of the values from one place up to another.
    fn line(&self, from: usize, to: usize) -> Line {
        let sum = |of: usize| self.sums[to][of] - self.sums[from][of];
        let n = (to - from) as f64;
        let (x, y) = (sum(0) / n, sum(1) / n);
        let (xx, xy, yy) = (sum(2) - n * x * x, sum(3) - n * x * y, sum(4) - n * y * y);
        let slope = if xx > 0.0 { xy / xx } else { 0.0 };
        Line { middle: (x, y), slope, rest: (yy - slope * xy).max(0.0) }
    }

    /// The first values of the pieces that cost least together.
    fn starts(&self, price: f64) -> Vec<usize> {
        let n = self.sums.len() - 1;
        let mut best: Vec<(f64, usize)> = vec![(0.0, 0); n + 1];
        for to in 1..=n {
            let cost = |from: usize| {
                let own = if from == 0 { 0.0 } else { best[from].0 + price };
                (own + self.line(from, to).rest, from)
            };
            let froms = (0..to).filter(|from| to - from >= PIECE && (*from == 0 || *from >= PIECE));
            best[to] = froms.map(cost).min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f64::INFINITY, 0));
        }
        let back = std::iter::successors(Some(best[n].1), |from| (*from > 0).then(|| best[*from].1));
        let mut starts: Vec<usize> = back.collect();
        starts.reverse();
        starts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noisy(level: impl Fn(usize) -> f64, n: usize) -> Vec<Option<f64>> {
        (0..n).map(|at| Some(level(at) * (1.0 + ((at * 29) % 13) as f64 / 200.0))).collect()
    }

    #[test]
    fn a_level_that_stays_is_found_where_it_begins() {
        let found = level_shifts(&noisy(|at| if at < 14 { 100.0 } else { 190.0 }, 24), 1);
        assert_eq!(found.iter().map(|shift| shift.index).collect::<Vec<_>>(), [14]);
        assert!((found[0].before - 103.0).abs() < 5.0 && (found[0].after - 196.0).abs() < 8.0, "{found:?}");
    }

    #[test]
    fn neither_a_trend_nor_a_season_nor_a_spike_is_a_shift() {
        assert_eq!(level_shifts(&noisy(|at| 100.0 * 1.03_f64.powi(at as i32), 36), 1), []);
        let year = |at: usize| 100.0 + 40.0 * (at as f64 * std::f64::consts::TAU / 12.0).sin();
        assert_eq!(level_shifts(&noisy(year, 48), 12), []);
        assert_eq!(level_shifts(&noisy(|at| if at == 10 { 200.0 } else { 100.0 }, 30), 1), []);
    }

    #[test]
    fn few_equal_missing_or_negative_values_never_panic() {
        assert_eq!(level_shifts(&[Some(1.0); 5], 1), []);
        assert_eq!(level_shifts(&[Some(0.0); 40], 12), []);
        assert_eq!(level_shifts(&[None; 40], 12), []);
        let gaps: Vec<Option<f64>> =
            (0..60).map(|at| (at % 5 > 0).then_some(if at < 30 { -3.0 } else { 7.0 })).collect();
        assert_eq!(level_shifts(&gaps, 1).iter().map(|shift| shift.index).collect::<Vec<_>>(), [31]);
    }
}
