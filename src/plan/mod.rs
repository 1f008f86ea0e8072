//! Stage 3a: goals become a spine of days. Pure arithmetic: no files, no dates but those passed in.

mod build;
mod pace;
mod rate;
mod spine;
mod split;
mod target;
mod weights;

pub use build::goals_of;
pub use pace::Pace;
pub use rate::PlannedRate;
pub use spine::Spine;
pub use split::Lift;
pub use target::Plan;
pub use weights::Weights;
