//! Columns over time: actual beside plan and previous year, variances above.

use super::aligned_periods;
use super::cut::cut;
use super::figures_table::figures_table;
use super::impact_of;
use crate::chart::{Chart, Column, Columns, DataTable, Delta, Fill, Mark, Plot, Scenario, Title};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::quantity::{Grain, MeasureId, Period, Ratio, Scope};
use crate::review::{Figure, Question};
use crate::site;

/// The months of one of the company's years, or the periods it has in their stead.
pub(crate) fn months_of(desk: &Desk<'_>, year: i16) -> Vec<Period> {
    desk.fiscal().periods(year)
}

/// A figure over some periods of one kind; nothing when none of them has a figure or a plan.
pub(crate) fn columns(
    desk: &Desk<'_>,
    (metric, scope): (&MeasureId, &Scope),
    periods: &[Period],
) -> Option<site::Figure> {
    let figures = figures(desk, (metric, scope), periods);
    let style = desk.style(metric, &largest(&figures)?);
    let versus = versus(&figures);
    let chart = Chart {
        id: chart_id("columns", metric, scope),
        title: title(desk, (metric, scope), (&style, &figures)),
        message: message(desk, &style, (&figures, versus)),
        alt: alt(desk, &style, &figures),
        plot: Plot::Columns(plot(desk, &style, (&figures, versus))),
        table: table(desk, &style, &figures),
    };
    let how = [Some(desk.say("columns-how")), aligned_periods(desk, (metric, scope), periods)];
    let how = how.into_iter().flatten().collect::<Vec<_>>().join(&desk.say("sentence-space"));
    Some(site::Figure { chart, how: Some(how.as_str().into()), more: None })
}

/// The figures of some periods.
pub(super) fn figures(
    desk: &Desk<'_>,
    (metric, scope): (&MeasureId, &Scope),
    periods: &[Period],
) -> Vec<Figure> {
    periods.iter().map(|period| desk.check().figure(&question(metric, scope, *period))).collect()
}

/// What figures over time are compared with: the plan where any of them has one.
pub(super) fn versus(figures: &[Figure]) -> Scenario {
    let planned = figures.iter().any(|figure| figure.plan_whole.is_some());
    if planned { Scenario::Plan } else { Scenario::Previous }
}

/// The columns themselves.
pub(super) fn plot(desk: &Desk<'_>, style: &Style<'_>, (figures, versus): (&[Figure], Scenario)) -> Columns {
    let columns = figures.iter().map(|figure| column(desk, style, (figure, versus))).collect();
    let grain = figures.first().map_or(Grain::Month, |figure| figure.question.period.grain());
    Columns { grain, versus, columns, cut: None }
}

fn question(metric: &MeasureId, scope: &Scope, period: Period) -> Question {
    Question { metric: metric.clone(), scope: scope.clone(), period }
}

/// The id of a chart within a page.
pub(crate) fn chart_id(kind: &str, metric: &MeasureId, scope: &Scope) -> String {
    let product = scope.product.as_ref().map_or("all", |id| id.as_str());
    let marketplace = scope.marketplace.as_ref().map_or("all", |id| id.as_str());
    crate::site::slug(&format!("{kind}-{metric}-{product}-{marketplace}").to_lowercase())
}

/// The largest value shown; nothing when there is none.
pub(crate) fn largest(figures: &[Figure]) -> Option<Ratio> {
    let values = figures.iter().flat_map(|f| [f.actual.known(), f.plan_whole.as_ref(), f.previous.known()]);
    values.flatten().map(Ratio::abs).max()
}

/// A period that has not begun shows its plan alone.
fn column(desk: &Desk<'_>, style: &Style<'_>, (figure, versus): (&Figure, Scenario)) -> Column {
    let variance = if versus == Scenario::Plan { &figure.vs_plan } else { &figure.vs_previous };
    let plan = if figure.days.is_some() { figure.plan.as_ref() } else { figure.plan_whole.as_ref() };
    let delta = |value: Option<f64>, label: String| Delta { value, label, impact: impact_of(variance) };
    Column {
        label: desk.locale.period_label(figure.question.period),
        fill: if figure.is_cut() { Fill::Partial } else { Fill::Actual },
        main: figure.actual.known().map_or_else(Mark::default, |value| {
            Mark::new(style.mark(value), style.clone().short().value(value))
        }),
        plan: plan.map(|value| style.mark(value)),
        previous: figure.previous.known().map(|value| style.mark(value)),
        absolute: variance.abs.as_ref().map(|abs| delta(Some(style.mark(abs)), style.delta(abs))),
        relative: None,
        note: note(desk, figure),
    }
}

/// Events that begin in a period, and how far a period is measured.
fn note(desk: &Desk<'_>, figure: &Figure) -> String {
    let span = figure.question.period.span();
    if let Some(words) = cut(desk, figure) {
        return words;
    }
    let events =
        desk.workspace.events.iter().filter(|event| {
            event.kind == crate::workspace::EventKind::Demand && span.contains(event.span.from)
        });
    let here = |event: &&crate::workspace::Event| {
        figure.question.scope.marketplace.as_ref().is_none_or(|place| event.is_in(place))
    };
    let year = span.from.year().to_string();
    let name = |event: &crate::workspace::Event| desk.phrase(&event.name).text;
    // The axis says the year already.
    events
        .filter(here)
        .map(|event| name(event).trim_end_matches(&year).trim_end().to_owned())
        .next()
        .unwrap_or_default()
}

/// Who, what with its unit, and from when to when.
pub(super) fn title(
    desk: &Desk<'_>,
    (metric, scope): (&MeasureId, &Scope),
    (style, figures): (&Style<'_>, &[Figure]),
) -> Title {
    let first = figures.first().map(|figure| figure.question.period);
    let last = figures.last().map(|figure| figure.question.period);
    Title {
        who: desk.scope(scope).text,
        what: with_unit(desk, &desk.metric(metric).text, &style.unit()),
        when: first.zip(last).map_or_else(String::new, |(first, last)| span_words(desk, first, last)),
    }
}

/// "銷售額，千美元".
pub(crate) fn with_unit(desk: &Desk<'_>, name: &str, unit: &str) -> String {
    match unit {
        "" => name.to_owned(),
        unit => desk.fill("name-unit", &[("name", name.into()), ("unit", unit.into())]),
    }
}

/// "2026 年各月" for the months of one year, else from the first to the last.
fn span_words(desk: &Desk<'_>, first: Period, last: Period) -> String {
    let year = desk.fiscal().year(desk.year_of(first));
    if first.grain() == Grain::Month
        && (first.span().from, last.span().to) == (year.span().from, year.span().to)
    {
        return desk.fill("months-of", &[("year", desk.locale.period(year).into())]);
    }
    let words = |period| desk.locale.period(period).into();
    desk.fill("from-to", &[("from", words(first)), ("to", words(last))])
}

/// How many periods reached the reference, and which fell farthest behind.
fn message(desk: &Desk<'_>, style: &Style<'_>, (figures, versus): (&[Figure], Scenario)) -> String {
    let variance = |figure: &Figure| {
        if versus == Scenario::Plan { figure.vs_plan.clone() } else { figure.vs_previous.clone() }
    };
    let judged: Vec<(&Figure, _)> =
        figures.iter().map(|f| (f, variance(f))).filter(|(_, v)| v.abs.is_some()).collect();
    let bad = |v: &crate::metric::Variance| v.impact == crate::metric::Impact::Unfavourable;
    let worst = judged.iter().filter(|(_, v)| bad(v)).max_by_key(|(_, v)| v.abs.as_ref().map(Ratio::abs));
    let reached = judged.iter().filter(|(_, v)| !bad(v)).count();
    let mut args = vec![("reached", reached.into()), ("all", judged.len().into())];
    let reference = if versus == Scenario::Plan { "plan" } else { "previous" };
    match worst.and_then(|(figure, v)| Some((figure, v.abs.as_ref()?))) {
        _ if judged.is_empty() => String::new(),
        None => desk.fill(&format!("columns-message-{reference}-all"), &args),
        Some((figure, abs)) => {
            args.push(("worst", desk.locale.period_label(figure.question.period).into()));
            args.push(("gap", style.delta_worded(abs).into()));
            desk.fill(&format!("columns-message-{reference}"), &args)
        }
    }
}

fn alt(desk: &Desk<'_>, style: &Style<'_>, figures: &[Figure]) -> String {
    let known = figures.iter().filter_map(|figure| Some((figure, figure.actual.known()?)));
    let words = |(figure, value): (&Figure, &Ratio)| {
        format!("{} {}", desk.locale.period_label(figure.question.period), style.worded(value))
    };
    known.map(words).collect::<Vec<_>>().join(&desk.say("list-comma"))
}

/// The figures behind the picture.
pub(super) fn table<'a>(desk: &Desk<'_>, style: &Style<'_>, figures: &'a [Figure]) -> DataTable {
    let named = |figure: &'a Figure| (desk.locale.period_label(figure.question.period), figure);
    let rows: Vec<(String, &Figure)> = figures.iter().map(named).collect();
    figures_table(desk, style, ("period", &rows))
}
