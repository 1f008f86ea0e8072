//! Orders whose last day has passed, each with its ways out, priced.

use super::words::{due, head, money, units};
use crate::chart::Impact;
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, row, table, told};
use crate::plan::supply::{Order, Position, Remedy, RemedyKind, Urgency};
use crate::site::{Block, Cell, ColumnKind, Rich, Row};

/// What must be decided today; nothing when no order is past due.
pub(in crate::compose) fn section(desk: &Desk<'_>) -> Option<Block> {
    let orders = desk.analysis.supply.orders();
    let late = orders.into_iter().filter(|(_, order)| order.state(desk.today) == Urgency::PastDue);
    let rows: Vec<Row> = late.map(|late| line(desk, late)).collect();
    if rows.is_empty() {
        return None;
    }
    let heads: [Head; 6] = [
        ("head-order", ColumnKind::Text),
        ("head-order-by", ColumnKind::Status),
        ("head-needed-on", ColumnKind::Date),
        ("remedy-air", ColumnKind::Text),
        ("remedy-split", ColumnKind::Text),
        ("remedy-fewer", ColumnKind::Text),
    ];
    let mut table = table(desk, "supply-past", &heads, rows);
    table.note = Some(desk.say("supply-past-note").into());
    Some(told(desk, "supply-past", (desk.say("supply-past-lede"), vec![table.into()])))
}

fn line(desk: &Desk<'_>, (position, order): (&Position, &Order)) -> Row {
    let option = |kind| remedy(desk, order, kind);
    row(vec![
        below(head(desk, position), units(desk, order.units)),
        due(desk, order.order_by),
        Cell::new(shown(desk, order.need)),
        option(RemedyKind::Air),
        option(RemedyKind::Split),
        option(RemedyKind::Fewer),
    ])
}

/// When it arrives, what it costs, what is lost all the same, whether it pays.
fn remedy(desk: &Desk<'_>, order: &Order, kind: RemedyKind) -> Cell {
    let Some(remedy) = order.remedies.iter().find(|remedy| remedy.kind == kind) else {
        return below(Cell::new("–"), desk.say("remedy-no-way"));
    };
    let args = [("units", units(desk, remedy.units).into()), ("day", shown(desk, remedy.arrives).into())];
    let mut lines = vec![Rich::from(cost(desk, remedy)), Rich::from(loss(desk, remedy))];
    lines.extend(verdict(desk, (order, remedy)));
    Cell { lines, ..Cell::new(desk.fill("remedy-arrives", &args)) }
}

fn cost(desk: &Desk<'_>, remedy: &Remedy) -> String {
    match &remedy.cost {
        None => desk.say("remedy-cost-unknown"),
        Some(cost) if cost.is_zero() => desk.say("remedy-cost-none"),
        Some(cost) => desk.fill("remedy-cost", &[("cost", money(desk, cost).into())]),
    }
}

fn loss(desk: &Desk<'_>, remedy: &Remedy) -> String {
    let missed = ("units", units(desk, remedy.missed).into());
    match &remedy.lost {
        _ if remedy.missed == 0 => desk.say("remedy-lost-none"),
        None => desk.fill("remedy-missed", &[missed]),
        Some(lost) => desk.fill("remedy-lost", &[missed, ("lost", money(desk, lost).into())]),
    }
}

/// Said of the best way that it is, of the others whether they pay.
fn verdict(desk: &Desk<'_>, (order, remedy): (&Order, &Remedy)) -> Option<Rich> {
    if order.best().is_some_and(|best| best == remedy) {
        return Some(Rich::default().variance(desk.say("remedy-best"), Impact::Good));
    }
    let key = if remedy.pays? { "remedy-pays" } else { "remedy-pays-not" };
    Some(desk.say(key).into())
}
