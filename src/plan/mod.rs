//! Stage 3a: goals become a spine of days. Pure arithmetic: no files, no dates but those passed in.

mod pace;
mod spine;
mod split;
mod weights;

pub use pace::Pace;
pub use spine::Spine;
pub use split::Lift;
pub use weights::Weights;
