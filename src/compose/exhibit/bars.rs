//! Ranked bars: the parts of the company beside each other, the largest first.

use super::columns::{chart_id, largest, with_unit};
use super::figures_table::figures_table;
use super::{SHOWN, impact_of, left_out};
use crate::chart::{Bars, Chart, DataTable, Delta, Fill, Mark, Plot, Row, Scenario, Title};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::{Rel, Variance};
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::review::{Figure, Question};
use crate::site;

/// A figure of several parts of the company in one period; nothing when fewer than two are known.
pub(crate) fn ranked(
    desk: &Desk<'_>,
    (metric, period): (&MeasureId, Period),
    (whole, parts): (&Scope, &[Scope]),
) -> Option<site::Figure> {
    let question = |scope: &Scope| Question { metric: metric.clone(), scope: scope.clone(), period };
    let mut figures: Vec<Figure> = parts.iter().map(|scope| desk.check().figure(&question(scope))).collect();
    figures.retain(|figure| figure.actual.known().is_some() || figure.plan.is_some());
    figures.get(..2)?;
    figures.sort_by_key(|figure| std::cmp::Reverse(figure.actual.known().cloned()));
    let style = desk.style(metric, &largest(&figures)?);
    let versus =
        if figures.iter().any(|figure| figure.plan.is_some()) { Scenario::Plan } else { Scenario::Previous };
    let shown = figures.iter().take(SHOWN);
    let rows: Vec<Row> = shown.map(|figure| row((desk, whole), &style, (figure, versus))).collect();
    let chart = Chart {
        id: chart_id("bars", metric, whole),
        title: Title {
            who: desk.scope(whole).text,
            what: with_unit(desk, &desk.metric(metric).text, &style.unit()),
            when: desk.locale.period(period),
        },
        message: message((desk, whole), &style, (&figures, versus)),
        alt: rows
            .iter()
            .map(|row| format!("{} {}", row.label, row.main.label))
            .collect::<Vec<_>>()
            .join(&desk.say("list-comma")),
        plot: Plot::Bars(Bars { versus, rows, cut: None }),
        table: table((desk, whole), &style, &figures),
    };
    let how = left_out(desk, figures.len()).map(|words| words.as_str().into());
    Some(site::Figure { chart, how, more: None })
}

/// What a part is called beside the whole it is a part of.
pub(super) fn name(desk: &Desk<'_>, whole: &Scope, part: &Scope) -> String {
    match (&whole.product, &whole.marketplace) {
        (Some(_), None) => part.marketplace.as_ref().map_or_else(String::new, |id| desk.marketplace(id).text),
        (None, Some(_)) => part.product.as_ref().map_or_else(String::new, |id| desk.product(id).text),
        _ => desk.scope(part).text,
    }
}

pub(super) fn variance(figure: &Figure, versus: Scenario) -> &Variance {
    if versus == Scenario::Plan { &figure.vs_plan } else { &figure.vs_previous }
}

/// Whether there is anything to be behind of.
pub(super) fn any_gap<'a>(figures: impl IntoIterator<Item = &'a Figure>, versus: Scenario) -> bool {
    figures.into_iter().any(|figure| variance(figure, versus).abs.is_some())
}

fn row((desk, whole): (&Desk<'_>, &Scope), style: &Style<'_>, (figure, versus): (&Figure, Scenario)) -> Row {
    let gap = variance(figure, versus);
    let delta = |value: f64, label: String| Delta { value: Some(value), label, impact: impact_of(gap) };
    let relative = match &gap.rel {
        Rel::Value(share) => Some(delta(share.to_f64(), style.relative(gap))),
        _ => None,
    };
    Row {
        label: name(desk, whole, &figure.question.scope),
        fill: if figure.is_cut() { Fill::Partial } else { Fill::Actual },
        main: figure
            .actual
            .known()
            .map_or_else(Mark::default, |value| Mark::new(style.mark(value), style.value(value))),
        plan: figure.plan.as_ref().map(|value| style.mark(value)),
        previous: figure.previous.known().map(|value| style.mark(value)),
        reach: None,
        absolute: gap.abs.as_ref().map(|abs| delta(style.mark(abs), style.delta(abs))),
        relative,
    }
}

/// Which part is farthest behind; else which is largest.
fn message(
    (desk, whole): (&Desk<'_>, &Scope),
    style: &Style<'_>,
    (figures, versus): (&[Figure], Scenario),
) -> String {
    let unfavourable =
        |figure: &&Figure| variance(figure, versus).impact == crate::metric::Impact::Unfavourable;
    let size = |figure: &&Figure| variance(figure, versus).abs.as_ref().map(Ratio::abs);
    let reference = if versus == Scenario::Plan { "plan" } else { "previous" };
    let worst = figures.iter().filter(unfavourable).max_by_key(size);
    let named = |figure: &Figure| name(desk, whole, &figure.question.scope);
    match (worst, figures.first()) {
        (Some(figure), _) => {
            let gap =
                variance(figure, versus).abs.as_ref().map_or_else(String::new, |abs| style.delta_worded(abs));
            desk.fill(
                &format!("bars-message-{reference}"),
                &[("worst", named(figure).into()), ("gap", gap.into())],
            )
        }
        (None, Some(first)) => {
            let key = if any_gap(figures, versus) { "bars-message-ahead" } else { "bars-message-largest" };
            desk.fill(key, &[("largest", named(first).into())])
        }
        (None, None) => String::new(),
    }
}

fn table<'a>((desk, whole): (&Desk<'_>, &Scope), style: &Style<'_>, figures: &'a [Figure]) -> DataTable {
    let named = |figure: &'a Figure| (name(desk, whole, &figure.question.scope), figure);
    let rows: Vec<(String, &Figure)> = figures.iter().map(named).collect();
    figures_table(desk, style, ("part", &rows))
}
