//! The way of a lot to its warehouse, from a day on or up to one.

use super::calendar::Owner;
use super::schedule::{self, Stage};
use super::{Passage, Position};
use crate::quantity::Day;
use crate::workspace::Workspace;

impl Position {
    /// The legs of an order that is placed on a day, each begun as early as possible; none without a route.
    pub(crate) fn way_from(&self, workspace: &Workspace, day: Day) -> Vec<Passage> {
        schedule::forwards(&self.stages(workspace), day)
    }

    /// The legs of a lot that can be sold on a day, each begun as late as possible; none without a route.
    pub(in crate::plan) fn way_to(&self, workspace: &Workspace, day: Day) -> Vec<Passage> {
        schedule::backwards(&self.stages(workspace), day)
    }

    fn stages(&self, workspace: &Workspace) -> Vec<Stage> {
        let route = self.route.as_ref().and_then(|id| workspace.route(id));
        let supplier = workspace.product(&self.product).and_then(|product| product.supplier.as_ref());
        let owner = Owner { supplier: supplier.map(|id| &id.value), marketplace: &self.marketplace };
        route.map_or_else(Vec::new, |route| schedule::usual(route, owner, workspace))
    }
}
