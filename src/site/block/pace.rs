//! How far along.

use serde::Serialize;

use crate::chart::Progress;
use crate::site::{Phrase, Rich};

/// How much is done, where the plan would be, and what is still needed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pace {
    /// How much is done, as shown: "75.3%".
    pub value: String,
    /// What that is a part of: "已完成".
    pub name: Phrase,
    /// The same of the plan and of the calendar: "計畫進度 79.2%・日曆 83.3%".
    pub beside: Phrase,
    /// The bar.
    #[serde(skip)]
    pub bar: Progress,
    /// What the rest needs.
    pub verdict: Option<Rich>,
}
