//! What the weeks ahead say of a position: whether it runs low, and whether it lasts until a new order could arrive.

use super::{Position, Week};
use crate::quantity::Ratio;
use crate::workspace::Workspace;

impl Position {
    /// Whether a week ends with less than the safety stock, or with less than nothing.
    pub fn is_low(&self, week: &Week) -> bool {
        week.projected < self.safety.as_ref().map_or(0, |safety| safety.units)
    }

    /// Whether one of the next weeks ends so.
    pub fn runs_low(&self, weeks: usize) -> bool {
        self.weeks.iter().take(weeks).any(|week| self.is_low(week))
    }

    /// Weeks from an order to the day it can be sold, closures left out; nothing without a route.
    pub fn lead_weeks(&self, workspace: &Workspace) -> Option<Ratio> {
        let route = || workspace.route(self.route.as_ref()?);
        let of_route = || route().map(|route| route.legs.iter().map(|leg| i128::from(leg.days)).sum());
        let days = self.safety.as_ref().map(|safety| i128::from(safety.lead)).or_else(of_route)?;
        Ratio::new(days, 7)
    }

    /// Whether what is there and under way is gone before a new order could arrive.
    pub fn is_shorter_than_lead(&self, workspace: &Workspace) -> bool {
        let cover = self.cover_with_arrivals.as_ref().filter(|cover| !cover.beyond);
        self.lead_weeks(workspace).zip(cover).is_some_and(|(lead, cover)| cover.weeks < lead)
    }
}
