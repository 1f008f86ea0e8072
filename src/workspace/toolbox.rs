//! The tools at hand and whether they are used (`toolbox.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, Id, PersonId, Text};

use super::At;

/// The tools at hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Toolbox {
    /// The stages of the work, in order.
    pub stages: Vec<ToolStage>,
    /// The tools.
    pub tools: Vec<Tool>,
}

/// A stage of the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolStage {
    /// Its name in files.
    pub id: Id<ToolStage>,
    /// Its name for readers.
    pub name: Text,
    /// Where it is written.
    pub place: Place,
}

/// A tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tool {
    /// Its name in files.
    pub id: Id<Tool>,
    /// Its name for readers.
    pub name: Text,
    /// The stage it serves.
    pub stage: At<Id<ToolStage>>,
    /// The measures and rates it feeds.
    pub feeds: Vec<At<String>>,
    /// Whether it is used.
    pub used: bool,
    /// Why not.
    pub reason: Option<Text>,
    /// When it was last used.
    pub last: Option<Day>,
    /// Who answers for it.
    pub owner: Option<At<PersonId>>,
    /// Where it is written.
    pub place: Place,
}
