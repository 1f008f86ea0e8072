//! Stage 3b: what happened against what was planned, and why.

mod bridge;
mod check;
mod figure;

pub use bridge::Bridge;
pub use check::Check;
pub use figure::{Figure, Question, Reading};
