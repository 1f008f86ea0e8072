//! What stands out in a series: single values, and changes that stay.

mod adjusted;
mod anomaly;
mod lines;
mod robust;
mod shift;

pub use anomaly::{Anomaly, anomalies};
pub(super) use robust::median;
pub use shift::{Shift, level_shifts};

/// Numbers from 0 to 10 that look like chance, for tests.
#[cfg(test)]
fn chance(step: usize) -> f64 {
    let mixed = (step as u64 + 1).wrapping_mul(6_364_136_223_846_793_005);
    ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 40) as f64 % 11.0
}
