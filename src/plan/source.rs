//! What a plan is computed from: the files as they are today, or a version as it was frozen.

use crate::metric::Catalogue;
use crate::quantity::GoalId;
use crate::workspace::{Allocation, Event, Goal, PlanVersion, Workspace};

/// What a plan is computed from.
#[derive(Clone, Copy, Debug)]
pub struct PlanSource<'a> {
    /// The goals.
    pub goals: &'a [Goal],
    /// How they are split.
    pub allocations: &'a [Allocation],
    /// What happens on known days.
    pub events: &'a [Event],
    /// Measures and metrics.
    pub catalogue: &'a Catalogue,
}

impl<'a> PlanSource<'a> {
    /// The files as they are today.
    pub fn today(workspace: &'a Workspace) -> Self {
        PlanSource {
            goals: &workspace.goals,
            allocations: &workspace.allocations,
            events: &workspace.events,
            catalogue: &workspace.catalogue,
        }
    }

    /// A version as it was frozen; figures are computed as they are today.
    pub fn frozen(version: &'a PlanVersion, catalogue: &'a Catalogue) -> Self {
        PlanSource {
            goals: &version.goals,
            allocations: &version.allocations,
            events: &version.events,
            catalogue,
        }
    }

    /// The goal of this id.
    pub(crate) fn goal(&self, id: &GoalId) -> Option<&'a Goal> {
        self.goals.iter().find(|goal| goal.id == *id)
    }
}
