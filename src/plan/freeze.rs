//! Freezing: the plan of a year as it is today becomes a version.

use crate::quantity::{Day, PersonId, VersionId};
use crate::workspace::{Allocation, Freeze, Workspace};

/// What is asked of a freeze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreezeRequest {
    /// The name of the version.
    pub id: VersionId,
    /// Who freezes it.
    pub by: PersonId,
    /// Why.
    pub reason: String,
    /// The year; this year, else the latest that has goals, when none is named.
    pub year: Option<i16>,
}

/// A version that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// The year.
    pub year: i16,
    /// Its path in the workspace.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Why there is nothing to freeze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotFreeze {
    /// No goal is of this year.
    NoGoals(i16),
    /// A version of this name is there, in this file.
    Taken(VersionId, String),
    /// Nobody of this name is in `departments.yaml`.
    Nobody(PersonId),
    /// The reason is empty.
    NoReason,
}

impl FreezeRequest {
    /// The version that the plan as it is today makes; `allocations` have the months that history proposed.
    ///
    /// # Errors
    /// [`CannotFreeze`] when there is nothing to freeze, or the name is taken.
    pub fn answer(
        &self,
        workspace: &Workspace,
        allocations: &[Allocation],
        today: Day,
    ) -> Result<Frozen, CannotFreeze> {
        if self.reason.trim().is_empty() {
            return Err(CannotFreeze::NoReason);
        }
        if let Some(known) = workspace.version(&self.id) {
            return Err(CannotFreeze::Taken(self.id.clone(), known.place.file.to_string()));
        }
        if !workspace.people.is_empty() && workspace.person(&self.by).is_none() {
            return Err(CannotFreeze::Nobody(self.by.clone()));
        }
        let year = self.year_of(workspace, today);
        if !workspace.goals.iter().any(|goal| goal.year == year) {
            return Err(CannotFreeze::NoGoals(year));
        }
        let (id, by, reason) = (&self.id, &self.by, self.reason.trim());
        let freeze = Freeze { workspace, allocations, id, year, frozen: today, by, reason };
        Ok(Frozen { year, path: freeze.path(), text: freeze.text() })
    }

    fn year_of(&self, workspace: &Workspace, today: Day) -> i16 {
        let current = workspace.fiscal().year_of(today);
        let years = || workspace.goals.iter().map(|goal| goal.year);
        let usual = || years().find(|year| *year == current).or_else(|| years().max());
        self.year.or_else(usual).unwrap_or(current)
    }
}
