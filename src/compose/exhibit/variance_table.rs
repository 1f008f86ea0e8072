//! A table of figures with their variances.

use super::columns::largest;
use super::impact_of;
use super::key_figure::missing;
use crate::compose::desk::Desk;
use crate::metric::Variance;
use crate::quantity::Ratio;
use crate::review::{Figure, Question};
use crate::site::{Cell, Column, ColumnKind, Phrase, Row, Table, Target};

/// One line: what it is called, where that leads, and what is asked.
pub(crate) struct Line {
    /// The heading of the row.
    pub(crate) name: Phrase,
    /// The page it leads to.
    pub(crate) to: Option<Target>,
    /// The figure.
    pub(crate) question: Question,
}

/// A table of questions, each with its own unit where figures differ.
pub(crate) fn variance_table(desk: &Desk<'_>, caption: Phrase, lines: &[Line]) -> Table {
    let heads = ["actual", "plan", "variance-plan", "relative", "previous", "relative-previous"];
    let mut columns = vec![Column::new(desk.say("head-item"), ColumnKind::Text)];
    columns.extend(heads.iter().map(|key| Column::new(desk.say(&format!("head-{key}")), ColumnKind::Number)));
    let rows = lines.iter().map(|line| row(desk, line)).collect();
    Table { caption, columns, rows, ..Table::default() }
}

fn row(desk: &Desk<'_>, line: &Line) -> Row {
    let figure = desk.check().figure(&line.question);
    let style = desk
        .style(&line.question.metric, &largest(std::slice::from_ref(&figure)).unwrap_or_else(Ratio::zero));
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
    let unit = style.unit();
    let head = Cell {
        to: line.to.clone(),
        sub: (!unit.is_empty()).then(|| unit.into()),
        ..Cell::new(line.name.clone())
    };
    let cells = vec![
        head,
        Cell { sub: cut(desk, &figure), ..actual },
        value(figure.plan.as_ref()),
        gap(&figure.vs_plan, or_dash(&figure.vs_plan, &|abs| style.delta(abs))),
        gap(&figure.vs_plan, or_dash(&figure.vs_plan, &|_| style.relative(&figure.vs_plan))),
        value(figure.previous.known()),
        gap(&figure.vs_previous, or_dash(&figure.vs_previous, &|_| style.relative(&figure.vs_previous))),
    ];
    Row { cells, ..Row::default() }
}

/// Until which day the figure is measured, where its period has not ended.
fn cut(desk: &Desk<'_>, figure: &Figure) -> Option<Phrase> {
    let days = figure.days.filter(|_| figure.is_cut())?;
    Some(desk.fill("until", &[("day", desk.locale.short_date(days.to).into())]).into())
}
