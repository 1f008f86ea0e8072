//! The dates of products: when they are launched, when their sale ends, when approvals run out.

use super::desk::Desk;
use crate::quantity::{Day, ProductId};
use crate::workspace::Product;

/// A date of a product.
pub(crate) struct ProductDate<'a> {
    /// Its name for ever, within the company.
    pub(crate) id: String,
    /// The product.
    pub(crate) product: &'a ProductId,
    /// The day.
    pub(crate) day: Day,
    /// What happens on it.
    pub(crate) what: String,
    /// Whether something must be done by then.
    pub(crate) duty: bool,
}

/// Every date of every product, by day.
pub(crate) fn product_dates<'a>(desk: &Desk<'a>) -> Vec<ProductDate<'a>> {
    let mut all: Vec<ProductDate<'a>> = desk.workspace.products.iter().flat_map(|it| of(desk, it)).collect();
    all.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    all
}

fn of<'a>(desk: &Desk<'_>, product: &'a Product) -> Vec<ProductDate<'a>> {
    let date = |id: &str, day: Day, what: String| ProductDate {
        id: format!("{}.{id}", product.id),
        product: &product.id,
        day,
        what,
        duty: false,
    };
    let launch = product.launch.map(|day| date("launch", day, desk.say("product-first-day")));
    let last = product.last_day.as_ref().map(|day| date("last-day", day.value, desk.say("product-last-day")));
    let approvals = product.compliance.iter().filter_map(|it| {
        let place = desk.marketplace(&it.marketplace.value).text;
        let words =
            desk.fill("product-approval", &[("need", it.need.as_str().into()), ("where", place.into())]);
        let id = format!("{}.{}", it.need, it.marketplace.value);
        Some(ProductDate { duty: true, ..date(&id, it.expires.as_ref()?.value, words) })
    });
    launch.into_iter().chain(last).chain(approvals).collect()
}
