//! What became of forecasts and calls: how far they lay from what happened, and whether that is better than nothing.
//!
//! [`Scoreboard::of`] takes every [`Claim`] that was made until today, sets those whose days are over beside what
//! happened and beside the seasonal naive forecast ([`Scored`]), and tells them together ([`Group`]). Fewer than
//! [`Enough::POINTS`] are never judged.

mod board;
mod brier;
mod calls;
mod claim;
mod coverage;
mod group;
mod losing;
mod measure;
mod past;
mod recalibration;
mod restated;
mod scored;
mod verdict;

pub use board::Scoreboard;
pub use brier::{Brier, Said};
pub use calls::{Calibration, Calls, Likelihood, Made, State};
pub use claim::{Claim, Computed, Source, Who};
pub use coverage::{Coverage, Fit, Held};
pub use group::{Group, Key, Score};
pub use losing::{IN_A_ROW, Losing};
pub use measure::{Paired, bias, mae, mase, mean, naive_scale, rmsse, tracking_signal, value_added, wape};
pub use recalibration::{LEAST, Recalibration};
pub use scored::{Horizon, Naive, Scored};
pub use verdict::{Advantage, Enough, Verdict};

#[cfg(test)]
mod tests;
