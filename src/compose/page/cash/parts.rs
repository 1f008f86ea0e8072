//! Cash by month, by product and by batch.

use crate::chart::Impact;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{kind_name, payouts_first};
use crate::compose::page::parts::{Head, below, linked, row, table};
use crate::compose::route::Route;
use crate::compose::style::Style;
use crate::metric::Unit;
use crate::plan::cash::{BatchCash, Cash, Curve, Flow, FlowKind};
use crate::quantity::{Grain, Period, ProductId, Ratio, Span};
use crate::site::{Cell, Column, ColumnKind, Row, Table};
use crate::workspace::Batch;

/// An amount without its minor unit; nought as a dash, so that the table can be read.
fn amount(desk: &Desk<'_>, amount: &Ratio) -> Cell {
    let whole = Ratio::from_int(amount.round_scaled(0));
    Cell::new(if whole.is_zero() { "–".to_owned() } else { desk.locale.decimal(&whole, 0) })
}

/// Sets the unit of the columns that hold amounts.
fn in_currency(desk: &Desk<'_>, mut table: Table) -> Table {
    let unit = desk.locale.money_unit(desk.currency(), 0);
    let amounts = table.columns.iter_mut().filter(|column| column.kind == ColumnKind::Number);
    amounts.for_each(|column| column.unit = unit.as_str().into());
    table
}

/// The kinds of flows that share a column of the months.
const TOGETHER: [(&str, &[FlowKind]); 2] = [
    ("cash-kinds-landing", &[FlowKind::Freight, FlowKind::Duty]),
    ("cash-kinds-further", &[FlowKind::Tax, FlowKind::Finance, FlowKind::Other]),
];

/// The columns of the months: payouts first, small kinds together.
fn kinds(desk: &Desk<'_>) -> Vec<(String, Vec<FlowKind>)> {
    let cash = &desk.analysis.cash;
    let mut columns: Vec<(String, Vec<FlowKind>)> = Vec::new();
    for kind in payouts_first().filter(|kind| cash.flows.iter().any(|flow| flow.kind == *kind)) {
        let shared = TOGETHER.iter().find(|(_, kinds)| kinds.contains(&kind));
        let name = shared.map_or_else(|| kind_name(desk, kind), |(key, _)| desk.say(key));
        match columns.iter_mut().find(|(own, _)| *own == name) {
            Some((_, kinds)) => kinds.push(kind),
            None => columns.push((name, vec![kind])),
        }
    }
    columns
}

/// What comes in and goes out each month by kind, and what is left at its end.
pub(super) fn months(desk: &Desk<'_>) -> Table {
    let cash = &desk.analysis.cash;
    let kinds = kinds(desk);
    let mut columns = vec![Column::new(desk.say("head-period"), ColumnKind::Text)];
    columns.extend(kinds.iter().map(|(name, _)| Column::new(name.as_str(), ColumnKind::Number)));
    columns.extend(
        ["cash-head-net", "cash-head-balance"].map(|key| Column::new(desk.say(key), ColumnKind::Number)),
    );
    let mut rows: Vec<Row> = periods(cash).into_iter().map(|month| month_row(desk, &kinds, month)).collect();
    rows.extend(
        cash.span.map(|span| Row { total: true, ..sums(desk, &kinds, (desk.say("head-total"), span)) }),
    );
    let unit = desk.locale.money_unit(desk.currency(), 0);
    let note = desk.fill("cash-months-note", &[("unit", unit.into())]);
    Table { columns, rows, note: Some(note.into()), ..table(desk, "cash-months", &[], Vec::new()) }
}

fn periods(cash: &Cash) -> Vec<Period> {
    let Some(span) = cash.span else { return Vec::new() };
    let first = Period::containing(span.from, Grain::Month);
    let months = std::iter::successors(Some(first), |month| Some(month.next()));
    months.take_while(|month| month.span().from <= span.to).collect()
}

fn month_row(desk: &Desk<'_>, kinds: &[(String, Vec<FlowKind>)], month: Period) -> Row {
    sums(desk, kinds, (desk.locale.period(month), month.span()))
}

fn sums(desk: &Desk<'_>, kinds: &[(String, Vec<FlowKind>)], (name, days): (String, Span)) -> Row {
    let cash = &desk.analysis.cash;
    let own = |kinds: &[FlowKind]| -> Ratio {
        cash.within(days).filter(|flow| kinds.contains(&flow.kind)).map(|flow| &flow.amount).sum()
    };
    let net: Ratio = cash.within(days).map(|flow| &flow.amount).sum();
    let end = cash.curve().map_or_else(|| cash.start(), |curve| &cash.start() + &curve.on(days.to));
    let mut cells = vec![Cell::new(name)];
    cells.extend(kinds.iter().map(|(_, kinds)| amount(desk, &own(kinds))));
    cells.extend([amount(desk, &net), amount(desk, &end)]);
    row(cells)
}

/// What each product needs against what it may bind; what belongs to none stands last.
pub(super) fn products(desk: &Desk<'_>) -> Table {
    let heads: [Head; 6] = [
        ("head-product", ColumnKind::Text),
        ("cash-head-in", ColumnKind::Number),
        ("cash-head-out", ColumnKind::Number),
        ("cash-need", ColumnKind::Number),
        ("cash-head-limit", ColumnKind::Number),
        ("cash-head-over", ColumnKind::Number),
    ];
    let ids = desk.products().into_iter().map(Some).chain([None]);
    let rows = ids.filter_map(|id| product_row(desk, id.as_ref())).collect();
    in_currency(desk, table(desk, "cash-products", &heads, rows))
}

fn product_row(desk: &Desk<'_>, id: Option<&ProductId>) -> Option<Row> {
    let cash = &desk.analysis.cash;
    let own = |flow: &Flow| flow.product.as_ref() == id;
    let curve = cash.curve_of(own)?;
    let sum = |positive: bool| -> Ratio {
        let flows = cash.flows.iter().filter(|flow| own(flow));
        flows.map(|flow| &flow.amount).filter(|amount| amount.is_positive() == positive).sum()
    };
    let need = curve.need();
    let limit = id.and_then(|id| cash.limit_of(desk.workspace, id.as_str()));
    let name = match id {
        Some(id) => linked(desk.product(id), desk.target(&Route::Product(id.clone()))),
        None => Cell::new(desk.say("cash-no-product")),
    };
    Some(row(vec![
        name,
        amount(desk, &sum(true)),
        amount(desk, &sum(false)),
        // What belongs to no product is never paid back by one.
        if id.is_some() { needed(desk, &curve) } else { Cell::new("–") },
        limit.as_ref().map_or_else(|| Cell::new("–"), |limit| amount(desk, limit)),
        over(desk, &need, limit.as_ref()),
    ]))
}

/// How far a product's own money falls below nought, when, and when it is back.
fn needed(desk: &Desk<'_>, curve: &Curve) -> Cell {
    let need = Cell::new(desk.locale.integer(curve.need().round_scaled(0)));
    if !curve.need().is_positive() {
        return below(need, desk.say("cash-need-never"));
    }
    let mut args = vec![("day", curve.trough.0.to_string().into())];
    args.extend(curve.break_even.map(|back| ("back", back.to_string().into())));
    let key = if curve.break_even.is_some() { "cash-need-back" } else { "cash-need-not-back" };
    below(need, desk.fill(key, &args))
}

/// Need less limit: above nought is worse.
fn over(desk: &Desk<'_>, need: &Ratio, limit: Option<&Ratio>) -> Cell {
    let Some(limit) = limit else { return Cell::new("–") };
    let over = need - limit;
    let impact = if over.is_positive() { Impact::Bad } else { Impact::Neutral };
    Cell { impact, ..Cell::new(desk.locale.signed(&over, 0)) }
}

/// The curve of each batch in a line; nothing when none has cash.
pub(super) fn batches(desk: &Desk<'_>) -> Option<Table> {
    let heads: [Head; 5] = [
        ("cash-head-batch", ColumnKind::Text),
        ("cash-low", ColumnKind::Number),
        ("cash-head-need-day", ColumnKind::Date),
        ("cash-head-back", ColumnKind::Date),
        ("cash-head-end", ColumnKind::Number),
    ];
    let rows: Vec<Row> = desk.workspace.batches.iter().filter_map(|batch| batch_row(desk, batch)).collect();
    (!rows.is_empty()).then(|| table(desk, "cash-batches", &heads, rows))
}

fn batch_row(desk: &Desk<'_>, batch: &Batch) -> Option<Row> {
    let cash = BatchCash::of(batch)?;
    let Curve { trough, break_even, end, .. } = &cash.curve;
    let style = Style::exact(desk.locale, (Unit::Money, cash.money(end).currency)).whole();
    let money = |amount: &Ratio| Cell::new(style.worded(amount));
    let back = match break_even {
        Some(day) => day.to_string(),
        None => desk.say("cash-not-back-yet"),
    };
    Some(row(vec![
        linked(desk.phrase(&batch.name), desk.target(&Route::Batch(batch.id.clone()))),
        money(&trough.1),
        Cell::new(trough.0.to_string()),
        Cell::new(back),
        money(end),
    ]))
}
