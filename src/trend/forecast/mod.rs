//! Forecasts of one series of numbers, with bands that say how far they may be off.
//!
//! Knows nothing of workspaces: values of equal steps in, steps ahead out.

mod band;
mod evidence;
mod method;
mod outcome;
mod refusal;
mod request;

pub use band::{Band, Step};
pub use evidence::Evidence;
pub use method::{Method, VERSION};
pub use outcome::Forecast;
pub use refusal::Refusal;
pub use request::{Known, Pool, Request};

/// Forecasts the steps after the last value, each with its bands, or says why it cannot.
pub fn forecast(request: &Request<'_>) -> Result<Forecast, Refusal> {
    let known: Vec<f64> =
        request.values.iter().flatten().copied().filter(|value| value.is_finite()).collect();
    if known.len() < Refusal::FEWEST {
        return Err(Refusal::TooFew { known: known.len(), needed: Refusal::FEWEST });
    }
    let season = request.season.max(1).min(known.len());
    let lag = |values: &[f64]| -> Vec<f64> {
        values.windows(season + 1).map(|pair| (pair[season] - pair[0]).abs()).collect()
    };
    let mut errors = if known.len() > season { lag(&known) } else { vec![known[0].abs()] };
    errors.sort_by(f64::total_cmp);
    let quantile = |share: f64| errors[((errors.len() - 1) as f64 * share) as usize];
    let floor = if known.iter().all(|value| *value >= 0.0) { 0.0 } else { f64::NEG_INFINITY };
    let around = |point: f64, width: f64| Band { low: (point - width).max(floor), high: point + width };
    let step = |ahead: usize| {
        let point = known[known.len() - season + ahead % season];
        Step { point, band80: around(point, quantile(0.8)), band95: around(point, quantile(0.95)) }
    };
    Ok(Forecast {
        method: Method::Level,
        steps: (0..request.horizon).map(step).collect(),
        imputed: Vec::new(),
        evidence: Evidence::default(),
    })
}
