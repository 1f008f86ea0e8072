//! Stage 3a: goals become a spine of days, and the spine what must be ordered, paid and earned.
//! Pure arithmetic: no files, no dates but those passed in.

mod bottom_up;
mod build;
pub mod cash;
mod change;
mod course;
pub mod economics;
mod freeze;
mod growth;
mod pace;
mod rate;
mod season;
mod source;
mod spine;
mod split;
pub mod supply;
mod target;
mod version;
mod weights;

pub use bottom_up::{GapState, Node, tolerance};
pub use build::goals_of;
pub use change::{Change, Moved};
pub use course::{Course, PlannedMonth, courses};
pub use freeze::{CannotFreeze, FreezeRequest, Frozen};
pub use growth::{Ascent, Growth};
pub use pace::{Pace, PaceState, Planned};
pub use rate::PlannedRate;
pub use season::{CannotWrite, NoSeason, Origin, Season, SeasonRow, WHOLE, Written};
pub use source::PlanSource;
pub use spine::Spine;
pub use split::Lift;
pub use target::Plan;
pub use version::{Standing, Version};
pub use weights::{OnSale, Weights};

pub(crate) use bottom_up::bottom_up;
pub(crate) use change::changes;
pub(crate) use season::filled;
pub(crate) use version::{against, chosen};
