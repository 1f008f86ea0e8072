//! Stage 3b: what happened against what was planned, and why.

mod aligned;
mod batch;
mod bridge;
mod check;
mod commitment;
mod division;
mod figure;
mod last_year;
mod ledger;
mod lint;
mod pace;
mod skills;
#[cfg(test)]
mod tests;
mod thread;

pub use aligned::Aligned;
pub use batch::{BatchCourse, StageSlip};
pub use bridge::{Base, Bridge};
pub use check::Check;
pub use commitment::{Change, Deal, DealState, Side, Signature, changes, due as due_of, revision};
pub use division::{By, Divider, Division, Obstacle, Part};
pub use figure::{Figure, Question, Reading};
pub use last_year::{LastYear, Pair};
pub use ledger::{
    ActStory, Carried, Driver, LoopRates, Occurrence, Rate, Recurrence, Stage, Step, Story, What, carried,
    carry_depth, driver, recurrences,
};
pub use lint::lint;
pub use skills::{Coverage, SkillCover, Standing};
pub use thread::{LoopFigures, State, Thread, act_state, threads};
