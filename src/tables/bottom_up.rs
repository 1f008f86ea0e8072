//! The table of what is expected from the bottom up beside the plan.

use super::{Sources, figures};
use crate::plan::Node;
use crate::table::{Cell, Column, Kind, Table};

const COLUMNS: [(&str, Kind); 11] = [
    ("metric", Kind::Text),
    ("year", Kind::Text),
    ("product", Kind::Text),
    ("marketplace", Kind::Text),
    ("plan", Kind::Money),
    ("covered_plan", Kind::Money),
    ("covered_share", Kind::Ratio),
    ("forecast", Kind::Money),
    ("gap", Kind::Money),
    ("state", Kind::Text),
    ("forecasts", Kind::Text),
];

/// A row per part of the company of which something is expected.
pub(super) fn bottom_up(sources: Sources<'_>) -> Table {
    let rows = sources.analysis.bottom_up.iter().map(|node| row(sources, node)).collect();
    Table { columns: COLUMNS.map(|(name, kind)| Column::new(name, kind)).to_vec(), rows }
}

fn row(sources: Sources<'_>, node: &Node) -> Vec<Cell> {
    let amount = |value: &crate::quantity::Ratio| figures::cell(sources, &node.metric, Some(value.clone()));
    let (product, place) = (node.scope.product.as_ref(), node.scope.marketplace.as_ref());
    let said: Vec<&str> = node.forecasts.iter().map(|id| id.as_str()).collect();
    vec![
        Cell::Text(node.metric.to_string()),
        Cell::Text(node.year.to_string()),
        product.map_or(Cell::Missing, |id| Cell::Text(id.to_string())),
        place.map_or(Cell::Missing, |id| Cell::Text(id.to_string())),
        amount(&node.plan),
        amount(&node.covered),
        node.share.clone().map_or(Cell::Missing, Cell::Ratio),
        amount(&node.forecast),
        amount(&node.gap),
        Cell::Text(node.state.word().to_owned()),
        Cell::Text(said.join(" ")),
    ]
}
