//! Small multiples: one figure over time for several parts of the company, on one scale.

use super::bars::{name, variance};
use super::columns::{chart_id, figures, largest, plot, versus, with_unit};
use crate::chart::{Chart, DataTable, Multiples, Panel, Panels, Plot, Scenario, Title};
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
    let (first, last) = (periods.first()?.span().from, periods.last()?.span().to);
    let chart = Chart {
        id: chart_id("multiples", metric, whole),
        title: Title {
            who: desk.scope(whole).text,
            what: with_unit(desk, &desk.metric(metric).text, &style.unit()),
            when: desk.locale.span(crate::quantity::Span { from: first, to: last }),
        },
        message: message(desk, (&rows, versus), &named),
        alt: rows.iter().map(|row| named(row)).collect::<Vec<_>>().join(&desk.say("list-comma")),
        table: table(desk, &style, (&rows, &named)),
        plot: Plot::Multiples(Multiples { panels: Panels::Columns(rows.iter().map(panel).collect()) }),
    };
    Some(site::Figure { chart, how: Some(desk.say("columns-how").as_str().into()), more: None })
}

/// Which part reached its reference least often.
fn message(
    desk: &Desk<'_>,
    (rows, versus): (&[Vec<Figure>], Scenario),
    named: &dyn Fn(&[Figure]) -> String,
) -> String {
    let judged = |row: &[Figure]| -> (usize, usize) {
        let known = row.iter().map(|figure| variance(figure, versus)).filter(|v| v.abs.is_some());
        known.fold((0, 0), |(reached, all), gap| {
            (reached + usize::from(gap.impact != Impact::Unfavourable), all + 1)
        })
    };
    let counts = rows.iter().map(|row| (judged(row), named(row))).filter(|((_, all), _)| *all > 0);
    let Some(((reached, all), name)) = counts.min_by_key(|((reached, all), _)| reached * 100 / all) else {
        return String::new();
    };
    let key = match (versus == Scenario::Plan, reached == all) {
        (true, true) => "multiples-message-plan-all",
        (true, false) => "multiples-message-plan",
        (false, true) => "multiples-message-previous-all",
        (false, false) => "multiples-message-previous",
    };
    desk.fill(key, &[("worst", name.into()), ("reached", reached.into()), ("all", all.into())])
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
