//! Columns over time: values below, their variances above on the same scale, relative variances as pins on top.

use super::ink::Ink;
use super::kinds::{Column, Columns};
use super::labels::{self, Placed, Taken};
use super::pen::{Pen, Point, Side, Words};
use super::scale::{Extent, Scale, drawable};
use super::spec::{Delta, Scenario};
use super::text::{self, LINE};
use super::variance::{self, CAP, Pin};
use crate::quantity::Grain;

/// Height of the values and their variances together, without labels.
const HEIGHT: f64 = 230.0;
const HEIGHT_NARROW: f64 = 200.0;
/// Height of the pins, without labels.
const PINS: f64 = 44.0;
/// Room for the code of a tier at the left.
const GUTTER: f64 = 46.0;
/// Room for a label above or below a bar.
const ROOM: f64 = 18.0;
/// Width of the bar in front and offset of those behind, as shares of a period's width.
const BAR: f64 = 0.5;
const OFFSET: f64 = 0.14;
/// How far above its column a label may be moved.
const NEAR: f64 = 24.0;

/// Where the periods stand, and at which step their values are labelled.
pub(super) struct Slots {
    left: f64,
    slot: f64,
    count: usize,
}

/// A stretch of the picture with its own zero line.
struct Tier<'a> {
    pen: &'a Pen,
    slots: &'a Slots,
    scale: Scale,
}

/// Draws the chart and tells its height.
pub(super) fn draw(pen: &Pen, chart: &Columns) -> f64 {
    if chart.columns.is_empty() {
        return LINE;
    }
    let slots = Slots::of(pen, chart);
    let values = extent(chart);
    let deltas = has_absolute(chart).then(|| Extent::with_zero(chart.columns.iter().map(|c| absolute(c).0)));
    let span = values.span() + deltas.map_or(0.0, Extent::span);
    let unit = if span > 0.0 { height(pen) / span } else { 0.0 };
    let mut y = 0.0;
    if chart.columns.iter().any(|column| column.relative.is_some()) {
        y = pins(pen, chart, &slots, y);
    }
    if let Some(deltas) = deltas {
        let tier = Tier::new(pen, &slots, deltas, (code_room(pen, y) + ROOM, unit));
        tier.code(&format!("Δ{}", chart.versus.code()));
        tier.variances(chart);
        y = tier.scale.at(deltas.low) + if deltas.low < 0.0 { ROOM + 6.0 } else { 8.0 };
    }
    let top = if y > 0.0 { code_room(pen, y) } else { y };
    let tier = Tier::new(pen, &slots, values, (top + ROOM, unit));
    if y > 0.0 {
        tier.code(Scenario::Actual.code());
    }
    tier.bars(chart, values);
    tier.values(chart);
    let foot = tier.scale.at(values.low) + if values.low < 0.0 { ROOM } else { 0.0 };
    tier.periods(chart, foot) + 2.0
}

/// The extent of everything that stands on the value scale.
pub(super) fn extent(chart: &Columns) -> Extent {
    Extent::with_zero(chart.columns.iter().flat_map(|c| [c.main.value, c.plan, c.previous])).cut(chart.cut)
}

/// Draws a small picture without variances between two heights, on the scale given.
pub(super) fn draw_small(pen: &Pen, chart: &Columns, frame: (Point, Point), extent: Extent) {
    let ((left, top), (right, bottom)) = frame;
    let count = chart.columns.len().max(1);
    let slots = Slots { left, slot: (right - left) / count as f64, count };
    let tier = Tier { pen, slots: &slots, scale: Scale::new(extent, bottom - LINE, top + ROOM) };
    tier.bars(chart, extent);
    let tops = tier.tops(chart);
    for index in extremes(chart) {
        let column = &chart.columns[index];
        tier.value(column, index, tier.clear(&tops, index, &column.main.label));
    }
    let ends = [(0, left, Side::After), (chart.columns.len().wrapping_sub(1), right, Side::Before)];
    for (index, x, side) in ends {
        if let Some(column) = chart.columns.get(index) {
            pen.text((x, bottom - 2.0), &Words { text: &column.label, ink: Ink::Label, side });
        }
    }
}

fn height(pen: &Pen) -> f64 {
    if pen.is_narrow() { HEIGHT_NARROW } else { HEIGHT }
}

/// On a narrow picture the code of a tier stands on a line of its own.
fn code_room(pen: &Pen, y: f64) -> f64 {
    if pen.is_narrow() { y + LINE } else { y }
}

fn has_absolute(chart: &Columns) -> bool {
    chart.columns.iter().any(|column| column.absolute.is_some())
}

fn absolute(column: &Column) -> (Option<f64>, &str) {
    column.absolute.as_ref().map_or((None, ""), |delta| (drawable(delta.value), delta.label.as_str()))
}

fn relative(column: &Column) -> Option<(f64, &Delta)> {
    let delta = column.relative.as_ref()?;
    Some((drawable(delta.value)?, delta))
}

fn pins(pen: &Pen, chart: &Columns, slots: &Slots, y: f64) -> f64 {
    let clamped = |column: &Column| relative(column).map(|(value, _)| value.clamp(-CAP, CAP));
    let extent = Extent::with_zero(chart.columns.iter().map(clamped));
    let unit = if extent.span() > 0.0 { PINS / extent.span() } else { 0.0 };
    let tier = Tier::new(pen, slots, extent, (code_room(pen, y) + ROOM, unit));
    tier.code(&format!("Δ{}%", chart.versus.code()));
    tier.zero(chart.versus);
    let pin = |(index, column)| {
        let (value, delta) = relative(column)?;
        let x = slots.centre(index);
        Some((((x, tier.scale.at(0.0)), (x, tier.scale.at(value.clamp(-CAP, CAP)))), (value, delta)))
    };
    let pins: Vec<Pin<'_>> = chart.columns.iter().enumerate().filter_map(pin).collect();
    variance::pins(pen, &pins);
    let shown: Vec<_> = chart
        .columns
        .iter()
        .map(|column| {
            column.relative.as_ref().map(|delta| (drawable(delta.value).map(|v| v.clamp(-CAP, CAP)), delta))
        })
        .collect();
    tier.delta_labels(&shown, 6.0);
    tier.scale.at(extent.low) + if extent.low < 0.0 { ROOM + 8.0 } else { 8.0 }
}

impl Slots {
    fn of(pen: &Pen, chart: &Columns) -> Self {
        let tiers = chart.columns.iter().any(|c| c.absolute.is_some() || c.relative.is_some());
        let left = if tiers && !pen.is_narrow() { GUTTER } else { 0.0 };
        let widest = match chart.grain {
            Grain::Day => 26.0,
            Grain::Week => 44.0,
            Grain::Month => 60.0,
            Grain::Quarter => 84.0,
            Grain::Year => 112.0,
        };
        let count = chart.columns.len();
        Self { left, slot: ((pen.width - left) / count as f64).min(widest), count }
    }

    fn centre(&self, index: usize) -> f64 {
        self.left + (index as f64 + 0.5) * self.slot
    }

    fn right(&self) -> f64 {
        self.left + self.slot * self.count as f64
    }
}

impl<'a> Tier<'a> {
    /// A tier whose highest value stands at `top`, `unit` high per unit of value.
    fn new(pen: &'a Pen, slots: &'a Slots, extent: Extent, (top, unit): (f64, f64)) -> Self {
        Self { pen, slots, scale: Scale::new(extent, top + extent.span() * unit, top) }
    }

    fn code(&self, code: &str) {
        let words = Words::after(code, Ink::Tier);
        if self.pen.is_narrow() {
            let top = self.scale.top();
            self.pen.text((0.0, top - ROOM - 3.0), &words);
        } else {
            self.pen.text((0.0, self.scale.at(0.0) + 4.0), &words);
        }
    }

    /// The zero line, in the style of what the variances refer to.
    fn zero(&self, versus: Scenario) {
        let y = self.scale.at(0.0);
        variance::axis(self.pen, ((self.slots.left, y), (self.slots.right(), y)), versus);
    }

    fn variances(&self, chart: &Columns) {
        let half = self.slots.slot * BAR / 2.0;
        for (index, column) in chart.columns.iter().enumerate() {
            let (Some(value), Some(delta)) = (absolute(column).0, &column.absolute) else { continue };
            let x = self.slots.centre(index);
            let ink = Ink::variance(delta.impact, column.fill);
            self.pen.rect((x - half, self.scale.at(0.0)), (x + half, self.scale.at(value)), ink);
        }
        self.zero(chart.versus);
        let labels: Vec<_> = chart
            .columns
            .iter()
            .map(|c| c.absolute.as_ref().map(|delta| (drawable(delta.value), delta)))
            .collect();
        self.delta_labels(&labels, 4.0);
    }

    /// The labels of variances beyond their ends; where room is short, the largest come first.
    fn delta_labels(&self, deltas: &[Option<(Option<f64>, &Delta)>], gap: f64) {
        let (mut taken, half) = (Taken::default(), self.slots.slot * BAR / 2.0);
        let mut order: Vec<_> =
            deltas.iter().enumerate().filter_map(|(i, d)| d.map(|(v, d)| (i, v, d))).collect();
        for (index, value, _) in &order {
            let x = self.slots.centre(*index);
            let y = self.scale.at(value.unwrap_or(0.0));
            taken.take((x - half, self.scale.at(0.0)), (x + half, y));
        }
        let largest = order.iter().filter_map(|(_, value, _)| *value).map(f64::abs).fold(0.0, f64::max);
        order.sort_by(|a, b| b.1.unwrap_or(0.0).abs().total_cmp(&a.1.unwrap_or(0.0).abs()));
        for (index, value, delta) in order {
            let value = value.unwrap_or(0.0);
            let width = text::width(&delta.label, false);
            // Where labels are wider than three periods, only those of large variances are of use.
            if width > 3.0 * self.slots.slot && value.abs() < 0.4 * largest {
                continue;
            }
            let y = self.scale.at(value);
            let x = self.pen.inside(self.slots.centre(index), width, Side::Over);
            let at = (x, if value < 0.0 { y + gap + 9.0 } else { y - gap });
            if taken.text(at, width) {
                self.pen.text(at, &Words::over(&delta.label, Ink::number(delta.impact)));
            }
        }
    }

    fn bars(&self, chart: &Columns, extent: Extent) {
        for (index, column) in chart.columns.iter().enumerate() {
            self.bar((index, -OFFSET), column.previous, Ink::Previous);
        }
        for (index, column) in chart.columns.iter().enumerate() {
            self.bar((index, OFFSET), column.plan, Ink::Plan);
        }
        for (index, column) in chart.columns.iter().enumerate() {
            self.bar((index, 0.0), column.main.value, Ink::bar(column.fill));
        }
        self.cuts(chart, extent);
        let y = self.scale.at(0.0);
        self.pen.line(&[(self.slots.left, y), (self.slots.right(), y)], Ink::Axis);
    }

    fn bar(&self, (index, offset): (usize, f64), value: Option<f64>, ink: Ink) {
        let Some(value) = drawable(value) else { return };
        let half = self.slots.slot * BAR / 2.0;
        let x = self.slots.centre(index) + self.slots.slot * offset;
        let y = self.scale.at(value);
        self.pen.rect((x - half, self.scale.at(0.0)), (x + half, y), ink);
    }

    /// A slanted gap near the end of every bar that is longer than the scale.
    fn cuts(&self, chart: &Columns, extent: Extent) {
        for (index, column) in chart.columns.iter().enumerate() {
            let Some(value) = drawable(column.main.value) else { continue };
            if value > extent.high || value < extent.low {
                let half = self.slots.slot * BAR / 2.0 + 2.0;
                let y = self.scale.at(value);
                let y = if value > 0.0 { y + 12.0 } else { y - 12.0 };
                let x = self.slots.centre(index);
                self.pen.line(&[(x - half, y + 4.0), (x + half, y - 4.0)], Ink::Cut);
            }
        }
    }

    /// How high each period's bars reach.
    fn tops(&self, chart: &Columns) -> Vec<f64> {
        let top = |column: &Column| {
            let values = [column.main.value, column.plan, column.previous];
            self.scale.at(Extent::with_zero(values).high)
        };
        chart.columns.iter().map(top).collect()
    }

    /// The values above their columns: all of them if they fit; else the highest and the last, then as many
    /// as find room, unless there are so many columns that only those two can be told apart.
    fn values(&self, chart: &Columns) {
        let step = labels::step(chart.columns.iter().map(|c| c.main.label.as_str()), self.slots.slot);
        let (tops, mut taken) = (self.tops(chart), Taken::default());
        let first = if step == 1 { Vec::new() } else { extremes(chart) };
        for index in &first {
            let column = &chart.columns[*index];
            let top = self.clear(&tops, *index, &column.main.label);
            // A label far above its column would be read as another one's.
            if tops[*index] - top <= NEAR {
                taken.text((self.label_x(column, *index), top - 4.0), text::width(&column.main.label, false));
                self.value(column, *index, top);
            }
        }
        for (index, top) in tops.iter().enumerate().filter(|_| step > 1) {
            let (x, reach) = (self.slots.centre(index), self.slots.slot * (BAR / 2.0 + OFFSET));
            taken.take((x - reach, *top), (x + reach, self.scale.bottom()));
        }
        let mut rest: Vec<_> = (0..tops.len()).filter(|index| step <= 2 && !first.contains(index)).collect();
        rest.sort_by(|a, b| tops[*a].total_cmp(&tops[*b]));
        for index in rest {
            let column = &chart.columns[index];
            let at = (self.label_x(column, index), tops[index] - 4.0);
            if step == 1 || taken.text(at, text::width(&column.main.label, false)) {
                self.value(column, index, tops[index]);
            }
        }
    }

    /// The height at which a label stands clear of the neighbours it reaches over.
    fn clear(&self, tops: &[f64], index: usize, label: &str) -> f64 {
        let width = text::width(label, false);
        let x = self.pen.inside(self.slots.centre(index), width, Side::Over);
        let reach = 2.0 + width / 2.0 + self.slots.slot * (BAR / 2.0 + OFFSET);
        let near = |other: &usize| (self.slots.centre(*other) - x).abs() < reach;
        (0..tops.len()).filter(near).map(|other| tops[other]).fold(tops[index], f64::min)
    }

    /// Where the label of a value stands: over its column, moved where it would leave the picture.
    fn label_x(&self, column: &Column, index: usize) -> f64 {
        self.pen.inside(self.slots.centre(index), text::width(&column.main.label, false), Side::Over)
    }

    fn value(&self, column: &Column, index: usize, top: f64) {
        let x = self.slots.centre(index);
        match drawable(column.main.value) {
            Some(value) if value < 0.0 => {
                let y = self.scale.at(value).min(self.scale.bottom()) + 13.0;
                self.pen.text((x, y), &Words::over(&column.main.label, Ink::Number));
            }
            Some(_) => self.pen.text((x, top - 4.0), &Words::over(&column.main.label, Ink::Number)),
            None => self.pen.text((x, top - 4.0), &Words::over(&column.main.label, Ink::Label)),
        }
    }

    /// The periods and their notes below the columns; gives the height reached.
    fn periods(&self, chart: &Columns, top: f64) -> f64 {
        let step = labels::step(chart.columns.iter().map(|column| column.label.as_str()), self.slots.slot);
        for (index, column) in chart.columns.iter().enumerate() {
            if labels::shown(index, chart.columns.len(), step) {
                self.pen
                    .text((self.slots.centre(index), top + LINE), &Words::over(&column.label, Ink::Label));
            }
        }
        let notes: Vec<_> = chart
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| Placed { x: self.slots.centre(index), text: &column.note })
            .collect();
        let top = top + LINE + 4.0;
        top + labels::stagger(self.pen, &notes, top)
    }
}

/// The positions of the highest value and the last one, far enough apart to be both labelled.
fn extremes(chart: &Columns) -> Vec<usize> {
    let values: Vec<_> = chart.columns.iter().map(|column| drawable(column.main.value)).collect();
    let last = values.iter().rposition(Option::is_some);
    let highest = (0..values.len())
        .filter(|i| values[*i].is_some())
        .max_by(|a, b| values[*a].unwrap_or_default().total_cmp(&values[*b].unwrap_or_default()));
    let apart = (values.len() / 4).max(1);
    match (highest, last) {
        (Some(high), Some(last)) if high.abs_diff(last) >= apart => vec![high, last],
        (_, Some(last)) => vec![last],
        _ => Vec::new(),
    }
}
