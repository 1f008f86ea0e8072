//! Stage 3c: what series do and will do: forecasts with honest bands, anomalies, level shifts.
//!
//! Statistics are estimates: this is the only stage that computes in floating point. What it takes and gives are plain
//! numbers, so that it can be tried on any series.

pub mod detect;
mod elementary;
pub mod forecast;
