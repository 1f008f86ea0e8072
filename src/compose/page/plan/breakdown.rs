//! Planned figures side by side: a row per part, a column per figure, money to the minor unit.

use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::Unit;
use crate::plan::goals_of;
use crate::quantity::{MeasureId, Ratio, Scope, Span};
use crate::site::{Cell, Column, ColumnKind, Phrase, Row, Table};

/// A row: its head, and the part of the plan it stands for.
pub(super) struct Part {
    /// What it is called, and where that leads.
    pub(super) head: Cell,
    /// The part of the company.
    pub(super) scope: Scope,
    /// The days.
    pub(super) span: Span,
}

/// What follows from amounts through planned rates, and the price that it follows through.
const DERIVED: [&str; 4] = ["units", "asp", "orders", "sessions"];

/// The planned figures of a year that are shown beside each other: amounts with a goal, then what follows from them.
pub(super) fn figures(desk: &Desk<'_>, year: i16) -> Vec<MeasureId> {
    let goals = goals_of(desk.workspace, year).into_iter().cloned();
    let amounts: Vec<MeasureId> = goals.filter(|id| desk.plan().spine(id, year).is_some()).collect();
    let span = desk.fiscal().year(year).span();
    let derived = DERIVED.map(MeasureId::new).into_iter().filter(|id| !amounts.contains(id));
    let derived = derived.filter(|id| value(desk, id, (&Scope::company(), span)).is_some());
    amounts.iter().cloned().chain(derived).collect()
}

/// What is planned of a figure for a part of the company over some days.
pub(super) fn value(desk: &Desk<'_>, metric: &MeasureId, part: (&Scope, Span)) -> Option<Ratio> {
    desk.plan().value(&desk.workspace.catalogue, metric, part)
}

/// The figures of some parts and of the whole they make up.
pub(super) fn table(
    desk: &Desk<'_>,
    caption: Phrase,
    (parts, whole): (&[Part], &Part),
    metrics: &[MeasureId],
) -> Table {
    let columns: Vec<(Column, Vec<String>)> =
        metrics.iter().map(|metric| column(desk, metric, (parts, whole))).collect();
    let row = |(at, part): (usize, &Part)| {
        let cells = columns.iter().map(|(_, words)| Cell::new(words.get(at).cloned().unwrap_or_default()));
        let total = at == parts.len();
        Row { cells: std::iter::once(part.head.clone()).chain(cells).collect(), total, ..Row::default() }
    };
    let rows = parts.iter().chain([whole]).enumerate().map(row).collect();
    let heads = columns.into_iter().map(|(column, _)| column);
    Table {
        caption,
        caption_hidden: true,
        columns: std::iter::once(Column::new(desk.say("head-item"), ColumnKind::Text)).chain(heads).collect(),
        rows,
        note: Some(desk.say("plan-breakdown-note").as_str().into()),
    }
}

/// The words of a figure for each part and the whole. Counts are rounded so that the parts as shown sum to the whole.
fn column(desk: &Desk<'_>, metric: &MeasureId, (parts, whole): (&[Part], &Part)) -> (Column, Vec<String>) {
    let of = |part: &Part| value(desk, metric, (&part.scope, part.span));
    let (values, total): (Vec<Option<Ratio>>, _) = (parts.iter().map(of).collect(), of(whole));
    let style = style(desk, metric, total.as_ref());
    let known: Option<Vec<Ratio>> = values.iter().cloned().collect();
    let adds = desk.workspace.catalogue.adds_over_days(metric);
    let shown = match (known.filter(|_| adds), &total) {
        (Some(known), Some(total)) => style.sum_of(total, &known).into_iter().map(Some).collect(),
        _ => values,
    };
    let words = |value: &Option<Ratio>| value.as_ref().map_or_else(dash, |value| style.value(value));
    let head = Column { unit: style.unit().into(), ..Column::new(desk.metric(metric), ColumnKind::Number) };
    (head, shown.iter().chain([&total]).map(words).collect())
}

/// Money is accounted for to the minor unit; counts are whole.
pub(super) fn style<'a>(desk: &Desk<'a>, metric: &MeasureId, total: Option<&Ratio>) -> Style<'a> {
    let unit = desk.check().unit(metric);
    match unit {
        Unit::Money => Style::exact(desk.locale, (unit, desk.currency())),
        _ => desk.style(metric, &total.cloned().unwrap_or_else(Ratio::zero)),
    }
}

fn dash() -> String {
    "–".to_owned()
}
