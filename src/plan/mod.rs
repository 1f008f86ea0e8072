//! Stage 3a: goals become a spine of days, and the spine what must be ordered, paid and earned.
//! Pure arithmetic: no files, no dates but those passed in.

mod build;
pub mod cash;
mod change;
pub mod economics;
mod freeze;
mod pace;
mod rate;
mod source;
mod spine;
mod split;
pub mod supply;
mod target;
mod version;
mod weights;

pub use build::goals_of;
pub use change::{Change, Moved};
pub use freeze::{CannotFreeze, FreezeRequest, Frozen};
pub use pace::{Pace, PaceState, Planned};
pub use rate::PlannedRate;
pub use source::PlanSource;
pub use spine::Spine;
pub use split::Lift;
pub use target::Plan;
pub use version::Version;
pub use weights::{OnSale, Weights};

pub(crate) use change::changes;
pub(crate) use version::against;
