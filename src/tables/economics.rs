//! The tables of unit economics: a row per product and marketplace with what a unit brings and costs, and a row per
//! line of it with what changed since the plan was frozen.

use super::axes;
use super::{Refusal, Sources};
use crate::plan::economics::{Change, Input, Line, Unit};
use crate::quantity::{MarketplaceId, Money, ProductId, Ratio, Scope};
use crate::table::{Cell, Column, Kind, Table, TableRequest};

/// The dimensions that rows always have.
const BY: [&str; 2] = ["product", "marketplace"];

/// The columns of `economics`. Amounts are of one unit in the row's currency, to six decimals.
const UNIT: [(&str, Kind); 27] = [
    ("product", Kind::Text),
    ("marketplace", Kind::Text),
    ("day", Kind::Day),
    ("from", Kind::Day),
    ("currency", Kind::Text),
    ("price", Kind::Ratio),
    ("planned_price", Kind::Ratio),
    ("tax", Kind::Ratio),
    ("net", Kind::Ratio),
    ("referral", Kind::Ratio),
    ("fulfilment", Kind::Ratio),
    ("fob", Kind::Ratio),
    ("freight", Kind::Ratio),
    ("duty", Kind::Ratio),
    ("other_landed", Kind::Ratio),
    ("landed", Kind::Ratio),
    ("returns", Kind::Ratio),
    ("storage", Kind::Ratio),
    ("contribution_before_ads", Kind::Ratio),
    ("ads", Kind::Ratio),
    ("contribution", Kind::Ratio),
    ("planned_contribution", Kind::Ratio),
    ("margin", Kind::Ratio),
    ("break_even_acos", Kind::Ratio),
    ("break_even_price", Kind::Ratio),
    ("roi", Kind::Ratio),
    ("missing", Kind::Text),
];

/// The columns of `economics-change`. Amounts per unit are to six decimals, sums to the minor unit.
const CHANGE: [(&str, Kind); 9] = [
    ("product", Kind::Text),
    ("marketplace", Kind::Text),
    ("line", Kind::Text),
    ("since", Kind::Day),
    ("day", Kind::Day),
    ("currency", Kind::Text),
    ("per_unit", Kind::Ratio),
    ("units", Kind::Ratio),
    ("money", Kind::Money),
];

/// A row per product and marketplace with a price, on `--from` or today.
pub(super) fn economics(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let within = scope(sources, request)?;
    let day = request.from.unwrap_or(sources.today);
    let economics = &sources.analysis.economics;
    let row = |(product, place): (&ProductId, &MarketplaceId)| {
        let unit = economics.on(product, place, day)?;
        let own = [text(product.as_str()), text(place.as_str()), Cell::Day(day)];
        Some(own.into_iter().chain(unit_cells(unit)).collect())
    };
    let cells = economics.cells().filter(|(product, place)| within.contains(product, place));
    Ok(Table { columns: columns(&UNIT), rows: cells.filter_map(row).collect() })
}

fn unit_cells(unit: &Unit) -> Vec<Cell> {
    let costs = &unit.costs;
    let has = |inputs: &[Input]| !inputs.iter().any(|input| unit.missing.contains(input));
    let known = |value: &Ratio, inputs: &[Input]| ratio(has(inputs).then(|| value.clone()));
    let sum = |value: Option<Ratio>| ratio(value.filter(|_| unit.is_complete()));
    let landed = [Input::Fob, Input::Freight, Input::Duty, Input::Exchange];
    let missing: Vec<&str> = unit.missing.iter().map(|input| input.key()).collect();
    vec![
        Cell::Day(unit.from),
        text(unit.currency.code()),
        ratio(Some(unit.price.clone())),
        ratio(Some(unit.planned_price.clone())),
        known(&unit.tax, &[Input::Tax]),
        known(&unit.net(), &[Input::Tax]),
        known(&costs.referral, &[Input::Referral]),
        known(&costs.fulfilment, &[Input::Fulfilment]),
        known(&costs.fob, &[Input::Fob, Input::Exchange]),
        known(&costs.freight, &[Input::Freight]),
        known(&costs.duty, &[Input::Duty, Input::Fob, Input::Exchange]),
        known(&costs.other_landed, &[]),
        known(&costs.landed(), &landed),
        known(&costs.returns, &[Input::Returns]),
        known(&costs.storage, &[Input::Storage]),
        sum(Some(unit.before_ads())),
        known(&costs.ads, &[Input::Ads]),
        sum(Some(unit.contribution())),
        sum(Some(unit.as_planned().contribution())),
        sum(unit.margin()),
        sum(unit.break_even_acos()),
        sum(unit.break_even_price()),
        sum(unit.roi()),
        text(&missing.join(" ")),
    ]
}

/// A row per line of a unit that changed since the plan was frozen, with what it comes to over the rest of the year.
pub(super) fn change(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let within = scope(sources, request)?;
    let changes = sources.analysis.economics.changes.iter().flat_map(|changes| &changes.cells);
    let changes = changes.filter(|change| within.contains(&change.product, &change.marketplace));
    let lines = |change: &'_ Change| -> Vec<Vec<Cell>> {
        let moved = change.lines.iter().filter(|(_, each)| !each.is_zero());
        moved.map(|line| change_row(sources, change, line)).collect()
    };
    Ok(Table { columns: columns(&CHANGE), rows: changes.flat_map(lines).collect() })
}

fn change_row(sources: Sources<'_>, change: &Change, (line, each): &(Line, Ratio)) -> Vec<Cell> {
    let currency = sources.facts.reporting();
    let minor = (each * &change.units).round_scaled(currency.digits());
    vec![
        text(change.product.as_str()),
        text(change.marketplace.as_str()),
        text(line.name()),
        Cell::Day(change.since),
        Cell::Day(sources.today),
        text(currency.code()),
        ratio(Some(each.clone())),
        ratio(Some(change.units.clone())),
        Cell::Money(Money { minor, currency }),
    ]
}

/// The part of the company that is asked for; rows are of products and marketplaces and nothing else.
fn scope(sources: Sources<'_>, request: &TableRequest) -> Result<Scope, Refusal> {
    match request.by.iter().find(|name| !BY.contains(&name.as_str())) {
        Some(other) => Err(Refusal::new("dimension", other, BY)),
        None => axes::filter(sources, request),
    }
}

fn columns(of: &[(&str, Kind)]) -> Vec<Column> {
    of.iter().map(|(name, kind)| Column::new(*name, *kind)).collect()
}

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

fn ratio(value: Option<Ratio>) -> Cell {
    value.map_or(Cell::Missing, Cell::Ratio)
}

#[cfg(test)]
mod tests;
