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

use rayon::prelude::*;

use super::desk::Desk;
use super::route::Route;
use super::sheet::Sheet;

/// How pages are written.
enum Pages {
    /// One page.
    One(fn(&Desk<'_>) -> Sheet),
    /// A page for each of some things.
    Many(fn(&Desk<'_>) -> Vec<Sheet>),
}

const ALL: &[Pages] = &[
    Pages::One(home::sheet),
    Pages::One(reviews::sheet),
    Pages::Many(review::sheets),
    Pages::One(plan::sheet),
    Pages::One(products::sheet),
    Pages::Many(product::sheets),
    Pages::Many(batch::sheets),
    Pages::One(marketplaces::sheet),
    Pages::Many(marketplace::sheets),
    Pages::One(departments::sheet),
    Pages::Many(department::sheets),
    Pages::One(feedback::sheet),
    Pages::One(standards::sheet),
    Pages::One(team::sheet),
    Pages::One(toolbox::sheet),
    Pages::One(data::sheet),
    Pages::One(method::sheet),
    Pages::One(market::sheet),
    Pages::Many(briefing::sheets),
    Pages::Many(text::sheets),
    Pages::Many(tag::sheets),
];

/// Every page of one language, written side by side.
pub(crate) fn all(desk: &Desk<'_>) -> Vec<Sheet> {
    let write = |pages: &Pages| match pages {
        Pages::One(sheet) => vec![sheet(desk)],
        Pages::Many(sheets) => sheets(desk),
    };
    let written: Vec<Vec<Sheet>> = ALL.par_iter().map(write).collect();
    written.into_iter().flatten().collect()
}

/// The entries of the navigation.
pub(crate) fn nav() -> Vec<(&'static str, Route)> {
    vec![
        ("home-title", Route::Home),
        ("reviews-title", Route::Reviews),
        ("plan-title", Route::Plan),
        ("products-title", Route::Products),
        ("marketplaces-title", Route::Marketplaces),
        ("departments-title", Route::Departments),
        ("market-title", Route::Market),
        ("pages-title", Route::Pages),
        ("data-title", Route::Data),
    ]
}
