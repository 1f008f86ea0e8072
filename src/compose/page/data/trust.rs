//! What may still change, and what nobody has checked for long.

use crate::compose::desk::Desk;
use crate::compose::exhibit::rate_table;
use crate::compose::page::parts::{Head, below, row, table, told};
use crate::quantity::Scope;
use crate::site::{Block, Cell, ColumnKind, Row};
use crate::workspace::Rate;

/// Figures that late reports still change, and from which day on.
pub(super) fn provisional(desk: &Desk<'_>) -> Option<Block> {
    let catalogue = &desk.workspace.catalogue;
    let late = catalogue.metrics().iter().filter(|metric| catalogue.lag_days(&metric.id) > 0);
    let rows: Vec<Row> = late
        .filter_map(|metric| {
            let last = desk.check().last_day(&metric.id, &Scope::company())?;
            let lag = i32::from(catalogue.lag_days(&metric.id));
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
    Some(told(desk, "data-provisional", (desk.say("data-provisional-lede"), vec![table.into()])))
}

/// Rates that hold today and were not looked up for long, the oldest first.
pub(super) fn old_rates(desk: &Desk<'_>) -> Option<Block> {
    let rates = &desk.workspace.rates;
    let now: Vec<&Rate> = rates.rows().iter().filter(|rate| rates.is_in_force(rate, desk.today)).collect();
    if now.is_empty() {
        return None;
    }
    let mut old: Vec<&Rate> = now.iter().filter(|rate| rate.is_stale(desk.today)).copied().collect();
    old.sort_by_key(|rate| rate.checked);
    let args = [("old", old.len().into()), ("all", now.len().into())];
    let (key, blocks) = match old.is_empty() {
        true => ("data-rates-fresh", vec![]),
        false => ("data-rates-old", vec![rate_table(desk, &old, None).into()]),
    };
    Some(told(desk, "data-rates", (desk.fill(key, &args), blocks)))
}
