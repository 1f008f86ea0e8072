//! Versions: the plan of a year as it was agreed, beside the plan as it is today.

use super::{Plan, PlanSource};
use crate::diagnostic::Place;
use crate::metric::Catalogue;
use crate::quantity::{Day, PersonId, Text, VersionId};
use crate::workspace::{AgainstPlan, PlanVersion, Workspace};

/// The plan of a year as it was agreed on a day.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its name.
    pub id: VersionId,
    /// The year it plans.
    pub year: i16,
    /// The day it was agreed.
    pub frozen: Day,
    /// Who froze it.
    pub by: PersonId,
    /// Why it was made.
    pub reason: Option<Text>,
    /// What it plans.
    pub plan: Plan,
    /// Where it is written.
    pub place: Place,
}

impl Version {
    /// Every version of a workspace, by year and day: the latest of a year last.
    pub fn all(workspace: &Workspace) -> Vec<Version> {
        workspace.versions.iter().map(|version| Version::of(version, &workspace.catalogue)).collect()
    }

    fn of(version: &PlanVersion, catalogue: &Catalogue) -> Version {
        // What is amiss in it was said when it was read, and nobody mends a plan of the past.
        let (plan, _) = Plan::of(&PlanSource::frozen(version, catalogue));
        Version {
            id: version.id.clone(),
            year: version.year,
            frozen: version.frozen,
            by: version.by.value.clone(),
            reason: version.reason.clone(),
            plan,
            place: version.place.clone(),
        }
    }
}

/// The plan that variances are measured against: that in force, with the years of the versions chosen.
pub(crate) fn against(live: &Plan, versions: &[Version], workspace: &Workspace) -> Plan {
    let chosen = chosen(versions, &workspace.config.compare.plan);
    chosen
        .into_iter()
        .fold(live.clone(), |plan, version| plan.with_year(version.year, &version.plan, &workspace.catalogue))
}

/// The versions that variances are measured against in place of the plan in force.
pub(crate) fn chosen<'a>(versions: &'a [Version], against: &AgainstPlan) -> Vec<&'a Version> {
    let first = |version: &&Version| {
        versions.iter().find(|other| other.year == version.year).is_some_and(|first| first.id == version.id)
    };
    match against {
        AgainstPlan::InForce => Vec::new(),
        AgainstPlan::Original => versions.iter().filter(first).collect(),
        AgainstPlan::Version(id) => versions.iter().filter(|version| version.id == id.value).collect(),
    }
}

/// Which plan of a year variances are measured against.
#[derive(Clone, Copy, Debug)]
pub enum Standing<'a> {
    /// The plan in force, of which no version was frozen.
    Open,
    /// The plan in force, which is this version.
    Is(&'a Version),
    /// The plan in force, which was changed after this version.
    Draft(&'a Version),
    /// This version, whatever the plan in force is.
    Fixed(&'a Version),
}

#[cfg(test)]
mod tests;
