//! The table of signals: each figure between its plan and its process.

use super::axes::{Axes, Key};
use super::figures::{cell, check, plan_version, planned, question};
use super::{Refusal, Sources};
use crate::metric::Impact;
use crate::quantity::{Day, MeasureId, Period, Ratio};
use crate::review::{Limits, Rule, Signal, Verdict, Weighed};
use crate::table::{Cell, Column, Kind, Table, TableRequest};

/// What the limits of a process are, in the unit of its points.
const LIMITS: [&str; 5] = ["mean", "lower", "upper", "mean_range", "range_limit"];

/// A row per figure, part of the company and complete period that has a point.
pub(super) fn signals(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let metrics = planned(sources, request)?;
    let Axes { mut columns, keys } = Axes::new(sources, request, &metrics)?;
    columns.push(Column::new("metric", Kind::Text));
    columns.extend(["actual", "plan"].map(|name| Column::new(name, Kind::Ratio)));
    columns.extend(["material", "provisional"].map(|name| Column::new(name, Kind::Flag)));
    columns.push(Column::new("point_of", Kind::Text));
    columns.push(Column::new("point", Kind::Ratio));
    columns.extend(LIMITS.map(|name| Column::new(name, Kind::Ratio)));
    columns.push(Column::new("baseline_points", Kind::Count));
    columns.extend(["baseline_from", "baseline_to", "changed"].map(|name| Column::new(name, Kind::Day)));
    columns.extend(
        ["verdict", "rule", "impact", "ask", "plan_version"].map(|name| Column::new(name, Kind::Text)),
    );
    // The keys hold each part of the company once per period: the limits of a part are made once for all of them.
    let parts = keys.iter().take_while(|key| key.period == keys[0].period).count();
    let periods: Vec<Period> = keys.iter().step_by(parts.max(1)).map(|key| key.period).collect();
    let weigh = |(key, metric): (&Key, &MeasureId)| {
        let materiality = &sources.workspace.materiality;
        check(sources, request).weigh_all(&question(key, metric), &periods, materiality)
    };
    let figures = keys[..parts].iter().flat_map(|key| metrics.iter().map(move |metric| (key, metric)));
    let weighed: Vec<Vec<Weighed<'_>>> = figures.map(weigh).collect();
    let rows = keys.iter().enumerate().flat_map(|(at, key)| {
        let figures = weighed.iter().skip(at % parts * metrics.len()).zip(&metrics);
        figures.filter_map(move |(weighed, metric)| row(sources, (key, metric), weighed.get(at / parts)?))
    });
    Ok(Table { columns, rows: rows.collect() })
}

fn row(sources: Sources<'_>, (key, metric): (&Key, &MeasureId), weighed: &Weighed<'_>) -> Option<Vec<Cell>> {
    let signal = weighed.signal.as_ref()?;
    let value = |value: Option<&Ratio>| cell(sources, metric, value.cloned());
    let mut cells = key.cells.clone();
    cells.push(Cell::Text(metric.to_string()));
    cells.push(value(weighed.figure.actual.known()));
    cells.push(value(weighed.figure.plan.as_ref()));
    cells.extend([weighed.material, signal.provisional].map(Cell::Flag));
    cells.extend(process(signal));
    let (verdict, rule, impact) = verdict(signal.verdict);
    let ask = weighed.ask().map_or(Cell::Missing, |ask| Cell::Text(ask.name().to_owned()));
    cells.extend([verdict, rule, impact, ask]);
    cells.push(plan_version(sources, key.period));
    Some(cells)
}

/// The point, the limits and what they are made of.
fn process(signal: &Signal<'_>) -> Vec<Cell> {
    let ratio = |value: &Ratio| Cell::Ratio(value.clone());
    let day = |day: Option<Day>| day.map_or(Cell::Missing, Cell::Day);
    let end = |end: fn(&(Period, Period)) -> Day| day(signal.baseline.as_ref().map(end));
    let limits = match &signal.limits {
        Some(Limits { mean, lower, upper, range, range_limit }) => {
            [mean, lower, upper, range, range_limit].map(ratio)
        }
        None => [const { Cell::Missing }; LIMITS.len()],
    };
    let mut cells = vec![Cell::Text(if signal.of_plan { "plan" } else { "value" }.to_owned())];
    cells.push(ratio(&signal.value));
    cells.extend(limits);
    cells.push(Cell::Count(signal.points as i128));
    cells.push(end(|(first, _)| first.span().from));
    cells.push(end(|(_, last)| last.span().to));
    cells.push(day(signal.rebase.map(|rebase| rebase.from)));
    cells
}

/// What the point says, by which rule, and whether that is good.
fn verdict(verdict: Verdict) -> (Cell, Cell, Cell) {
    let text = |text: &str| Cell::Text(text.to_owned());
    match verdict {
        Verdict::Routine => (text("routine"), Cell::Missing, Cell::Missing),
        Verdict::TooFew => (text("too-few"), Cell::Missing, Cell::Missing),
        Verdict::Exceptional(breach, impact) => {
            let rule = match breach.rule {
                Rule::Outside => "outside",
                Rule::Run => "run",
                Rule::Near => "near",
            };
            (text("exceptional"), text(rule), text(good(impact)))
        }
    }
}

fn good(impact: Impact) -> &'static str {
    match impact {
        Impact::Favourable => "favourable",
        Impact::Unfavourable => "unfavourable",
        Impact::Neutral => "neutral",
    }
}
