//! The dates of products that are still to come: launches, last days of sale, approvals.

use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::page::department::until;
use crate::compose::page::parts::{Head, linked, row, section, table};
use crate::compose::product_dates::{ProductDate, product_dates};
use crate::compose::route::Route;
use crate::site::{Block, Cell, ColumnKind};

/// A table of them; nothing when none is known.
pub(super) fn section_of(desk: &Desk<'_>) -> Option<Block> {
    let heads: [Head; 4] = [
        ("head-product", ColumnKind::Text),
        ("head-what", ColumnKind::Text),
        ("head-day", ColumnKind::Date),
        ("head-state", ColumnKind::Status),
    ];
    let line = |it: ProductDate<'_>| {
        row(vec![
            linked(desk.product(it.product), desk.target(&Route::Product(it.product.clone()))),
            Cell::new(it.what),
            Cell::new(shown(desk, it.day)),
            until(desk, Some(it.day)),
        ])
    };
    let coming = product_dates(desk).into_iter().filter(|it| it.day >= desk.today);
    let rows: Vec<_> = coming.map(line).collect();
    let table = (!rows.is_empty()).then(|| table(desk, "duty-product-dates", &heads, rows))?;
    Some(section(desk, "duty-product-dates", vec![table.into()]))
}
