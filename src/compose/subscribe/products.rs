//! The dates of products.

use super::date;
use crate::compose::desk::Desk;
use crate::compose::product_dates::product_dates;
use crate::compose::reader::Reader;
use crate::compose::route::Route;
use crate::site::CalendarDate;

/// The departments that must see to approvals.
const APPROVERS: &[&str] = &["rd", "quality", "ops", "operations"];

pub(super) fn dates(desk: &Desk<'_>, reader: Reader<'_>) -> Vec<CalendarDate> {
    let approves = reader.does_work_of(desk, APPROVERS);
    let all = product_dates(desk).into_iter().filter(|it| approves || !it.duty);
    let one = |it: crate::compose::product_dates::ProductDate<'_>| CalendarDate {
        summary: format!(
            "{}{}",
            desk.fill("product-date", &[("product", desk.product(it.product).text.into())]),
            it.what
        ),
        to: Some(desk.target(&Route::Product(it.product.clone()))),
        category: desk.say("calendar-product"),
        duty: it.duty,
        ..date(desk, &it.id, it.day)
    };
    all.map(one).collect()
}
