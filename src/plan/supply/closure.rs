//! What makes an order wait: the closures that lie in its way.

use super::calendar::{Owner, closes};
use super::{Order, Position, Week};
use crate::quantity::{Ratio, Span};
use crate::workspace::{Event, Workspace};

impl Order {
    /// The events that close a leg of its way while it is travelled or waits, with the days they cost it, by leg.
    pub fn closures<'a>(&self, position: &Position, workspace: &'a Workspace) -> Vec<(&'a Event, Span)> {
        let owner = Owner { supplier: self.supplier.as_ref(), marketplace: &position.marketplace };
        let route = position.route.as_ref().and_then(|id| workspace.route(id));
        let calendar = |id: &str| {
            let leg = route?.legs.iter().find(|leg| leg.id == id)?;
            leg.calendar.as_deref()
        };
        let mut found = Vec::new();
        for passage in &self.legs {
            let Some(calendar) = calendar(&passage.leg) else { continue };
            let closing = workspace.events.iter().filter(|event| closes(event, calendar, owner));
            let until = passage.span.to + passage.wait;
            let inside = closing.filter_map(|event| {
                let days = Span::new(event.span.from.max(passage.span.from), until.min(event.span.to + 1))?;
                (days.from < days.to).then_some((event, days))
            });
            found.extend(inside);
        }
        found
    }
}

impl Position {
    /// Whether a week ends with less than the safety stock, or with less than nothing.
    pub fn is_low(&self, week: &Week) -> bool {
        week.projected < self.safety.as_ref().map_or(0, |safety| safety.units)
    }

    /// Whether one of the next weeks ends so.
    pub fn runs_low(&self, weeks: usize) -> bool {
        self.weeks.iter().take(weeks).any(|week| self.is_low(week))
    }

    /// Whether what is there and under way is gone before a new order could arrive.
    pub fn is_shorter_than_lead(&self) -> bool {
        let lead = self.safety.as_ref().and_then(|safety| Ratio::new(safety.lead.into(), 7));
        let cover = self.cover_with_arrivals.as_ref().filter(|cover| !cover.beyond);
        lead.zip(cover).is_some_and(|(lead, cover)| cover.weeks < lead)
    }
}
