//! Goals: an owner, a figure that exists, parts that sum.

use crate::diagnostic::{Diagnostic, Diagnostics, codes, nearest};
use crate::quantity::{MeasureId, Money, Ratio, Scope};

use super::super::{Goal, ProfitTarget, ScopedTarget, Workspace};

/// Figures that no results hold and that the plan computes itself.
const PLANNED: [&str; 2] = ["inventory_turns", "peak_cash_need"];

pub(super) fn check(workspace: &Workspace, findings: &mut Diagnostics) {
    for goal in &workspace.goals {
        owner(workspace, goal, findings);
        figure(workspace, goal, findings);
        parts(workspace, goal, findings);
    }
    // A version that somebody edited is a plan no less.
    for goal in workspace.versions.iter().flat_map(|version| &version.goals) {
        parts(workspace, goal, findings);
    }
    products(workspace, findings);
}

/// Where people are written down, one of them answers for a goal.
fn owner(workspace: &Workspace, goal: &Goal, findings: &mut Diagnostics) {
    if goal.owner.is_none() && !workspace.people.is_empty() {
        let finding = Diagnostic::new(codes::NO_OWNER, &goal.place).with("goal", goal.id.as_str());
        findings.push(finding.help("help").about(goal.id.as_str()));
    }
}

fn figure(workspace: &Workspace, goal: &Goal, findings: &mut Diagnostics) {
    let metric = &goal.metric.value;
    if workspace.catalogue.contains(metric) || PLANNED.contains(&metric.as_str()) {
        return;
    }
    let known = workspace.catalogue.ids().map(MeasureId::as_str).chain(PLANNED);
    let finding = Diagnostic::new(codes::UNKNOWN_FIGURE, &goal.metric.place).with("name", metric.as_str());
    findings.push(finding.nearest(nearest(metric.as_str(), known)).about(goal.id.as_str()));
}

/// Amounts of all products, or of all marketplaces, sum to the whole; those of some do not pass it.
fn parts(workspace: &Workspace, goal: &Goal, findings: &mut Diagnostics) {
    let Some(target) = goal.target() else { return };
    if !workspace.catalogue.adds_over_days(&goal.metric.value) {
        return;
    }
    let products = alike(goal, |scope| scope.product.is_some() && scope.marketplace.is_none());
    let places = alike(goal, |scope| scope.product.is_none() && scope.marketplace.is_some());
    for (parts, all) in [(products, workspace.products.len()), (places, workspace.marketplaces.len())] {
        let sum: Ratio = parts.iter().map(|part| part.target.value.number()).sum();
        let wrong = if parts.len() == all { sum != target.number() } else { sum > target.number() };
        if let (true, Some(first)) = (wrong, parts.first()) {
            let finding = Diagnostic::new(codes::PARTS_MISMATCH, &first.place)
                .with("name", goal.id.as_str())
                .with("sum", target.with_number(&sum).to_string())
                .with("whole", target.to_string());
            findings.push(finding.help("help").about(goal.id.as_str()));
        }
    }
}

fn alike(goal: &Goal, wanted: impl Fn(&Scope) -> bool) -> Vec<&ScopedTarget> {
    goal.by.iter().filter(|part| wanted(&part.scope)).collect()
}

/// What products shall earn sums to the profit goal: the first one of the file, whose year they speak of.
fn products(workspace: &Workspace, findings: &mut Diagnostics) {
    let profits: Option<Vec<Ratio>> =
        workspace.profit_targets.iter().map(|target| target.profit.as_ref().map(Money::amount)).collect();
    let goal = workspace.goals.iter().find(|goal| goal.metric.value.as_str() == "contribution_profit");
    let (Some(profits), Some(first), Some(target)) =
        (profits, workspace.profit_targets.first(), goal.and_then(Goal::target))
    else {
        return;
    };
    let sum: Ratio = profits.iter().sum();
    if sum != target.number() {
        let ProfitTarget { product, .. } = first;
        let finding = Diagnostic::new(codes::PARTS_MISMATCH, &product.place)
            .with("name", "profit_targets")
            .with("sum", target.with_number(&sum).to_string())
            .with("whole", target.to_string());
        findings.push(finding.help("help").about("profit_targets"));
    }
}
