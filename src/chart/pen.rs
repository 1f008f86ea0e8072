//! Draws shapes and texts in units of the picture, through plotters.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::IntoDrawingArea;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};

use super::backend::Svg;
use super::ink::Ink;
use super::text;

/// Space that a text keeps from the edge of the picture.
const EDGE: f64 = 1.0;

/// A point of the picture: right and down from its top left corner.
pub(super) type Point = (f64, f64);

/// A text to be drawn.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) ink: Ink,
    pub(super) side: Side,
}

/// Where a text stands from its point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Side {
    /// Begins at the point.
    After,
    /// Has the point in its middle.
    Over,
    /// Ends at the point.
    Before,
}

/// Draws on a picture of a fixed width.
pub(super) struct Pen {
    area: DrawingArea<Svg, Shift>,
    out: Rc<RefCell<String>>,
    /// The width of the picture.
    pub(super) width: f64,
}

// The backend writes into memory and cannot fail: every result below is let go for that reason.
impl Pen {
    /// A pen on a picture `width` wide.
    pub(super) fn new(width: f64) -> Self {
        let out = Rc::default();
        Self { area: Svg::new(Rc::clone(&out)).into_drawing_area(), out, width }
    }

    /// Whether the picture is for a phone.
    pub(super) fn is_narrow(&self) -> bool {
        self.width < 500.0
    }

    /// Everything that was drawn, as the inside of an SVG.
    pub(super) fn finish(self) -> String {
        let _ = self.area.present();
        self.out.take()
    }

    /// A rectangle between two corners, in any order.
    pub(super) fn rect(&self, a: Point, b: Point, ink: Ink) {
        let corners = [(a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1))].map(tenths);
        let _ = self.area.draw(&Rectangle::new(corners, filled(ink)));
    }

    /// A line through points.
    pub(super) fn line(&self, points: &[Point], ink: Ink) {
        let _ = self.area.draw(&PathElement::new(all_tenths(points), filled(ink)));
    }

    /// A filled area between points.
    pub(super) fn area(&self, points: &[Point], ink: Ink) {
        let _ = self.area.draw(&Polygon::new(all_tenths(points), filled(ink)));
    }

    /// A filled disc.
    pub(super) fn dot(&self, at: Point, radius: f64, ink: Ink) {
        let _ = self.area.draw(&Circle::new(tenths(at), (radius * 10.0) as i32, filled(ink)));
    }

    /// A text with its baseline at the point, moved sideways and cut where it would leave the picture.
    pub(super) fn text(&self, at: Point, words: &Words<'_>) {
        let shown = text::elide(words.text, self.width - 2.0 * EDGE, words.ink.is_bold());
        if shown.trim().is_empty() {
            return;
        }
        let x = self.inside(at.0, text::width(&shown, words.ink.is_bold()), words.side);
        let colour = words.ink.colour();
        let font = FontDesc::new(FontFamily::SansSerif, text::SIZE * 10.0, FontStyle::Normal);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(words.side.into(), VPos::Bottom));
        let _ = self.area.draw(&Text::new(shown, tenths((x, at.1)), style));
    }

    /// Where a text must stand to be inside the picture.
    pub(super) fn inside(&self, x: f64, width: f64, side: Side) -> f64 {
        let (left, right) = match side {
            Side::After => (0.0, width),
            Side::Over => (width / 2.0, width / 2.0),
            Side::Before => (width, 0.0),
        };
        x.min(self.width - EDGE - right).max(EDGE + left)
    }
}

impl From<Side> for HPos {
    fn from(side: Side) -> Self {
        match side {
            Side::After => Self::Left,
            Side::Over => Self::Center,
            Side::Before => Self::Right,
        }
    }
}

impl<'a> Words<'a> {
    /// A text over its point.
    pub(super) fn over(text: &'a str, ink: Ink) -> Self {
        Self { text, ink, side: Side::Over }
    }

    /// A text that begins at its point.
    pub(super) fn after(text: &'a str, ink: Ink) -> Self {
        Self { text, ink, side: Side::After }
    }

    /// A text that ends at its point.
    pub(super) fn before(text: &'a str, ink: Ink) -> Self {
        Self { text, ink, side: Side::Before }
    }
}

fn filled(ink: Ink) -> ShapeStyle {
    ink.colour().filled()
}

fn tenths((x, y): Point) -> (i32, i32) {
    ((x * 10.0).round() as i32, (y * 10.0).round() as i32)
}

fn all_tenths(points: &[Point]) -> Vec<(i32, i32)> {
    points.iter().copied().map(tenths).collect()
}
