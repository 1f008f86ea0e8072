//! The pages. One file each; every one is a function from the desk to sheets.

mod batch;
mod data;
mod department;
mod departments;
mod feedback;
mod home;
mod method;
mod parts;

use super::desk::Desk;
use super::route::Route;
use super::sheet::Sheet;

/// Every page of one language.
pub(crate) fn all(desk: &Desk<'_>) -> Vec<Sheet> {
    let mut sheets = vec![home::sheet(desk)];
    sheets.push(departments::sheet(desk));
    sheets.extend(department::sheets(desk));
    sheets.push(feedback::sheet(desk));
    sheets.extend(batch::sheets(desk));
    sheets.push(data::sheet(desk));
    sheets.push(method::sheet(desk));
    sheets
}

/// The entries of the navigation.
pub(crate) fn nav() -> Vec<(&'static str, Route)> {
    vec![
        ("home-title", Route::Home),
        ("departments-title", Route::Departments),
        ("data-title", Route::Data),
    ]
}
