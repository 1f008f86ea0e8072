//! Small multiples: several small pictures side by side, on one scale.

use super::ink::Ink;
use super::kinds::{Columns, Lines, Multiples, Panel, Panels};
use super::pen::{Pen, Point, Words};
use super::scale::Extent;
use super::text::{self, LINE};
use super::{columns, lines};

const HEIGHT: f64 = 112.0;
const GAP: f64 = 22.0;
/// The least width of a small picture.
const LEAST: f64 = 150.0;
const TITLE: f64 = 18.0;

/// Draws the chart and tells its height.
pub(super) fn draw(pen: &Pen, chart: &Multiples) -> f64 {
    match &chart.panels {
        Panels::Columns(panels) => {
            let extent = joined(panels.iter().map(|panel| columns::extent(&panel.plot)));
            each(pen, panels, &|plot: &Columns, frame| columns::draw_small(pen, plot, frame, extent))
        }
        Panels::Lines(panels) => {
            let extent = joined(panels.iter().filter_map(|panel| lines::extent(&panel.plot)));
            each(pen, panels, &|plot: &Lines, frame| lines::draw_small(pen, plot, frame, extent))
        }
    }
}

fn joined(extents: impl Iterator<Item = Extent>) -> Extent {
    extents.reduce(Extent::join).unwrap_or(Extent { low: 0.0, high: 0.0 })
}

/// Lays the panels out in rows of equal width, each with its title above.
fn each<T>(pen: &Pen, panels: &[Panel<T>], draw: &dyn Fn(&T, (Point, Point))) -> f64 {
    let fit = ((pen.width + GAP) / (LEAST + GAP)) as usize;
    let rows = panels.len().div_ceil(fit.max(1)).max(1);
    let per_row = panels.len().div_ceil(rows).clamp(2, fit.max(2));
    let width = (pen.width - GAP * (per_row - 1) as f64) / per_row as f64;
    for (index, panel) in panels.iter().enumerate() {
        let left = (index % per_row) as f64 * (width + GAP);
        let top = (index / per_row) as f64 * (TITLE + HEIGHT + GAP);
        let title = text::elide(&panel.title, width, true);
        pen.text((left, top + LINE - 2.0), &Words::after(&title, Ink::Head));
        draw(&panel.plot, ((left, top + TITLE), (left + width, top + TITLE + HEIGHT)));
    }
    let rows = panels.len().div_ceil(per_row) as f64;
    (rows * (TITLE + HEIGHT + GAP) - GAP + 2.0).max(LINE)
}
