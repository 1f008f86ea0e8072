//! The forecasts of a workspace: which figures, from what is known of the days ahead, adding up.

mod landing;
mod lead;
mod line;

pub use landing::Landing;
pub use lead::LeadTime;
pub use line::{Ahead, Line, Reason, Refused};

use crate::review::Check;
use crate::workspace::Workspace;

/// What is expected of the figures of a company and its market.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook {
    /// The forecasts, by metric, company first, then its marketplaces, its products, and these in each marketplace.
    pub lines: Vec<Line>,
    /// What is not forecast, with the reason.
    pub refused: Vec<Refused>,
    /// Where fiscal years will land, by metric, year and part of the company.
    pub landings: Vec<Landing>,
    /// The demand over lead times, by product and marketplace.
    pub leads: Vec<LeadTime>,
}

impl Outlook {
    /// What is expected of the figures that a workspace asks for.
    pub fn of(_workspace: &Workspace, _check: &Check<'_>) -> Self {
        Outlook::default()
    }
}
