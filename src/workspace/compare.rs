//! What figures are set against (`compare:` of `opsreport.yaml`).

use super::previous_year::PreviousYear;
use super::read::{Context, Fields, Read};
use super::yaml::Node;

/// What figures are set against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compare {
    /// The days of the year before.
    pub previous_year: PreviousYear,
}

impl Read for Compare {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let previous_year = f.optional("previous_year").unwrap_or_default();
        f.finish();
        Some(Compare { previous_year })
    }
}
