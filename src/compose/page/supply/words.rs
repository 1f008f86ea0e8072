//! How supply is spoken of: positions, units, weeks, days to order.

use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::page::department::until;
use crate::compose::page::parts::below;
use crate::compose::route::Route;
use crate::compose::style::Style;
use crate::metric::Unit;
use crate::plan::supply::{Cover, Position};
use crate::quantity::{Day, Id, Ratio, Span};
use crate::site::{Cell, Phrase, Target};
use crate::workspace::Supplier;

/// "SW-CB-01-GY 美國".
pub(in crate::compose) fn name(desk: &Desk<'_>, position: &Position) -> String {
    format!("{} {}", position.sku, desk.marketplace(&position.marketplace).text)
}

/// "336 件".
pub(in crate::compose) fn units(desk: &Desk<'_>, units: i128) -> String {
    desk.fill("units-of", &[("units", desk.locale.integer(units).into())])
}

/// A position's name, leading to where more is said of it; its product below.
pub(super) fn head(desk: &Desk<'_>, position: &Position) -> Cell {
    let cell = Cell::new(name(desk, position));
    Cell { to: Some(on_product(desk, position)), ..below(cell, desk.product(&position.product)) }
}

/// The place of a position on its product's page.
pub(super) fn on_product(desk: &Desk<'_>, position: &Position) -> Target {
    Target::place(&desk.path(&Route::Product(position.product.clone())), &anchor(position))
}

/// The id of a position's place, on the supply page as on its product's.
pub(in crate::compose) fn anchor(position: &Position) -> String {
    crate::site::slug(&format!("stock-{}-{}", position.sku, position.marketplace).to_ascii_lowercase())
}

/// The last day to order, and how far away it is.
pub(in crate::compose) fn due(desk: &Desk<'_>, day: Day) -> Cell {
    below(until(desk, Some(day)), shown(desk, day))
}

/// "6.4", or "≥ 40" when it lasts longer than the plan.
pub(in crate::compose) fn weeks(desk: &Desk<'_>, cover: &Cover) -> String {
    let weeks = desk.locale.decimal(&cover.weeks, 1);
    if cover.beyond { format!("≥\u{a0}{weeks}") } else { weeks }
}

/// A supplier's name.
pub(in crate::compose) fn supplier(desk: &Desk<'_>, id: Option<&Id<Supplier>>) -> Phrase {
    let Some(id) = id else { return Phrase::default() };
    desk.workspace.supplier(id).map_or_else(|| id.as_str().into(), |supplier| desk.phrase(&supplier.name))
}

/// An amount in the reporting currency, without cents.
pub(super) fn money(desk: &Desk<'_>, amount: &Ratio) -> String {
    Style::new(desk.locale, (Unit::Money, desk.currency()), &Ratio::from_int(1_000)).worded(amount)
}

/// A leg's name for readers: of its route, else of the quicker way, else as written.
pub(in crate::compose) fn leg(desk: &Desk<'_>, position: &Position, id: &str) -> String {
    let route = position.route.as_ref().and_then(|id| desk.workspace.route(id));
    let legs = route.into_iter().flat_map(|route| {
        route.legs.iter().chain(route.alternative.as_ref().map(|alternative| &alternative.by))
    });
    let leg = legs.into_iter().find(|leg| leg.id == id);
    leg.map_or_else(|| id.to_owned(), |leg| desk.phrase(&leg.name).text)
}

/// "11-26 → 12-26".
pub(in crate::compose) fn days(desk: &Desk<'_>, span: Span) -> String {
    format!("{} → {}", desk.locale.short_date(span.from), desk.locale.short_date(span.to))
}
