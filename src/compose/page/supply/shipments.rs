//! What travels: the goods under way, and the orders to come from the day they leave the factory.

use super::words::{days, leg, name, on_supply, units};
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, row, table, told};
use crate::plan::supply::{Arrival, Order, Passage, Position, freight};
use crate::quantity::{Day, Ratio};
use crate::site::{Block, Cell, ColumnKind, Rich, Row, Table};
use crate::workspace::Route;

/// How many orders are listed.
const ORDERS: usize = 12;

/// Both, as far as there are any.
pub(in crate::compose) fn sections(desk: &Desk<'_>) -> Vec<Block> {
    let told_of = |key: &str, lede: &str, table: Option<Table>| {
        table.map(|table| told(desk, key, (desk.say(lede), vec![table.into()])))
    };
    let under_way = told_of("duty-under-way", "duty-under-way-lede", under_way(desk));
    under_way.into_iter().chain(told_of("duty-shipments", "duty-shipments-lede", planned(desk))).collect()
}

fn route<'a>(desk: &Desk<'a>, position: &Position) -> Option<&'a Route> {
    desk.workspace.route(position.route.as_ref()?)
}

fn route_name(desk: &Desk<'_>, position: &Position) -> String {
    route(desk, position).map_or_else(|| "–".to_owned(), |route| desk.phrase(&route.name).text)
}

/// What has not arrived yet, shipment by shipment, by the day it can be sold.
fn under_way(desk: &Desk<'_>) -> Option<Table> {
    let positions = desk.analysis.supply.positions.iter();
    let mut coming: Vec<(&Arrival, &Position)> =
        positions.flat_map(|own| own.arrivals.iter().map(move |arrival| (arrival, own))).collect();
    let key = |(arrival, position): &(&Arrival, &Position)| {
        (arrival.day, arrival.id.clone(), position.marketplace.clone())
    };
    coming.sort_by_cached_key(key);
    let heads: [Head; 5] = [
        ("head-shipment", ColumnKind::Name),
        ("head-leaves", ColumnKind::Date),
        ("head-arrives", ColumnKind::Date),
        ("head-goods", ColumnKind::Text),
        ("head-route", ColumnKind::Text),
    ];
    let shipments = coming.chunk_by(|a, b| key(a) == key(b));
    let rows: Vec<Row> = shipments.filter_map(|goods| shipment(desk, goods)).collect();
    (!rows.is_empty()).then(|| table(desk, "duty-under-way", &heads, rows))
}

fn shipment(desk: &Desk<'_>, goods: &[(&Arrival, &Position)]) -> Option<Row> {
    let (arrival, position) = goods.first()?;
    let mut written = desk.workspace.stock.shipments.iter().filter(|written| written.id == arrival.id);
    let departed = written.find_map(|written| written.departed);
    let leaves = departed.map_or_else(|| desk.say("shipment-not-left"), |day| shown(desk, day));
    let about = if arrival.dated { String::new() } else { desk.say("shipment-about") };
    let line = |(arrival, position): &(&Arrival, &Position)| {
        Rich::from(format!("{} {}", name(desk, position), units(desk, arrival.units)))
    };
    Some(row(vec![
        Cell::new(arrival.id.as_str()),
        Cell::new(leaves),
        below(Cell::new(shown(desk, arrival.day)), about),
        Cell { lines: goods.iter().map(line).collect(), ..Cell::default() },
        Cell::new(route_name(desk, position)),
    ]))
}

/// The next orders by the day they leave the factory.
fn planned(desk: &Desk<'_>) -> Option<Table> {
    let orders = desk.analysis.supply.orders().into_iter();
    let leaving =
        orders.filter_map(|(position, order)| Some((leaves(desk, position, order)?, position, order)));
    let mut leaving: Vec<(Day, &Position, &Order)> = leaving.collect();
    leaving.sort_by_key(|(day, ..)| *day);
    leaving.truncate(ORDERS);
    let heads: [Head; 8] = [
        ("head-stock-item", ColumnKind::Text),
        ("head-leaves", ColumnKind::Date),
        ("head-route", ColumnKind::Text),
        ("head-cartons", ColumnKind::Number),
        ("head-cbm", ColumnKind::Number),
        ("head-kg", ColumnKind::Number),
        ("head-way", ColumnKind::Text),
        ("head-arrives", ColumnKind::Date),
    ];
    let rows: Vec<Row> = leaving.iter().map(|it| line(desk, it)).collect();
    (!rows.is_empty()).then(|| table(desk, "duty-shipments", &heads, rows))
}

/// The day the goods leave the factory: when the leg begins that a quicker one could replace; where there is none,
/// the first leg that keeps another calendar than the first.
fn leaves(desk: &Desk<'_>, position: &Position, order: &Order) -> Option<Day> {
    let route = route(desk, position)?;
    let replaced = route.alternative.as_ref().map(|alternative| alternative.replace.value.as_str());
    let first = &route.legs.first()?.calendar;
    let other = || route.legs.iter().find(|leg| leg.calendar != *first).map(|leg| leg.id.as_str());
    let id = replaced.or_else(other)?;
    order.legs.iter().find(|passage| passage.leg == id).map(|passage| passage.span.from)
}

fn line(desk: &Desk<'_>, (leaves, position, order): &(Day, &Position, &Order)) -> Row {
    let pack = desk.workspace.product(&position.product).and_then(|product| product.pack.as_ref());
    let (cbm, kg) = freight(pack, order.cartons);
    let number = |value: Option<Ratio>, digits| {
        Cell::new(value.map_or_else(|| "–".to_owned(), |value| desk.locale.decimal(&value, digits)))
    };
    let cartons = order.cartons.map_or_else(|| "–".to_owned(), |cartons| desk.locale.integer(cartons));
    let travelled = order.legs.iter().filter(|passage| passage.span.from >= *leaves);
    let legs = travelled.map(|passage| Rich::from(travel(desk, position, passage)));
    row(vec![
        Cell {
            to: Some(on_supply(desk, position)),
            ..below(Cell::new(name(desk, position)), units(desk, order.units))
        },
        Cell::new(shown(desk, *leaves)),
        Cell::new(route_name(desk, position)),
        Cell::new(cartons),
        number(cbm, 2),
        number(kg, 0),
        Cell { lines: legs.collect(), ..Cell::default() },
        Cell::new(shown(desk, order.need)),
    ])
}

/// "清關 02-11 → 02-17", and how long the goods wait after it.
fn travel(desk: &Desk<'_>, position: &Position, passage: &Passage) -> String {
    let words = format!("{} {}", leg(desk, position, &passage.leg), days(desk, passage.span));
    match passage.wait {
        0 => words,
        wait => {
            let days = usize::try_from(wait).unwrap_or(0);
            desk.fill("supply-leg-waits", &[("leg", words.into()), ("days", days.into())])
        }
    }
}
