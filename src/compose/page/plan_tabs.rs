//! The pages of the plan, side by side on top of each of them: the plan, and what follows from it.

use super::has;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::site::{Tab, Tabs};

/// The pages of the plan by the key of their name, in the order they are shown.
const PAGES: &[(&str, Route)] = &[
    ("plan-title", Route::Plan),
    ("supply-title", Route::Supply),
    ("cash-title", Route::Cash),
    ("economics-title", Route::Economics),
];

/// Links to all pages of the plan from each of them; nothing on other pages, nor where there is only one.
pub(super) fn tabs(desk: &Desk<'_>, here: &Route) -> Option<Tabs> {
    PAGES.iter().find(|(_, route)| route == here)?;
    among(desk, "plan-tabs", PAGES)
}

/// Links to those of some pages that are there; nothing where there is only one.
pub(super) fn among(desk: &Desk<'_>, name: &str, pages: &[(&str, Route)]) -> Option<Tabs> {
    let shown = pages.iter().filter(|(_, route)| has(desk, route));
    let tab = |(key, route): &(&str, Route)| Tab { label: desk.say(key).into(), to: desk.path(route) };
    let tabs: Vec<Tab> = shown.map(tab).collect();
    (tabs.len() > 1).then(|| Tabs { name: desk.say(name).into(), tabs })
}
