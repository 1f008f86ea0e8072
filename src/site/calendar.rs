//! A calendar that people subscribe to: dates as data, not yet in any format.

use super::path::SitePath;
use super::target::Target;
use crate::quantity::{Day, Lang, Span};

/// The dates of one reader, as one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Where it is published.
    pub path: SitePath,
    /// The language of its words.
    pub lang: Lang,
    /// Its name, as calendar programs list it.
    pub name: String,
    /// One sentence on what it holds.
    pub about: String,
    /// The day it was made.
    pub made: Day,
    /// The dates.
    pub dates: Vec<CalendarDate>,
}

/// One date, or several days in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDate {
    /// Its name for ever: what is later published under it replaces it.
    pub uid: String,
    /// Rises with each change.
    pub sequence: u32,
    /// When it was last changed, where that is recorded.
    pub modified: Option<Day>,
    /// Its days.
    pub span: Span,
    /// What is shown in the calendar.
    pub summary: String,
    /// What must be known to act: why, who, what to do.
    pub description: String,
    /// Where more is said.
    pub to: Option<Target>,
    /// What kind of date it is.
    pub category: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Whether somebody must do something by then: it is announced a week before.
    pub duty: bool,
}

/// How sure a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Proposed or planned.
    Tentative,
    /// Agreed or announced.
    Confirmed,
    /// It will not be.
    Cancelled,
}
