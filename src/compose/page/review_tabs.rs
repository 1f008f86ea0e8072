//! The pages of the review, side by side on top of each of them: what was checked, and what became of it.

use super::plan_tabs::among;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::site::Tabs;

/// The pages of the review by the key of their name, in the order they are shown.
const PAGES: &[(&str, Route)] = &[
    ("reviews-title", Route::Reviews),
    ("weekly-title", Route::Weekly),
    ("why-title", Route::Whys),
    ("loop-title", Route::Loop),
    ("standards-title", Route::Standards),
    ("archive-title", Route::Archive),
];

/// Links to all pages of the review from each of them and from what lies below them.
pub(super) fn tabs(desk: &Desk<'_>, here: &Route) -> Option<Tabs> {
    let below = matches!(here, Route::Review(_) | Route::Why(_) | Route::Gap(_) | Route::Archived(_));
    let listed = PAGES.iter().any(|(_, route)| route == here);
    (below || listed).then(|| among(desk, "review-tabs", PAGES)).flatten()
}
