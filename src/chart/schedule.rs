//! Ways leg by leg on an axis of days: each leg outlined, waiting as a thin line, standstills hatched.

use super::days::{self, HEAD};
use super::ink::Ink;
use super::kinds::{Leg, Schedule, Span, Way};
use super::pen::{Pen, Words};
use super::scale::{Extent, Scale, drawable};
use super::text::{self, LINE};

const THICK: f64 = 17.0;
const ROW: f64 = 29.0;
/// By how much a standstill is higher than the bars.
const OVER: f64 = 4.0;
/// The shortest bar that can be seen.
const LEAST: f64 = 2.0;
/// From the name of a row to its first possible day.
const GAP: f64 = 12.0;

/// Draws the chart and tells its height.
pub(super) fn draw(pen: &Pen, chart: &Schedule) -> f64 {
    let Some(extent) = extent(chart) else { return LINE };
    let widest = |labels: &mut dyn Iterator<Item = &str>| {
        labels.map(|label| text::width(label, false)).fold(0.0, f64::max)
    };
    let names = widest(&mut chart.rows.iter().map(|row| row.label.as_str())) + GAP;
    let names = if pen.is_narrow() { 0.0 } else { names.min(pen.width * 0.32) };
    let notes = widest(&mut chart.rows.iter().map(|row| row.note.label.as_str()));
    let notes = if pen.is_narrow() { 0.0 } else { notes.min(pen.width * 0.2) + 8.0 };
    let row = ROW + if pen.is_narrow() { LINE } else { 0.0 };
    let rows = Rows { pen, chart, scale: Scale::new(extent, names, pen.width - notes), names, row };
    let bottom = HEAD + row * chart.rows.len() as f64;
    days::axis(pen, &rows.scale, (&chart.ticks, bottom));
    rows.bars();
    rows.closures();
    rows.waits();
    rows.texts();
    days::today(pen, &rows.scale, (chart.today.as_ref(), bottom), &rows.stretches(bottom))
}

fn extent(chart: &Schedule) -> Option<Extent> {
    let legs = chart.rows.iter().flat_map(|row| &row.legs);
    let days = legs.flat_map(|leg| [Some(leg.span.from), Some(leg.span.to)]);
    Extent::of(days.chain(chart.today.iter().map(|mark| mark.value)))
}

struct Rows<'a> {
    pen: &'a Pen,
    chart: &'a Schedule,
    scale: Scale,
    names: f64,
    row: f64,
}

impl Rows<'_> {
    fn rows(&self) -> impl Iterator<Item = (f64, &Way)> {
        self.chart.rows.iter().enumerate().map(|(index, way)| (self.middle(index), way))
    }

    /// The middle of a row's bars.
    fn middle(&self, index: usize) -> f64 {
        HEAD + self.row * (index as f64 + 1.0) - ROW / 2.0
    }

    /// Where a stretch of days begins and ends; nothing when it cannot be drawn.
    fn places(&self, span: &Span) -> Option<(f64, f64)> {
        let (from, to) = drawable(Some(span.from)).zip(drawable(Some(span.to)))?;
        Some((self.scale.at(from.min(to)), self.scale.at(from.max(to))))
    }

    /// Where today is drawn: through everything, but on a narrow picture not through the names between the bars.
    fn stretches(&self, bottom: f64) -> Vec<(f64, f64)> {
        if self.names > 0.0 {
            return vec![(HEAD - 4.0, bottom + 3.0)];
        }
        let half = THICK / 2.0 + OVER;
        let rows = self.rows().map(|(y, _)| (y - half, y + half));
        rows.chain([(bottom, bottom + 3.0)]).collect()
    }

    fn closures(&self) {
        for (y, way) in self.rows() {
            for (from, to) in way.closed.iter().filter_map(|span| self.places(span)) {
                if to > from {
                    let half = THICK / 2.0 + OVER;
                    self.pen.rect((from, y - half), (to, y + half), Ink::Shut);
                }
            }
        }
    }

    /// A line from the end of a leg to the beginning of the next, where the goods wait.
    fn waits(&self) {
        for (y, way) in self.rows() {
            for pair in way.legs.windows(2) {
                let [first, second] = pair else { continue };
                let places = self.places(&first.span).zip(self.places(&second.span));
                if let Some(((_, from), (to, _))) = places.filter(|((_, from), (to, _))| to > from) {
                    self.pen.line(&[(from, y), (to, y)], Ink::Axis);
                }
            }
        }
    }

    fn bars(&self) {
        for (y, way) in self.rows() {
            for (from, to) in way.legs.iter().filter_map(|leg| self.places(&leg.span)) {
                let to = to.max(from + LEAST);
                self.pen.rect((from, y - THICK / 2.0), (to, y + THICK / 2.0), Ink::Plan);
            }
        }
    }

    fn texts(&self) {
        for (y, way) in self.rows() {
            way.legs.iter().for_each(|leg| self.leg(leg, y));
        }
        for (y, way) in self.rows() {
            let (note, ink) = (&way.note.label, Ink::number(way.note.impact));
            if self.names > 0.0 {
                let name = text::elide(&way.label, self.names - GAP, false);
                self.pen.text((0.0, y + 4.0), &Words::after(&name, Ink::Name));
                self.pen.text((self.pen.width, y + 4.0), &Words::before(note, ink));
            } else {
                let above = y - ROW / 2.0 + 1.0;
                let room = self.pen.width - text::width(note, false) - GAP;
                self.pen.text((0.0, above), &Words::after(&text::elide(&way.label, room, false), Ink::Name));
                self.pen.text((self.pen.width, above), &Words::before(note, ink));
            }
        }
    }

    /// The name of a leg inside its bar, where there is room for it.
    fn leg(&self, leg: &Leg, y: f64) {
        let Some((from, to)) = self.places(&leg.span) else { return };
        if text::width(&leg.label, false) + 4.0 <= to - from {
            self.pen.text(((from + to) / 2.0, y + 4.0), &Words::over(&leg.label, Ink::Label));
        }
    }
}
