//! Forecasts of one series of numbers, with bands that say how far they may be off.
//!
//! Knows nothing of workspaces: values of equal steps in, steps ahead out. How it is done depends on how much there is:
//! two seasons or more are forecast by seven methods, weighted by how well each did from origins inside the history
//! ([`combination`]); less by the season a year ago, by that of sister series, or by the level ([`short`]).
//! Bands come from the series' own errors ([`spread`]). Too little gives no forecast but the reason ([`Refusal`]).

mod band;
mod combination;
mod draft;
mod ensemble;
mod evidence;
mod history;
mod line;
mod member;
mod method;
mod negative_binomial;
mod outcome;
mod refusal;
mod request;
mod rolling;
mod seasonality;
mod short;
mod simplex;
mod spread;
mod together;
mod view;

pub use band::{Band, Step};
pub use evidence::Evidence;
pub use method::{Method, VERSION};
pub use outcome::Forecast;
pub use refusal::Refusal;
pub use request::{Known, Pool, Request};

use draft::Draft;
use history::History;

/// Forecasts the steps after the last value, each with its bands, or says why it cannot.
pub fn forecast(request: &Request<'_>) -> Result<Forecast, Refusal> {
    let history = History::of(request)?;
    let pool = short::sisters(request.pool, &history);
    Refusal::check(&history, pool)?;
    // Steps that were not measured at the end are forecast too, and not shown.
    let horizon = request.horizon.saturating_add(history.missed);
    Draft::of(&history, pool, horizon).finish(&history, request)
}

#[cfg(test)]
mod tests;
