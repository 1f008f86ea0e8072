//! Lines over time: actual beside plan and previous year, events as brackets.

use super::columns::{chart_id, largest, table, title};
use crate::chart::{Bracket, Chart, Lines, Mark, Plot, Scenario, Series};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::quantity::{MeasureId, Period, Ratio, Scope, Span};
use crate::review::{Figure, Question};
use crate::site;
use crate::workspace::{EventKind, EventStatus};

/// A figure over some periods of one kind as lines; nothing when none of them has a figure.
///
/// A period that has not ended is left out: a part of it beside whole ones would look like a fall.
pub(crate) fn lines(
    desk: &Desk<'_>,
    (metric, scope): (&MeasureId, &Scope),
    periods: &[Period],
) -> Option<site::Figure> {
    let question =
        |period: &Period| Question { metric: metric.clone(), scope: scope.clone(), period: *period };
    let figures: Vec<Figure> = periods.iter().map(|period| desk.check().figure(&question(period))).collect();
    if figures.iter().all(|figure| actual(figure).is_none()) {
        return None;
    }
    let style = desk.style(metric, &largest(&figures)?);
    let plot = Lines {
        labels: periods.iter().map(|period| desk.locale.period_label(*period)).collect(),
        series: series(desk, &style, &figures),
        interval: Vec::new(),
        brackets: brackets(desk, scope, periods),
        limits: Vec::new(),
    };
    let message = message(desk, &style, &figures);
    let chart = Chart {
        id: chart_id("lines", metric, scope),
        title: title(desk, (metric, scope), (&style, &figures)),
        alt: message.clone(),
        message,
        plot: Plot::Lines(plot),
        table: table(desk, &style, &told(&figures)),
    };
    Some(site::Figure { chart, how: Some(desk.say("lines-how").as_str().into()), more: None })
}

/// The periods of which there is something to tell.
fn told(figures: &[Figure]) -> Vec<Figure> {
    let told = |figure: &&Figure| figure.actual.known().is_some() || figure.plan_whole.is_some();
    figures.iter().filter(told).cloned().collect()
}

fn actual(figure: &Figure) -> Option<&Ratio> {
    figure.actual.known().filter(|_| !figure.is_cut())
}

fn series(desk: &Desk<'_>, style: &Style<'_>, figures: &[Figure]) -> Vec<Series> {
    let line =
        |scenario: Scenario, key: &str, marks: Vec<Mark>| Series { scenario, name: desk.say(key), marks };
    let marks = |value: &dyn Fn(&Figure) -> Option<Ratio>| -> Vec<Mark> {
        figures.iter().map(|figure| mark(style, value(figure).as_ref())).collect()
    };
    let previous = |figure: &Figure| {
        let Question { metric, scope, period } = &figure.question;
        desk.check().read(metric, scope, period.year_before().span()).known().cloned()
    };
    let all = [
        line(Scenario::Previous, "scenario-py", marks(&previous)),
        line(Scenario::Plan, "scenario-pl", marks(&|figure| figure.plan_whole.clone())),
        line(Scenario::Actual, "scenario-ac", marks(&|figure| actual(figure).cloned())),
    ];
    all.into_iter().filter(|series| series.marks.iter().any(|mark| mark.value.is_some())).collect()
}

fn mark(style: &Style<'_>, value: Option<&Ratio>) -> Mark {
    value.map_or_else(Mark::default, |value| Mark::new(style.mark(value), style.value(value)))
}

/// Events of demand, by the periods in which their days lie.
pub(super) fn brackets(desk: &Desk<'_>, scope: &Scope, periods: &[Period]) -> Vec<Bracket> {
    let here = |event: &&crate::workspace::Event| {
        let place = scope.marketplace.as_ref();
        event.kind == EventKind::Demand
            && event.status != EventStatus::Cancelled
            && place.is_none_or(|place| event.is_in(place))
    };
    let spans: Vec<Span> = periods.iter().map(Period::span).collect();
    let bracket = |event: &crate::workspace::Event| {
        let touched = |span: &Span| span.overlaps(&event.span);
        let (from, to) = (spans.iter().position(touched)?, spans.iter().rposition(touched)?);
        Some(Bracket { from, to, label: desk.phrase(&event.name).text })
    };
    desk.workspace.events.iter().filter(here).filter_map(bracket).collect()
}

/// The last whole period against what it is compared with.
fn message(desk: &Desk<'_>, style: &Style<'_>, figures: &[Figure]) -> String {
    let Some((figure, value)) = figures.iter().rev().find_map(|figure| Some((figure, actual(figure)?)))
    else {
        return String::new();
    };
    let mut args = vec![
        ("period", desk.locale.period(figure.question.period).into()),
        ("value", style.worded(value).into()),
    ];
    let (key, variance) = match (&figure.vs_plan.abs, &figure.vs_previous.abs) {
        (Some(_), _) => ("lines-message-plan", &figure.vs_plan),
        (None, Some(_)) => ("lines-message-previous", &figure.vs_previous),
        (None, None) => return desk.fill("lines-message-plain", &args),
    };
    args.push(("gap", style.relative(variance).into()));
    desk.fill(key, &args)
}
