//! The pages of the market, side by side on top of each of them: what happens out there, and what is expected.

use super::plan_tabs::among;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::site::Tabs;

/// The pages of the market by the key of their name, in the order they are shown.
const PAGES: &[(&str, Route)] = &[
    ("market-title", Route::Market),
    ("outlook-title", Route::Outlook),
    ("scoreboard-title", Route::Scoreboard),
    ("feedback-title", Route::Feedback),
];

/// Links to all pages of the market from each of them and from what lies below them.
pub(super) fn tabs(desk: &Desk<'_>, here: &Route) -> Option<Tabs> {
    let below = matches!(here, Route::Category(_) | Route::Keyword(..) | Route::Briefing(_));
    let listed = PAGES.iter().any(|(_, route)| route == here);
    (below || listed).then(|| among(desk, "market-tabs", PAGES)).flatten()
}
