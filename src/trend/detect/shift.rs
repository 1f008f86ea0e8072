//! Changes of level that stay.

use super::adjusted::Adjusted;
use super::robust::spread;

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

/// The fewest values of a level.
const SHORTEST: usize = 4;
/// What one more level costs: this many variances, times the logarithm of the length.
const PRICE: f64 = 6.0;
/// More values than this are not looked through: the work grows with their square.
const LONGEST: usize = 1500;

/// The changes of level that stay for four values or more, once the season of `season` steps (1 for none) is taken
/// out, oldest first: the division into levels of least cost (optimal partitioning, Jackson et al. 2005), in logarithms
/// where all values are positive. The variance is that of neighbouring values, raised by their correlation.
/// Of more than 1,500 values the last are looked at.
pub fn level_shifts(values: &[Option<f64>], season: usize) -> Vec<Shift> {
    let series = Adjusted::of(values, season);
    let known = &series.known[series.known.len().saturating_sub(LONGEST)..];
    let levels: Vec<f64> = known.iter().map(|(_, value)| *value).collect();
    let Some(price) = price(&levels) else { return Vec::new() };
    let starts = partition(&levels, price);
    let mean = |from: usize, to: usize| levels[from..to].iter().sum::<f64>() / (to - from) as f64;
    let ends: Vec<usize> = starts.iter().copied().skip(1).chain([levels.len()]).collect();
    let pairs = starts.windows(2).zip(ends.iter().skip(1));
    let shift = |(pair, end): (&[usize], &usize)| Shift {
        index: known[pair[1]].0,
        before: series.level(mean(pair[0], pair[1])),
        after: series.level(mean(pair[1], *end)),
    };
    pairs.map(shift).collect()
}

/// What one more level costs; none where values are too few, or do not vary.
fn price(levels: &[f64]) -> Option<f64> {
    if levels.len() < 2 * SHORTEST {
        return None;
    }
    let changes: Vec<f64> = levels.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let variance = spread(&changes) * spread(&changes) / 2.0;
    let raised = (1.0 + correlation(levels)) / (1.0 - correlation(levels));
    let length = crate::trend::elementary::ln(levels.len() as f64);
    (variance > 0.0).then_some(PRICE * variance * raised * length)
}

/// How far neighbouring changes carry on instead of swinging back, from 0 to 0.8: of independent values neighbouring
/// changes have a correlation of -1/2, of a random walk none.
fn correlation(levels: &[f64]) -> f64 {
    let changes: Vec<f64> = levels.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let cut = 3.0 * spread(&changes);
    let changes: Vec<f64> = changes.iter().map(|change| change.clamp(-cut, cut)).collect();
    let products: f64 = changes.windows(2).map(|pair| pair[0] * pair[1]).sum();
    let squares: f64 = changes.iter().map(|change| change * change).sum();
    if squares > 0.0 { (1.0 + 2.0 * products / squares).clamp(0.0, 0.8) } else { 0.0 }
}

/// The starts of the levels whose squared distances and prices sum to the least.
fn partition(levels: &[f64], price: f64) -> Vec<usize> {
    let sums = Sums::of(levels);
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for end in 1..=levels.len() {
        let starts = (0..=end.saturating_sub(SHORTEST)).filter(|start| *start == 0 || *start >= SHORTEST);
        let costs = starts.map(|start| (best[start].0 + sums.distance(start, end) + price, start));
        let least = costs.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((sums.distance(0, end) + price, 0));
        best.push(least);
    }
    let mut starts = Vec::new();
    let mut end = levels.len();
    while end > 0 {
        end = best[end].1;
        starts.push(end);
    }
    starts.reverse();
    starts
}

/// Running sums, so that the distances of any stretch from its mean are found at once.
struct Sums {
    sums: Vec<f64>,
    squares: Vec<f64>,
}

impl Sums {
    fn of(levels: &[f64]) -> Self {
        // Round the middle of all, so that squares stay small.
        let middle = levels.iter().sum::<f64>() / levels.len().max(1) as f64;
        let (mut sums, mut squares) = (vec![0.0], vec![0.0]);
        for (index, level) in levels.iter().map(|level| level - middle).enumerate() {
            sums.push(sums[index] + level);
            squares.push(squares[index] + level * level);
        }
        Sums { sums, squares }
    }

    /// The squared distances of a stretch from its mean.
    fn distance(&self, from: usize, to: usize) -> f64 {
        let sum = self.sums[to] - self.sums[from];
        (self.squares[to] - self.squares[from] - sum * sum / (to - from) as f64).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noisy(step: usize, level: f64) -> Option<f64> {
        Some(level + crate::trend::detect::chance(step))
    }

    #[test]
    fn a_level_that_stays_is_found_with_both_levels() {
        let values: Vec<_> = (0..60).map(|step| noisy(step, if step < 35 { 100.0 } else { 150.0 })).collect();
        let found = level_shifts(&values, 1);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].index, 35);
        assert!((found[0].before - 105.0).abs() < 2.0 && (found[0].after - 155.0).abs() < 2.0, "{found:?}");
    }

    #[test]
    fn noise_and_single_spikes_are_no_levels() {
        let mut values: Vec<_> = (0..60).map(|step| noisy(step, 100.0)).collect();
        assert_eq!(level_shifts(&values, 1), []);
        values[30] = Some(140.0);
        assert_eq!(level_shifts(&values, 1), []);
    }

    #[test]
    fn gaps_and_constants_are_passed_over() {
        assert_eq!(level_shifts(&[None; 20], 1), []);
        assert_eq!(level_shifts(&[Some(4.0); 20], 7), []);
        let mut values: Vec<_> =
            (0..40).map(|step| noisy(step, if step < 20 { -50.0 } else { 50.0 })).collect();
        values[10] = None;
        values[22] = Some(f64::NAN);
        assert_eq!(level_shifts(&values, 1).iter().map(|shift| shift.index).collect::<Vec<_>>(), [20]);
    }
}
