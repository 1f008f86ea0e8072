//! The forecasts of a workspace: which figures, from what is known of the days ahead, adding up.
//!
//! The finest parts of a figure ([`leaf`]) and their wholes are each forecast from their own past ([`base`]), brought to
//! like days by the calendar ([`days`]); what has just begun by its plan ([`launch`]), or with the season of others
//! ([`sisters`]). Then [`reconcile`] makes them add
//! up, and [`exact`] rounds them so that they do to the last unit ([`family`]).

mod base;
mod days;
mod exact;
mod family;
mod landing;
mod launch;
mod lead;
mod leaf;
mod line;
mod market;
mod planned_season;
mod reconcile;
mod sisters;
mod step;
#[cfg(test)]
mod tests;
mod wanted;

pub use landing::Landing;
pub use lead::LeadTime;
pub(in crate::trend) use line::MARK;
pub use line::{Ahead, Learned, Line, Reason, Refused};

use super::{Series, Subject};
use crate::plan::supply::Supply;
use crate::quantity::Scope;
use crate::review::Check;
use crate::workspace::Workspace;

use family::Family;
use wanted::Wanted;

/// The version of the methods by which series are made ready, brought together and rounded; see [`Line::version`].
const VERSION: u32 = 1;

/// What is expected of the figures of a company and its market.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook {
    /// The forecasts, by metric, company first, then its marketplaces, its products, and these in each marketplace;
    /// last those of the market.
    pub lines: Vec<Line>,
    /// What is not forecast, with the reason.
    pub refused: Vec<Refused>,
    /// Where fiscal years will land, by metric, year and part of the company.
    pub landings: Vec<Landing>,
    /// The demand over lead times, by product and marketplace.
    pub leads: Vec<LeadTime>,
}

impl Outlook {
    /// What is expected of the figures that a workspace asks for, set beside the plan of the check.
    pub fn of(workspace: &Workspace, check: &Check<'_>, supply: &Supply) -> Self {
        let wanted = Wanted::of(workspace, check);
        let mut outlook = Outlook::default();
        for metric in &wanted.metrics {
            let Some(family) = Family::of(workspace, check, (metric, &wanted)) else {
                let company = Subject::of(metric, &Scope::company());
                let none = Series::of(workspace, check, &company, wanted.grain).err();
                outlook
                    .refused
                    .extend(none.map(|reason| Refused { subject: company, reason: Reason::Series(reason) }));
                continue;
            };
            outlook.add(&family, check, supply);
        }
        let (lines, refused) = market::lines(workspace, check);
        outlook.lines.extend(lines);
        outlook.refused.extend(refused);
        outlook
    }

    fn add(&mut self, family: &Family, check: &Check<'_>, supply: &Supply) {
        let (told, refused) = family.told(check);
        self.lines.extend(told.iter().map(|told| Line::of(family, told, check)));
        let subject = |scope: &Scope| Subject::of(&family.metric, scope);
        self.refused
            .extend(refused.into_iter().map(|(scope, reason)| Refused { subject: subject(&scope), reason }));
        self.landings.extend(landing::all(family, &told, check));
        if family.metric.as_str() == "units" {
            self.leads.extend(lead::all(family, &told, (check, supply)));
        }
    }

    /// The forecast of a figure.
    pub fn line(&self, subject: &Subject) -> Option<&Line> {
        self.lines.iter().find(|line| line.subject == *subject)
    }

    /// Where a year of a figure will land.
    pub fn landing(&self, subject: &Subject, year: i16) -> Option<&Landing> {
        self.landings.iter().find(|landing| landing.subject == *subject && landing.name == year)
    }
}
