//! Archives: a closed period, frozen so that it opens in ten years and can be proven unchanged.
//!
//! An archive is a bag ([`crate::bag`]): the pages of the period as they were that day, the inputs they were made
//! from, every figure as CSV with a description of its columns, and how all of it was made. The same inputs give the
//! same bag, byte for byte. Every bag names the root hash of the one before, so that a rewritten past shows.

mod bagged;
mod chain;
mod differ;
mod draft;
mod fault;
mod identity;
mod inputs;
mod obstacle;
mod package;
mod provenance;
mod reading;
mod readme;
mod rebuild;
mod shelf;
mod signature;
mod tables;
mod unlink;
mod verify;
mod zipped;

use crate::quantity::Period;

pub use bagged::{Bag, Give};
pub use chain::{Linked, chain};
pub use differ::{CannotCompare, Side};
pub(crate) use differ::{Present, differences};
pub(crate) use draft::{Draft, Made};
pub use fault::Fault;
pub use identity::Identity;
pub(crate) use inputs::Recorder;
pub use obstacle::{Obstacle, Obstacles};
pub use rebuild::{CannotRebuild, Make, rebuild};
pub use shelf::{Shelf, Shelved};
pub use signature::{NAMESPACE, Signature};
pub use verify::{Checked, verify_bag, verify_site};
pub use zipped::verify_zip;

/// What is asked of an archive.
#[derive(Clone, Debug)]
pub struct Request {
    /// The period.
    pub period: Period,
    /// Whether its inputs are put into it, and not their hashes alone.
    pub with_inputs: bool,
    /// Whether a reading copy for paper is put into it.
    pub reading: bool,
    /// Why it is made while the loop is open.
    pub open: Option<String>,
    /// Why it is made while figures may still change.
    pub provisional: Option<String>,
    /// Why a period is archived that is archived already.
    pub again: Option<String>,
    /// The archives that are there.
    pub shelf: Shelf,
}

/// Why nothing is archived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A week or a day: months, quarters and years are archived.
    TooShort,
    /// The period has not ended.
    NotOver,
    /// The period is in this archive already, and no reason is given to archive it again.
    Taken(String),
    /// A reason is given to archive it again, but it is in no archive.
    NotThere,
    /// Something speaks against it that no reason is given for.
    Against(Obstacles),
}
