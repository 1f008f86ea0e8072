//! The pages. One file each; every one is a function from the desk to sheets.

mod briefing;
mod home;
mod market;
mod tag;
mod text;

use super::desk::Desk;
use super::route::Route;
use super::sheet::Sheet;

/// Every page of one language.
pub(crate) fn all(desk: &Desk<'_>) -> Vec<Sheet> {
    let mut sheets = vec![home::sheet(desk)];
    sheets.push(market::sheet(desk));
    sheets.extend(briefing::sheets(desk));
    sheets.extend(text::sheets(desk));
    sheets.extend(tag::sheets(desk));
    sheets
}

/// The entries of the navigation.
pub(crate) fn nav() -> Vec<(&'static str, Route)> {
    vec![("home-title", Route::Home), ("market-title", Route::Market), ("pages-title", Route::Pages)]
}
