//! Plans that cannot work: what goals, weights, products and events say that cannot all be true.

mod events;
mod goals;
mod weights;

use crate::diagnostic::Diagnostics;
use crate::quantity::{Day, MarketplaceId, Ratio, Span};

use super::{Allocation, Goal, Product, Workspace};

/// What a plan says that cannot come true, each where it is written.
pub(super) fn check(workspace: &Workspace) -> Diagnostics {
    let mut findings = Diagnostics::default();
    goals::check(workspace, &mut findings);
    for (goal, allocation) in split(workspace) {
        weights::check(workspace, (goal, allocation), &mut findings);
    }
    events::check(workspace, &mut findings);
    findings
}

/// The goals that are split, with their weights.
fn split(workspace: &Workspace) -> impl Iterator<Item = (&Goal, &Allocation)> {
    let goal = |allocation: &'_ Allocation| workspace.goal(&allocation.goal.value);
    workspace.allocations.iter().filter_map(move |allocation| Some((goal(allocation)?, allocation)))
}

/// The days of a goal's year.
fn year(workspace: &Workspace, goal: &Goal) -> Span {
    workspace.fiscal().year(goal.year).span()
}

/// Whether a product has a SKU in a marketplace; of a product without SKUs nobody knows.
fn has_sku_in(product: &Product, marketplace: &MarketplaceId) -> bool {
    let here = |sku: &super::SkuEntry| {
        sku.marketplaces.is_empty() || sku.marketplaces.iter().any(|place| place.value == *marketplace)
    };
    product.skus.is_empty() || product.skus.iter().any(here)
}

/// Whether a product is sold on some of these days.
fn is_sold_in(product: &Product, days: Span) -> bool {
    let last = product.last_day.as_ref().map(|day| day.value);
    product.launch.is_none_or(|first: Day| first <= days.to) && last.is_none_or(|last| days.from <= last)
}

fn has_weight<T>((_, weight): &&(T, Ratio)) -> bool {
    !weight.is_zero()
}
