//! The production runs to come: until when a drawing may change, when the goods are made and when they are checked.

use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, linked, row, table, told};
use crate::compose::page::supply::purchases::is_listed;
use crate::compose::page::supply::words::{days, due, leg, supplier, units};
use crate::compose::route::Route;
use crate::plan::supply::{Order, Passage, Position, PurchaseOrder};
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
    let lede = desk.fill(if is_late(desk, first) { "duty-runs-lede-late" } else { "duty-runs-lede" }, &args);
    Some(told(desk, "duty-runs", (lede, vec![table(desk, "duty-runs", &heads, rows).into()])))
}

fn line(desk: &Desk<'_>, run: &PurchaseOrder) -> Row {
    let head = linked(desk.product(&run.product), desk.target(&Route::Product(run.product.clone())));
    let order = run.lines.first().and_then(|line| find(desk, &line.order));
    let legs = order.map_or_else(Vec::new, |(position, order)| match is_late(desk, run) {
        true => position.way_from(desk.workspace, run.placed),
        false => order.legs.clone(),
    });
    let passage = |number: usize| passage(desk, order.map(|(position, _)| position).zip(legs.get(number)));
    row(vec![
        below(head, supplier(desk, run.supplier.as_ref())),
        due(desk, run.order_by),
        passage(0),
        passage(1),
        Cell::new(units(desk, run.units)),
    ])
}

fn find<'a>(desk: &Desk<'a>, id: &str) -> Option<(&'a Position, &'a Order)> {
    let all = desk.analysis.supply.orders();
    all.into_iter().find(|(_, order)| order.id == id)
}

/// Whether it should have been ordered before today: then its days are those of an order placed today.
fn is_late(desk: &Desk<'_>, run: &PurchaseOrder) -> bool {
    run.order_by < desk.today
}

/// The days of a leg of the first order of a run, and the leg's name below.
fn passage(desk: &Desk<'_>, leg_of: Option<(&Position, &Passage)>) -> Cell {
    let Some((position, passage)) = leg_of else { return Cell::new("–") };
    below(Cell::new(days(desk, passage.span)), leg(desk, position, &passage.leg))
}
