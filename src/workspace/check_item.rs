//! What came out of a plan item, and why (`check:` of a cycle).

use crate::diagnostic::Place;
use crate::quantity::{Id, MeasureId, Scope, Text};

use super::plan_item::PlanItem;
use super::{At, Figure, Typed};

/// What came out of a plan item, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckItem {
    /// Its name in files.
    pub id: Id<CheckItem>,
    /// The plan item.
    pub plan: Option<At<Id<PlanItem>>>,
    /// The figure; its plan item's when nothing is said.
    pub metric: Option<At<MeasureId>>,
    /// Where; as its plan item when nothing is said.
    pub scope: Option<Scope>,
    /// What it came to.
    pub actual: Typed,
    /// What is said of it; nothing when the data say it.
    pub verdict: Option<At<String>>,
    /// Why.
    pub causes: Vec<Cause>,
    /// Where it is written.
    pub place: Place,
}

/// Why a figure is off.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// Its name in files.
    pub id: Id<Cause>,
    /// Its kind, by which causes that come back are found.
    pub code: Option<String>,
    /// What it is.
    pub text: Option<Text>,
    /// Why, and why that, and why that.
    pub whys: Vec<Text>,
    /// What shows it: files, feedback, reports.
    pub evidence: Vec<String>,
    /// Whether the company can change it.
    pub controllable: Option<bool>,
    /// What it is worth.
    pub effect: Option<At<Figure>>,
    /// Where it is written.
    pub place: Place,
}
