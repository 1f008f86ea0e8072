//! From one total to another: totals stand on zero, contributions float at the running total.
//!
//! Upright if the names fit under their steps; else lying, one step per line, so that every name can be read.

use super::ink::Ink;
use super::kinds::{Step, StepKind, Waterfall};
use super::pen::{Pen, Words};
use super::scale::{Extent, Scale, drawable};
use super::text::{self, LINE};

const HEIGHT: f64 = 200.0;
const ROOM: f64 = 18.0;
/// The widest step, and the share of it that the bar takes.
const WIDEST: f64 = 120.0;
const BAR: f64 = 0.62;
/// Height of a line of a lying waterfall, and of its bar.
const ROW: f64 = 27.0;
const THICK: f64 = 15.0;
/// From one line of a name to the next, where two share a row.
const TIGHT: f64 = 12.5;

/// Where a step starts and ends on the value scale.
#[derive(Clone, Copy)]
struct Reach {
    from: f64,
    to: f64,
}

/// Draws the chart and tells its height.
pub(super) fn draw(pen: &Pen, chart: &Waterfall) -> f64 {
    if chart.steps.is_empty() {
        return LINE;
    }
    let reaches = reaches(&chart.steps);
    let extent = Extent::with_zero(reaches.iter().flat_map(|reach| [Some(reach.from), Some(reach.to)]));
    let slot = (pen.width / chart.steps.len() as f64).min(WIDEST);
    let room = slot - 8.0;
    let fits = |step: &Step| {
        let label = text::width(&step.label, false);
        slot >= WIDEST || (label <= 2.0 * room - 12.0 && text::longest_word(&step.label) <= room)
    };
    if slot >= 64.0 && chart.steps.iter().all(fits) {
        upright(pen, chart, (&reaches, extent), slot)
    } else {
        lying(pen, chart, &reaches, extent)
    }
}

fn reaches(steps: &[Step]) -> Vec<Reach> {
    let mut running = 0.0;
    let mut reach = |step: &Step| {
        let value = drawable(step.mark.value);
        let from = if matches!(step.kind, StepKind::Total(_)) { 0.0 } else { running };
        // A gap leaves the running total where it is.
        running = value.map_or(running, |value| from + value);
        Reach { from: if value.is_some() { from } else { running }, to: running }
    };
    steps.iter().map(&mut reach).collect()
}

fn ink(kind: StepKind) -> Ink {
    match kind {
        StepKind::Total(scenario) => Ink::total(scenario),
        StepKind::Change(impact) => Ink::variance(impact, super::Fill::Actual),
    }
}

fn number(kind: StepKind) -> Ink {
    match kind {
        StepKind::Total(_) => Ink::Head,
        StepKind::Change(impact) => Ink::number(impact),
    }
}

/// Whether a label stands on the side where values fall.
fn falls(step: &Step, reach: Reach) -> bool {
    reach.to < reach.from || (matches!(step.kind, StepKind::Total(_)) && reach.to < 0.0)
}

fn upright(pen: &Pen, chart: &Waterfall, (reaches, extent): (&[Reach], Extent), slot: f64) -> f64 {
    let scale = Scale::new(extent, ROOM + HEIGHT, ROOM);
    let half = slot * BAR / 2.0;
    let centre = |index: usize| (index as f64 + 0.5) * slot;
    for (index, value) in connected(chart, reaches) {
        let y = scale.at(value);
        pen.line(&[(centre(index - 1) + half, y), (centre(index) - half, y)], Ink::Connector);
    }
    for (index, step, reach) in drawn(chart, reaches) {
        let (left, right) = (centre(index) - half, centre(index) + half);
        pen.rect((left, scale.at(reach.from)), (right, scale.at(reach.to)), ink(step.kind));
    }
    pen.line(&[(0.0, scale.at(0.0)), (slot * reaches.len() as f64, scale.at(0.0))], Ink::Axis);
    for (index, (step, reach)) in chart.steps.iter().zip(reaches).enumerate() {
        let y = scale.at(reach.to);
        let y = if falls(step, *reach) { y + 14.0 } else { y - 5.0 };
        pen.text((centre(index), y), &Words::over(&step.mark.label, number(step.kind)));
    }
    names(pen, chart, slot, scale.bottom() + if extent.low < 0.0 { ROOM } else { 0.0 })
}

/// The steps that continue the step before them, with the running total between the two.
fn connected(chart: &Waterfall, reaches: &[Reach]) -> Vec<(usize, f64)> {
    let before = |index: usize| reaches[index - 1].to;
    let continues = |index: &usize| {
        matches!(chart.steps[*index].kind, StepKind::Change(_)) || reaches[*index].to == before(*index)
    };
    (1..reaches.len()).filter(continues).map(|index| (index, before(index))).collect()
}

/// The steps that have a value.
fn drawn<'a>(chart: &'a Waterfall, reaches: &[Reach]) -> Vec<(usize, &'a Step, Reach)> {
    let steps = chart.steps.iter().zip(reaches).enumerate();
    steps.filter(|(_, (step, _))| drawable(step.mark.value).is_some()).map(|(i, (s, r))| (i, s, *r)).collect()
}

fn names(pen: &Pen, chart: &Waterfall, slot: f64, top: f64) -> f64 {
    let mut lines = 1;
    for (index, step) in chart.steps.iter().enumerate() {
        let wrapped = text::wrap(&step.label, slot - 8.0);
        lines = lines.max(wrapped.len());
        for (line, words) in wrapped.iter().enumerate() {
            let at = ((index as f64 + 0.5) * slot, top + LINE * (line as f64 + 1.0) + 1.0);
            pen.text(at, &Words::over(words, Ink::Label));
        }
    }
    top + LINE * lines as f64 + 6.0
}

fn lying(pen: &Pen, chart: &Waterfall, reaches: &[Reach], extent: Extent) -> f64 {
    let names = chart.steps.iter().map(|step| text::width(&step.label, false)).fold(0.0, f64::max);
    let left = (names + 10.0).min(pen.width * 0.34);
    let numbers = chart.steps.iter().map(|step| text::width(&step.mark.label, true)).fold(0.0, f64::max);
    let scale = Scale::new(extent, left, (pen.width - numbers - 8.0).max(left + pen.width * 0.2));
    let y = |index: usize| index as f64 * ROW + ROW / 2.0;
    for (index, value) in connected(chart, reaches) {
        let x = scale.at(value);
        pen.line(&[(x, y(index - 1) + THICK / 2.0), (x, y(index) - THICK / 2.0)], Ink::Connector);
    }
    for (index, step, reach) in drawn(chart, reaches) {
        let (a, b) = (scale.at(reach.from), scale.at(reach.to));
        pen.rect((a, y(index) - THICK / 2.0), (b, y(index) + THICK / 2.0), ink(step.kind));
    }
    let height = ROW * reaches.len() as f64;
    pen.line(&[(scale.at(0.0), 0.0), (scale.at(0.0), height)], Ink::Axis);
    for (index, step) in chart.steps.iter().enumerate() {
        let lines = text::wrap(&step.label, left - 8.0);
        let top = y(index) + 4.0 - TIGHT * (lines.len() - 1) as f64 / 2.0;
        for (line, words) in lines.iter().enumerate() {
            pen.text((0.0, top + TIGHT * line as f64), &Words::after(words, Ink::Label));
        }
    }
    for (index, (step, reach)) in chart.steps.iter().zip(reaches).enumerate() {
        let x = scale.at(reach.from.max(reach.to)) + 5.0;
        pen.text((x, y(index) + 4.0), &Words::after(&step.mark.label, number(step.kind)));
    }
    height + 2.0
}
