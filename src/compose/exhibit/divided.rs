//! A figure by the values of a dimension: returns by reason, sales by sub-region; the largest part first.

use super::columns::{chart_id, with_unit};
use super::{SHOWN, cut_sentence, left_out};
use crate::chart::{Bars, Chart, DataTable, Delta, Fill, Mark, Plot, Row, Scenario, Title};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::facts::Basis;
use crate::metric::{Variance, variance};
use crate::quantity::{MeasureId, Period, Ratio, Scope, Span};
use crate::review::{By, Divider, Division, Figure, Part, Question};
use crate::site;

/// A part with its figure now and a year before.
struct Slice {
    label: String,
    actual: Ratio,
    previous: Option<Ratio>,
    gap: Variance,
}

/// A figure of a part of the company by a dimension; nothing where the data tell no value of it from the rest.
pub(crate) fn divided(
    desk: &Desk<'_>,
    (metric, scope, period): (&MeasureId, &Scope, Period),
    by: By<'_>,
) -> Option<site::Figure> {
    let divider = Divider { workspace: desk.workspace, facts: desk.facts, basis: Basis::Plan };
    if divider.obstacle(by, metric).is_some() {
        return None;
    }
    let whole = desk.check().figure(&Question { metric: metric.clone(), scope: scope.clone(), period });
    let over = |days: Span| divider.divide(by, metric, (scope, days));
    let now = Some(over(whole.days?)).filter(Division::is_told)?;
    let before = whole.before.filter(|_| whole.previous.known().is_some()).map(over);
    let slices = slices(desk, (&now, before.filter(Division::is_told).as_ref()), (metric, by));
    let style = desk.style(metric, &slices.iter().map(|slice| slice.actual.abs()).max()?);
    let total = whole.actual.known().filter(|total| adds(desk, metric) && !total.is_zero());
    let chart = Chart {
        id: format!("{}-{}", chart_id("divided", metric, scope), by.name()),
        title: Title {
            who: desk.scope(scope).text,
            what: with_unit(desk, &desk.metric(metric).text, &style.unit()),
            when: desk.locale.period(period),
        },
        message: message(desk, (&slices, total)),
        alt: slices
            .iter()
            .map(|slice| format!("{} {}", slice.label, style.value(&slice.actual)))
            .collect::<Vec<_>>()
            .join(&desk.say("list-comma")),
        plot: plot(desk, &style, (&slices, total, &whole)),
        table: table(desk, &style, (&slices, total)),
    };
    let how = [cut_sentence(desk, &whole), left_out(desk, slices.len())];
    let how = how.into_iter().flatten().collect::<Vec<_>>().join(&desk.say("sentence-space"));
    let how = (!how.is_empty()).then(|| how.as_str().into());
    Some(site::Figure { chart, how, more: None })
}

fn adds(desk: &Desk<'_>, metric: &MeasureId) -> bool {
    desk.workspace.catalogue.adds_over_parts(metric)
}

/// The parts that have anything, the largest first, what is in none of them last.
fn slices(
    desk: &Desk<'_>,
    (now, before): (&Division<'_>, Option<&Division<'_>>),
    (metric, by): (&MeasureId, By<'_>),
) -> Vec<Slice> {
    let better = desk.workspace.catalogue.better(metric).unwrap_or_default();
    let slice = |part: Part| {
        let actual = now.read(&part).known()?.clone();
        let previous = before.and_then(|before| before.read(&part).known().cloned());
        let nought = actual.is_zero() && previous.as_ref().is_none_or(Ratio::is_zero);
        let gap = variance(Some(&actual), previous.as_ref(), desk.check().unit(metric), better);
        let rest = part == Part::Rest;
        (!nought).then(|| (rest, Slice { label: named(desk, by, &part), actual, previous, gap }))
    };
    let parts = now.parts().into_iter().chain(before.map(Division::parts).unwrap_or_default());
    let parts: std::collections::BTreeSet<Part> = parts.collect();
    let mut slices: Vec<(bool, Slice)> = parts.into_iter().filter_map(slice).collect();
    slices.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.actual.cmp(&a.1.actual)));
    slices.into_iter().map(|(_, slice)| slice).collect()
}

fn named(desk: &Desk<'_>, by: By<'_>, part: &Part) -> String {
    match (by, part) {
        (By::Groups(made), Part::Group(at)) => {
            made.groups.get(*at).map_or_else(String::new, |group| desk.phrase(&group.name).text)
        }
        (_, Part::Value(value)) => value.clone(),
        _ => desk.say("not-classified"),
    }
}

fn share(desk: &Desk<'_>, slice: &Slice, total: Option<&Ratio>) -> Option<String> {
    Some(desk.locale.percent(&slice.actual.checked_div(total?)?, 0))
}

fn plot(
    desk: &Desk<'_>,
    style: &Style<'_>,
    (slices, total, whole): (&[Slice], Option<&Ratio>, &Figure),
) -> Plot {
    let row = |slice: &Slice| {
        let value = style.value(&slice.actual);
        let label = share(desk, slice, total).map(|share| format!("{value} · {share}")).unwrap_or(value);
        Row {
            label: slice.label.clone(),
            fill: if whole.is_cut() { Fill::Partial } else { Fill::Actual },
            main: Mark::new(style.mark(&slice.actual), label),
            previous: slice.previous.as_ref().map(|value| style.mark(value)),
            absolute: slice.gap.abs.as_ref().map(|abs| Delta {
                value: Some(style.mark(abs)),
                label: style.delta(abs),
                impact: super::impact_of(&slice.gap),
            }),
            ..Row::default()
        }
    };
    Plot::Bars(Bars {
        versus: Scenario::Previous,
        rows: slices.iter().take(SHOWN).map(row).collect(),
        cut: None,
    })
}

/// Which part is largest, with its share.
fn message(desk: &Desk<'_>, (slices, total): (&[Slice], Option<&Ratio>)) -> String {
    let Some(first) = slices.first() else { return String::new() };
    let name = ("part", first.label.clone().into());
    match share(desk, first, total) {
        Some(share) => desk.fill("divided-message", &[name, ("share", share.into())]),
        None => desk.fill("divided-message-plain", &[name]),
    }
}

fn table(desk: &Desk<'_>, style: &Style<'_>, (slices, total): (&[Slice], Option<&Ratio>)) -> DataTable {
    let dash = || "–".to_owned();
    let row = |slice: &Slice| {
        vec![
            slice.label.clone(),
            style.value(&slice.actual),
            share(desk, slice, total).unwrap_or_else(dash),
            slice.previous.as_ref().map_or_else(dash, |value| style.value(value)),
            slice.gap.abs.as_ref().map_or_else(dash, |abs| style.delta(abs)),
        ]
    };
    let heads = ["head-part", "head-actual", "head-share", "head-previous", "head-variance-previous"];
    DataTable {
        columns: heads.iter().map(|key| desk.say(key)).collect(),
        rows: slices.iter().map(row).collect(),
    }
}
