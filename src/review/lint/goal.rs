//! Goals that nobody can steer by (G005).

use std::collections::BTreeSet;

use super::{Look, finding};
use crate::diagnostic::{Diagnostic, codes};
use crate::metric::{Formula, Role};
use crate::quantity::MeasureId;
use crate::workspace::{Goal, PlanItem};

pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    let goals = look.workspace.goals.iter().filter(|_| !look.workspace.cycles.is_empty());
    goals.filter_map(|goal| no_input(look, goal)).collect()
}

/// G005; what is over is steered no more, and where no cycle is written nobody steers yet.
fn no_input(look: &Look<'_>, goal: &Goal) -> Option<Diagnostic> {
    let metric = &goal.metric.value;
    let catalogue = look.check.catalogue;
    let is_output = catalogue.contains(metric) && catalogue.role(metric) == Role::Output;
    let ahead = goal.year >= look.today.year();
    let wanted =
        ahead && is_output && !beneath(look, goal).iter().any(|id| catalogue.role(id) == Role::Input);
    let found = finding(codes::NO_INPUT, &goal.metric.place, goal.id.as_str());
    wanted.then(|| found.with("metric", metric.as_str()))
}

/// What a goal's figure, and what is planned to reach it, are made of by their formulas and driver trees.
fn beneath(look: &Look<'_>, goal: &Goal) -> BTreeSet<MeasureId> {
    let serves = |item: &PlanItem| item.goal.as_ref().is_some_and(|it| it.value == goal.id);
    let planned = look.each_item().filter(|(_, item)| serves(item));
    let planned = planned.filter_map(|(_, item)| Some(item.metric.as_ref()?.value.clone()));
    let mut next: Vec<MeasureId> = planned.chain([goal.metric.value.clone()]).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = next.pop() {
        if found.insert(id.clone()) {
            next.extend(parts(look, &id));
        }
    }
    found
}

fn parts(look: &Look<'_>, id: &MeasureId) -> Vec<MeasureId> {
    let trees = look.workspace.trees.iter().map(|tree| &tree.tree).filter(|tree| tree.root == *id);
    let mut parts: Vec<MeasureId> = trees
        .flat_map(|tree| {
            let split = tree.split.iter().flat_map(|(_, parts)| parts.clone());
            tree.expr.names().into_iter().map(MeasureId::new).chain(split)
        })
        .collect();
    match look.check.catalogue.formula(id) {
        Some(Formula::Ratio { num, den }) => parts.extend([num.clone(), den.clone()]),
        Some(Formula::Expr(expr)) => parts.extend(expr.names().into_iter().map(MeasureId::new)),
        None => {}
    }
    parts
}
