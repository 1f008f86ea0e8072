//! Rows of labels that do not touch: thinned out evenly, or staggered over lines.

use super::ink::Ink;
use super::pen::{Pen, Point, Words};
use super::text::{self, LINE};

/// The least space between two labels of a row.
const GAP: f64 = 2.5;

/// A label over its place on a line.
pub(super) struct Placed<'a> {
    pub(super) x: f64,
    pub(super) text: &'a str,
}

/// The smallest step at which labels spaced `slot` apart do not touch: 1 shows all, 2 every second.
pub(super) fn step<'a>(texts: impl IntoIterator<Item = &'a str>, slot: f64) -> usize {
    let widest = texts.into_iter().map(|text| text::width(text, false)).fold(0.0, f64::max);
    let steps = ((widest + GAP) / slot.max(0.1)).ceil();
    if widest == 0.0 { 1 } else { (steps as usize).max(1) }
}

/// Whether the label at `index` of `count` is shown at this step; the last one always is.
pub(super) fn shown(index: usize, count: usize, step: usize) -> bool {
    (count - 1 - index).is_multiple_of(step)
}

/// Draws labels on as many lines as they need, at most three, and tells how high that is.
pub(super) fn stagger(pen: &Pen, labels: &[Placed<'_>], top: f64) -> f64 {
    let mut ends = [f64::MIN; 3];
    let mut used = 0;
    for label in labels.iter().filter(|label| !label.text.trim().is_empty()) {
        let shown = text::elide(label.text, pen.width * 0.96, false);
        let width = text::width(&shown, false);
        let words = Words::over(&shown, Ink::Note);
        let x = pen.inside(label.x, width, words.side);
        let Some(line) = ends.iter().position(|end| end + 2.0 * GAP <= x - width / 2.0) else { continue };
        ends[line] = x + width / 2.0;
        used = used.max(line + 1);
        pen.text((x, top + LINE * (line as f64 + 1.0) - 3.0), &words);
    }
    LINE * used as f64
}

/// Places that are taken, so that labels keep off bars and off each other.
#[derive(Default)]
pub(super) struct Taken(Vec<(Point, Point)>);

impl Taken {
    /// Takes the place between two corners.
    pub(super) fn take(&mut self, a: Point, b: Point) {
        self.0.push(((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1))));
    }

    /// Takes the place of a text over a point, unless some of it is taken.
    pub(super) fn text(&mut self, at: Point, width: f64) -> bool {
        let (from, to) =
            ((at.0 - width / 2.0 - GAP / 2.0, at.1 - 9.0), (at.0 + width / 2.0 + GAP / 2.0, at.1));
        let meets = |(a, b): &(Point, Point)| a.0 < to.0 && from.0 < b.0 && a.1 < to.1 && from.1 < b.1;
        let free = !self.0.iter().any(meets);
        if free {
            self.take(from, to);
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_thinned_until_they_fit() {
        assert_eq!(step(["131"; 12], 28.0), 1);
        assert_eq!(step(["1,004.5"; 12], 28.0), 2);
        assert_eq!(step([""; 12], 28.0), 1);
    }

    #[test]
    fn a_taken_place_is_not_taken_twice() {
        let mut taken = Taken::default();
        taken.take((40.0, 50.0), (60.0, 20.0));
        assert!(!taken.text((50.0, 30.0), 30.0));
        assert!(taken.text((50.0, 18.0), 30.0));
        assert!(!taken.text((70.0, 18.0), 30.0));
        assert!(taken.text((90.0, 18.0), 30.0));
    }

    #[test]
    fn the_last_label_stays() {
        assert!(shown(11, 12, 5) && shown(6, 12, 5) && !shown(7, 12, 5));
    }
}
