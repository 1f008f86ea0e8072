//! Supply: what must be ordered by when?

mod basis;
mod cover;
mod demand;
mod grid;
pub(in crate::compose) mod past;
pub(in crate::compose) mod purchases;
pub(in crate::compose) mod shipments;
pub(in crate::compose) mod stock;
mod ways;
pub(in crate::compose) mod words;

use super::parts::{empty, section, unbroken};
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::plan::supply::{Order, Position, Urgency};
use crate::site::{Block, Phrase};

/// Days ahead in which an order is spoken of in the headline.
const SOON: i32 = 14;

/// The page of what must be ordered.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let known = desk.analysis.supply.positions.iter().any(|position| !position.weeks.is_empty());
    let orders = desk.analysis.supply.orders();
    let headline = if known { headline(desk, &orders) } else { desk.say("supply-headline-none") };
    Sheet {
        route: Route::Supply,
        title: desk.say("supply-title").into(),
        eyebrow: eyebrow(desk),
        headline: headline.into(),
        lede: known.then(|| desk.say("supply-lede").into()),
        blocks: if known { blocks(desk) } else { vec![nothing(desk)] },
    }
}

fn eyebrow(desk: &Desk<'_>) -> Vec<Phrase> {
    vec![desk.say("supply-title").into(), desk.say("company-whole").into(), desk.today.to_string().into()]
}

fn blocks(desk: &Desk<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = past::section(desk).into_iter().collect();
    blocks.extend(grid::section_of_all(desk));
    blocks.extend(ways::figure(desk).map(|figure| section(desk, "supply-ways", vec![figure.into()])));
    blocks.extend(cover::figure(desk).map(|figure| section(desk, "supply-cover", vec![figure.into()])));
    blocks.extend(demand::section(desk));
    blocks.extend(purchases::section(desk));
    blocks.push(basis::section(desk));
    blocks
}

/// How many orders are past due or due soon, and the most urgent one.
fn headline(desk: &Desk<'_>, orders: &[(&Position, &Order)]) -> String {
    let Some((position, first)) = orders.first() else { return desk.say("supply-headline-covered") };
    let late = orders.iter().filter(|(_, order)| order.state(desk.today) == Urgency::PastDue).count();
    let until = orders.iter().filter(|(_, order)| order.order_by <= desk.today + SOON).count();
    let key = match (late, until - late) {
        (0, 0) => "supply-headline-later",
        (0, _) => "supply-headline-soon",
        (_, 0) => "supply-headline-late",
        _ => "supply-headline-late-soon",
    };
    let args = [
        ("late", late.into()),
        ("soon", (until - late).into()),
        ("order", words::name(desk, position).into()),
        ("units", words::units(desk, first.units).into()),
        ("day", unbroken(&shown(desk, first.order_by)).into()),
    ];
    desk.fill(key, &args)
}

fn nothing(desk: &Desk<'_>) -> Block {
    let yaml = "stock:\n- {sku: SKU-1, market: US, on_hand: 1500, date: 2026-11-20}\nshipments: [{id: SH-1, sku: SKU-1, market: US, units: 480, arrives: 2026-12-08}]";
    empty(desk, "supply-empty", ("stock.yaml", yaml))
}
