//! Supply: what must be ordered by when?

use super::parts::empty;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::site::Block;

/// The page of what must be ordered.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    Sheet {
        route: Route::Supply,
        title: desk.say("supply-title").into(),
        eyebrow: vec![desk.say("plan-title").into(), desk.today.to_string().into()],
        headline: desk.say("supply-headline-none").into(),
        lede: None,
        blocks: vec![nothing(desk)],
    }
}

fn nothing(desk: &Desk<'_>) -> Block {
    let yaml = "stock:\n- {sku: SKU-1, market: US, on_hand: 1500, date: 2026-11-20}\nshipments: [{id: SH-1, sku: SKU-1, market: US, units: 480, arrives: 2026-12-08}]";
    empty(desk, "supply-empty", ("stock.yaml", yaml))
}
