//! The stock of a product or of a marketplace, and by when more must be ordered.

use super::basis::{on_hand, under_way};
use super::words::{anchor, due, name, on_supply, units, weeks};
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, table};
use crate::plan::supply::Position;
use crate::quantity::{MarketplaceId, ProductId};
use crate::site::{Block, Cell, ColumnKind, Row, Section, Table};

/// The stock of a product in every marketplace; nothing when none is known.
pub(in crate::compose) fn of_product(desk: &Desk<'_>, id: &ProductId) -> Option<Block> {
    section(desk, &positions(desk, |position| position.product == *id))
}

/// The stock of every product in a marketplace; nothing when none is known.
pub(in crate::compose) fn of_marketplace(desk: &Desk<'_>, id: &MarketplaceId) -> Option<Block> {
    section(desk, &positions(desk, |position| position.marketplace == *id))
}

fn positions<'a>(desk: &Desk<'a>, wanted: impl Fn(&Position) -> bool) -> Vec<&'a Position> {
    let all = desk.analysis.supply.positions.iter();
    all.filter(|position| position.on_hand.is_some() && wanted(position)).collect()
}

fn section(desk: &Desk<'_>, positions: &[&Position]) -> Option<Block> {
    let first = positions.first()?;
    let section = Section {
        id: "stock".to_owned(),
        heading: desk.say("stock-title").into(),
        more: Some(crate::site::Link { words: desk.say("stock-more").into(), to: on_supply(desk, first) }),
        blocks: vec![stock(desk, positions).into()],
        ..Section::default()
    };
    Some(section.into())
}

fn stock(desk: &Desk<'_>, positions: &[&Position]) -> Table {
    let heads: [Head; 6] = [
        ("head-stock-item", ColumnKind::Text),
        ("head-on-hand", ColumnKind::Number),
        ("head-under-way", ColumnKind::Text),
        ("head-cover", ColumnKind::Number),
        ("head-next-order", ColumnKind::Text),
        ("head-order-by", ColumnKind::Status),
    ];
    let rows = positions.iter().map(|position| line(desk, position)).collect();
    Table { note: Some(desk.say("stock-note").into()), ..table(desk, "stock-title", &heads, rows) }
}

fn line(desk: &Desk<'_>, position: &Position) -> Row {
    let cover = position.cover.as_ref().map_or_else(|| "–".to_owned(), |cover| weeks(desk, cover));
    let with = position.cover_with_arrivals.as_ref().filter(|_| !position.arrivals.is_empty());
    let with = with.map(|cover| desk.fill("cover-with", &[("weeks", weeks(desk, cover).into())]));
    let next = position.orders.iter().min_by_key(|order| order.order_by);
    let cells = vec![
        Cell::new(name(desk, position)),
        on_hand(desk, position),
        Cell::new(under_way(desk, position)),
        below(Cell::new(cover), with.unwrap_or_default()),
        Cell::new(next.map_or_else(|| "–".to_owned(), |order| units(desk, order.units))),
        next.map_or_else(|| Cell::new("–"), |order| due(desk, order.order_by)),
    ];
    Row { cells, id: anchor(position), ..Row::default() }
}
