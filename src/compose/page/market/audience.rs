//! Who buys in the marketplaces that are watched.

use crate::compose::desk::Desk;
use crate::compose::exhibit::divided;
use crate::compose::page::parts::section;
use crate::metric::Dimension;
use crate::quantity::{Grain, MarketplaceId, Scope};
use crate::review::By;
use crate::site::Block;

/// Dimensions that say when and where, not who.
const TIME_AND_PLACE: [&str; 7] = ["day", "week", "month", "quarter", "year", "marketplace", "sku"];

/// Who buys in each marketplace that a category is watched in, in the last month that is measured.
pub(super) fn audience(desk: &Desk<'_>) -> Option<Block> {
    let market = &desk.workspace.market;
    let mut places: Vec<&MarketplaceId> = Vec::new();
    for place in market.categories.iter().flat_map(|category| &category.marketplaces) {
        if !places.contains(&&place.value) {
            places.push(&place.value);
        }
    }
    let metric = &market.figures.audience;
    let grains = &desk.workspace.catalogue.measure(metric)?.grains;
    let dimension = grains.iter().map(Dimension::name).find(|name| !TIME_AND_PLACE.contains(name))?;
    let figure = |place: &MarketplaceId| {
        let scope = Scope::marketplace(place);
        let month = desk.fiscal().containing(desk.check().last_day(metric, &scope)?, Grain::Month);
        divided(desk, (metric, &scope, month), By::Values(dimension))
    };
    let charts: Vec<Block> = places.into_iter().filter_map(figure).map(Block::from).collect();
    (!charts.is_empty()).then(|| section(desk, "market-audience", charts))
}
