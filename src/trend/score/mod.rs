//! What became of forecasts and calls: how far they lay from what happened, and whether that is better than nothing.

mod brier;
mod coverage;
mod measure;
mod verdict;

pub use brier::{Brier, Said};
pub use coverage::{Coverage, Fit};
pub use measure::{
    Band, Paired, bias, mae, mase, mean, naive_scale, rmsse, tracking_signal, value_added, wape,
};
pub use verdict::{Advantage, Enough, Verdict};
