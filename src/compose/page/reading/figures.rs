//! The figures that matter, planned and actual, of the period and of its months, by marketplace.

use super::Passage;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{largest, missing};
use crate::compose::focus;
use crate::compose::page::parts::Head;
use crate::compose::page::review::attainment;
use crate::compose::style::Style;
use crate::metric::Unit;
use crate::quantity::{Grain, MeasureId, Period, Ratio, Scope};
use crate::review::{Figure, Question};
use crate::site::{Cell, ColumnKind, Row, Table};

const HEADS: [Head; 6] = [
    ("head-scope", ColumnKind::Text),
    ("archive-period", ColumnKind::Name),
    ("head-plan", ColumnKind::Number),
    ("head-actual", ColumnKind::Number),
    ("head-variance-plan", ColumnKind::Number),
    ("head-attainment", ColumnKind::Number),
];

/// A table for each figure that matters.
pub(super) fn passages(desk: &Desk<'_>, period: Period) -> Vec<Passage> {
    let metrics = focus::figures(desk, desk.year_of(period));
    let tables: Vec<Table> = metrics.iter().filter_map(|metric| table(desk, metric, period)).collect();
    (!tables.is_empty()).then_some(Passage::Tables(tables)).into_iter().collect()
}

fn table(desk: &Desk<'_>, metric: &MeasureId, period: Period) -> Option<Table> {
    let months = period.split(Grain::Month).into_iter().filter(|month| *month != period);
    let periods: Vec<Period> = std::iter::once(period).chain(months).collect();
    let figure = |scope: &Scope, period: &Period| {
        desk.check().figure(&Question { metric: metric.clone(), scope: scope.clone(), period: *period })
    };
    let places = desk.marketplaces().into_iter().map(|place| Scope::marketplace(&place));
    let scopes: Vec<Scope> = std::iter::once(Scope::company()).chain(places).collect();
    let figures: Vec<Vec<Figure>> = scopes
        .iter()
        .map(|scope| periods.iter().map(|period| figure(scope, period)).filter(is_known).collect())
        .filter(|figures: &Vec<Figure>| !figures.is_empty())
        .collect();
    let style = desk.style(metric, &largest(figures.first()?)?);
    let provisional = figures.iter().flatten().any(|figure| figure.provisional);
    // A share of a share says nothing: their difference is in points.
    let heads = if desk.check().unit(metric) == Unit::Percent { &HEADS[..5] } else { &HEADS };
    Some(Table {
        caption: caption(desk, metric, &style).into(),
        columns: desk.columns(heads),
        rows: figures.iter().flat_map(|figures| rows(desk, &style, (figures, heads.len()))).collect(),
        note: provisional.then(|| desk.say("paper-starred").into()),
        ..Table::default()
    })
}

fn is_known(figure: &Figure) -> bool {
    figure.actual.known().is_some() || figure.plan.is_some()
}

/// "銷售額（千美元）".
fn caption(desk: &Desk<'_>, metric: &MeasureId, style: &Style<'_>) -> String {
    let (name, unit) = (desk.metric(metric).text, style.unit());
    match unit.is_empty() {
        true => name,
        false => desk.fill("paper-figure", &[("figure", name.into()), ("unit", unit.into())]),
    }
}

/// The figures of a part of the company, which is named once.
fn rows(desk: &Desk<'_>, style: &Style<'_>, (figures, shown): (&[Figure], usize)) -> Vec<Row> {
    let row = |(at, figure): (usize, &Figure)| {
        let name = if at == 0 { desk.scope(&figure.question.scope) } else { Default::default() };
        let cells = cells(desk, style, (figure, name)).into_iter().take(shown).collect();
        Row { cells, total: at == 0, ..Row::default() }
    };
    figures.iter().enumerate().map(row).collect()
}

fn cells(desk: &Desk<'_>, style: &Style<'_>, (figure, name): (&Figure, crate::site::Phrase)) -> Vec<Cell> {
    let or_dash = |value: Option<String>| Cell::new(value.unwrap_or_else(|| "–".to_owned()));
    let star = if figure.provisional { "*" } else { "" };
    let actual = figure
        .actual
        .known()
        .map_or_else(|| missing(desk, &figure.actual), |value| format!("{}{star}", style.value(value)));
    let reached = attainment(figure).map(|share| desk.locale.percent(&share, 1));
    vec![
        Cell::new(name),
        Cell::new(desk.locale.period_label(figure.question.period)),
        or_dash(figure.plan.as_ref().map(|plan| style.value(plan))),
        Cell::new(actual),
        or_dash(figure.vs_plan.abs.as_ref().map(|abs: &Ratio| style.delta(abs))),
        or_dash(reached),
    ]
}
