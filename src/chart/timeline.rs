//! Stages on an axis of days: the plan outlined above, what happened solid below.

use super::days::{self, HEAD};
use super::ink::Ink;
use super::kinds::{Span, Timeline};
use super::pen::{Pen, Words};
use super::scale::{Extent, Scale, drawable};
use super::text::{self, LINE};

const THICK: f64 = 8.0;
const ROW: f64 = 30.0;
/// The shortest bar that can be seen.
const LEAST: f64 = 2.0;

/// Draws the chart and tells its height.
pub(super) fn draw(pen: &Pen, chart: &Timeline) -> f64 {
    let Some(extent) = extent(chart) else { return LINE };
    let names = chart.stages.iter().map(|stage| text::width(&stage.label, false)).fold(0.0, f64::max);
    let names = if pen.is_narrow() { 0.0 } else { (names + 12.0).min(pen.width * 0.26) };
    let slips = chart.stages.iter().filter_map(|stage| stage.slip.as_ref());
    let slips = slips.map(|slip| text::width(&slip.label, false)).fold(0.0, f64::max);
    let scale = Scale::new(extent, names, (pen.width - slips - 8.0).max(names + pen.width * 0.2));
    let row = ROW + if pen.is_narrow() { LINE } else { 0.0 };
    let rows = Rows { pen, chart, scale, names, row };
    let bottom = HEAD + row * chart.stages.len() as f64;
    days::axis(pen, &rows.scale, (&chart.ticks, bottom));
    rows.bars();
    rows.texts();
    days::today(pen, &rows.scale, (chart.today.as_ref(), bottom), &[(HEAD - 4.0, bottom + 3.0)])
}

fn extent(chart: &Timeline) -> Option<Extent> {
    let spans = chart.stages.iter().flat_map(|stage| [stage.plan, stage.actual]).flatten();
    let days = spans.flat_map(|span| [Some(span.from), Some(span.to)]);
    Extent::of(days.chain(chart.ticks.iter().chain(&chart.today).map(|mark| mark.value)))
}

struct Rows<'a> {
    pen: &'a Pen,
    chart: &'a Timeline,
    scale: Scale,
    names: f64,
    row: f64,
}

impl Rows<'_> {
    /// The line between the bars of the plan and of what happened.
    fn middle(&self, index: usize) -> f64 {
        HEAD + self.row * (index as f64 + 1.0) - ROW / 2.0
    }

    fn bars(&self) {
        for (index, stage) in self.chart.stages.iter().enumerate() {
            self.bar(stage.plan, self.middle(index) - THICK - 1.0, Ink::Plan);
        }
        for (index, stage) in self.chart.stages.iter().enumerate() {
            let open = stage.actual.is_some_and(|span| span.open);
            self.bar(stage.actual, self.middle(index) + 1.0, if open { Ink::Forecast } else { Ink::Actual });
        }
    }

    fn bar(&self, span: Option<Span>, y: f64, ink: Ink) {
        let ends = span.map(|span| (drawable(Some(span.from)), drawable(Some(span.to))));
        if let Some((Some(from), Some(to))) = ends {
            let (from, to) = (self.scale.at(from.min(to)), self.scale.at(from.max(to)));
            self.pen.rect((from, y), (to.max(from + LEAST), y + THICK), ink);
        }
    }

    fn texts(&self) {
        for (index, stage) in self.chart.stages.iter().enumerate() {
            let y = self.middle(index);
            if self.names > 0.0 {
                let name = text::elide(&stage.label, self.names - 10.0, false);
                self.pen.text((0.0, y + 4.0), &Words::after(&name, Ink::Name));
            } else {
                self.pen.text((0.0, y - ROW / 2.0 + 1.0), &Words::after(&stage.label, Ink::Name));
            }
            if let Some(slip) = &stage.slip {
                let end = Extent::of([stage.plan, stage.actual].map(|span| span.map(|s| s.to.max(s.from))));
                let x = end.map_or(self.names, |end| self.scale.at(end.high)) + 6.0;
                self.pen.text((x, y + 4.0), &Words::after(&slip.label, Ink::number(slip.impact)));
            }
        }
    }
}
