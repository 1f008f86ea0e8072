//! Lines over time, named at their ends; gaps stay gaps.

use super::ink::Ink;
use super::kinds::{Bracket, Limit, Lines, Series};
use super::labels::{self, Placed};
use super::pen::{Pen, Point, Words};
use super::scale::{Extent, Scale, drawable};
use super::spec::Scenario;
use super::text::{self, LINE};

const HEIGHT: f64 = 190.0;
const HEIGHT_NARROW: f64 = 170.0;
/// Room for labels above the highest and below the lowest point.
const ROOM: f64 = 20.0;
const EDGE: f64 = 6.0;

/// The scales of a picture of lines.
pub(super) struct Plane<'a> {
    pub(super) pen: &'a Pen,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) count: usize,
    pub(super) scale: Scale,
}

/// Draws the chart and tells its height.
pub(super) fn draw(pen: &Pen, chart: &Lines) -> f64 {
    let Some(extent) = extent(chart) else { return LINE };
    let names = chart.series.iter().map(|series| text::width(&end_text(series), true)).fold(0.0, f64::max);
    let right = pen.width - (names + 10.0).min(pen.width * 0.4);
    let top = brackets_room(pen, chart, right);
    let bottom = top + ROOM + if pen.is_narrow() { HEIGHT_NARROW } else { HEIGHT };
    let scale = Scale::new(extent, bottom, top + ROOM);
    let plane = Plane { pen, left: EDGE, right, count: chart.labels.len(), scale };
    plane.brackets(chart, (top, bottom + ROOM));
    plane.lines(chart);
    plane.limits(&chart.limits);
    plane.floor(extent, bottom + ROOM);
    plane.ends(chart, &[]);
    plane.peaks(chart, false);
    plane.periods(chart, bottom + ROOM)
}

/// The extent of all lines and intervals. It holds zero if the lines come near it.
pub(super) fn extent(chart: &Lines) -> Option<Extent> {
    let marks = chart.series.iter().flat_map(|series| &series.marks).map(|mark| mark.value);
    let interval = chart.interval.iter().flatten().flat_map(|(low, high)| [Some(*low), Some(*high)]);
    let limits = chart.limits.iter().map(|limit| limit.mark.value);
    Some(Extent::of(marks.chain(interval).chain(limits))?.near_zero())
}

/// Draws a small picture between two corners, on the scale given.
pub(super) fn draw_small(pen: &Pen, chart: &Lines, (from, to): (Point, Point), extent: Extent) {
    let names = chart.series.iter().filter(|s| s.scenario == Scenario::Actual).filter_map(last);
    let room = names.map(|(_, _, label)| text::width(label, true)).fold(0.0, f64::max);
    let right = to.0 - (room + 8.0).min((to.0 - from.0) * 0.5);
    let scale = Scale::new(extent, to.1 - LINE - EDGE, from.1 + EDGE);
    let plane = Plane { pen, left: from.0 + 3.0, right, count: chart.labels.len(), scale };
    plane.lines(chart);
    pen.line(&[(from.0, to.1 - LINE), (right + 3.0, to.1 - LINE)], Ink::Grid);
    for series in chart.series.iter().filter(|series| series.scenario == Scenario::Actual) {
        match last(series) {
            Some((index, _, label)) if index + 1 < plane.count => plane.early_end(chart, series, label),
            Some((index, value, label)) => {
                let (x, y) = plane.at(index, value);
                pen.text((x + 6.0, y + 4.0), &Words::after(label, Ink::Head));
            }
            None => {}
        }
    }
    if let (Some(first), Some(last)) = (chart.labels.first(), chart.labels.last()) {
        pen.text((from.0, to.1 - 2.0), &Words::after(first, Ink::Label));
        if chart.labels.len() > 1 {
            pen.text((right + 3.0, to.1 - 2.0), &Words::before(last, Ink::Label));
        }
    }
}

/// The last point of a line: position, value, label.
pub(super) fn last(series: &Series) -> Option<(usize, f64, &str)> {
    let drawn = series.marks.iter().enumerate().rev();
    drawn.filter_map(|(index, mark)| Some((index, drawable(mark.value)?, mark.label.as_str()))).next()
}

/// Name and last value, as they stand at the end of the line.
pub(super) fn end_text(series: &Series) -> String {
    let value = last(series).map_or("", |(_, _, label)| label);
    format!("{} {value}", series.name).trim().to_string()
}

fn end_ink(series: &Series) -> Ink {
    if series.scenario == Scenario::Actual { Ink::Head } else { Ink::Label }
}

/// Stretches of values without a gap.
pub(super) fn runs(points: impl Iterator<Item = Option<Point>>) -> Vec<Vec<Point>> {
    let mut runs = vec![Vec::new()];
    for point in points {
        match (point, runs.last_mut()) {
            (Some(point), Some(run)) => run.push(point),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn placed<'a>(plane: &Plane<'_>, brackets: &'a [Bracket]) -> Vec<Placed<'a>> {
    brackets.iter().map(|bracket| Placed { x: plane.middle(bracket), text: &bracket.label }).collect()
}

/// How high the names of brackets are: one line per two of them that might touch.
pub(super) fn brackets_room(pen: &Pen, chart: &Lines, right: f64) -> f64 {
    let names = chart.brackets.iter().filter(|bracket| !bracket.label.is_empty());
    let wide: f64 = names.clone().map(|bracket| text::width(&bracket.label, false) + 12.0).sum();
    match names.count() {
        0 => 0.0,
        1 => LINE,
        2 => {
            if wide < right * 0.5 {
                LINE
            } else {
                2.0 * LINE
            }
        }
        _ if pen.is_narrow() => 3.0 * LINE,
        _ => 2.0 * LINE,
    }
}

impl Plane<'_> {
    pub(super) fn at(&self, index: usize, value: f64) -> Point {
        (self.x(index as f64), self.scale.at(value))
    }

    /// The place of a position; the only one stands in the middle.
    pub(super) fn x(&self, index: f64) -> f64 {
        match self.count {
            0 | 1 => (self.left + self.right) / 2.0,
            count => self.left + (self.right - self.left) * index / (count - 1) as f64,
        }
    }

    fn middle(&self, bracket: &Bracket) -> f64 {
        let last = self.count.saturating_sub(1);
        (self.x(bracket.from.min(last) as f64) + self.x(bracket.to.min(last) as f64)) / 2.0
    }

    pub(super) fn brackets(&self, chart: &Lines, (top, bottom): (f64, f64)) {
        let last = self.count.saturating_sub(1) as f64;
        for bracket in &chart.brackets {
            let from = self.x((bracket.from as f64 - 0.5).clamp(0.0, last));
            let to = self.x((bracket.to as f64 + 0.5).clamp(0.0, last));
            self.pen.rect((from, top), (to.max(from + 1.0), bottom), Ink::Band);
        }
        labels::stagger(self.pen, &placed(self, &chart.brackets), 0.0);
    }

    /// The interval behind, then lines from the least to the most important.
    pub(super) fn lines(&self, chart: &Lines) {
        self.interval(chart);
        let order =
            [Scenario::Previous, Scenario::Plan, Scenario::Forecast, Scenario::Partial, Scenario::Actual];
        for scenario in order {
            for series in chart.series.iter().filter(|series| series.scenario == scenario) {
                self.series(series);
            }
        }
    }

    fn interval(&self, chart: &Lines) {
        let ends = |index: usize| {
            let (low, high) = chart.interval[index]?;
            Some((index, drawable(Some(low))?, drawable(Some(high))?))
        };
        let along = |place: fn((usize, f64, f64)) -> (usize, f64)| {
            let places = (0..chart.interval.len().min(self.count)).map(ends);
            runs(places.map(|found| found.map(place).map(|(index, value)| self.at(index, value))))
        };
        for (mut upper, lower) in
            along(|(i, _, high)| (i, high)).into_iter().zip(along(|(i, low, _)| (i, low)))
        {
            upper.extend(lower.into_iter().rev());
            self.pen.area(&upper, Ink::Range);
        }
    }

    fn series(&self, series: &Series) {
        let marks = series.marks.iter().take(self.count).enumerate();
        let points = marks.map(|(index, mark)| drawable(mark.value).map(|value| self.at(index, value)));
        for run in runs(points) {
            match run.as_slice() {
                [point] => self.pen.dot(*point, 1.8, self.dot(series.scenario)),
                points => self.pen.line(points, Ink::line(series.scenario)),
            }
        }
        if let (Scenario::Actual, Some((index, value, _))) = (series.scenario, last(series)) {
            self.pen.dot(self.at(index.min(self.count.saturating_sub(1)), value), 3.0, Ink::Dot);
        }
    }

    fn dot(&self, scenario: Scenario) -> Ink {
        if scenario == Scenario::Previous { Ink::Previous } else { Ink::Dot }
    }

    /// The zero line if zero is on the scale, else the foot of a scale that is cut.
    pub(super) fn floor(&self, extent: Extent, bottom: f64) {
        if extent.low <= 0.0 && extent.high >= 0.0 {
            let y = self.scale.at(0.0);
            self.pen.line(&[(0.0, y), (self.right + EDGE, y)], Ink::Axis);
        } else {
            self.pen.line(&[(0.0, bottom), (self.right + EDGE, bottom)], Ink::Grid);
        }
    }

    /// Names and last values: at the right for lines that reach it, pushed apart where they end close
    /// together and from further texts there; at their last point for lines that end before.
    pub(super) fn ends(&self, chart: &Lines, further: &[(f64, String)]) {
        let ends = chart.series.iter().filter_map(|series| Some((series, last(series)?)));
        let (right, early): (Vec<_>, Vec<_>) =
            ends.filter(|(_, (index, ..))| *index < self.count).partition(|(_, (index, ..))| {
                chart.series.len() == 1
                    || self.x(*index as f64) > self.right - 0.12 * (self.right - self.left)
            });
        let named = right.iter().map(|(series, (index, value, _))| {
            let x = if chart.series.len() == 1 { self.x(*index as f64) } else { self.right };
            ((x, self.scale.at(*value)), end_text(series), end_ink(series))
        });
        let further = further.iter().map(|(y, text)| ((self.right, *y), text.clone(), Ink::Label));
        let mut texts: Vec<(Point, String, Ink)> = named.chain(further).collect();
        texts.sort_by(|a, b| a.0.1.total_cmp(&b.0.1));
        let wanted: Vec<f64> = texts.iter().map(|((_, y), ..)| *y).collect();
        for (((x, _), text, ink), y) in texts.iter().zip(apart(&wanted, self.scale.bottom() + ROOM)) {
            let shown = text::elide(text, self.pen.width - x - 9.0, ink.is_bold());
            self.pen.text((x + 9.0, y + 4.0), &Words::after(&shown, *ink));
        }
        for (series, _) in early {
            self.early_end(chart, series, &end_text(series));
        }
    }

    /// The text at the last point of a line that others outrun: on the side where they are not.
    fn early_end(&self, chart: &Lines, series: &Series, shown: &str) {
        let Some((index, value, _)) = last(series) else { return };
        let next = chart.series.iter().filter(|other| other.scenario == Scenario::Forecast);
        let next = next.filter_map(|other| drawable(other.marks.get(index + 1)?.value)).next();
        let before = series.marks[..index].iter().rev().find_map(|mark| drawable(mark.value));
        let (x, y) = self.at(index, value);
        let rises = next.or(before).is_some_and(|near| self.scale.at(near) < y);
        let at = (x + 4.0, if rises { y + 15.0 } else { y - 8.0 });
        self.pen.text(at, &Words::after(shown, end_ink(series)));
    }

    /// A dashed line for each limit, with its name over its beginning.
    fn limits(&self, limits: &[Limit]) {
        let last = self.count.saturating_sub(1);
        for limit in limits {
            let Some(value) = drawable(limit.mark.value) else { continue };
            let (from, to) = (self.at(limit.from.min(last), value), self.at(limit.to.min(last), value));
            self.pen.line(&[from, to], Ink::LinePlan);
            if text::width(&limit.mark.label, false) + 4.0 <= to.0 - from.0 {
                self.pen.text((from.0 + 2.0, from.1 - 5.0), &Words::after(&limit.mark.label, Ink::Label));
            }
        }
    }

    /// The highest and the lowest value of actual lines; of those expected where nothing is measured. On a scale
    /// that falls, the lowest stands on top.
    pub(super) fn peaks(&self, chart: &Lines, falling: bool) {
        let measured = chart.series.iter().any(|series| series.scenario == Scenario::Actual);
        let main = if measured { Scenario::Actual } else { Scenario::Forecast };
        for series in chart.series.iter().filter(|series| series.scenario == main) {
            let drawn = || {
                let marks = series.marks.iter().take(self.count).enumerate();
                marks.filter_map(|(i, mark)| Some((i, drawable(mark.value)?, mark.label.as_str())))
            };
            let end = last(series).map_or(0, |(index, _, _)| index);
            let high = drawn().max_by(|a, b| a.1.total_cmp(&b.1));
            let low = drawn().min_by(|a, b| a.1.total_cmp(&b.1));
            let (top, foot) = if falling { (low, high) } else { (high, low) };
            for (found, shift) in [(top, -8.0), (foot, 16.0)] {
                let Some((index, value, label)) = found.filter(|(index, ..)| *index != end) else { continue };
                let (x, y) = self.at(index, value);
                self.pen.dot((x, y), 2.0, Ink::Dot);
                self.pen.text((x, y + shift), &Words::over(label, Ink::Number));
            }
        }
    }

    pub(super) fn periods(&self, chart: &Lines, top: f64) -> f64 {
        let slot = (self.right - self.left) / self.count.saturating_sub(1).max(1) as f64;
        // Days of months stand closer than the space between labels.
        let room = if slot > 6.0 { slot - 3.0 } else { slot * 0.75 };
        let step = labels::step(chart.labels.iter().map(String::as_str), room);
        for (index, label) in chart.labels.iter().enumerate() {
            if labels::shown(index, self.count, step) {
                self.pen.text((self.x(index as f64), top + LINE), &Words::over(label, Ink::Label));
            }
        }
        top + LINE + 6.0
    }
}

/// Heights at least a line apart, in the order given from top to bottom, and above the floor.
fn apart(wanted: &[f64], floor: f64) -> Vec<f64> {
    let mut placed: Vec<f64> = Vec::new();
    for y in wanted {
        let least = placed.last().map_or(f64::MIN, |last| last + LINE);
        placed.push(y.max(least));
    }
    let mut limit = floor;
    for y in placed.iter_mut().rev() {
        *y = y.min(limit);
        limit = *y - LINE;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_do_not_touch() {
        assert_eq!(apart(&[10.0, 12.0, 40.0], 100.0), [10.0, 25.0, 40.0]);
        assert_eq!(apart(&[98.0, 99.0], 100.0), [85.0, 100.0]);
    }

    #[test]
    fn a_gap_breaks_the_line() {
        let at = |x: f64| Some((x, 0.0));
        assert_eq!(runs([at(1.0), None, None, at(2.0), at(3.0)].into_iter()).len(), 2);
    }
}
