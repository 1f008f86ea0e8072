//! What may still change, and what nobody has checked for long.

use crate::compose::desk::Desk;
use crate::compose::page::department::duty::{holds, rate_name};
use crate::compose::page::parts::{Head, below, row, section_with, table};
use crate::quantity::Scope;
use crate::site::{Block, Cell, ColumnKind, Row, Status};
use crate::workspace::Rate;

/// A rate that nobody checked for longer is marked (domain 5.4, R001).
const FRESH_DAYS: i32 = 90;

/// Figures that late reports still change, and from which day on.
pub(super) fn provisional(desk: &Desk<'_>) -> Option<Block> {
    let late = desk.workspace.catalogue.metrics().iter().filter(|metric| metric.lag_days > 0);
    let rows: Vec<Row> = late
        .filter_map(|metric| {
            let last = desk.check().last_day(&metric.id, &Scope::company())?;
            let lag = i32::from(metric.lag_days);
            let from = desk.today - lag;
            let words = desk.fill("data-provisional-from", &[("day", from.to_string().into())]);
            Some(row(vec![
                below(Cell::new(desk.phrase(&metric.name)), metric.id.as_str()),
                Cell::new(desk.locale.integer(lag.into())),
                Cell::new(words),
                Cell::new((last + lag + 1).to_string()),
            ]))
        })
        .collect();
    let heads: [Head; 4] = [
        ("head-figure", ColumnKind::Text),
        ("head-lag", ColumnKind::Number),
        ("head-provisional", ColumnKind::Text),
        ("head-final", ColumnKind::Date),
    ];
    let table = (!rows.is_empty()).then(|| table(desk, "data-provisional", &heads, rows))?;
    Some(section_with(desk, "data-provisional", (desk.say("data-provisional-lede"), vec![table.into()])))
}

/// Rates that hold today and were not checked for long, the oldest first.
pub(super) fn old_rates(desk: &Desk<'_>) -> Option<Block> {
    let rates: Vec<&Rate> = desk.workspace.rates.rows().iter().filter(|rate| holds(desk, rate)).collect();
    let is_old = |rate: &&&Rate| rate.checked.is_none_or(|day| desk.today - day > FRESH_DAYS);
    let mut old: Vec<&Rate> = rates.iter().filter(is_old).copied().collect();
    if rates.is_empty() {
        return None;
    }
    old.sort_by_key(|rate| rate.checked);
    let args = [("old", old.len().into()), ("all", rates.len().into())];
    if old.is_empty() {
        return Some(section_with(desk, "data-rates", (desk.fill("data-rates-fresh", &args), vec![])));
    }
    let heads: [Head; 4] = [
        ("head-rate", ColumnKind::Text),
        ("head-from", ColumnKind::Date),
        ("head-checked", ColumnKind::Status),
        ("head-source", ColumnKind::Text),
    ];
    let rows = old.iter().map(|rate| line(desk, rate)).collect();
    let blocks = vec![table(desk, "data-rates", &heads, rows).into()];
    Some(section_with(desk, "data-rates", (desk.fill("data-rates-old", &args), blocks)))
}

fn line(desk: &Desk<'_>, rate: &Rate) -> Row {
    let checked = match rate.checked {
        Some(day) => {
            let days = usize::try_from(desk.today - day).unwrap_or(0);
            below(Cell::new(day.to_string()), desk.fill("data-days-ago", &[("days", days.into())]))
        }
        None => Cell::new(desk.say("data-never-checked")),
    };
    row(vec![
        rate_name(desk, rate),
        Cell::new(rate.from.to_string()),
        Cell { status: Some(Status::Late), ..checked },
        Cell::new(rate.source.clone().unwrap_or_default()),
    ])
}
