//! Who earns it: parts ranked by what they bring, with the share that they and those above them come to.

use super::bars::name;
use super::columns::{chart_id, with_unit};
use super::{SHOWN, left_out};
use crate::chart::{Bars, Chart, DataTable, Fill, Mark, Plot, Row, Scenario, Title};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::review::{Pareto, Question};
use crate::site;

/// The share that the few bring, in percent.
const MOST: i128 = 80;

/// Parts of the company by what each brings of a figure that adds up; nothing when fewer than two are known.
pub(crate) fn pareto(
    desk: &Desk<'_>,
    (metric, period): (&MeasureId, Period),
    (whole, parts): (&Scope, &[Scope]),
) -> Option<site::Figure> {
    let pareto = ranking(desk, (metric, period), parts)?;
    pareto.parts.get(1)?;
    let style = desk.style(metric, &pareto.parts.first()?.1.abs());
    let (shown, sums) = (shown(&style, &pareto), pareto.cumulative());
    let share = |at: usize| sums.as_ref().and_then(|sums| sums.get(at));
    let row = |(at, (scope, value)): (usize, &(Scope, Ratio))| {
        let words = shown.get(at).map_or_else(String::new, |shown| style.value(shown));
        let sum = share(at).map(|sum| format!("{words} · {}", desk.locale.percent(sum, 0)));
        Row {
            label: name(desk, whole, scope),
            fill: Fill::Actual,
            main: Mark::new(style.mark(value), sum.unwrap_or(words)),
            ..Row::default()
        }
    };
    let rows: Vec<Row> = pareto.parts.iter().enumerate().take(SHOWN).map(row).collect();
    let words = |row: &Row| format!("{} {}", row.label, row.main.label);
    let chart = Chart {
        id: chart_id("pareto", metric, whole),
        title: Title {
            who: desk.scope(whole).text,
            what: with_unit(desk, &desk.metric(metric).text, &style.unit()),
            when: desk.locale.period(period),
        },
        message: message(desk, metric, &pareto),
        alt: rows.iter().map(words).collect::<Vec<_>>().join(&desk.say("list-comma")),
        plot: Plot::Bars(Bars { versus: Scenario::Previous, rows, cut: None }),
        table: table((desk, whole), &style, (&pareto, &shown)),
    };
    let how = [Some(desk.say("pareto-how")), left_out(desk, pareto.parts.len())];
    let how = how.into_iter().flatten().collect::<Vec<_>>().join(&desk.say("sentence-space"));
    Some(site::Figure { chart, how: Some(how.as_str().into()), more: None })
}

/// The parts of a figure over the days that it is known for in the whole company.
fn ranking(desk: &Desk<'_>, (metric, period): (&MeasureId, Period), parts: &[Scope]) -> Option<Pareto> {
    if !desk.workspace.catalogue.adds_over_parts(metric) {
        return None;
    }
    let days = desk.check().days(&Question::company(metric.as_str(), period))?;
    let read = |scope: &Scope| Some((scope.clone(), desk.check().read(metric, scope, days).known()?.clone()));
    Some(Pareto::of(parts.iter().filter_map(read)))
}

fn shown(style: &Style<'_>, pareto: &Pareto) -> Vec<Ratio> {
    let parts: Vec<Ratio> = pareto.parts.iter().map(|(_, own)| own.clone()).collect();
    style.sum_of(&pareto.total, &parts)
}

/// How few bring most, and how many lose: "11 個之中 4 個帶來 80%".
fn message(desk: &Desk<'_>, metric: &MeasureId, pareto: &Pareto) -> String {
    let few = pareto.few(&Ratio::from_scaled(MOST, 2));
    let args = [
        ("all", pareto.parts.len().into()),
        ("few", few.unwrap_or(0).into()),
        ("share", desk.locale.percent(&Ratio::from_scaled(MOST, 2), 0).into()),
        ("metric", desk.metric(metric).text.into()),
        ("losing", pareto.losing().into()),
        ("parts", counted(pareto).into()),
    ];
    desk.fill(if few.is_some() { "pareto-message" } else { "pareto-message-loss" }, &args)
}

/// What is ranked, as texts name it: products, marketplaces, or each product on each marketplace.
fn counted(pareto: &Pareto) -> &'static str {
    let all = |has: fn(&Scope) -> bool| pareto.parts.iter().all(|(scope, _)| has(scope));
    match (all(|scope| scope.product.is_some()), all(|scope| scope.marketplace.is_some())) {
        (true, true) => "pairs",
        (true, false) => "products",
        (false, true) => "marketplaces",
        (false, false) => "parts",
    }
}

fn table(
    (desk, whole): (&Desk<'_>, &Scope),
    style: &Style<'_>,
    (pareto, shown): (&Pareto, &[Ratio]),
) -> DataTable {
    let sums = pareto.cumulative();
    let percent =
        |share: Option<Ratio>| share.map_or_else(|| "–".to_owned(), |own| desk.locale.percent(&own, 1));
    let row = |(at, ((scope, value), shown)): (usize, (&(Scope, Ratio), &Ratio))| {
        let share = sums.as_ref().and_then(|_| value.checked_div(&pareto.total));
        let sum = sums.as_ref().and_then(|sums| sums.get(at)).cloned();
        vec![name(desk, whole, scope), style.value(shown), percent(share), percent(sum)]
    };
    DataTable {
        columns: ["head-part", "head-actual", "head-share", "pareto-sum"].map(|key| desk.say(key)).into(),
        rows: pareto.parts.iter().zip(shown).enumerate().map(row).collect(),
    }
}
