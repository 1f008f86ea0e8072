//! Stage 3b: what happened against what was planned, and why.

mod aligned;
mod batch;
mod bridge;
mod briefed;
mod check;
mod claim;
mod commitment;
mod compared;
mod division;
mod figure;
mod funnel;
mod last_year;
mod ledger;
mod lint;
mod main_drivers;
mod pace;
mod pareto;
mod portfolio;
mod price_volume_mix;
mod rate_mix;
mod readings;
mod restate;
mod rollouts;
mod signal;
mod skills;
#[cfg(test)]
mod tests;
mod thread;
mod tools;
mod unsettled;
mod voice;
mod why;
mod working_days;
mod xmr;

pub use aligned::Aligned;
pub use batch::{BatchCourse, HandedTarget, StageSlip, batch_after, batch_before, handed, stage_days};
pub use bridge::{Base, Bridge};
pub use briefed::{Answer, CallMade, asking, earlier};
pub use check::Check;
pub(crate) use check::reading;
pub use commitment::{Change, Deal, DealState, Side, Signature, changes, due as due_of, revision};
pub use division::{By, Divider, Division, Obstacle, Part};
pub use figure::{Figure, Question, Reading};
pub use funnel::{Funnel, FunnelStep};
pub use last_year::{LastYear, Pair};
pub use ledger::{
    ActStory, Carried, Driver, LoopRates, Occurrence, Rate, Recurrence, Stage, Step, Story, What, carried,
    carry_depth, recurrences,
};
pub use lint::lint;
pub use main_drivers::MainDrivers;
pub use pareto::Pareto;
pub use portfolio::{Holding, Portfolio, Quadrant};
pub use price_volume_mix::{Course, Effect, ItemChange, PriceVolumeMix, Sold, SoldItem};
pub use rate_mix::{RateMix, Segment, SegmentChange, Sides};
pub use readings::{CurrencyEffect, Readings};
pub use restate::{Cause, Measures, Restated, Restatement, Sides as RestateSides, between, held};
pub use rollouts::roll_outs;
pub use signal::{Ask, Signal, Verdict, Weighed};
pub use skills::{Absence, Coverage, SkillCover, Standing, Task, Want, absences, wants};
pub use thread::{LoopFigures, State, Thread, act_state, threads};
pub use tools::{Feed, feeds, idle, unserved};
pub use unsettled::Unsettled;
pub use voice::{Became, Voice, VoiceState};
pub use working_days::WorkingDays;
pub use xmr::{Breach, Limits, Rule};
