//! A table for the eye: columns that line up, under Chinese text too.

use unicode_width::UnicodeWidthStr;

use crate::diagnostic::render::safe;
use crate::table::{Cell, Kind, Table, decimal, exact};

/// The header, a rule and the rows; numbers to the right.
pub(super) fn print(table: &Table) -> String {
    let header: Vec<String> = table.columns.iter().map(|column| safe(&column.name)).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(shown).collect()).collect();
    let widths: Vec<usize> = (0..header.len()).map(|at| width(at, &header, &rows)).collect();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let lines = [&header, &rule].into_iter().chain(&rows);
    lines.map(|cells| line(cells, &widths, table)).collect()
}

fn width(at: usize, header: &[String], rows: &[Vec<String>]) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(at)).chain(header.get(at));
    cells.map(|cell| cell.width()).max().unwrap_or_default()
}

fn line(cells: &[String], widths: &[usize], table: &Table) -> String {
    let padded = cells.iter().zip(widths).zip(&table.columns).map(|((cell, width), column)| {
        let space = " ".repeat(width.saturating_sub(cell.width()));
        match column.kind {
            Kind::Text | Kind::Day | Kind::Flag => format!("{cell}{space}"),
            Kind::Count | Kind::Money | Kind::Ratio | Kind::Exact => format!("{space}{cell}"),
        }
    });
    let text = padded.collect::<Vec<_>>().join("  ");
    format!("{}\n", text.trim_end())
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Missing => "–".to_owned(),
        Cell::Text(text) => safe(text),
        Cell::Day(day) => day.to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Money(money) => money.to_string(),
        Cell::Ratio(ratio) => decimal(ratio),
        Cell::Fraction(ratio) => ratio.to_string(),
        Cell::Exact(ratio) => exact(ratio),
        Cell::Flag(flag) => flag.to_string(),
    }
}
