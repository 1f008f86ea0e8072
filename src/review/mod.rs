//! Stage 3b: what happened against what was planned, and why.

mod aligned;
mod batch;
mod bridge;
mod check;
mod commitment;
mod division;
mod figure;
mod last_year;
mod lint;
mod pace;
mod skills;
#[cfg(test)]
mod tests;
mod thread;
mod tools;
mod voice;
mod working_days;

pub use aligned::Aligned;
pub use batch::{BatchCourse, HandedTarget, StageSlip, batch_after, batch_before, handed, stage_days};
pub use bridge::{Base, Bridge};
pub use check::Check;
pub use commitment::{Change, Deal, DealState, Side, Signature, changes, due as due_of, revision};
pub use division::{By, Divider, Division, Obstacle, Part};
pub use figure::{Figure, Question, Reading};
pub use last_year::{LastYear, Pair};
pub use lint::lint;
pub use skills::{Absence, Coverage, SkillCover, Standing, Task, Want, absences, wants};
pub use thread::{LoopFigures, State, Thread, act_state, threads};
pub use tools::{Feed, feeds, idle, unserved};
pub use voice::{Became, Voice, VoiceState};
pub use working_days::WorkingDays;
