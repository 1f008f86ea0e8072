//! What came out of a plan item, and why (`check:` of a cycle).

use crate::diagnostic::Place;
use crate::quantity::{Id, MeasureId, Ratio, Scope, Text};

use super::plan_item::PlanItem;
use super::read::{Context, Fields, Read};
use super::scalar::{Name, last_digit};
use super::yaml::Node;
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
    /// What the last written digit of a typed figure stands for: 0.001 for `9.1%`.
    pub last_digit: Option<Ratio>,
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

impl Read for CheckItem {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let (plan, metric, scope) = (f.optional("plan"), f.optional("metric"), f.optional("scope"));
        let last_digit = f.node("ac").and_then(|node| last_digit(node.text()?));
        let actual = f.optional("ac").unwrap_or(Typed::Auto);
        let verdict: Option<At<String>> = f.optional("verdict");
        let verdict = verdict.filter(|verdict| verdict.value != "auto");
        let causes = f.list("causes");
        let place = f.finish();
        Some(CheckItem { id: id?, plan, metric, scope, actual, last_digit, verdict, causes, place })
    }
}

impl Read for Cause {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let code = f.optional::<Name>("code").map(|name| name.0);
        let (text, whys, evidence) = (f.optional("text"), f.list("whys"), f.list("evidence"));
        let (controllable, effect) = (f.optional("controllable"), f.optional("effect"));
        let place = f.finish();
        Some(Cause { id: id?, code, text, whys, evidence, controllable, effect, place })
    }
}
