//! A table of variances tinted by impact, in blocks of as many columns as can be read.

use super::ink::Ink;
use super::kinds::{Heat, HeatRow};
use super::pen::{Pen, Words};
use super::scale::drawable;
use super::text::{self, LINE};

const ROW: f64 = 26.0;
const HEAD: f64 = 20.0;
/// The least and the most of a cell's width.
const LEAST: f64 = 44.0;
const MOST: f64 = 96.0;
/// Space between cells.
const GAP: f64 = 1.0;

/// Draws the chart and tells its height.
pub(super) fn draw(pen: &Pen, chart: &Heat) -> f64 {
    let names = chart.rows.iter().map(|row| text::width(&row.label, false)).fold(0.0, f64::max);
    let names = (names + 10.0).min(pen.width * 0.3);
    let cell = least(chart).min(pen.width - names);
    let fit = (((pen.width - names) / cell) as usize).max(1);
    let blocks = chart.columns.len().div_ceil(fit).max(1);
    // Blocks of equal width look like one table; the last one may be shorter.
    let per_block = chart.columns.len().div_ceil(blocks).max(1);
    let cell = ((pen.width - names) / per_block as f64).min(MOST);
    let mut y = 0.0;
    for start in (0..chart.columns.len()).step_by(per_block) {
        let columns = start..(start + per_block).min(chart.columns.len());
        y = Block { pen, chart, names, cell }.draw(columns, y) + 12.0;
    }
    (y - 10.0).max(LINE)
}

/// The width in which every text of the cells and most heads can be read.
fn least(chart: &Heat) -> f64 {
    let cells = chart.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.label.as_str());
    let widest = cells.chain(chart.columns.iter().map(String::as_str)).map(|label| text::width(label, false));
    (widest.fold(0.0, f64::max) + 10.0).clamp(LEAST, MOST)
}

struct Block<'a> {
    pen: &'a Pen,
    chart: &'a Heat,
    names: f64,
    cell: f64,
}

impl Block<'_> {
    fn draw(&self, columns: std::ops::Range<usize>, top: f64) -> f64 {
        let first = columns.start;
        let x = |column: usize| self.names + (column - first) as f64 * self.cell;
        for column in columns.clone() {
            let head = text::elide(&self.chart.columns[column], self.cell - 4.0, false);
            self.pen.text((x(column) + self.cell / 2.0, top + HEAD - 6.0), &Words::over(&head, Ink::Label));
        }
        let y = |row: usize| top + HEAD + row as f64 * ROW;
        self.tints(&columns, (&x, &y));
        for (index, row) in self.chart.rows.iter().enumerate() {
            let name = text::elide(&row.label, self.names - 8.0, false);
            self.pen.text((0.0, y(index) + ROW / 2.0 + 4.0), &Words::after(&name, Ink::Name));
            self.numbers(row, (&columns, &x), y(index));
        }
        y(self.chart.rows.len())
    }

    /// Cells tint by tint, so that each tint is one path.
    fn tints(
        &self,
        columns: &std::ops::Range<usize>,
        (x, y): (&dyn Fn(usize) -> f64, &dyn Fn(usize) -> f64),
    ) {
        for tint in -3..=3 {
            for (index, row) in self.chart.rows.iter().enumerate() {
                for column in columns.clone().filter(|column| self.step(row, *column) == tint) {
                    let corner = (x(column) + self.cell - GAP, y(index) + ROW - GAP);
                    self.pen.rect((x(column), y(index)), corner, Ink::heat(tint));
                }
            }
        }
    }

    fn numbers(&self, row: &HeatRow, (columns, x): (&std::ops::Range<usize>, &dyn Fn(usize) -> f64), y: f64) {
        for column in columns.clone() {
            let Some(cell) = row.cells.get(column) else { continue };
            let label = text::elide(&cell.label, self.cell - 4.0, false);
            let ink = if drawable(cell.impact).is_some() { Ink::Number } else { Ink::Label };
            self.pen.text((x(column) + self.cell / 2.0, y + ROW / 2.0 + 4.0), &Words::over(&label, ink));
        }
    }

    fn step(&self, row: &HeatRow, column: usize) -> i8 {
        let Some(impact) = row.cells.get(column).and_then(|cell| drawable(cell.impact)) else { return 0 };
        let size = self.chart.limits.iter().filter(|limit| impact.abs() >= **limit).count() as i8;
        if impact < 0.0 { -size } else { size }
    }
}
