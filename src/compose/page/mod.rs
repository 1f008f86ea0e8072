//! The pages. One file each; every one is a function from the desk to sheets.

mod home;

use super::desk::Desk;
use super::route::Route;
use super::sheet::Sheet;

/// Every page of one language.
pub(crate) fn all(desk: &Desk<'_>) -> Vec<Sheet> {
    vec![home::sheet(desk)]
}

/// The entries of the navigation.
pub(crate) fn nav() -> Vec<(&'static str, Route)> {
    vec![("home-title", Route::Home)]
}
