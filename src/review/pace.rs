//! How far a figure is through a period: what was measured against what was planned for the same days.

use super::{Check, Question};
use crate::plan::{Pace, PaceState, Planned};
use crate::quantity::{Ratio, Span};

impl Check<'_> {
    /// The pace of an amount through a period, cut at the last complete day of its slowest source; nothing
    /// when it is not planned, and of what does not add up over days.
    pub fn pace(&self, question: &Question) -> Option<Pace> {
        let span = question.period.span();
        let planned = |span| self.plan.value(self.catalogue, &question.metric, (&question.scope, span));
        let adds = self.catalogue.adds_over_days(&question.metric);
        let whole = planned(span).filter(|_| adds)?;
        let figure = self.figure(question);
        let Some((days, actual)) = figure.days.zip(figure.actual.known()) else {
            let begun = self.today > span.from;
            let state = if begun { PaceState::Unmeasured } else { PaceState::NotBegun };
            return Some(Pace::waiting(span, whole, state));
        };
        let after = Span::new(days.to + 1, span.to).map_or(Some(Ratio::zero()), planned)?;
        Some(Pace::new(span, days.to, actual.clone(), Planned { so_far: figure.plan?, after, whole }))
    }
}
