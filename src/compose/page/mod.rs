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
use super::route::Route;
use super::sheet::Sheet;

/// Every page of one language.
pub(crate) fn all(desk: &Desk<'_>) -> Vec<Sheet> {
    let mut sheets = vec![home::sheet(desk)];
    sheets.push(reviews::sheet(desk));
    sheets.extend(review::sheets(desk));
    sheets.push(plan::sheet(desk));
    sheets.push(products::sheet(desk));
    sheets.extend(product::sheets(desk));
    sheets.extend(batch::sheets(desk));
    sheets.push(marketplaces::sheet(desk));
    sheets.extend(marketplace::sheets(desk));
    sheets.push(departments::sheet(desk));
    sheets.extend(department::sheets(desk));
    sheets.push(feedback::sheet(desk));
    sheets.push(standards::sheet(desk));
    sheets.push(team::sheet(desk));
    sheets.push(toolbox::sheet(desk));
    sheets.push(data::sheet(desk));
    sheets.push(method::sheet(desk));
    sheets.push(market::sheet(desk));
    sheets.extend(briefing::sheets(desk));
    sheets.extend(text::sheets(desk));
    sheets.extend(tag::sheets(desk));
    sheets
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
