//! Bars over a structure: values at the left, their variances on the same scale, relative variances as pins.
//!
//! On a narrow picture each name stands on a line above its bar, and the pins are left to the table.

use super::ink::Ink;
use super::kinds::{Bars, Row};
use super::pen::{Pen, Words};
use super::scale::{Extent, Scale, drawable};
use super::spec::{Delta, Scenario};
use super::text::{self, LINE};
use super::variance::{self, CAP, Pin};

/// Height of a bar, and by how much those behind it are moved.
const THICK: f64 = 13.0;
const OFFSET: f64 = 3.5;
/// Height of a row without the name above it.
const ROW: f64 = 28.0;
/// Half the width of the pins, without labels.
const PINS: f64 = 36.0;
const GAP: f64 = 16.0;
const HEAD: f64 = 20.0;

/// The scales of the three parts, from left to right.
struct Layout {
    names: f64,
    top: f64,
    row: f64,
    values: Scale,
    extent: Extent,
    deltas: Option<Scale>,
    pins: Option<Scale>,
}

/// Draws the chart and tells its height.
pub(super) fn draw(pen: &Pen, chart: &Bars) -> f64 {
    if chart.rows.is_empty() {
        return LINE;
    }
    let layout = Layout::of(pen, chart);
    let top = layout.top;
    layout.head(pen, chart.versus);
    let bottom = top + layout.row * chart.rows.len() as f64;
    layout.names(pen, chart);
    layout.values(pen, chart);
    pen.line(&[(layout.values.at(0.0), top), (layout.values.at(0.0), bottom)], Ink::Axis);
    if let Some(scale) = &layout.deltas {
        layout.deltas(pen, chart, scale);
        variance::axis(pen, ((scale.at(0.0), top), (scale.at(0.0), bottom)), chart.versus);
    }
    if let Some(scale) = &layout.pins {
        variance::axis(pen, ((scale.at(0.0), top), (scale.at(0.0), bottom)), chart.versus);
        layout.pins(pen, chart, scale);
    }
    layout.numbers(pen, chart);
    bottom + 4.0
}

fn widest<'a>(labels: impl Iterator<Item = &'a str>) -> f64 {
    labels.map(|label| text::width(label, false)).fold(0.0, f64::max)
}

fn absolutes(chart: &Bars) -> impl Iterator<Item = &Delta> {
    chart.rows.iter().filter_map(|row| row.absolute.as_ref())
}

fn relatives(chart: &Bars) -> impl Iterator<Item = &Delta> {
    chart.rows.iter().filter_map(|row| row.relative.as_ref())
}

fn clamped(delta: &Delta) -> Option<f64> {
    drawable(delta.value).map(|value| value.clamp(-CAP, CAP))
}

/// Room for labels at the two sides of a scale: at the left only if something is negative.
fn sides(extent: Extent, label: f64) -> (f64, f64) {
    (if extent.low < 0.0 { label + 6.0 } else { 0.0 }, label + 6.0)
}

impl Row {
    /// Every value that needs room.
    fn values(&self) -> [Option<f64>; 4] {
        [self.main.value, self.plan, self.previous, self.reach]
    }
}

impl Layout {
    fn of(pen: &Pen, chart: &Bars) -> Self {
        let narrow = pen.is_narrow();
        let names = widest(chart.rows.iter().map(|row| row.label.as_str())) + 10.0;
        let names = if narrow { 0.0 } else { names.min(pen.width * 0.26) };
        let extent = Extent::with_zero(chart.rows.iter().flat_map(Row::values));
        let extent = extent.cut(chart.cut);
        let main = sides(extent, widest(chart.rows.iter().map(|row| row.main.label.as_str())));
        let pins = (!narrow && relatives(chart).next().is_some()).then(|| pins(pen, chart));
        let right = pins.as_ref().map_or(pen.width, |(_, left)| left - GAP);
        let row = ROW + if narrow { LINE + 2.0 } else { 0.0 };
        let part = |values, deltas: Option<Scale>| Self {
            names,
            top: if deltas.is_some() { HEAD } else { 2.0 },
            row,
            values,
            extent,
            deltas,
            pins: pins.map(|(scale, _)| scale),
        };
        if absolutes(chart).next().is_none() {
            let room = (right - names - main.0 - main.1).max(pen.width * 0.1);
            return part(Scale::new(extent, names + main.0, names + main.0 + room), None);
        }
        let changes = Extent::with_zero(absolutes(chart).map(|delta| drawable(delta.value)));
        let side = sides(changes, widest(absolutes(chart).map(|delta| delta.label.as_str())));
        let room = right - names - main.0 - main.1 - GAP - side.0 - side.1;
        let span = extent.span() + changes.span();
        let unit = if span > 0.0 { room.max(pen.width * 0.1) / span } else { 0.0 };
        let end = names + main.0 + extent.span() * unit;
        let start = end + main.1 + GAP + side.0;
        let deltas = Scale::new(changes, start, start + changes.span() * unit);
        part(Scale::new(extent, names + main.0, end), Some(deltas))
    }

    /// The codes above the parts, if there is more than one.
    fn head(&self, pen: &Pen, versus: Scenario) {
        let Some(deltas) = &self.deltas else { return };
        let code = |x: f64, code: &str| pen.text((x, HEAD - 7.0), &Words::after(code, Ink::Tier));
        code(self.values.at(0.0), Scenario::Actual.code());
        code(deltas.at(0.0) - 2.0, &format!("Δ{}", versus.code()));
        if let Some(pins) = &self.pins {
            code(pins.at(0.0) - 2.0, &format!("Δ{}%", versus.code()));
        }
    }

    /// The middle of a row's bar.
    fn middle(&self, index: usize) -> f64 {
        self.top + self.row * (index as f64 + 1.0) - ROW / 2.0
    }

    fn names(&self, pen: &Pen, chart: &Bars) {
        for (index, row) in chart.rows.iter().enumerate() {
            let y = self.middle(index);
            if self.names > 0.0 {
                let name = text::elide(&row.label, self.names - 8.0, false);
                pen.text((0.0, y + 4.0), &Words::after(&name, Ink::Name));
            } else {
                let x = self.values.at(0.0);
                let end = self.deltas.as_ref().map_or(pen.width, |deltas| deltas.at(0.0) - 6.0);
                let name = text::elide(&row.label, end - x - 3.0, false);
                pen.text((x + 3.0, y - ROW / 2.0 - 1.0), &Words::after(&name, Ink::Name));
            }
        }
    }

    fn values(&self, pen: &Pen, chart: &Bars) {
        for (index, row) in chart.rows.iter().enumerate() {
            self.bar(pen, (row.previous, Ink::Previous), self.middle(index) - OFFSET);
        }
        for (index, row) in chart.rows.iter().enumerate() {
            self.bar(pen, (row.plan, Ink::Plan), self.middle(index) + OFFSET);
        }
        for (index, row) in chart.rows.iter().enumerate() {
            self.bar(pen, (row.main.value, Ink::bar(row.fill)), self.middle(index));
        }
        for (index, row) in chart.rows.iter().enumerate() {
            self.cut(pen, row, self.middle(index));
        }
        for (index, row) in chart.rows.iter().enumerate() {
            self.reach(pen, row.reach, self.middle(index));
        }
    }

    fn bar(&self, pen: &Pen, (value, ink): (Option<f64>, Ink), y: f64) {
        if let Some(value) = drawable(value) {
            let x = self.values.at(value.clamp(self.extent.low, self.extent.high));
            pen.rect((self.values.at(0.0), y - THICK / 2.0), (x, y + THICK / 2.0), ink);
        }
    }

    fn cut(&self, pen: &Pen, row: &Row, y: f64) {
        let Some(value) = drawable(row.main.value) else { return };
        if value > self.extent.high || value < self.extent.low {
            let x = self.values.at(value.clamp(self.extent.low, self.extent.high)) - 12.0 * value.signum();
            pen.line(&[(x - 4.0, y + THICK / 2.0 + 2.0), (x + 4.0, y - THICK / 2.0 - 2.0)], Ink::Cut);
        }
    }

    fn reach(&self, pen: &Pen, value: Option<f64>, y: f64) {
        let inside = |value: &f64| (self.extent.low..=self.extent.high).contains(value);
        if let Some(value) = drawable(value).filter(inside) {
            let (x, half) = (self.values.at(value), THICK / 2.0 + 3.0);
            let line = [(x, y - half), (x, y + half)];
            // A line of paper around it, so that it is seen on a solid bar too.
            pen.line(&line, Ink::Cut);
            pen.line(&line, Ink::Needle);
        }
    }

    fn numbers(&self, pen: &Pen, chart: &Bars) {
        for (index, row) in chart.rows.iter().enumerate() {
            let y = self.middle(index) + 4.0;
            let ends = Extent::with_zero(row.values()).cut(Some(self.extent.high.max(-self.extent.low)));
            if drawable(row.main.value).is_some_and(|value| value < 0.0) {
                pen.text((self.values.at(ends.low) - 5.0, y), &Words::before(&row.main.label, Ink::Number));
            } else {
                pen.text((self.values.at(ends.high) + 5.0, y), &Words::after(&row.main.label, Ink::Number));
            }
        }
    }

    fn deltas(&self, pen: &Pen, chart: &Bars, scale: &Scale) {
        for (index, row) in chart.rows.iter().enumerate() {
            let Some(delta) = &row.absolute else { continue };
            let y = self.middle(index);
            if let Some(value) = drawable(delta.value) {
                let ink = Ink::variance(delta.impact, row.fill);
                pen.rect((scale.at(0.0), y - THICK / 2.0), (scale.at(value), y + THICK / 2.0), ink);
            }
        }
        for (index, row) in chart.rows.iter().enumerate() {
            let Some(delta) = &row.absolute else { continue };
            beyond(pen, (scale, drawable(delta.value)), self.middle(index), delta);
        }
    }

    fn pins(&self, pen: &Pen, chart: &Bars, scale: &Scale) {
        let pins = chart.rows.iter().enumerate().filter_map(|(index, row)| {
            let (delta, y) = (row.relative.as_ref()?, self.middle(index));
            let (value, end) = (drawable(delta.value)?, clamped(delta)?);
            Some((((scale.at(0.0), y), (scale.at(end), y)), (value, delta)))
        });
        let pins: Vec<Pin<'_>> = pins.collect();
        variance::pins(pen, &pins);
        for (index, row) in chart.rows.iter().enumerate() {
            let Some(delta) = &row.relative else { continue };
            beyond(pen, (scale, clamped(delta)), self.middle(index), delta);
        }
    }
}

/// A variance's label beyond the end of its bar or pin.
fn beyond(pen: &Pen, (scale, value): (&Scale, Option<f64>), y: f64, delta: &Delta) {
    let value = value.unwrap_or(0.0);
    let ink = Ink::number(delta.impact);
    if value < 0.0 {
        pen.text((scale.at(value) - 6.0, y + 4.0), &Words::before(&delta.label, ink));
    } else {
        pen.text((scale.at(value) + 6.0, y + 4.0), &Words::after(&delta.label, ink));
    }
}

/// The scale of the pins at the right edge, and where their part begins.
fn pins(pen: &Pen, chart: &Bars) -> (Scale, f64) {
    let extent = Extent::with_zero(relatives(chart).map(clamped));
    let (left, right) = sides(extent, widest(relatives(chart).map(|delta| delta.label.as_str())) + 2.0);
    let length = if extent.low < 0.0 && extent.high > 0.0 { 2.0 * PINS } else { 1.4 * PINS };
    let start = pen.width - right - length;
    (Scale::new(extent, start, start + length), start - left)
}
