//! Minimum of a function without its derivatives: the simplex search of Nelder and Mead (1965), inside a box.

use std::array::from_fn;

/// Where to search.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search<const D: usize> {
    /// Where it begins.
    pub(super) start: [f64; D],
    /// The first step along each axis.
    pub(super) step: [f64; D],
    /// The lowest values allowed.
    pub(super) low: [f64; D],
    /// The highest values allowed.
    pub(super) high: [f64; D],
    /// How many moves at most.
    pub(super) moves: usize,
}

/// A point and its cost.
type Corner<const D: usize> = ([f64; D], f64);

/// Costs that differ by less than this share are the same.
const TOLERANCE: f64 = 1e-7;

impl<const D: usize> Search<D> {
    /// The point of least cost that was found. The first corner counts even if its cost is no number.
    ///
    /// The cost is asked for with a limit: where it is at least as high, any number from the limit on will do.
    pub(super) fn minimum(&self, mut cost: impl FnMut(&[f64; D], f64) -> f64) -> [f64; D] {
        let mut corners = self.corners(&mut cost);
        for _ in 0..self.moves {
            corners.sort_by(|a, b| a.1.total_cmp(&b.1));
            if (corners[D].1 - corners[0].1).abs() <= TOLERANCE * corners[0].1.abs() {
                break;
            }
            self.go(&mut corners, &mut cost);
        }
        corners.sort_by(|a, b| a.1.total_cmp(&b.1));
        corners[0].0
    }

    fn corners(&self, cost: &mut impl FnMut(&[f64; D], f64) -> f64) -> Vec<Corner<D>> {
        let corner = |axis: usize| {
            let mut point = self.start;
            if axis < D {
                let room = point[axis] + self.step[axis] <= self.high[axis];
                point[axis] += if room { self.step[axis] } else { -self.step[axis] };
            }
            self.inside(point)
        };
        (0..=D).map(|axis| corner(D - axis)).map(|point| (point, cost(&point, f64::INFINITY))).collect()
    }

    fn inside(&self, point: [f64; D]) -> [f64; D] {
        from_fn(|axis| point[axis].max(self.low[axis]).min(self.high[axis]))
    }

    /// One move: the worst corner is reflected, stretched or drawn in, or all are drawn to the best.
    fn go(&self, corners: &mut [Corner<D>], cost: &mut impl FnMut(&[f64; D], f64) -> f64) {
        let worst = corners[D];
        let centre: [f64; D] =
            from_fn(|axis| corners[..D].iter().map(|corner| corner.0[axis]).sum::<f64>() / D as f64);
        let mut at = |reach: f64, limit: f64| -> Corner<D> {
            let point = self.inside(from_fn(|axis| centre[axis] + reach * (centre[axis] - worst.0[axis])));
            (point, cost(&point, limit))
        };
        let reflected = at(1.0, worst.1);
        let better = if reflected.1 < corners[0].1 {
            let stretched = at(2.0, reflected.1);
            Some(if stretched.1 < reflected.1 { stretched } else { reflected })
        } else if reflected.1 < corners[D - 1].1 {
            Some(reflected)
        } else {
            let limit = worst.1.min(reflected.1);
            let drawn = at(if reflected.1 < worst.1 { 0.5 } else { -0.5 }, limit);
            (drawn.1 < limit).then_some(drawn)
        };
        match better {
            Some(corner) => corners[D] = corner,
            None => self.shrink(corners, cost),
        }
    }

    fn shrink(&self, corners: &mut [Corner<D>], cost: &mut impl FnMut(&[f64; D], f64) -> f64) {
        let best = corners[0].0;
        for corner in &mut corners[1..] {
            let point = from_fn(|axis| best[axis] + 0.5 * (corner.0[axis] - best[axis]));
            *corner = (point, cost(&point, f64::INFINITY));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_valley_of_rosenbrock_is_walked_to_its_end() {
        let search =
            Search { start: [-1.2, 1.0], step: [0.5, 0.5], low: [-5.0; 2], high: [5.0; 2], moves: 500 };
        let found = search.minimum(|[x, y], _| (1.0 - x) * (1.0 - x) + 100.0 * (y - x * x) * (y - x * x));
        assert!((found[0] - 1.0).abs() < 1e-2 && (found[1] - 1.0).abs() < 2e-2, "{found:?}");
    }

    #[test]
    fn the_box_is_never_left() {
        let search = Search { start: [0.5], step: [0.4], low: [0.1], high: [0.8], moves: 100 };
        assert_eq!(search.minimum(|[x], _| -x), [0.8]);
    }
}
