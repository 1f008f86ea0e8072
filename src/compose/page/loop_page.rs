//! Loop: does our loop close?

use super::part::section;
use crate::compose::desk::Desk;
use crate::compose::loop_table::{ledger, loop_facts};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::review::Thread;

/// The page of the loop.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let gaps: Vec<&Thread<'_>> = desk.threads().iter().filter(|thread| thread.is_gap()).collect();
    let blocks = vec![
        loop_facts(desk, desk.threads()).into(),
        section(desk, "reviews-ledger", vec![ledger(desk, &gaps).into()]),
    ];
    Sheet {
        route: Route::Loop,
        title: desk.say("loop-title").into(),
        eyebrow: vec![desk.company()],
        headline: desk.say("loop-title").into(),
        lede: None,
        blocks,
    }
}
