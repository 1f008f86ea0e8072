//! Things by two figures: a disc each, its area a third; the whole's own two figures part the picture.

use super::ink::Ink;
use super::kinds::{Scatter, Spot};
use super::pen::{Pen, Point, Words};
use super::scale::{Extent, Scale, drawable};
use super::text;

/// Room for the numbers at the left, and below.
const LEFT: f64 = 46.0;
const BELOW: f64 = 40.0;
const TOP: f64 = 20.0;
/// The radius of the largest disc, and of the smallest.
const LARGEST: f64 = 15.0;
const SMALLEST: f64 = 3.0;
/// Height of a label.
const LABEL: f64 = 13.0;

/// A rectangle that is taken: left, top, right, bottom.
type Taken = (f64, f64, f64, f64);

/// Draws the chart and tells its height.
pub(super) fn draw(pen: &Pen, chart: &Scatter) -> f64 {
    let height = if pen.is_narrow() { 260.0 } else { 320.0 };
    let floor = height - BELOW;
    let across = Scale::new(
        padded(chart, |spot| spot.across, chart.across.whole.value),
        LEFT + LARGEST,
        pen.width - LARGEST,
    );
    let up = Scale::new(padded(chart, |spot| spot.up, chart.up.whole.value), floor - LARGEST, TOP + LARGEST);
    axes(pen, chart, (&across, &up), floor);
    let largest = chart.spots.iter().filter_map(|spot| drawable(Some(spot.size))).fold(0.0, f64::max);
    let placed = chart.spots.iter().filter_map(|spot| {
        let (x, y) = (drawable(Some(spot.across))?, drawable(Some(spot.up))?);
        Some((spot, (across.at(x), up.at(y)), radius(spot.size, largest)))
    });
    let placed: Vec<(&Spot, Point, f64)> = placed.collect();
    for (_, at, radius) in &placed {
        pen.dot(*at, *radius, Ink::Previous);
        pen.dot(*at, 2.0, Ink::Actual);
    }
    names(pen, &placed);
    height
}

/// The extent of the figures and of the whole's own.
fn padded(chart: &Scatter, of: fn(&Spot) -> f64, whole: Option<f64>) -> Extent {
    let values = chart.spots.iter().map(|spot| Some(of(spot))).chain([whole]);
    Extent::of(values).unwrap_or(Extent { low: 0.0, high: 0.0 })
}

fn radius(size: f64, largest: f64) -> f64 {
    let share = drawable(Some(size)).filter(|_| largest > 0.0).map_or(0.0, |size| (size / largest).max(0.0));
    (LARGEST * share.sqrt()).max(SMALLEST)
}

/// The frame, the lines of the whole with their numbers, and what the axes mean.
fn axes(pen: &Pen, chart: &Scatter, (across, up): (&Scale, &Scale), floor: f64) {
    pen.line(&[(LEFT, TOP), (LEFT, floor)], Ink::Axis);
    pen.line(&[(LEFT, floor), (pen.width, floor)], Ink::Axis);
    if let Some(whole) = drawable(chart.across.whole.value) {
        let x = across.at(whole);
        pen.line(&[(x, TOP), (x, floor)], Ink::Connector);
        pen.text((x, floor + 14.0), &Words::over(&chart.across.whole.label, Ink::Number));
    }
    if let Some(whole) = drawable(chart.up.whole.value) {
        let y = up.at(whole);
        pen.line(&[(LEFT, y), (pen.width, y)], Ink::Connector);
        pen.text((LEFT - 5.0, y + 4.0), &Words::before(&chart.up.whole.label, Ink::Number));
    }
    pen.text((0.0, TOP - 8.0), &Words::after(&chart.up.name, Ink::Label));
    pen.text((pen.width, floor + 30.0), &Words::before(&chart.across.name, Ink::Label));
}

/// The names beside their discs, where there is room; the others are in the table.
fn names(pen: &Pen, placed: &[(&Spot, Point, f64)]) {
    let disc = |((x, y), radius): (Point, f64)| (x - radius, y - radius, x + radius, y + radius);
    let mut taken: Vec<Taken> = placed.iter().map(|(_, at, radius)| disc((*at, radius * 0.7))).collect();
    for (spot, (x, y), radius) in placed {
        let width = text::width(&spot.label, false);
        let sides = [
            (x + radius + 4.0, y + 4.0),
            (x - radius - 4.0 - width, y + 4.0),
            (x - width / 2.0, y - radius - 4.0),
            (x - width / 2.0, y + radius + LABEL),
        ];
        let rect = |(left, base): Point| (left, base - LABEL + 2.0, left + width, base + 2.0);
        let free = |place: &Point| {
            let own = rect(*place);
            own.0 >= LEFT && own.2 <= pen.width && taken.iter().all(|other| !meet(&own, other))
        };
        if let Some(place) = sides.into_iter().find(free) {
            pen.text(place, &Words::after(&spot.label, Ink::Name));
            taken.push(rect(place));
        }
    }
}

fn meet(a: &Taken, b: &Taken) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_of_a_disc_is_its_size() {
        assert_eq!((radius(100.0, 100.0), radius(25.0, 100.0)), (LARGEST, LARGEST / 2.0));
        assert_eq!(
            (radius(0.0, 100.0), radius(f64::NAN, 100.0), radius(1.0, 0.0)),
            (SMALLEST, SMALLEST, SMALLEST)
        );
    }

    #[test]
    fn rectangles_that_touch_do_not_meet() {
        assert!(meet(&(0.0, 0.0, 2.0, 2.0), &(1.0, 1.0, 3.0, 3.0)));
        assert!(!meet(&(0.0, 0.0, 2.0, 2.0), &(2.0, 0.0, 3.0, 2.0)));
    }
}
