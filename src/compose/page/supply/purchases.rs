//! What the factories are asked to make, with the cartons that come of it.

use super::words::{due, supplier, units};
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, linked, table, told, unbroken};
use crate::compose::route::Route;
use crate::plan::supply::{Line, PurchaseOrder};
use crate::quantity::Ratio;
use crate::site::{Block, Cell, ColumnKind, Rich, Row, Section, Table};

/// How many weeks ahead they are listed.
const WEEKS: i32 = 12;

/// The purchase orders of the weeks ahead; nothing when none is to be placed.
pub(in crate::compose) fn section(desk: &Desk<'_>) -> Option<Block> {
    let all = &desk.analysis.supply.purchases;
    let mut soon: Vec<&PurchaseOrder> = all.iter().filter(|purchase| is_listed(desk, purchase)).collect();
    if soon.is_empty() {
        return None;
    }
    soon.sort_by_key(|purchase| (purchase.placed, purchase.order_by));
    let args = [("count", soon.len().into()), ("weeks", WEEKS.to_string().into())];
    let table = of(desk, &soon);
    Some(told(desk, "supply-purchases", (desk.fill("supply-purchases-lede", &args), vec![table.into()])))
}

/// The same with a link to the page of supply, for other pages.
pub(in crate::compose) fn told_of(desk: &Desk<'_>) -> Option<Block> {
    let Some(Block::Section(section)) = section(desk) else { return None };
    let more = desk.link(desk.say("supply-more"), &Route::Supply);
    Some(Section { more: Some(more), ..section }.into())
}

/// Whether a purchase order is near enough to be listed.
pub(in crate::compose) fn is_listed(desk: &Desk<'_>, purchase: &PurchaseOrder) -> bool {
    purchase.placed < desk.today + WEEKS * 7
}

/// The id of a purchase order's place.
pub(in crate::compose) fn anchor(purchase: &PurchaseOrder) -> String {
    crate::site::slug(&purchase.id.to_ascii_lowercase().replace('.', "-"))
}

fn of(desk: &Desk<'_>, purchases: &[&PurchaseOrder]) -> Table {
    let heads: [Head; 8] = [
        ("head-purchase", ColumnKind::Text),
        ("head-order-by", ColumnKind::Status),
        ("head-parts", ColumnKind::Text),
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
    let part = |line: &Line| {
        let name = format!("{} {}", line.sku, desk.marketplace(&line.marketplace).text);
        let units = units(desk, line.units);
        let day = unbroken(&shown(desk, line.need));
        desk.fill("purchase-part", &[("name", name.into()), ("units", units.into()), ("day", day.into())])
    };
    let parts = purchase.lines.iter().map(|line| Rich::from(part(line))).collect();
    let number = |value: Option<&Ratio>, digits| {
        Cell::new(value.map_or_else(|| "–".to_owned(), |value| desk.locale.decimal(value, digits)))
    };
    let whole = |value: Option<i128>| value.map_or_else(|| "–".to_owned(), |n| desk.locale.integer(n));
    let short = desk.fill("purchase-short", &[("units", units(desk, purchase.short).into())]);
    let head = linked(desk.product(&purchase.product), product);
    let cells = vec![
        below(head, supplier(desk, purchase.supplier.as_ref())),
        due(desk, purchase.order_by),
        Cell { lines: parts, ..Cell::default() },
        Cell::new(desk.locale.integer(purchase.units)),
        Cell::new(whole(purchase.cartons)),
        number(purchase.cbm.as_ref(), 2),
        number(purchase.kg.as_ref(), 0),
        below(Cell::new(whole(purchase.least)), if purchase.short > 0 { short } else { String::new() }),
    ];
    Row { cells, id: anchor(purchase), ..Row::default() }
}
