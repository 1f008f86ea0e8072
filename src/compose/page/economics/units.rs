//! What a unit brings and costs: a row per product and marketplace.

use super::decide::acos;
use super::words::{amount, dash, money, share};
use crate::chart::Impact;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, linked, row, table, told};
use crate::compose::route::Route;
use crate::plan::economics::{Decision, Input, Unit};
use crate::quantity::{MarketplaceId, ProductId, Ratio};
use crate::site::{Block, Cell, ColumnKind, Row, Section, Table};

/// The columns of a product's own page: what decides, and no more.
const SHORT: [Head; 7] = [
    ("head-marketplace", ColumnKind::Text),
    ("economics-head-price", ColumnKind::Number),
    ("economics-head-before-ads", ColumnKind::Number),
    ("economics-head-ads", ColumnKind::Number),
    ("economics-head-left", ColumnKind::Number),
    ("economics-head-margin", ColumnKind::Number),
    ("economics-head-break-even-acos", ColumnKind::Text),
];

const HEADS: [Head; 9] = [
    ("economics-head-price", ColumnKind::Number),
    ("economics-head-fees", ColumnKind::Number),
    ("economics-head-landed", ColumnKind::Number),
    ("economics-head-returns-storage", ColumnKind::Number),
    ("economics-head-before-ads", ColumnKind::Number),
    ("economics-head-ads", ColumnKind::Number),
    ("economics-head-left", ColumnKind::Number),
    ("economics-head-margin", ColumnKind::Number),
    ("economics-head-left-planned", ColumnKind::Number),
];

/// Every product in every marketplace.
pub(super) fn section_of_all(desk: &Desk<'_>) -> Option<Block> {
    let mut rows: Vec<Row> = Vec::new();
    for product in desk.products() {
        for place in desk.marketplaces() {
            let Some(unit) = desk.analysis.economics.on(&product, &place, desk.today) else { continue };
            let to = desk.target(&Route::Product(product.clone()));
            let head = below(linked(desk.product(&product), to), desk.marketplace(&place));
            rows.push(line(desk, head, unit));
        }
    }
    let table = of(desk, "economics-head-product-market", rows)?;
    Some(told(desk, "economics-units", (desk.say("economics-units-lede"), vec![table.into()])))
}

/// One product in all its marketplaces, for its own page; nothing where it has no price.
pub(in crate::compose::page) fn of_product(desk: &Desk<'_>, product: &ProductId) -> Option<Block> {
    let line = |place: &MarketplaceId| {
        let economics = &desk.analysis.economics;
        let unit = economics.on(product, place, desk.today)?;
        let own = |decision: &&Decision| decision.product == *product && decision.marketplace == *place;
        Some(short(desk, place, (unit, economics.decisions.iter().find(own))))
    };
    let rows: Vec<Row> = desk.marketplaces().iter().filter_map(line).collect();
    if rows.is_empty() {
        return None;
    }
    let note = desk.fill("economics-short-note", &[("day", desk.today.to_string().into())]);
    let table = Table { note: Some(note.into()), ..table(desk, "economics-units", &SHORT, rows) };
    let section = Section {
        heading: desk.say("economics-title").into(),
        more: Some(desk.link(desk.say("economics-more"), &Route::Economics)),
        blocks: vec![table.into()],
        ..Section::default()
    };
    Some(section.into())
}

fn of(desk: &Desk<'_>, first: &'static str, rows: Vec<Row>) -> Option<Table> {
    let heads: Vec<Head> = [(first, ColumnKind::Text)].into_iter().chain(HEADS).collect();
    let note = desk.fill("economics-units-note", &[("day", desk.today.to_string().into())]);
    (!rows.is_empty())
        .then(|| Table { note: Some(note.into()), ..table(desk, "economics-units", &heads, rows) })
}

/// A marketplace's price, what is left of it, and how dear advertising may be there.
fn short(desk: &Desk<'_>, place: &MarketplaceId, (unit, decision): (&Unit, Option<&Decision>)) -> Row {
    let known = |value: Ratio, lacks: bool| {
        Cell::new(if lacks { dash() } else { amount(desk, &value, unit.currency) })
    };
    let to = desk.target(&Route::Marketplace(place.clone()));
    row(vec![
        linked(desk.marketplace(place), to),
        Cell::new(money(desk, &unit.price, unit.currency)),
        known(unit.before_ads(), !unit.is_complete()),
        known(unit.costs.ads.clone(), unit.missing.contains(&Input::Ads)),
        left(desk, unit),
        Cell::new(share(desk, unit.margin().filter(|_| unit.is_complete()).as_ref())),
        decision.map_or_else(|| Cell::new(dash()), |decision| acos(desk, decision)),
    ])
}

/// The lines of a unit in the marketplace's currency; what lacks an input is not shown as if it were known.
fn line(desk: &Desk<'_>, head: Cell, unit: &Unit) -> Row {
    let costs = &unit.costs;
    let known = |value: Ratio, inputs: &[Input]| {
        let lacks = inputs.iter().any(|input| unit.missing.contains(input));
        Cell::new(if lacks { dash() } else { amount(desk, &value, unit.currency) })
    };
    let fees = &costs.referral + &costs.fulfilment;
    let landed = [Input::Fob, Input::Freight, Input::Duty, Input::Exchange];
    let all: Vec<Input> = unit.missing.clone();
    row(vec![
        head,
        Cell::new(money(desk, &unit.price, unit.currency)),
        known(fees, &[Input::Referral, Input::Fulfilment]),
        known(costs.landed(), &landed),
        known(&costs.returns + &costs.storage, &[Input::Returns, Input::Storage]),
        known(unit.before_ads(), &all),
        known(costs.ads.clone(), &[Input::Ads]),
        left(desk, unit),
        Cell::new(share(desk, unit.margin().filter(|_| unit.is_complete()).as_ref())),
        planned(desk, unit),
    ])
}

/// What is left, with what it is in the currency of sums below.
fn left(desk: &Desk<'_>, unit: &Unit) -> Cell {
    if !unit.is_complete() {
        return below(Cell::new(dash()), desk.say("economics-incomplete"));
    }
    let left = unit.contribution();
    let impact = if left.is_negative() { Impact::Bad } else { Impact::Neutral };
    let cell = Cell { impact, ..Cell::new(amount(desk, &left, unit.currency)) };
    let sums = unit.to_reporting.as_ref().filter(|_| unit.currency != desk.currency());
    below(cell, sums.map_or_else(String::new, |rate| money(desk, &(&left * rate), desk.currency())))
}

/// What would be left at the price that the plan sells at, where that is another.
fn planned(desk: &Desk<'_>, unit: &Unit) -> Cell {
    if unit.planned_price == unit.price || !unit.is_complete() {
        return Cell::new(dash());
    }
    let left = unit.as_planned().contribution();
    let impact = if left.is_negative() { Impact::Bad } else { Impact::Neutral };
    let price =
        desk.fill("economics-at", &[("price", amount(desk, &unit.planned_price, unit.currency).into())]);
    below(Cell { impact, ..Cell::new(amount(desk, &left, unit.currency)) }, price)
}
