//! A table of figures with their variances.

use super::aligned;
use super::columns::largest;
use super::cut::cut;
use super::impact_of;
use super::key_figure::missing;
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::Variance;
use crate::quantity::{MeasureId, Ratio};
use crate::review::{Figure, Question};
use crate::site::{Cell, Column, ColumnKind, Phrase, Rich, Row, Table, Target};

/// One line: what it is called, where that leads, and what is asked.
pub(crate) struct Line {
    /// The heading of the row.
    pub(crate) name: Phrase,
    /// The page it leads to.
    pub(crate) to: Option<Target>,
    /// The figure.
    pub(crate) question: Question,
}

/// A table of questions. Lines of one figure share their unit, which then stands in the heads.
pub(crate) fn variance_table(desk: &Desk<'_>, caption: Phrase, lines: &[Line]) -> Table {
    let figures: Vec<Figure> = lines.iter().map(|line| desk.check().figure(&line.question)).collect();
    let style = |metric: &MeasureId| {
        let of_metric = figures.iter().filter(|figure| figure.question.metric == *metric);
        let largest = of_metric.filter_map(|figure| largest(std::slice::from_ref(figure))).max();
        desk.style(metric, &largest.unwrap_or_else(Ratio::zero))
    };
    let mut metrics = lines.iter().map(|line| &line.question.metric);
    let first = metrics.next();
    let shared = first.filter(|first| lines.len() > 1 && metrics.all(|metric| metric == *first)).map(style);
    let row = |(line, figure): (&Line, &Figure)| {
        let style = style(&line.question.metric);
        let unit = if shared.is_some() { String::new() } else { style.unit() };
        row(desk, (line, figure), (&style, unit))
    };
    let rows = lines.iter().zip(&figures).map(row).collect();
    let note = aligned_note(desk, lines);
    let table = Table { caption, columns: columns(desk, shared.as_ref()), rows, note, ..Table::default() };
    let plan = figures.iter().any(|figure| figure.plan.is_some());
    let previous = figures.iter().any(|figure| figure.previous.known().is_some());
    only(table, &[true, true, plan, plan, plan, previous, previous])
}

/// That an event moved into or out of the period since last year, told of the widest part and its first figure.
fn aligned_note(desk: &Desk<'_>, lines: &[Line]) -> Option<Rich> {
    let parts = |line: &&Line| {
        let scope = &line.question.scope;
        usize::from(scope.product.is_some()) + usize::from(scope.marketplace.is_some())
    };
    let question = &lines.iter().min_by_key(parts)?.question;
    let words = aligned(desk, question)?;
    let args = [("metric", desk.metric(&question.metric).text.into()), ("line", words.into())];
    Some(desk.fill("aligned-note", &args).as_str().into())
}

/// The table without the columns that are not shown: one of dashes alone says nothing.
fn only(table: Table, shown: &[bool]) -> Table {
    fn kept<T>(all: Vec<T>, shown: &[bool]) -> Vec<T> {
        all.into_iter().zip(shown).filter(|(_, shown)| **shown).map(|(one, _)| one).collect()
    }
    let row = |row: Row| Row { cells: kept(row.cells, shown), ..row };
    Table {
        columns: kept(table.columns, shown),
        rows: table.rows.into_iter().map(row).collect(),
        caption: table.caption,
        caption_hidden: table.caption_hidden,
        note: table.note,
    }
}

fn columns(desk: &Desk<'_>, shared: Option<&Style<'_>>) -> Vec<Column> {
    let unit = || shared.map_or_else(Phrase::default, |style| style.unit().into());
    let delta = shared.map_or_else(Phrase::default, |style| style.delta_unit().into());
    let heads = [
        ("actual", unit()),
        ("plan", unit()),
        ("variance-plan", delta),
        ("relative", Phrase::default()),
        ("previous", unit()),
        ("relative-previous", Phrase::default()),
    ];
    let number = |(key, unit): (&str, Phrase)| Column {
        unit,
        ..Column::new(desk.say(&format!("head-{key}")), ColumnKind::Number)
    };
    std::iter::once(Column::new(desk.say("head-item"), ColumnKind::Text))
        .chain(heads.into_iter().map(number))
        .collect()
}

fn row(desk: &Desk<'_>, (line, figure): (&Line, &Figure), (style, unit): (&Style<'_>, String)) -> Row {
    let value =
        |value: Option<&Ratio>| value.map_or_else(|| Cell::new("–"), |value| Cell::new(style.value(value)));
    let gap = |variance: &Variance, words: String| Cell { impact: impact_of(variance), ..Cell::new(words) };
    let or_dash = |variance: &Variance, words: &dyn Fn(&Ratio) -> String| {
        variance.abs.as_ref().map_or_else(|| "–".to_owned(), words)
    };
    let actual = figure
        .actual
        .known()
        .map_or_else(|| Cell::new(missing(desk, &figure.actual)), |v| Cell::new(style.value(v)));
    let head = Cell {
        to: line.to.clone(),
        sub: (!unit.is_empty()).then(|| unit.into()),
        ..Cell::new(line.name.clone())
    };
    let cells = vec![
        head,
        Cell { sub: cut(desk, figure).map(Phrase::from), ..actual },
        value(figure.plan.as_ref()),
        gap(&figure.vs_plan, or_dash(&figure.vs_plan, &|abs| style.delta(abs))),
        gap(&figure.vs_plan, or_dash(&figure.vs_plan, &|_| style.relative(&figure.vs_plan))),
        value(figure.previous.known()),
        gap(&figure.vs_previous, or_dash(&figure.vs_previous, &|_| style.relative(&figure.vs_previous))),
    ];
    Row { cells, ..Row::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_is_not_shown_leaves_with_its_cells() {
        let columns = ["a", "b", "c"].map(|head| Column::new(head, ColumnKind::Text)).to_vec();
        let row = Row { cells: ["1", "–", "3"].map(Cell::new).to_vec(), ..Row::default() };
        let table = only(Table { columns, rows: vec![row], ..Table::default() }, &[true, false, true]);
        assert_eq!(table.columns.len(), 2);
        assert_eq!(table.rows[0].cells, ["1", "3"].map(Cell::new));
    }
}
