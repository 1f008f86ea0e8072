//! The payments of the weeks ahead.

use crate::compose::desk::Desk;
use crate::compose::exhibit::{cash_style, kind_name};
use crate::compose::page::has;
use crate::compose::page::parts::{Head, below, linked, row, table, told};
use crate::compose::page::supply::purchases;
use crate::compose::route::Route;
use crate::plan::cash::Payment;
use crate::plan::supply::PurchaseOrder;
use crate::quantity::{Ratio, Span};
use crate::site::{Block, Cell, ColumnKind, Row, Table, Target};

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
    let payments = cash.payments(weeks);
    let mut largest: Vec<&Payment> = payments.iter().collect();
    largest.sort_by(|a, b| b.amount.cmp(&a.amount));
    largest.truncate(AHEAD.1);
    largest.sort_by_key(|payment| payment.day);
    let style = cash_style(desk, cash);
    let args = [
        ("out", style.worded(&out.abs()).into()),
        ("in", style.worded(&into).into()),
        ("shown", largest.len().into()),
        ("count", payments.len().into()),
    ];
    let lede = desk.fill("cash-next-lede", &args);
    told(desk, "cash-next", (lede, vec![lines(desk, &largest).into()]))
}

fn lines(desk: &Desk<'_>, payments: &[&Payment]) -> Table {
    let heads: [Head; 4] = [
        ("head-day", ColumnKind::Date),
        ("cash-head-what", ColumnKind::Text),
        ("cash-head-why", ColumnKind::Text),
        ("cash-head-amount", ColumnKind::Number),
    ];
    let rows: Vec<Row> = payments.iter().map(|payment| line(desk, payment)).collect();
    let mut table = table(desk, "cash-next", &heads, rows);
    if let Some(amount) = table.columns.last_mut() {
        amount.unit = desk.locale.money_unit(desk.currency(), 0).into();
    }
    table
}

fn line(desk: &Desk<'_>, payment: &Payment) -> Row {
    row(vec![
        Cell::new(payment.day.to_string()),
        below(Cell::new(name(desk, payment)), part(desk, payment)),
        why(desk, payment),
        Cell::new(desk.locale.integer(payment.amount.round_scaled(0))),
    ])
}

/// What it is for: what somebody wrote, else its kind.
fn name(desk: &Desk<'_>, payment: &Payment) -> String {
    payment.what.as_ref().map_or_else(|| kind_name(desk, payment.kind), |what| desk.phrase(what).text)
}

/// The product and the marketplace.
fn part(desk: &Desk<'_>, payment: &Payment) -> String {
    let product = payment.product.as_ref().map(|id| desk.product(id).text);
    let place = payment.marketplace.as_ref().map(|id| desk.marketplace(id).text);
    product.into_iter().chain(place).collect::<Vec<_>>().join(" · ")
}

/// The order or the batch it belongs to, with its page.
fn why(desk: &Desk<'_>, payment: &Payment) -> Cell {
    if let Some(batch) = &payment.batch {
        let own = desk.workspace.batches.iter().find(|own| own.id == *batch);
        let name = own.map_or_else(|| batch.as_str().into(), |own| desk.phrase(&own.name));
        return linked(name, desk.target(&Route::Batch(batch.clone())));
    }
    match &payment.order {
        Some(order) if has(desk, &Route::Supply) => linked(ordered(desk, order), place(desk, order)),
        Some(order) => Cell::new(ordered(desk, order)),
        None => Cell::new(desk.say("cash-why-written")),
    }
}

fn purchase<'a>(desk: &Desk<'a>, order: &str) -> Option<&'a PurchaseOrder> {
    desk.analysis.supply.purchases.iter().find(|purchase| purchase.id == order)
}

/// A purchase order by the day it is placed, a shipment by its own name.
fn ordered(desk: &Desk<'_>, order: &str) -> String {
    match purchase(desk, order) {
        Some(purchase) => {
            desk.fill("cash-why-order", &[("day", desk.locale.short_date(purchase.placed).into())])
        }
        None => desk.fill("cash-why-shipment", &[("id", order.into())]),
    }
}

/// Where an order stands on the page of supply.
fn place(desk: &Desk<'_>, order: &str) -> Target {
    match purchase(desk, order).filter(|purchase| purchases::is_listed(desk, purchase)) {
        Some(purchase) => Target::place(&desk.path(&Route::Supply), &purchases::anchor(purchase)),
        None => desk.target(&Route::Supply),
    }
}

/// A payment in a sentence: what it is for, and of which order.
pub(super) fn what(desk: &Desk<'_>, payment: &Payment) -> String {
    let name = name(desk, payment);
    match &payment.order {
        Some(order) => {
            let args = [
                ("what", name.into()),
                ("order", ordered(desk, order).into()),
                ("part", part(desk, payment).into()),
            ];
            desk.fill("cash-what-order", &args)
        }
        None => name,
    }
}
