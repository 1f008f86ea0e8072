//! Goals that nobody can steer by (G005).

use std::collections::BTreeSet;

use super::{Look, finding};
use crate::diagnostic::{Diagnostic, codes};
use crate::metric::{Catalogue, Formula, Role};
use crate::quantity::MeasureId;
use crate::workspace::Goal;

pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    let goals = look.workspace.goals.iter().filter(|_| !look.workspace.cycles.is_empty());
    goals.filter_map(|goal| no_input(look, goal)).collect()
}

/// G005; what is over is steered no more, and where no cycle is written nobody steers yet.
fn no_input(look: &Look<'_>, goal: &Goal) -> Option<Diagnostic> {
    let metric = &goal.metric.value;
    let is_output = role(look.check.catalogue, metric) == Some(Role::Output);
    let ahead = goal.year >= look.today.year();
    let wanted =
        ahead && is_output && !beneath(look, goal).iter().any(|id| is_input(look.check.catalogue, id));
    let found = finding(codes::NO_INPUT, &goal.metric.place, goal.id.as_str());
    wanted.then(|| found.with("metric", metric.as_str()))
}

fn is_input(catalogue: &Catalogue, id: &MeasureId) -> bool {
    role(catalogue, id) == Some(Role::Input)
}

fn role(catalogue: &Catalogue, id: &MeasureId) -> Option<Role> {
    let measure = catalogue.measure(id).map(|measure| measure.role);
    measure.or_else(|| catalogue.metric(id).map(|metric| metric.role))
}

/// What a goal's figure is made of by its formula and its driver trees, and what is planned to reach it.
fn beneath(look: &Look<'_>, goal: &Goal) -> BTreeSet<MeasureId> {
    let planned =
        look.each_item().filter(|(_, item)| item.goal.as_ref().is_some_and(|it| it.value == goal.id));
    let mut found: BTreeSet<MeasureId> =
        planned.filter_map(|(_, item)| Some(item.metric.as_ref()?.value.clone())).collect();
    let mut next = vec![goal.metric.value.clone()];
    while let Some(id) = next.pop() {
        let parts = parts(look, &id).into_iter().filter(|part| *part != goal.metric.value);
        next.extend(parts.filter(|part| found.insert(part.clone())));
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
