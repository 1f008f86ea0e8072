//! Stages on an axis of days: the plan outlined above, what happened solid below.

use super::ink::Ink;
use super::kinds::{Span, Timeline};
use super::pen::{Pen, Words};
use super::scale::{Extent, Scale, drawable};
use super::text::{self, LINE};

const THICK: f64 = 8.0;
const ROW: f64 = 30.0;
const HEAD: f64 = 20.0;
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
    rows.axis(bottom);
    rows.bars();
    rows.texts();
    rows.today(bottom)
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

    /// Dates above, each with a line down; dates that would touch the one before are left out.
    fn axis(&self, bottom: f64) {
        let mut end = f64::MIN;
        for tick in &self.chart.ticks {
            let Some(day) = drawable(tick.value) else { continue };
            let x = self.scale.at(day);
            self.pen.line(&[(x, HEAD - 4.0), (x, bottom)], Ink::Grid);
            let half = text::width(&tick.label, false) / 2.0;
            let at = self.pen.inside(x, 2.0 * half, super::pen::Side::Over);
            if at - half > end + 6.0 {
                self.pen.text((at, HEAD - 8.0), &Words::over(&tick.label, Ink::Label));
                end = at + half;
            }
        }
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

    /// Today as a needle through all stages, named below.
    fn today(&self, bottom: f64) -> f64 {
        let Some((day, label)) = self.chart.today.as_ref().and_then(|t| Some((drawable(t.value)?, &t.label)))
        else {
            return bottom + 2.0;
        };
        let x = self.scale.at(day);
        self.pen.line(&[(x, HEAD - 4.0), (x, bottom + 3.0)], Ink::Needle);
        self.pen.text((x, bottom + LINE), &Words::over(label, Ink::Head));
        bottom + LINE + 6.0
    }
}
