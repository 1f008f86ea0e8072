//! What the factories are asked to make, with the cartons that come of it.

use super::words::{due, supplier, units};
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, linked, row, table, told};
use crate::compose::route::Route;
use crate::plan::supply::PurchaseOrder;
use crate::quantity::Ratio;
use crate::site::{Block, Cell, ColumnKind, Rich, Row, Table};

/// How many weeks ahead they are listed.
const WEEKS: i32 = 16;

/// The purchase orders of the weeks ahead; nothing when none is to be placed.
pub(in crate::compose) fn section(desk: &Desk<'_>) -> Option<Block> {
    let all = &desk.analysis.supply.purchases;
    let mut soon: Vec<&PurchaseOrder> =
        all.iter().filter(|purchase| purchase.placed < desk.today + WEEKS * 7).collect();
    if soon.is_empty() {
        return None;
    }
    soon.sort_by_key(|purchase| (purchase.placed, purchase.order_by));
    let args = [("count", soon.len().into()), ("weeks", WEEKS.to_string().into())];
    let table = of(desk, &soon);
    Some(told(desk, "supply-purchases", (desk.fill("supply-purchases-lede", &args), vec![table.into()])))
}

fn of(desk: &Desk<'_>, purchases: &[&PurchaseOrder]) -> Table {
    let heads: [Head; 7] = [
        ("head-purchase", ColumnKind::Text),
        ("head-order-by", ColumnKind::Status),
        ("head-units", ColumnKind::Number),
        ("head-cartons", ColumnKind::Number),
        ("head-cbm", ColumnKind::Number),
        ("head-kg", ColumnKind::Number),
        ("head-moq", ColumnKind::Number),
    ];
    let rows = purchases.iter().map(|purchase| line(desk, purchase)).collect();
    Table {
        note: Some(desk.say("supply-purchases-note").into()),
        ..table(desk, "supply-purchases", &heads, rows)
    }
}

fn line(desk: &Desk<'_>, purchase: &PurchaseOrder) -> Row {
    let product = desk.target(&Route::Product(purchase.product.clone()));
    let parts = purchase.lines.iter().map(|line| {
        let place = desk.marketplace(&line.marketplace).text;
        Rich::from(format!("{} {place} {}", line.sku, units(desk, line.units)))
    });
    let number = |value: Option<&Ratio>, digits| {
        Cell::new(value.map_or_else(|| "–".to_owned(), |value| desk.locale.decimal(value, digits)))
    };
    let whole = |value: Option<i128>| value.map_or_else(|| "–".to_owned(), |n| desk.locale.integer(n));
    let short = desk.fill("purchase-short", &[("units", units(desk, purchase.short).into())]);
    let head = linked(desk.product(&purchase.product), product);
    row(vec![
        below(head, supplier(desk, purchase.supplier.as_ref())),
        due(desk, purchase.order_by),
        Cell { lines: parts.collect(), ..Cell::new(desk.locale.integer(purchase.units)) },
        Cell::new(whole(purchase.cartons)),
        number(purchase.cbm.as_ref(), 2),
        number(purchase.kg.as_ref(), 0),
        below(Cell::new(whole(purchase.least)), if purchase.short > 0 { short } else { String::new() }),
    ])
}
