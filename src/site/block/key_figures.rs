//! The figures that matter.

use serde::Serialize;

use crate::chart::{Impact, Spark};
use crate::site::{Phrase, Target};

/// Four to six figures side by side.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct KeyFigures {
    /// The figures in order.
    pub figures: Vec<KeyFigure>,
}

/// One figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct KeyFigure {
    /// What it is: "銷售額".
    pub name: Phrase,
    /// The value as shown, without its unit; a word like "未到" when it is not known yet.
    pub value: String,
    /// The unit: "千美元", "%"; may be empty.
    pub unit: String,
    /// How it compares, the most important first: with the plan, then with last year.
    pub comparisons: Vec<Comparison>,
    /// Its course.
    #[serde(skip)]
    pub spark: Option<Spark>,
    /// Where it is explained.
    pub to: Option<Target>,
    /// What to heed: provisional, cut at the last complete day, why it is missing.
    pub note: Option<Phrase>,
}

/// A variance against one reference.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The variance as shown with its sign: "+6.0%", "−1.0 pp".
    pub delta: String,
    /// Good or bad for the company.
    pub impact: Impact,
    /// The reference in words: "較計畫", "較去年".
    pub against: Phrase,
}
