//! A fan: what was measured, what is expected from there with its bands, the plan, and what was expected before.

use serde::Serialize;

use super::ink::Ink;
use super::kinds::Lines;
use super::lines::{Plane, brackets_room, end_text, last, runs};
use super::pen::{Pen, Words};
use super::scale::{Extent, Scale, drawable};
use super::spec::{Mark, Scenario};
use super::text::{self, LINE};

const HEIGHT: f64 = 220.0;
const HEIGHT_NARROW: f64 = 200.0;
/// Room for labels above the highest and below the lowest point.
const ROOM: f64 = 20.0;
const EDGE: f64 = 6.0;

/// What was measured and what is expected, period by period.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Fan {
    /// History, plan and forecast over the same periods; the forecast begins where history ends.
    pub lines: Lines,
    /// Where the forecast may land, the narrowest band first.
    pub bands: Vec<Band>,
    /// Forecasts as they were issued before, each with a value per label.
    pub issued: Vec<Vec<Option<f64>>>,
    /// What the forecasts issued before are called; shown once.
    pub issued_name: String,
    /// The place of today between the labels, by their numbers, and its name.
    pub today: Option<Mark>,
    /// Where years begin between the labels, by their numbers, and their names; may be empty.
    pub years: Vec<Mark>,
    /// That small values are better, as those of a rank: they stand on top.
    pub falling: bool,
}

/// Where a forecast may land, with how surely.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Band {
    /// How surely: "80%".
    pub name: String,
    /// Its lower and upper end, one per label; none where nothing is expected.
    pub ends: Vec<Option<(Mark, Mark)>>,
}

/// The room of the name of today, clear of the names of events above it.
const TODAY: f64 = LINE + 5.0;

/// Draws the chart and tells its height.
pub(super) fn draw(pen: &Pen, chart: &Fan) -> f64 {
    let Some(extent) = extent(chart) else { return LINE };
    let lines = joined(&chart.lines);
    let names = lines.series.iter().map(end_text).chain(chart.bands.iter().flat_map(edge_texts));
    let names = names.map(|name| text::width(&name, true)).fold(0.0, f64::max);
    let right = pen.width - (names + 10.0).min(pen.width * 0.4);
    let head = brackets_room(pen, &lines, right) + third_row(pen, &lines);
    // The key of past forecasts has a row of its own: on a phone it would reach to today.
    let key = head + if chart.issued.is_empty() { 0.0 } else { TODAY };
    let top = key + if chart.today.is_some() { TODAY } else { 0.0 };
    let bottom = top + ROOM + if pen.is_narrow() { HEIGHT_NARROW } else { HEIGHT };
    let (from, to) = if chart.falling { (top + ROOM, bottom) } else { (bottom, top + ROOM) };
    let plane =
        Plane { pen, left: EDGE, right, count: lines.labels.len(), scale: Scale::new(extent, from, to) };
    plane.brackets(&lines, (head, bottom + ROOM));
    bands(&plane, chart, &lines);
    today(&plane, chart, (top - 4.0, bottom + ROOM));
    issued(&plane, chart, key - 4.0);
    plane.lines(&lines);
    plane.floor(extent, bottom + ROOM);
    plane.ends(&lines, &edges(&plane, &chart.bands));
    plane.peaks(&lines, chart.falling);
    let foot = plane.periods(&lines, bottom + ROOM);
    years(&plane, chart, (bottom + ROOM, foot))
}

/// The names of years under the labels, each from its beginning on, where the next one leaves it room.
fn years(plane: &Plane<'_>, chart: &Fan, (axis, foot): (f64, f64)) -> f64 {
    if chart.years.is_empty() {
        return foot;
    }
    let place = |mark: &Mark| drawable(mark.value).map(|place| plane.x(place));
    let mut next = plane.pen.width;
    for (mark, x) in chart.years.iter().rev().filter_map(|mark| Some((mark, place(mark)?))) {
        if x + text::width(&mark.label, false) + 4.0 <= next {
            plane.pen.line(&[(x, axis), (x, foot + LINE - 6.0)], Ink::Grid);
            plane.pen.text((x + 4.0, foot + LINE - 6.0), &Words::after(&mark.label, Ink::Label));
            next = x;
        }
    }
    foot + LINE
}

/// Two years and one ahead have more events than two rows of names hold.
fn third_row(pen: &Pen, lines: &Lines) -> f64 {
    let names = lines.brackets.iter().filter(|bracket| !bracket.label.is_empty()).count();
    if names > 4 && !pen.is_narrow() { LINE } else { 0.0 }
}

fn extent(chart: &Fan) -> Option<Extent> {
    let marks = chart.lines.series.iter().flat_map(|series| &series.marks).map(|mark| mark.value);
    let bands = chart.bands.iter().flat_map(|band| band.ends.iter().flatten());
    let bands = bands.flat_map(|(low, high)| [low.value, high.value]);
    let issued = chart.issued.iter().flatten().copied();
    let extent = Extent::of(marks.chain(bands).chain(issued))?;
    // The best rank is the first: there is none to begin at zero.
    Some(if chart.falling { extent } else { extent.near_zero() })
}

/// The last measured value: its position and height.
fn end(lines: &Lines) -> Option<(usize, f64)> {
    let actual = lines.series.iter().find(|series| series.scenario == Scenario::Actual)?;
    last(actual).map(|(index, value, _)| (index, value))
}

/// The forecast drawn from the last measured value on, so that no gap is left between the two.
fn joined(lines: &Lines) -> Lines {
    let mut joined = lines.clone();
    let Some((index, value)) = end(lines) else { return joined };
    for series in joined.series.iter_mut().filter(|series| series.scenario == Scenario::Forecast) {
        let next = series.marks.get(index + 1).is_some_and(|mark| drawable(mark.value).is_some());
        if let Some(mark) = series.marks.get_mut(index).filter(|mark| next && mark.value.is_none()) {
            mark.value = Some(value);
        }
    }
    joined
}

/// The bands, the widest behind, opening at the last measured value.
fn bands(plane: &Plane<'_>, chart: &Fan, lines: &Lines) {
    let end = end(lines);
    for (band, ink) in chart.bands.iter().zip([Ink::Range, Ink::RangeWide]).rev() {
        let at = |(index, found): (usize, &Option<(Mark, Mark)>)| {
            let next = || band.ends.get(index + 1).is_some_and(Option::is_some);
            let tip = || end.filter(|(last, _)| *last == index && next()).map(|(_, value)| (value, value));
            let ends = found.as_ref().and_then(|(low, high)| drawable(low.value).zip(drawable(high.value)));
            ends.or_else(tip).map(|(low, high)| (index, low, high))
        };
        let places: Vec<_> = band.ends.iter().take(plane.count).enumerate().map(at).collect();
        let upper = runs(places.iter().map(|found| found.map(|(index, _, high)| plane.at(index, high))));
        let lower = runs(places.iter().map(|found| found.map(|(index, low, _)| plane.at(index, low))));
        for (mut outline, back) in upper.into_iter().zip(lower) {
            outline.extend(back.into_iter().rev());
            plane.pen.area(&outline, ink);
        }
    }
}

fn today(plane: &Plane<'_>, chart: &Fan, (top, bottom): (f64, f64)) {
    let Some(mark) = &chart.today else { return };
    let Some(place) = drawable(mark.value) else { return };
    let x = plane.x(place.clamp(0.0, plane.count.saturating_sub(1) as f64));
    plane.pen.line(&[(x, top + 3.0), (x, bottom)], Ink::Connector);
    plane.pen.text((x, top), &Words::over(&mark.label, Ink::Label));
}

/// Thin lines from where each forecast began, and above them what they are.
fn issued(plane: &Plane<'_>, chart: &Fan, top: f64) {
    let mut drawn = false;
    for values in &chart.issued {
        let points = values.iter().take(plane.count).enumerate();
        let points = points.map(|(index, value)| drawable(*value).map(|value| plane.at(index, value)));
        for run in runs(points).iter().filter(|run| run.len() > 1) {
            plane.pen.line(run, Ink::LineIssued);
            run.first().into_iter().for_each(|first| plane.pen.dot(*first, 1.6, Ink::Previous));
            drawn = true;
        }
    }
    if drawn {
        plane.pen.line(&[(2.0, top - 4.0), (18.0, top - 4.0)], Ink::LineIssued);
        plane.pen.dot((2.0, top - 4.0), 1.6, Ink::Previous);
        plane.pen.text((23.0, top), &Words::after(&chart.issued_name, Ink::Label));
    }
}

/// The ends of the bands at their last period, as texts at the right.
fn edges(plane: &Plane<'_>, bands: &[Band]) -> Vec<(f64, String)> {
    let last = |band: &Band| {
        let mut ends = band.ends.iter().take(plane.count).flatten();
        ends.rfind(|(low, high)| drawable(low.value).and(drawable(high.value)).is_some()).cloned()
    };
    let edge = |band: &Band| {
        let (low, high) = last(band)?;
        let text = |mark: &Mark| format!("{} {}", band.name, mark.label).trim().to_owned();
        Some([(plane.scale.at(high.value?), text(&high)), (plane.scale.at(low.value?), text(&low))])
    };
    bands.iter().filter_map(edge).flatten().collect()
}

fn edge_texts(band: &Band) -> Vec<String> {
    let last = band.ends.iter().flatten().next_back();
    let marks = last.map(|(low, high)| [low, high]).into_iter().flatten();
    marks.map(|mark| format!("{} {}", band.name, mark.label)).collect()
}
