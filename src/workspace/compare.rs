//! What figures are set against (`compare:` of `opsreport.yaml`).

use crate::quantity::VersionId;

use super::At;
use super::previous_year::PreviousYear;
use super::read::{Context, Fields, Read};
use super::yaml::Node;

/// What figures are set against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compare {
    /// The plan that variances are measured against.
    pub plan: AgainstPlan,
    /// The days of the year before.
    pub previous_year: PreviousYear,
}

/// A plan that variances are measured against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AgainstPlan {
    /// The plan as the files have it today (`in-force`).
    #[default]
    InForce,
    /// The first frozen version of each year (`original`); a year without one has the plan in force.
    Original,
    /// One frozen version, for its year; other years have the plan in force.
    Version(At<VersionId>),
}

impl Read for Compare {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let plan = f.optional("plan").unwrap_or_default();
        let previous_year = f.optional("previous_year").unwrap_or_default();
        f.finish();
        Some(Compare { plan, previous_year })
    }
}

impl Read for AgainstPlan {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        match node.text() {
            Some("in-force") => Some(AgainstPlan::InForce),
            Some("original") => Some(AgainstPlan::Original),
            _ => At::read(node, cx).map(AgainstPlan::Version),
        }
    }
}
