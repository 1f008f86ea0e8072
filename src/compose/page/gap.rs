//! One gap: what became of it, step by step, with the day of each.

use super::review::check_name;
use crate::compose::desk::Desk;
use crate::compose::loop_table::ledger;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::review::Thread;

/// One page per gap that matters.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.threads().iter().filter(|thread| thread.is_gap()).map(|thread| sheet(desk, thread)).collect()
}

fn sheet(desk: &Desk<'_>, thread: &Thread<'_>) -> Sheet {
    Sheet {
        route: Route::Gap(thread.item.id.clone()),
        title: check_name(desk, thread.item),
        eyebrow: vec![thread.cycle.id.as_str().into()],
        headline: check_name(desk, thread.item),
        lede: None,
        blocks: vec![ledger(desk, &[thread]).into()],
    }
}
