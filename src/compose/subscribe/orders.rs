//! The last days on which to order.

use super::{date, lines};
use crate::compose::agenda::{shown, supply_route};
use crate::compose::desk::Desk;
use crate::compose::news::SUPPLIERS;
use crate::compose::reader::Reader;
use crate::plan::supply::{Order, Position};
use crate::site::CalendarDate;

pub(super) fn dates(desk: &Desk<'_>, reader: Reader<'_>) -> Vec<CalendarDate> {
    if !reader.does_work_of(desk, SUPPLIERS) {
        return Vec::new();
    }
    desk.analysis.supply.orders().into_iter().map(|order| one(desk, order)).collect()
}

/// "冷泡壺 1,200 件（美國，SW-CB-01-GY）"
pub(in crate::compose) fn words(desk: &Desk<'_>, (position, order): (&Position, &Order)) -> String {
    let args = [
        ("what", desk.product(&position.product).text.into()),
        ("units", desk.locale.integer(order.units).into()),
        ("where", desk.marketplace(&position.marketplace).text.into()),
        ("sku", position.sku.as_str().into()),
    ];
    desk.fill("order-words", &args)
}

fn one(desk: &Desk<'_>, (position, order): (&Position, &Order)) -> CalendarDate {
    let need = desk.fill("calendar-order-need", &[("day", shown(desk, order.need).into())]);
    let maker = order.supplier.as_ref().and_then(|id| desk.workspace.supplier(id));
    let maker = maker.map_or_else(String::new, |it| desk.phrase(&it.name).text);
    CalendarDate {
        summary: desk.fill("calendar-order-line", &[("what", words(desk, (position, order)).into())]),
        description: lines([need, maker]),
        to: Some(desk.target(&supply_route(desk, &position.product))),
        category: desk.say("calendar-order"),
        duty: true,
        ..date(desk, &order.id, order.order_by)
    }
}
