//! Pictures of the size of a word: sparklines and progress bars.

use super::ink::Ink;
use super::kinds::{Lever, Progress, Spark};
use super::pen::{Pen, Point};
use super::scale::{Extent, Scale, drawable};
use super::spec::Impact;
use super::text;

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 30.0;
const EDGE: f64 = 4.0;
const BAR: (f64, f64) = (240.0, 16.0);
const LEVER: (f64, f64) = (120.0, 10.0);

impl Spark {
    /// The line as an SVG of 120 × 30, hidden from readers who cannot see it: the figure stands beside it.
    pub fn svg(&self) -> String {
        let pen = Pen::new(WIDTH);
        self.draw(&pen);
        let body = pen.finish();
        format!("<svg class=\"spark\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" aria-hidden=\"true\">{body}</svg>")
    }

    fn draw(&self, pen: &Pen) {
        let Some(extent) = Extent::of(self.actual.iter().chain(&self.plan).copied()) else { return };
        let flat = extent.span() == 0.0;
        let (from, to) = if flat { (HEIGHT / 2.0, EDGE) } else { (HEIGHT - EDGE, EDGE) };
        let scale = Scale::new(extent, from, to);
        let last = self.actual.len().max(self.plan.len()).saturating_sub(1).max(1) as f64;
        let at =
            |index: usize, value: f64| (EDGE + (WIDTH - 2.0 * EDGE) * index as f64 / last, scale.at(value));
        line(pen, &self.plan, Ink::LinePlan, &at);
        line(pen, &self.actual, Ink::LineActual, &at);
        let end = self.actual.iter().enumerate().rev();
        if let Some((index, value)) = end.filter_map(|(i, value)| Some((i, drawable(*value)?))).next() {
            pen.dot(at(index, value), 2.6, Ink::Dot);
        }
    }
}

fn line(pen: &Pen, values: &[Option<f64>], ink: Ink, at: &dyn Fn(usize, f64) -> Point) {
    let mut run = Vec::new();
    for (index, value) in values.iter().enumerate() {
        match drawable(*value) {
            Some(value) => run.push(at(index, value)),
            None => pen_run(pen, &mut run, ink),
        }
    }
    pen_run(pen, &mut run, ink);
}

fn pen_run(pen: &Pen, run: &mut Vec<Point>, ink: Ink) {
    if run.len() > 1 {
        pen.line(run, ink);
    }
    run.clear();
}

impl Lever {
    /// The bar as an SVG of 120 × 10, hidden from readers who cannot see it: the figure stands beside it.
    pub fn svg(&self) -> String {
        let (width, height) = LEVER;
        let pen = Pen::new(width);
        let scale = Scale::new(Extent { low: -1.0, high: 1.0 }, 1.0, width - 1.0);
        let share = drawable(Some(self.share)).unwrap_or_default().clamp(-1.0, 1.0);
        let ink = match self.impact {
            Impact::Good => Ink::Good,
            Impact::Bad => Ink::Bad,
            Impact::Neutral => Ink::Neutral,
        };
        pen.rect((scale.at(share.min(0.0)), 1.0), (scale.at(share.max(0.0)), height - 1.0), ink);
        pen.line(&[(scale.at(0.0), 0.0), (scale.at(0.0), height)], Ink::Axis);
        let body = pen.finish();
        format!("<svg class=\"lever\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">{body}</svg>")
    }
}

impl Progress {
    /// The bar as an SVG of 240 × 16, named by its words.
    pub fn svg(&self) -> String {
        let (width, height) = BAR;
        let pen = Pen::new(width);
        self.draw(&pen);
        let (body, mut alt) = (pen.finish(), String::new());
        text::escape(&self.alt, &mut alt);
        format!(
            "<svg class=\"progress\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{alt}\">{body}</svg>"
        )
    }

    fn draw(&self, pen: &Pen) {
        let scale = Scale::new(Extent { low: 0.0, high: 1.0 }, 1.0, BAR.0 - 1.0);
        pen.rect((scale.at(0.0), 4.0), (scale.at(1.0), 12.0), Ink::Track);
        if let Some(done) = drawable(self.done) {
            pen.rect((scale.at(0.0), 4.0), (scale.at(done.clamp(0.0, 1.0)), 12.0), Ink::Actual);
        }
        if let Some(plan) = drawable(self.plan) {
            let x = scale.at(plan.clamp(0.0, 1.0));
            pen.line(&[(x, 0.0), (x, 16.0)], Ink::Needle);
        }
    }
}
