//! What stands out in a series: single values, and changes that stay.

mod anomaly;
mod plain;
mod shift;

pub use anomaly::{Anomaly, anomalies};
pub use shift::{Shift, level_shifts};
