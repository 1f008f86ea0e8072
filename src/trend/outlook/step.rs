//! Arithmetic of steps ahead with their bands.

use crate::trend::forecast::{Band, Step};

/// A step whose point and distances from it to the ends of its bands are changed.
fn changed(step: &Step, point: f64, width: impl Fn(f64) -> f64) -> Step {
    let band = |band: Band| Band {
        low: point - width(step.point - band.low),
        high: point + width(band.high - step.point),
    };
    Step { point, band80: band(step.band80), band95: band(step.band95) }
}

/// A step of another scale.
pub(super) fn scaled(step: &Step, by: f64) -> Step {
    changed(step, step.point * by, |width| width * by)
}

/// A share of a step's days: as if the errors of days did not depend on each other, so that those of few days do not
/// cancel out.
pub(super) fn part(step: &Step, share: f64) -> Step {
    let low = |band: Band| if band.low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
    let part = changed(step, step.point * share, |width| width * share.sqrt());
    floored(&part, low(step.band95))
}

/// A step whose bands do not go below a floor that its point is not below.
pub(super) fn floored(step: &Step, floor: f64) -> Step {
    let band = |band: Band| Band { low: band.low.max(floor.min(step.point)), ..band };
    Step { point: step.point, band80: band(step.band80), band95: band(step.band95) }
}

/// The sum of two steps whose errors do not depend on each other.
pub(super) fn sum(a: &Step, b: &Step) -> Step {
    let point = a.point + b.point;
    let both = |one: f64, other: f64| (one * one + other * other).sqrt();
    let band = |one: Band, other: Band| Band {
        low: point - both(a.point - one.low, b.point - other.low),
        high: point + both(one.high - a.point, other.high - b.point),
    };
    Step { point, band80: band(a.band80, b.band80), band95: band(a.band95, b.band95) }
}

/// A step brought to another point by what other series say: its bands grow by the way it moves.
pub(super) fn moved(step: &Step, point: f64) -> Step {
    let way = point - step.point;
    let band = |band: Band| Band { low: band.low + way.min(0.0), high: band.high + way.max(0.0) };
    Step { point, band80: band(step.band80), band95: band(step.band95) }
}

/// Half of the middle four fifths of a normal curve, in standard deviations.
const OF_80: f64 = 1.281_551_565_544_600_4;

/// The standard deviation that a step's 80 % band stands for.
pub(super) fn deviation(step: &Step) -> f64 {
    (step.band80.high - step.band80.low) / (2.0 * OF_80)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(point: f64, narrow: f64, wide: f64) -> Step {
        let band = |width: f64| Band { low: point - width, high: point + width };
        Step { point, band80: band(narrow), band95: band(wide) }
    }

    #[test]
    fn a_part_of_a_step_is_less_sure_than_its_share() {
        let quarter = part(&step(100.0, 20.0, 40.0), 0.25);
        assert_eq!(quarter, step(25.0, 10.0, 20.0));
        // What is not negative in whole is not in part.
        assert_eq!(part(&step(100.0, 80.0, 100.0), 0.25).band95.low, 0.0);
    }

    #[test]
    fn errors_that_do_not_depend_on_each_other_add_in_squares() {
        assert_eq!(sum(&step(10.0, 3.0, 6.0), &step(20.0, 4.0, 8.0)), step(30.0, 5.0, 10.0));
    }

    #[test]
    fn a_band_grows_by_the_way_its_point_is_moved() {
        let up = moved(&step(10.0, 1.0, 2.0), 13.0);
        assert_eq!((up.band80.low, up.point, up.band80.high), (9.0, 13.0, 14.0));
        let down = moved(&step(10.0, 1.0, 2.0), 7.0);
        assert_eq!((down.band95.low, down.point, down.band95.high), (5.0, 7.0, 12.0));
    }
}
