//! What travels and leaves next, routes by their legs, and the days on which nothing moves.

use crate::compose::desk::Desk;
use crate::compose::page::department::until;
use crate::compose::page::parts::{Head, below, linked, list, row, section, table};
use crate::compose::page::supply::shipments;
use crate::compose::route::Route as Page;
use crate::compose::written;
use crate::site::{Block, Cell, ColumnKind, Row};
use crate::workspace::{Event, EventKind, EventStatus, Leg, Route};

/// What travels, the routes, and the closures to come.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Block> {
    let mut blocks = shipments::sections(desk);
    blocks.extend([routes(desk), closures(desk)].into_iter().flatten());
    blocks
}

fn routes(desk: &Desk<'_>) -> Option<Block> {
    let heads: [Head; 5] = [
        ("head-route", ColumnKind::Text),
        ("head-marketplace", ColumnKind::Text),
        ("head-days-total", ColumnKind::Number),
        ("head-legs", ColumnKind::Text),
        ("head-alternative", ColumnKind::Text),
    ];
    let rows: Vec<Row> = desk.workspace.routes.iter().map(|route| line(desk, route)).collect();
    (!rows.is_empty())
        .then(|| section(desk, "duty-routes", vec![table(desk, "duty-routes", &heads, rows).into()]))
}

fn line(desk: &Desk<'_>, route: &Route) -> Row {
    let place = route
        .marketplace
        .as_ref()
        .map(|id| linked(desk.marketplace(&id.value), desk.target(&Page::Marketplace(id.value.clone()))));
    let days: u32 = route.legs.iter().map(|leg| leg.days).sum();
    let legs = route.legs.iter().map(|leg| leg_words(desk, leg));
    row(vec![
        Cell::new(desk.phrase(&route.name)),
        place.unwrap_or_default(),
        Cell::new(desk.locale.integer(days.into())),
        Cell::new(list(desk, legs)),
        alternative(desk, route),
    ])
}

fn leg_words(desk: &Desk<'_>, leg: &Leg) -> String {
    let name = desk.phrase(&leg.name).text;
    match leg.sigma {
        0 => format!("{name} {}", leg.days),
        sigma => format!("{name} {}±{sigma}", leg.days),
    }
}

fn alternative(desk: &Desk<'_>, route: &Route) -> Cell {
    let Some(other) = &route.alternative else { return Cell::new("–") };
    let replaced = route.legs.iter().find(|leg| leg.id == other.replace.value);
    let name = replaced.map_or_else(|| other.replace.value.clone(), |leg| desk.phrase(&leg.name).text);
    let cost = other
        .by
        .extra_cost
        .as_ref()
        .map(|cost| desk.fill("route-extra-cost", &[("amount", written::money(desk, cost).into())]));
    let words =
        desk.fill("route-instead", &[("leg", name.into()), ("days", other.by.days.to_string().into())]);
    below(Cell::new(words), cost.unwrap_or_default())
}

fn closures(desk: &Desk<'_>) -> Option<Block> {
    let coming = |event: &&Event| {
        event.kind != EventKind::Demand
            && event.status != EventStatus::Cancelled
            && event.span.to >= desk.today
    };
    let mut events: Vec<&Event> = desk.workspace.events.iter().filter(coming).collect();
    events.sort_by_key(|event| event.span);
    if events.is_empty() {
        return None;
    }
    let heads: [Head; 4] = [
        ("head-event", ColumnKind::Text),
        ("head-days", ColumnKind::Date),
        ("head-touches", ColumnKind::Text),
        ("head-state", ColumnKind::Status),
    ];
    let line = |event: &&Event| {
        let places = event.marketplaces.iter().map(|id| desk.marketplace(&id.value).text);
        let suppliers = event.suppliers.iter().map(|id| supplier(desk, &id.value));
        row(vec![
            Cell::new(desk.phrase(&event.name)),
            Cell::new(desk.locale.span(event.span)),
            Cell::new(list(desk, places.chain(suppliers))),
            until(desk, Some(event.span.from.max(desk.today))),
        ])
    };
    let rows = events.iter().map(line).collect();
    Some(section(desk, "duty-closures", vec![table(desk, "duty-closures", &heads, rows).into()]))
}

fn supplier(desk: &Desk<'_>, id: &crate::quantity::Id<crate::workspace::Supplier>) -> String {
    desk.workspace.supplier(id).map_or_else(|| id.as_str().to_owned(), |it| desk.phrase(&it.name).text)
}
