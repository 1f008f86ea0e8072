//! What a gap is worth in money, whatever its figure is counted in.

use crate::metric::{Expr, Formula, Impact, Unit, Variance, explain};
use crate::quantity::{MeasureId, Ratio, Span};
use crate::review::{Check, Question};
use crate::workspace::Workspace;

/// A gap of a figure, and the days it speaks of.
pub(crate) struct Gap<'a> {
    /// The figure and the part of the company.
    pub(crate) question: &'a Question,
    /// The days compared; nothing when no day is measured.
    pub(crate) days: Option<Span>,
    /// What it came to.
    pub(crate) actual: &'a Ratio,
    /// What it should have come to.
    pub(crate) target: &'a Ratio,
    /// The gap.
    pub(crate) variance: &'a Variance,
}

/// What a gap is worth in major units of the reporting currency: negative when it is unfavourable, whichever way
/// its figure is better; nothing where it cannot be said.
///
/// - An amount of money: the gap itself.
/// - A driver of a tree of money: what it contributed to the root by the chain rule (domain 2.4), its target and the
///   plan of the other drivers as the base; a driver without a plan is held at what it came to.
/// - A ratio of two amounts of money: the gap times what it is divided by; a price the same.
pub(crate) fn worth(workspace: &Workspace, check: &Check<'_>, gap: &Gap<'_>) -> Option<Ratio> {
    let metric = &gap.question.metric;
    let amount = match check.unit(metric) == Unit::Money && !check.catalogue.is_ratio(metric) {
        true => gap.variance.abs.clone(),
        false => contribution(workspace, check, gap).or_else(|| of_ratio(check, gap)),
    }?;
    Some(match gap.variance.impact {
        Impact::Unfavourable => -&amount.abs(),
        Impact::Favourable => amount.abs(),
        Impact::Neutral => amount,
    })
}

/// What a driver contributed to the first tree of money that has it and is known.
fn contribution(workspace: &Workspace, check: &Check<'_>, gap: &Gap<'_>) -> Option<Ratio> {
    let trees = workspace.trees.iter().map(|tree| &tree.tree);
    let of_money = trees.filter(|tree| check.unit(&tree.root) == Unit::Money);
    let exprs = of_money.filter_map(|tree| tree.named_expr().ok());
    exprs.filter_map(|expr| driven(check, gap, &closed(&expr, gap.question.metric.as_str()))).next()
}

/// The expression with a part of this name not opened: its own figure is what is aimed at.
fn closed(expr: &Expr, name: &str) -> Expr {
    match expr {
        Expr::Named { name: own, .. } if own == name => Expr::Name(name.to_owned()),
        _ => expr.map_parts(&mut |part| closed(part, name)),
    }
}

fn driven(check: &Check<'_>, gap: &Gap<'_>, expr: &Expr) -> Option<Ratio> {
    let metric = gap.question.metric.as_str();
    let figure = |name: &str| {
        let driver = Question { metric: MeasureId::new(name), ..gap.question.clone() };
        check.over(&driver, gap.days)
    };
    let actual = |name: &str| match name == metric {
        true => Some(gap.actual.clone()),
        false => figure(name).actual.known().cloned(),
    };
    let base = |name: &str| match name == metric {
        true => Some(gap.target.clone()),
        false => figure(name).plan.or_else(|| actual(name)),
    };
    let leaves = explain(expr, &base, &actual).leaves();
    leaves.into_iter().find(|leaf| leaf.label == metric).map(|leaf| leaf.contribution)
}

/// The gap times what the ratio is divided by, where what is divided is money.
fn of_ratio(check: &Check<'_>, gap: &Gap<'_>) -> Option<Ratio> {
    let Formula::Ratio { num, den } = check.catalogue.formula(&gap.question.metric)? else { return None };
    let money = check.unit(num) == Unit::Money;
    let divisor = check.read(den, &gap.question.scope, gap.days?);
    let abs = gap.variance.abs.as_ref().filter(|_| money)?;
    Some(abs * divisor.known()?)
}
