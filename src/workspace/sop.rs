//! Standards and their versions (`sops.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, Id, PersonId, Text};

use super::At;
use super::act::Rollout;

/// A standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sop {
    /// Its name in files.
    pub id: Id<Sop>,
    /// Its name for readers.
    pub name: Text,
    /// The version that holds.
    pub version: u32,
    /// Who keeps it.
    pub owner: Option<At<PersonId>>,
    /// The check or feedback it was born from.
    pub born_from: Option<At<String>>,
    /// When it was last changed.
    pub updated: Option<Day>,
    /// Its versions, oldest first.
    pub versions: Vec<SopVersion>,
    /// Where else it is brought.
    pub yokoten: Vec<Rollout>,
    /// Where it is written.
    pub place: Place,
}

/// One version of a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SopVersion {
    /// Its number, from 1.
    pub version: u32,
    /// Since when.
    pub date: Day,
    /// What it changed.
    pub change: Text,
}

/// A version of a standard, as acts name it: `SOP-LISTING@4`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SopVersionRef {
    /// The standard.
    pub sop: Id<Sop>,
    /// The version.
    pub version: u32,
}
