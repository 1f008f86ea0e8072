//! Several figures of several parts of the company in one table: what each came to, and how far from its plan.

use super::columns::largest;
use super::key_figure::missing;
use super::variance_table::Line;
use crate::compose::desk::Desk;
use crate::quantity::{MeasureId, Ratio};
use crate::review::{Figure, Question};
use crate::site::{Cell, Column, ColumnKind, Phrase, Row, Table};

/// A row for each line, a column for each figure; of a line's question the metric does not count.
pub(crate) fn matrix(desk: &Desk<'_>, caption: Phrase, (lines, metrics): (&[Line], &[MeasureId])) -> Table {
    let mut table = Table { caption, columns: vec![Column::new("", ColumnKind::Text)], ..Table::default() };
    let mut cells: Vec<Vec<Cell>> = lines.iter().map(head).collect();
    for metric in metrics {
        let question = |line: &Line| Question { metric: metric.clone(), ..line.question.clone() };
        let figures: Vec<Figure> = lines.iter().map(|line| desk.check().figure(&question(line))).collect();
        let style = desk.style(metric, &largest(&figures).unwrap_or_else(Ratio::zero));
        let head =
            Column { unit: style.unit().into(), ..Column::new(desk.metric(metric), ColumnKind::Number) };
        table.columns.push(head);
        for (row, figure) in cells.iter_mut().zip(&figures) {
            let value = figure.actual.known().map(|value| style.value(value));
            let words = value.unwrap_or_else(|| missing(desk, &figure.actual));
            row.push(Cell {
                sub: against(desk, &style.relative(&figure.vs_plan), figure),
                ..Cell::new(words)
            });
        }
    }
    table.rows = cells.into_iter().map(|cells| Row { cells, ..Row::default() }).collect();
    table
}

fn head(line: &Line) -> Vec<Cell> {
    vec![Cell { to: line.to.clone(), ..Cell::new(line.name.clone()) }]
}

/// "較計畫 −4.2%", where there is a plan.
fn against(desk: &Desk<'_>, gap: &str, figure: &Figure) -> Option<Phrase> {
    figure.vs_plan.abs.as_ref()?;
    Some(format!("{} {gap}", desk.say("against-plan")).into())
}
