//! What the dates rest on: counts with their day and source, what is under way, safety stock and its parts.

use super::words::{name, units};
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, disclosure, list, row, table};
use crate::plan::supply::{Lack, Mix, Position};
use crate::site::{Block, Cell, ColumnKind, Row};

/// The assumptions of every position, behind a line that opens them.
pub(super) fn section(desk: &Desk<'_>) -> Block {
    let heads: [Head; 5] = [
        ("head-stock-item", ColumnKind::Text),
        ("head-on-hand", ColumnKind::Number),
        ("head-safety", ColumnKind::Number),
        ("head-lead-days", ColumnKind::Number),
        ("head-share-of-product", ColumnKind::Number),
    ];
    let rows = desk.analysis.supply.positions.iter().map(|position| line(desk, position)).collect();
    let mut table = table(desk, "supply-basis", &heads, rows);
    table.note = Some(desk.say("supply-basis-note").into());
    disclosure(desk.say("supply-basis"), vec![table.into()])
}

fn line(desk: &Desk<'_>, position: &Position) -> Row {
    let lead = position.safety.as_ref().map_or_else(|| "–".to_owned(), |safety| safety.lead.to_string());
    row(vec![
        Cell::new(name(desk, position)),
        on_hand(desk, position),
        safety(desk, position),
        Cell::new(lead),
        below(Cell::new(desk.locale.percent(&position.share, 0)), desk.say(mix(position.mix))),
    ])
}

/// Units that can be sold, with the day they were counted and by whom.
pub(super) fn on_hand(desk: &Desk<'_>, position: &Position) -> Cell {
    let Some(stock) = &position.on_hand else { return Cell::new(desk.say("stock-unknown")) };
    let key = if stock.measured { "stock-measured" } else { "stock-typed" };
    let sub = desk.fill(key, &[("day", shown(desk, stock.day).into())]);
    below(Cell::new(desk.locale.integer(stock.units)), sub)
}

/// Every shipment with its day.
pub(super) fn under_way(desk: &Desk<'_>, position: &Position) -> String {
    let arrivals = position.arrivals.iter().map(|arrival| {
        let args = [("units", units(desk, arrival.units).into()), ("day", shown(desk, arrival.day).into())];
        desk.fill(if arrival.dated { "stock-arrives" } else { "stock-arrives-about" }, &args)
    });
    let words = list(desk, arrivals);
    if words.is_empty() { "–".to_owned() } else { words }
}

/// The buffer, and what demand alone would ask for; else what is missing.
fn safety(desk: &Desk<'_>, position: &Position) -> Cell {
    match (&position.safety, position.lacks) {
        (Some(safety), _) => {
            let alone = desk.locale.integer(safety.of_demand);
            let sub = desk.fill("safety-of-demand", &[("units", alone.into())]);
            below(Cell::new(desk.locale.integer(safety.units)), sub)
        }
        (None, Some(lack)) => below(Cell::new("–"), desk.say(lacking(lack))),
        (None, None) => Cell::new("–"),
    }
}

fn lacking(lack: Lack) -> &'static str {
    match lack {
        Lack::ServiceLevel => "lack-service-level",
        Lack::Route => "lack-route",
        Lack::Sales => "lack-sales",
        Lack::Plan => "lack-plan",
    }
}

fn mix(mix: Mix) -> &'static str {
    match mix {
        Mix::Only => "mix-only",
        Mix::Typed => "mix-typed",
        Mix::Measured => "mix-measured",
        Mix::Even => "mix-even",
    }
}
