//! Small multiples: one figure over time for several parts of the company, on one scale.

use super::bars::{name, variance};
use super::columns::{chart_id, figures, largest, plot, title, versus};
use crate::chart::{Chart, DataTable, Multiples, Panel, Panels, Plot, Scenario};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::Impact;
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::review::Figure;
use crate::site;

/// A figure of each part over some periods; nothing when fewer than two parts have one.
pub(crate) fn multiples(
    desk: &Desk<'_>,
    (metric, periods): (&MeasureId, &[Period]),
    (whole, parts): (&Scope, &[Scope]),
) -> Option<site::Figure> {
    let mut rows: Vec<Vec<Figure>> =
        parts.iter().map(|part| figures(desk, (metric, part), periods)).collect();
    rows.retain(|row| largest(row).is_some_and(|value| !value.is_zero()));
    if rows.len() < 2 {
        return None;
    }
    let style = desk.style(metric, &rows.iter().filter_map(|row| largest(row)).max()?);
    let versus = versus(&rows.concat());
    let named = |row: &[Figure]| {
        row.first().map_or_else(String::new, |figure| name(desk, whole, &figure.question.scope))
    };
    let panel = |row: &Vec<Figure>| Panel { title: named(row), plot: plot(desk, &style, (row, versus)) };
    let chart = Chart {
        id: chart_id("multiples", metric, whole),
        title: title(desk, (metric, whole), (&style, rows.first()?)),
        message: message(desk, &style, ((metric, &rows, versus), &named)),
        alt: rows.iter().map(|row| named(row)).collect::<Vec<_>>().join(&desk.say("list-comma")),
        table: table(desk, &style, (&rows, &named)),
        plot: Plot::Multiples(Multiples { panels: Panels::Columns(rows.iter().map(panel).collect()) }),
    };
    Some(site::Figure { chart, how: Some(desk.say("columns-how").as_str().into()), more: None })
}

/// Which part is furthest behind over all periods; nothing of figures that do not add up.
fn message(
    desk: &Desk<'_>,
    style: &Style<'_>,
    ((metric, rows, versus), named): ((&MeasureId, &[Vec<Figure>], Scenario), &dyn Fn(&[Figure]) -> String),
) -> String {
    if desk.workspace.catalogue.is_ratio(metric) {
        return String::new();
    }
    let better = desk.workspace.catalogue.better(metric).unwrap_or_default();
    let gaps = |row: &[Figure]| -> Ratio {
        row.iter().filter_map(|figure| variance(figure, versus).abs.as_ref()).sum()
    };
    let sums = rows.iter().map(|row| (gaps(row), named(row)));
    let behind = sums.filter(|(gap, _)| better.impact(gap) == Impact::Unfavourable);
    let reference = if versus == Scenario::Plan { "plan" } else { "previous" };
    match behind.max_by_key(|(gap, _)| gap.abs()) {
        None => desk.say(&format!("multiples-message-{reference}-none")),
        Some((gap, name)) => desk.fill(
            &format!("multiples-message-{reference}"),
            &[("worst", name.into()), ("gap", style.delta_worded(&gap).into())],
        ),
    }
}

/// Actual and plan of each part, period by period.
fn table(
    desk: &Desk<'_>,
    style: &Style<'_>,
    (rows, named): (&[Vec<Figure>], &dyn Fn(&[Figure]) -> String),
) -> DataTable {
    let value = |value: Option<&Ratio>| value.map_or_else(|| "–".to_owned(), |value| style.value(value));
    let head = |row: &Vec<Figure>| {
        ["head-actual", "head-plan"].map(|key| format!("{} · {}", named(row), desk.say(key)))
    };
    let cells = |figure: &Figure| [value(figure.actual.known()), value(planned(figure))];
    let periods = rows.first().map_or(0, Vec::len);
    let line = |index: usize| -> Vec<String> {
        let of = |row: &Vec<Figure>| row.get(index).map(cells).into_iter().flatten().collect::<Vec<_>>();
        let label = rows.first().and_then(|row| row.get(index)).map(|f| f.question.period);
        let label = label.map_or_else(String::new, |period| desk.locale.period_label(period));
        std::iter::once(label).chain(rows.iter().flat_map(of)).collect()
    };
    DataTable {
        columns: std::iter::once(desk.say("head-period")).chain(rows.iter().flat_map(head)).collect(),
        rows: (0..periods).map(line).collect(),
    }
}

/// The plan of the same days, or of the whole period when nothing is measured yet.
fn planned(figure: &Figure) -> Option<&Ratio> {
    if figure.days.is_some() { figure.plan.as_ref() } else { figure.plan_whole.as_ref() }
}
