//! From what was seen to what was kept: a bar for each step, with its rate of the step before; never a funnel.

use super::columns::{chart_id, with_unit};
use crate::chart::{Bars, Chart, DataTable, Fill, Mark, Plot, Row, Scenario, Title};
use crate::compose::desk::Desk;
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::review::{Funnel, FunnelStep};
use crate::site;

/// The usual steps, as far as a company measures them.
const STEPS: [&str; 6] = ["impressions", "clicks", "sessions", "orders", "units", "kept_units"];
/// A bar this many times as long as the next one would leave the others no room: it is cut.
const FAR: f64 = 3.0;

/// The usual steps in a part of the company; nothing where fewer than two are known.
pub(crate) fn usual_funnel(desk: &Desk<'_>, asked: (&Scope, Period)) -> Option<site::Figure> {
    funnel(desk, &STEPS.map(MeasureId::new), asked)
}

/// These steps in a part of the company; nothing where fewer than two are known.
pub(crate) fn funnel(
    desk: &Desk<'_>,
    steps: &[MeasureId],
    (scope, period): (&Scope, Period),
) -> Option<site::Figure> {
    let funnel = desk.check().funnel(steps, (scope, period))?;
    let names = [funnel.steps.first()?, funnel.steps.last()?].map(|step| desk.metric(&step.id).text);
    let [first, last] = names;
    let what = desk.fill("funnel-what", &[("first", first.into()), ("last", last.into())]);
    let rows: Vec<Row> = funnel.steps.iter().map(|step| row(desk, step)).collect();
    let words = |row: &Row| format!("{} {}", row.label, row.main.label);
    let chart = Chart {
        id: chart_id("funnel", &funnel.steps.first()?.id, scope),
        title: Title {
            who: desk.scope(scope).text,
            what: with_unit(desk, &what, ""),
            when: desk.locale.span(funnel.days),
        },
        message: message(desk, &funnel),
        alt: rows.iter().map(words).collect::<Vec<_>>().join(&desk.say("list-comma")),
        plot: Plot::Bars(Bars { versus: Scenario::Previous, cut: cut(&rows), rows }),
        table: table(desk, &funnel),
    };
    Some(site::Figure { chart, how: Some(desk.say("funnel-how").as_str().into()), more: None })
}

fn row(desk: &Desk<'_>, step: &FunnelStep) -> Row {
    let count = desk.locale.decimal(&step.actual, 0);
    let label = match &step.rate {
        Some(rate) => format!("{count} · {}", shown(desk, rate)),
        None => count,
    };
    Row {
        label: desk.metric(&step.id).text,
        fill: Fill::Actual,
        main: Mark::new(step.actual.to_f64(), label),
        previous: step.previous.as_ref().map(Ratio::to_f64),
        ..Row::default()
    }
}

/// Where the longest bar leaves the others no room, it is cut a little beyond the next one.
fn cut(rows: &[Row]) -> Option<f64> {
    let longest = |row: &Row| row.main.value.into_iter().chain(row.previous).fold(0.0, f64::max);
    let mut values: Vec<f64> = rows.iter().map(longest).collect();
    values.sort_by(|a, b| b.total_cmp(a));
    match values.as_slice() {
        [first, second, ..] if *second > 0.0 && *first > FAR * second => Some(1.25 * second),
        _ => None,
    }
}

/// A share of one as a percentage; more than one of each as a multiple.
fn shown(desk: &Desk<'_>, rate: &Ratio) -> String {
    match rate {
        rate if *rate > Ratio::one() => format!("× {}", desk.locale.decimal(rate, 2)),
        rate if *rate < Ratio::from_scaled(1, 2) => desk.locale.percent(rate, 2),
        rate => desk.locale.percent(rate, 1),
    }
}

fn gap(desk: &Desk<'_>, step: &FunnelStep) -> Option<String> {
    let (now, before) = (step.rate.as_ref()?, step.previous_rate.as_ref()?);
    let gap = now - before;
    if *now > Ratio::one() {
        return Some(desk.locale.signed(&gap, 2));
    }
    let digits = if *now < Ratio::from_scaled(1, 2) { 2 } else { 1 };
    let points = desk.locale.signed(&(&gap * &Ratio::from_int(100)), digits);
    Some(format!("{points}\u{a0}{}", desk.say("unit-points")))
}

/// What the rate between two steps is called: by the metric that divides them, else by the two.
fn rate_name(desk: &Desk<'_>, funnel: &Funnel, step: &FunnelStep) -> Option<String> {
    let at = funnel.steps.iter().position(|own| own.id == step.id)?;
    let before = &funnel.steps.get(at.checked_sub(1)?)?.id;
    let catalogue = &desk.workspace.catalogue;
    let relations = catalogue.metrics().iter().filter_map(|metric| catalogue.relation(&metric.id));
    let named = relations.into_iter().find(|own| own.whole == step.id && own.by == *before);
    Some(match named {
        Some(relation) => desk.metric(&relation.rate).text,
        None => {
            let (from, to) = (desk.metric(before).text, desk.metric(&step.id).text);
            desk.fill("funnel-rate-of", &[("from", from.into()), ("to", to.into())])
        }
    })
}

/// The rate that moved most against the year before.
fn message(desk: &Desk<'_>, funnel: &Funnel) -> String {
    let moved = funnel.moved();
    let Some((step, _)) = moved.first() else { return String::new() };
    let (Some(name), Some(rate), Some(gap)) = (rate_name(desk, funnel, step), &step.rate, gap(desk, step))
    else {
        return String::new();
    };
    let args = [("rate", name.into()), ("value", shown(desk, rate).into()), ("gap", gap.into())];
    desk.fill("funnel-message", &args)
}

fn table(desk: &Desk<'_>, funnel: &Funnel) -> DataTable {
    let dash = || "–".to_owned();
    let count = |count: &Ratio| desk.locale.decimal(count, 0);
    let row = |step: &FunnelStep| {
        let rate = |rate: &Option<Ratio>| rate.as_ref().map_or_else(dash, |rate| shown(desk, rate));
        vec![
            desk.metric(&step.id).text,
            count(&step.actual),
            step.previous.as_ref().map_or_else(dash, count),
            rate_name(desk, funnel, step).unwrap_or_else(dash),
            rate(&step.rate),
            rate(&step.previous_rate),
            gap(desk, step).unwrap_or_else(dash),
        ]
    };
    let heads = [
        "funnel-step",
        "head-actual",
        "head-previous",
        "funnel-rate",
        "funnel-rate-now",
        "funnel-rate-previous",
        "funnel-rate-gap",
    ];
    DataTable {
        columns: heads.iter().map(|key| desk.say(key)).collect(),
        rows: funnel.steps.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_bar_that_dwarfs_the_others_is_cut() {
        let row = |value: f64| Row { main: Mark::new(value, ""), ..Row::default() };
        assert_eq!(cut(&[row(4_000_000.0), row(100.0), row(80.0)]), Some(125.0));
        assert_eq!(cut(&[row(200.0), row(100.0)]), None);
        assert_eq!((cut(&[row(5.0)]), cut(&[row(5.0), row(0.0)])), (None, None));
    }
}
