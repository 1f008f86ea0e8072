//! Six weeks and twelve months of one figure: the actual as a line, plans as marks, the year before in grey.
//!
//! One small picture is as wide as a phone and stands in a grid of its like: the grid has fewer columns where there is
//! less room, and no picture is ever shrunk.

use super::ink::Ink;
use super::kinds::{Fill, Moment, SixTwelve, Stretch};
use super::lines::runs;
use super::pen::{Pen, Point, Words};
use super::scale::{Extent, Scale, drawable};
use super::text;

const WIDTH: f64 = 344.0;
const HEIGHT: f64 = 104.0;
/// Where lines are drawn: below the room for the last value, above that for the periods.
const TOP: f64 = 20.0;
const BOTTOM: f64 = 82.0;
/// The width of a period, the same for weeks and months.
const SLOT: f64 = 18.0;
/// Where the months begin.
const MONTHS: f64 = 128.0;
/// Half the width and half the height of the mark of a plan.
const PLAN: Point = (6.0, 1.7);

impl SixTwelve {
    /// The picture as an SVG of 344 × 104, hidden from readers who cannot see it: its figures stand beside it.
    pub fn svg(&self) -> String {
        let pen = Pen::new(WIDTH);
        stretch(&pen, &self.weeks, (0.0, MONTHS - SLOT));
        stretch(&pen, &self.months, (MONTHS, WIDTH));
        let body = pen.finish();
        format!(
            "<svg class=\"chart small\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" aria-hidden=\"true\">{body}</svg>"
        )
    }
}

/// Draws one stretch between two places.
fn stretch(pen: &Pen, stretch: &Stretch, (left, right): (f64, f64)) {
    pen.line(&[(left, BOTTOM + 6.0), (right, BOTTOM + 6.0)], Ink::Grid);
    let moments = &stretch.moments;
    if let (Some(first), Some(last)) = (moments.first(), moments.last()) {
        pen.text((left, HEIGHT - 2.0), &Words::after(&first.label, Ink::Label));
        pen.text((right, HEIGHT - 2.0), &Words::before(&last.label, Ink::Label));
    }
    let actual = moments.iter().any(|moment| drawable(moment.actual.value).is_some());
    let values = moments.iter().flat_map(|moment| [moment.actual.value, moment.plan, moment.previous]);
    match Extent::of(values).filter(|_| actual) {
        Some(extent) => Frame { pen, left, scale: Scale::new(extent.near_zero(), BOTTOM, TOP) }.draw(moments),
        None => {
            let words = text::elide(&stretch.why, right - left, false);
            pen.text(((left + right) / 2.0, (TOP + BOTTOM) / 2.0), &Words::over(&words, Ink::Label));
        }
    }
}

struct Frame<'a> {
    pen: &'a Pen,
    left: f64,
    scale: Scale,
}

impl Frame<'_> {
    fn draw(&self, moments: &[Moment]) {
        self.line(moments, |moment| moment.previous, Ink::LinePrevious);
        for (index, plan) in points(moments, |moment| moment.plan) {
            let (x, y) = self.at(index, plan);
            self.pen.rect((x - PLAN.0, y - PLAN.1), (x + PLAN.0, y + PLAN.1), Ink::Plan);
        }
        self.line(moments, |moment| moment.actual.value, Ink::LineActual);
        self.signals(moments);
        self.last(moments);
    }

    fn at(&self, index: usize, value: f64) -> Point {
        (self.left + SLOT * (index as f64 + 0.5), self.scale.at(value))
    }

    /// A line through neighbouring periods; a period that has none is a dot.
    fn line(&self, moments: &[Moment], value: impl Fn(&Moment) -> Option<f64>, ink: Ink) {
        let places = moments.iter().enumerate();
        let places = places.map(|(index, moment)| Some(self.at(index, drawable(value(moment))?)));
        for run in runs(places) {
            match run[..] {
                [alone] if ink == Ink::LineActual => self.pen.dot(alone, 2.0, Ink::Dot),
                [alone] => self.pen.dot(alone, 2.0, Ink::Previous),
                _ => self.pen.line(&run, ink),
            }
        }
    }

    /// A dot in the colour of its impact; where a signal begins, a wedge says which way.
    fn signals(&self, moments: &[Moment]) {
        let wedge = |moment: &Moment| moment.signal.as_ref().map(|signal| signal.label.clone());
        for (index, value) in points(moments, |moment| moment.actual.value) {
            let Some(signal) = &moments[index].signal else { continue };
            let (x, y) = self.at(index, value);
            self.pen.dot((x, y), 3.0, Ink::variance(signal.impact, Fill::Actual));
            let before = index.checked_sub(1).and_then(|before| wedge(&moments[before]));
            if index + 2 < moments.len() && before.as_ref() != Some(&signal.label) {
                self.pen.text((x, y - 6.0), &Words::over(&signal.label, Ink::number(signal.impact)));
            }
        }
    }

    /// The last value, clear of the lines it reaches over; a signal has its wedge before it.
    fn last(&self, moments: &[Moment]) {
        let Some((index, value)) = points(moments, |moment| moment.actual.value).last() else { return };
        let (x, y) = self.at(index, value);
        let moment = &moments[index];
        let wedge = moment.signal.as_ref().map_or("", |signal| &signal.label);
        if moment.signal.is_none() {
            self.pen.dot((x, y), 2.4, Ink::Dot);
        }
        let words = format!("{wedge}{}", moment.actual.label);
        let end = x + SLOT / 2.0;
        let reach = end - text::width(&words, true) - SLOT / 2.0;
        let ink = moment.signal.as_ref().map_or(Ink::Head, |signal| Ink::number(signal.impact));
        self.pen.text((end, self.top(moments, reach) - 5.0), &Words::before(&words, ink));
    }

    /// The highest mark at or right of a place.
    fn top(&self, moments: &[Moment], from: f64) -> f64 {
        let marks = moments.iter().enumerate().flat_map(|(index, moment)| {
            let values = [moment.actual.value, moment.plan, moment.previous].into_iter();
            values.filter_map(move |value| Some((index, drawable(value)?)))
        });
        let places = marks.map(|(index, value)| self.at(index, value)).filter(|(x, _)| *x >= from);
        places.map(|(_, y)| y).fold(BOTTOM, f64::min)
    }
}

/// The periods that have a value.
fn points(
    moments: &[Moment],
    value: impl Fn(&Moment) -> Option<f64>,
) -> impl DoubleEndedIterator<Item = (usize, f64)> {
    moments.iter().enumerate().filter_map(move |(index, moment)| Some((index, drawable(value(moment))?)))
}
