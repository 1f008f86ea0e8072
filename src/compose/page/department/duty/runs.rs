//! The production runs to come: until when a drawing may change, when the goods are made and when they are checked.

use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, linked, row, table, told};
use crate::compose::page::supply::purchases::is_listed;
use crate::compose::page::supply::words::{days, due, leg, supplier, units};
use crate::compose::route::Route;
use crate::plan::supply::{Order, Position, PurchaseOrder};
use crate::site::{Block, Cell, ColumnKind, Row};

/// One line per order to a factory in the weeks ahead; nothing when none is to be placed.
pub(super) fn section(desk: &Desk<'_>) -> Option<Block> {
    let mut runs: Vec<&PurchaseOrder> =
        desk.analysis.supply.purchases.iter().filter(|run| is_listed(desk, run)).collect();
    runs.sort_by_key(|run| (run.placed, run.order_by));
    let first = runs.first()?;
    let heads: [Head; 5] = [
        ("head-purchase", ColumnKind::Text),
        ("head-freeze-by", ColumnKind::Status),
        ("head-made", ColumnKind::Date),
        ("head-afterwards", ColumnKind::Date),
        ("head-units", ColumnKind::Number),
    ];
    let rows = runs.iter().map(|run| line(desk, run)).collect();
    let args = [
        ("count", runs.len().into()),
        ("product", desk.product(&first.product).text.into()),
        ("day", first.placed.to_string().into()),
    ];
    let lede = desk.fill("duty-runs-lede", &args);
    Some(told(desk, "duty-runs", (lede, vec![table(desk, "duty-runs", &heads, rows).into()])))
}

fn line(desk: &Desk<'_>, run: &PurchaseOrder) -> Row {
    let head = linked(desk.product(&run.product), desk.target(&Route::Product(run.product.clone())));
    let order = run.lines.first().and_then(|line| find(desk, &line.order));
    row(vec![
        below(head, supplier(desk, run.supplier.as_ref())),
        due(desk, run.placed),
        passage(desk, order, 0),
        passage(desk, order, 1),
        Cell::new(units(desk, run.units)),
    ])
}

fn find<'a>(desk: &Desk<'a>, id: &str) -> Option<(&'a Position, &'a Order)> {
    let all = desk.analysis.supply.orders();
    all.into_iter().find(|(_, order)| order.id == id)
}

/// The days of the first or second leg of the first order of a run, and the leg's name below.
fn passage(desk: &Desk<'_>, order: Option<(&Position, &Order)>, number: usize) -> Cell {
    let found = order.and_then(|(position, order)| Some((position, order.legs.get(number)?)));
    let Some((position, passage)) = found else { return Cell::new("–") };
    below(Cell::new(days(desk, passage.span)), leg(desk, position, &passage.leg))
}
