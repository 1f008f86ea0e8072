//! How amounts of unit economics are written.

use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::Unit;
use crate::quantity::{Currency, MarketplaceId, ProductId, Ratio};

/// A product in a marketplace, in a sentence: "美國站的冷泡壺".
pub(super) fn name(desk: &Desk<'_>, product: &ProductId, place: &MarketplaceId) -> String {
    let args =
        [("product", desk.product(product).text.into()), ("place", desk.marketplace(place).text.into())];
    desk.fill("economics-name", &args)
}

/// An amount to its minor unit, without its currency.
pub(super) fn amount(desk: &Desk<'_>, value: &Ratio, currency: Currency) -> String {
    desk.locale.decimal(value, currency.digits())
}

/// A difference to its minor unit, with its sign and without its currency.
pub(super) fn change(desk: &Desk<'_>, value: &Ratio, currency: Currency) -> String {
    desk.locale.signed(value, currency.digits())
}

/// An amount to its minor unit with its currency.
pub(super) fn money(desk: &Desk<'_>, value: &Ratio, currency: Currency) -> String {
    desk.locale.money(amount(desk, value, currency), currency, 0)
}

/// An amount in the currency of sums, as short as its size allows.
pub(super) fn large(desk: &Desk<'_>, value: &Ratio) -> String {
    style(desk, value).worded(value)
}

/// A difference in the currency of sums, as short as its size allows.
pub(super) fn large_change(desk: &Desk<'_>, value: &Ratio) -> String {
    style(desk, value).delta_worded(value)
}

/// The form of amounts in the currency of sums up to a size.
pub(super) fn style<'a>(desk: &Desk<'a>, largest: &Ratio) -> Style<'a> {
    Style::new(desk.locale, (Unit::Money, desk.currency()), largest).whole()
}

/// A share as a percentage; a dash when there is none.
pub(super) fn share(desk: &Desk<'_>, value: Option<&Ratio>) -> String {
    value.map_or_else(dash, |value| desk.locale.percent(value, 1))
}

/// Nothing to say.
pub(super) fn dash() -> String {
    "–".to_owned()
}
