//! What columns and bars share when they show variances: the axis of the reference, and pins.

use super::ink::Ink;
use super::pen::{Pen, Point};
use super::spec::{Delta, Scenario};

/// Relative variances beyond ±200 % are drawn at the cap, with an arrow; their label tells the truth.
pub(super) const CAP: f64 = 2.0;
/// Half the side of a pin's head.
const HEAD: f64 = 2.5;

/// The zero line of variances, straight from one point to another: double for the plan, grey for the previous year.
pub(super) fn axis(pen: &Pen, (from, to): (Point, Point), versus: Scenario) {
    if versus != Scenario::Plan {
        pen.line(&[from, to], Ink::AxisPrevious);
        return;
    }
    // The two lines lie left and right of a vertical axis, above and below a horizontal one.
    let (dx, dy) = if from.1 == to.1 { (0.0, 1.5) } else { (1.5, 0.0) };
    pen.line(&[(from.0 - dx, from.1 - dy), (to.0 - dx, to.1 - dy)], Ink::AxisPlan);
    pen.line(&[(from.0 + dx, from.1 + dy), (to.0 + dx, to.1 + dy)], Ink::AxisPlan);
}

/// A pin: from the axis to its value, and the variance it shows.
pub(super) type Pin<'a> = ((Point, Point), (f64, &'a Delta));

/// Pins from the axis to their values: stems, then their heads, so that what looks alike is one path.
pub(super) fn pins(pen: &Pen, pins: &[Pin<'_>]) {
    for ((from, to), (_, delta)) in pins {
        pen.line(&[*from, *to], Ink::pin(delta.impact));
    }
    pins.iter().for_each(|pin| head(pen, pin));
}

/// A square, or an arrow where the value is beyond the cap.
fn head(pen: &Pen, ((from, to), (value, delta)): &Pin<'_>) {
    let solid = Ink::variance(delta.impact, super::Fill::Actual);
    if value.abs() <= CAP {
        pen.rect((to.0 - HEAD, to.1 - HEAD), (to.0 + HEAD, to.1 + HEAD), solid);
        return;
    }
    let (dx, dy) = ((to.0 - from.0).signum() * 5.0, (to.1 - from.1).signum() * 5.0);
    if from.1 == to.1 {
        pen.area(&[(to.0 - dx, to.1 - 4.0), *to, (to.0 - dx, to.1 + 4.0)], solid);
    } else {
        pen.area(&[(to.0 - 4.0, to.1 - dy), *to, (to.0 + 4.0, to.1 - dy)], solid);
    }
}
