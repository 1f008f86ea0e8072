//! Small pictures of figures in a constant grid: six weeks, twelve months, and a row of numbers under each.

use serde::Serialize;

use super::Comparison;
use crate::chart::{Scenario, SixTwelve};
use crate::site::{Phrase, Rich, Target};

/// A grid of small pictures, with one table of their figures behind it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Trends {
    /// The pictures, in an order that never changes.
    pub trends: Vec<Trend>,
    /// The scenarios that lines and marks stand for.
    #[serde(skip)]
    pub key: Vec<Scenario>,
    /// What the figures are called together, for the table's name.
    pub caption: String,
    /// The periods of every picture: the heads of the table.
    pub periods: Vec<String>,
    /// How it is computed.
    pub how: Option<Rich>,
}

/// One figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Trend {
    /// Its place in the page, for links. `[a-z0-9-]`.
    pub id: String,
    /// What it is.
    pub name: Phrase,
    /// Its unit; may be empty.
    pub unit: String,
    /// Where it is explained.
    pub to: Option<Target>,
    /// What to heed.
    pub note: Option<Phrase>,
    /// Its picture.
    #[serde(skip)]
    pub picture: SixTwelve,
    /// The row of numbers: each as shown, by its name.
    pub numbers: Vec<Comparison>,
    /// The rows of the table: a scenario and a value for each period.
    pub rows: Vec<(String, Vec<String>)>,
}
