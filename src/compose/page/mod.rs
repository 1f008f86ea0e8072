//! The pages. One file each; every one is a function from the desk to sheets.

mod batch;
mod briefing;
mod data;
mod department;
mod departments;
mod feedback;
mod home;
mod market;
mod marketplace;
mod marketplaces;
mod method;
mod part;
mod parts;
mod plan;
mod plan_goals;
mod product;
mod product_facts;
mod products;
mod review;
mod reviews;
mod standards;
mod tag;
mod team;
mod text;
mod toolbox;

use super::desk::Desk;
use super::library;
use super::route::Route;
use super::sheet::Sheet;

/// What writes a page.
type Write = fn(&Desk<'_>) -> Sheet;

/// Every page of one language.
pub(crate) fn all(desk: &Desk<'_>) -> Vec<Sheet> {
    let singles: [(Route, Write); 13] = [
        (Route::Home, home::sheet),
        (Route::Reviews, reviews::sheet),
        (Route::Plan, plan::sheet),
        (Route::Products, products::sheet),
        (Route::Marketplaces, marketplaces::sheet),
        (Route::Departments, departments::sheet),
        (Route::Market, market::sheet),
        (Route::Feedback, feedback::sheet),
        (Route::Standards, standards::sheet),
        (Route::Team, team::sheet),
        (Route::Toolbox, toolbox::sheet),
        (Route::Data, data::sheet),
        (Route::Method, method::sheet),
    ];
    let shown = singles.iter().filter(|(route, _)| has(desk, route));
    let mut sheets: Vec<Sheet> = shown.map(|(_, sheet)| sheet(desk)).collect();
    sheets.extend(review::sheets(desk));
    sheets.extend(product::sheets(desk));
    sheets.extend(batch::sheets(desk));
    sheets.extend(marketplace::sheets(desk));
    sheets.extend(department::sheets(desk));
    sheets.extend(briefing::sheets(desk));
    sheets.extend(text::sheets(desk));
    sheets.extend(tag::sheets(desk));
    sheets
}

/// The entries of the navigation.
pub(crate) fn nav(desk: &Desk<'_>) -> Vec<(&'static str, Route)> {
    let entries = [
        ("home-title", Route::Home),
        ("reviews-title", Route::Reviews),
        ("plan-title", Route::Plan),
        ("products-title", Route::Products),
        ("marketplaces-title", Route::Marketplaces),
        ("departments-title", Route::Departments),
        ("market-title", Route::Market),
        ("pages-title", Route::Pages),
        ("data-title", Route::Data),
    ];
    entries.into_iter().filter(|(_, route)| has(desk, route)).collect()
}

/// Whether a part of the site is shown. A company that has written its own file sees every part, the empty ones
/// with how to begin them; a workspace of results or texts alone sees what it has.
pub(crate) fn has(desk: &Desk<'_>, route: &Route) -> bool {
    let workspace = desk.workspace;
    let own = match route {
        Route::Reviews => !workspace.cycles.is_empty(),
        Route::Plan => !workspace.goals.is_empty(),
        Route::Products => !desk.products().is_empty(),
        Route::Marketplaces => !desk.marketplaces().is_empty(),
        Route::Departments => !workspace.departments.is_empty(),
        Route::Market => !workspace.briefings.is_empty() || !workspace.feedback.is_empty(),
        Route::Feedback => !workspace.feedback.is_empty(),
        Route::Pages => !library::pages(desk).is_empty() || library::opening(desk, &Route::Pages).is_some(),
        Route::Standards => !workspace.sops.is_empty(),
        Route::Team => workspace.team.is_some(),
        Route::Toolbox => workspace.toolbox.is_some(),
        Route::Data | Route::Method => !workspace.config.sources.is_empty(),
        _ => true,
    };
    own || workspace.company.is_some()
}
