//! Changes of level that stay.

use super::adjusted::Adjusted;
use super::lines::Sums;
use super::robust::{median, spread};

/// A change of level that stays, and that its trend does not account for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// The first value of the new level.
    pub index: usize,
    /// Where the course before leads to at the change, in the unit of the series, season taken out.
    pub before: f64,
    /// Where the course after it begins, in the unit of the series, season taken out.
    pub after: f64,
}

/// The fewest values of a stretch.
const SHORTEST: usize = 4;
/// What one more stretch costs: this many variances, times the logarithm of the length.
const PRICE: f64 = 6.0;
/// More values than this are not looked through: the work grows with their square.
const LONGEST: usize = 1500;
/// How many standard deviations two courses must lie apart where they meet.
const APART: f64 = 3.0;
/// How many values on either side must show the step too: a bend looks like a step from afar alone.
const NEAR: usize = 10;

/// The steps of a series that stay for four values or more, once the season of `season` steps (1 for none) is taken
/// out, oldest first: where the division into straight stretches of least cost (optimal partitioning, Jackson et al.
/// 2005) breaks, and the lines on both sides lie apart by three standard deviations, as a whole and near the break. A
/// series that grows steadily, or grows faster from some day, has none. In logarithms where all values are positive;
/// the variance is that of neighbouring values round the usual change, raised by their correlation. Of more than
/// 1,500 values the last are looked at.
pub fn level_shifts(values: &[Option<f64>], season: usize) -> Vec<Shift> {
    let series = Adjusted::of(values, season);
    let known = &series.known[series.known.len().saturating_sub(LONGEST)..];
    let Some(variance) = variance(known) else { return Vec::new() };
    let sums = Sums::of(known);
    let price = PRICE * variance * crate::trend::elementary::ln(known.len() as f64);
    let mut ends = partition(&sums, price);
    ends.push(known.len());
    let shift = |bounds: &[usize]| {
        let (place, next) = (known[bounds[1] - 1].0, known[bounds[1]].0);
        let between = (place + next) as f64 / 2.0;
        let near =
            [bounds[0].max(bounds[1].saturating_sub(NEAR)), bounds[1], bounds[2].min(bounds[1] + NEAR)];
        let (before, after) = step(&sums, bounds, (between, variance))?;
        let (low, high) = step(&sums, &near, (between, variance))?;
        let same = (after > before) == (high > low);
        same.then(|| Shift { index: next, before: series.level(before), after: series.level(after) })
    };
    ends.windows(3).filter_map(shift).collect()
}

/// The ends of two lines where they meet; nothing where chance may part them so.
fn step(sums: &Sums, bounds: &[usize], (between, variance): (f64, f64)) -> Option<(f64, f64)> {
    let (before, own) = sums.line(bounds[0], bounds[1]).at(between);
    let (after, other) = sums.line(bounds[1], bounds[2]).at(between);
    let apart = after - before;
    (apart * apart > APART * APART * variance * (own + other)).then_some((before, after))
}

/// The variance of values round their course, raised as if they were independent; none where they are too few, or do
/// not vary.
fn variance(known: &[(usize, f64)]) -> Option<f64> {
    if known.len() < 2 * SHORTEST {
        return None;
    }
    let changes: Vec<f64> = known.windows(2).map(|pair| pair[1].1 - pair[0].1).collect();
    let (usual, size) = (median(changes.clone()), spread(&changes));
    let rests: Vec<f64> =
        changes.iter().map(|change| (change - usual).clamp(-3.0 * size, 3.0 * size)).collect();
    let correlation = correlation(&rests);
    (size > 0.0).then(|| size * size / 2.0 * (1.0 + correlation) / (1.0 - correlation))
}

/// How far neighbouring changes carry on instead of swinging back, from 0 to 0.8: of independent values neighbouring
/// changes have a correlation of -1/2, of a random walk none.
fn correlation(changes: &[f64]) -> f64 {
    let products: f64 = changes.windows(2).map(|pair| pair[0] * pair[1]).sum();
    let squares: f64 = changes.iter().map(|change| change * change).sum();
    if squares > 0.0 { (1.0 + 2.0 * products / squares).clamp(0.0, 0.8) } else { 0.0 }
}

/// The starts of the stretches whose squared distances from their lines and prices sum to the least.
fn partition(sums: &Sums, price: f64) -> Vec<usize> {
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for end in 1..=sums.len() {
        let starts = (0..=end.saturating_sub(SHORTEST)).filter(|start| *start == 0 || *start >= SHORTEST);
        let costs = starts.map(|start| (best[start].0 + sums.distance(start, end) + price, start));
        let least = costs.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((sums.distance(0, end) + price, 0));
        best.push(least);
    }
    let mut starts = Vec::new();
    let mut end = sums.len();
    while end > 0 {
        end = best[end].1;
        starts.push(end);
    }
    starts.reverse();
    starts
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

    /// A course that nothing breaks: level, steady growth, growth by a share, growth that comes and goes.
    const COURSES: [fn(f64) -> f64; 5] = [
        |_| 200.0,
        |along| 100.0 + 300.0 * along,
        |along| 100.0 * crate::trend::elementary::exp(1.5 * along),
        |along| 400.0 - 250.0 * along,
        |along| 100.0 + 300.0 * (3.0 * along * along - 2.0 * along * along * along),
    ];

    fn course(of: fn(f64) -> f64, (n, step): (usize, f64)) -> Vec<Option<f64>> {
        let value = |at: usize| of(at as f64 / n as f64) * (1.0 + crate::trend::detect::chance(at) / 100.0);
        (0..n).map(|at| Some(value(at) * if at >= n / 2 { step } else { 1.0 })).collect()
    }

    #[test]
    fn growth_is_no_change_of_level() {
        for (which, of) in COURSES.into_iter().enumerate() {
            for n in [24, 36, 72, 110] {
                let found = level_shifts(&course(of, (n, 1.0)), 1);
                assert_eq!(found, [], "course {which} of {n}");
            }
        }
    }

    #[test]
    fn a_step_within_growth_is_found_where_it_is() {
        for (which, of) in COURSES.into_iter().enumerate() {
            for step in [0.6, 1.5] {
                let found = level_shifts(&course(of, (72, step)), 1);
                assert_eq!(found.iter().map(|shift| shift.index).collect::<Vec<_>>(), [36], "course {which}");
                let ratio = found[0].after / found[0].before;
                assert!((ratio / step - 1.0).abs() < 0.1, "course {which}: {ratio} for {step}");
            }
        }
    }
}
