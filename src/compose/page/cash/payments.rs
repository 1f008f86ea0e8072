//! The payments of the weeks ahead.

use crate::compose::desk::Desk;
use crate::compose::exhibit::{cash_style, kind_name};
use crate::compose::page::has;
use crate::compose::page::parts::{Head, below, linked, row, table, told};
use crate::compose::route::Route;
use crate::plan::cash::Flow;
use crate::quantity::{Ratio, Span};
use crate::site::{Block, Cell, ColumnKind, Row, Table};

/// Weeks that are looked ahead, and the payments shown of them.
const AHEAD: (i32, usize) = (8, 12);

/// The largest payments of the next eight weeks, by day.
pub(in crate::compose::page) fn next_weeks(desk: &Desk<'_>) -> Block {
    let cash = &desk.analysis.cash;
    let weeks = Span { from: desk.today, to: desk.today + 7 * AHEAD.0 - 1 };
    let sum = |positive: bool| -> Ratio {
        cash.within(weeks).filter(|flow| flow.amount.is_positive() == positive).map(|flow| &flow.amount).sum()
    };
    let (into, out) = (sum(true), sum(false));
    let mut largest: Vec<&Flow> = cash.within(weeks).filter(|flow| flow.amount.is_negative()).collect();
    let count = largest.len();
    largest.sort_by(|a, b| a.amount.cmp(&b.amount));
    largest.truncate(AHEAD.1);
    largest.sort_by_key(|flow| flow.day);
    let style = cash_style(desk, cash);
    let args = [
        ("out", style.worded(&out.abs()).into()),
        ("in", style.worded(&into).into()),
        ("shown", largest.len().into()),
        ("count", count.into()),
    ];
    let lede = desk.fill("cash-next-lede", &args);
    told(desk, "cash-next", (lede, vec![payments(desk, &largest).into()]))
}

fn payments(desk: &Desk<'_>, flows: &[&Flow]) -> Table {
    let heads: [Head; 4] = [
        ("head-day", ColumnKind::Date),
        ("cash-head-what", ColumnKind::Text),
        ("cash-head-why", ColumnKind::Text),
        ("cash-head-amount", ColumnKind::Number),
    ];
    let rows: Vec<Row> = flows.iter().map(|flow| line(desk, flow)).collect();
    let mut table = table(desk, "cash-next", &heads, rows);
    if let Some(amount) = table.columns.last_mut() {
        amount.unit = desk.locale.money_unit(desk.currency(), 0).into();
    }
    table
}

fn line(desk: &Desk<'_>, flow: &Flow) -> Row {
    row(vec![
        Cell::new(flow.day.to_string()),
        below(Cell::new(name(desk, flow)), part(desk, flow)),
        why(desk, flow),
        Cell::new(desk.locale.integer(flow.amount.abs().round_scaled(0))),
    ])
}

/// What it is for: what somebody wrote, else its kind.
fn name(desk: &Desk<'_>, flow: &Flow) -> String {
    flow.what.as_ref().map_or_else(|| kind_name(desk, flow.kind), |what| desk.phrase(what).text)
}

/// The product and the marketplace.
fn part(desk: &Desk<'_>, flow: &Flow) -> String {
    let product = flow.product.as_ref().map(|id| desk.product(id).text);
    let place = flow.marketplace.as_ref().map(|id| desk.marketplace(id).text);
    product.into_iter().chain(place).collect::<Vec<_>>().join(" · ")
}

/// The order or the batch it belongs to, with its page.
fn why(desk: &Desk<'_>, flow: &Flow) -> Cell {
    if let Some(batch) = &flow.batch {
        return linked(batch.as_str(), desk.target(&Route::Batch(batch.clone())));
    }
    match &flow.order {
        Some(order) if has(desk, &Route::Supply) => linked(order.as_str(), desk.target(&Route::Supply)),
        Some(order) => Cell::new(order.as_str()),
        None => Cell::new(desk.say("cash-why-written")),
    }
}

/// A payment in a sentence: what it is for, and of which order.
pub(super) fn what(desk: &Desk<'_>, flow: &Flow) -> String {
    let name = name(desk, flow);
    match &flow.order {
        Some(order) => {
            let args =
                [("what", name.into()), ("order", order.as_str().into()), ("part", part(desk, flow).into())];
            desk.fill("cash-what-order", &args)
        }
        None => name,
    }
}
