//! What a plan is computed from: the files as they are today, or a version as it was frozen.

use std::collections::BTreeMap;

use super::OnSale;
use crate::metric::Catalogue;
use crate::quantity::{Day, FiscalCalendar, GoalId, ProductId};
use crate::workspace::{Allocation, Event, Goal, PlanVersion, Workspace};

/// What a plan is computed from.
#[derive(Clone, Debug)]
pub struct PlanSource<'a> {
    /// The goals.
    pub goals: &'a [Goal],
    /// How they are split.
    pub allocations: &'a [Allocation],
    /// What happens on known days.
    pub events: &'a [Event],
    /// When products are sold that are not sold always.
    pub on_sale: BTreeMap<ProductId, OnSale>,
    /// How years are cut.
    pub fiscal: FiscalCalendar,
    /// Measures and metrics.
    pub catalogue: &'a Catalogue,
}

impl<'a> PlanSource<'a> {
    /// The files as they are today.
    pub fn today(workspace: &'a Workspace) -> Self {
        PlanSource {
            goals: &workspace.goals,
            allocations: &workspace.allocations,
            events: &workspace.events,
            on_sale: workspace
                .products
                .iter()
                .filter_map(|product| {
                    let last = product.last_day.as_ref().map(|day| day.value);
                    on_sale(&product.id, product.launch, last)
                })
                .collect(),
            fiscal: workspace.fiscal(),
            catalogue: &workspace.catalogue,
        }
    }

    /// A version as it was frozen; figures are computed as they are today.
    pub fn frozen(version: &'a PlanVersion, catalogue: &'a Catalogue) -> Self {
        PlanSource {
            goals: &version.goals,
            allocations: &version.allocations,
            events: &version.events,
            on_sale: version
                .products
                .iter()
                .filter_map(|product| on_sale(&product.id.value, product.launch, product.last_day))
                .collect(),
            fiscal: version.fiscal,
            catalogue,
        }
    }

    /// The goal of this id.
    pub(crate) fn goal(&self, id: &GoalId) -> Option<&'a Goal> {
        self.goals.iter().find(|goal| goal.id == *id)
    }
}

/// When a product is sold that is not sold always.
fn on_sale(product: &ProductId, from: Option<Day>, to: Option<Day>) -> Option<(ProductId, OnSale)> {
    let days = OnSale { from, to };
    (days != OnSale::default()).then(|| (product.clone(), days))
}
