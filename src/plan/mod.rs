//! Stage 3a: goals become a spine of days, and the spine what must be ordered, paid and earned.
//! Pure arithmetic: no files, no dates but those passed in.

mod build;
pub mod cash;
pub mod economics;
mod pace;
mod rate;
mod spine;
mod split;
pub mod supply;
mod target;
mod weights;

pub use build::goals_of;
pub use pace::{Pace, PaceState, Planned};
pub use rate::PlannedRate;
pub use spine::Spine;
pub use split::Lift;
pub use target::Plan;
pub use weights::{OnSale, Weights};
