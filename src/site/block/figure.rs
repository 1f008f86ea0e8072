//! A chart on a page.

use serde::Serialize;

use crate::chart::Chart;
use crate::site::{Link, Rich};

/// A chart with its title, its message, its key and its table. All but `how` and `more` come from the chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// What is drawn.
    #[serde(skip)]
    pub chart: Chart,
    /// How it is computed, in a sentence or two.
    pub how: Option<Rich>,
    /// Where its details are.
    pub more: Option<Link>,
}
