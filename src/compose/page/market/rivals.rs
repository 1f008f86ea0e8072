//! Rivals: what they ask and where they stand.

use super::watched::{cell, grain};
use crate::chart::Title;
use crate::compose::desk::Desk;
use crate::compose::exhibit::courses;
use crate::compose::page::parts::{row, section};
use crate::quantity::{MarketplaceId, MeasureId, Scope};
use crate::site::{Block, Cell, Column, ColumnKind, Row, Table};
use crate::trend::{Series, Subject};
use crate::workspace::{Category, Rival};

/// The dimension of who else sells.
const RIVAL: &str = "rival";

/// The prices and ranks of a category's rivals; nothing where none is measured.
pub(super) fn rivals(desk: &Desk<'_>, category: &Category) -> Option<Block> {
    let rows: Vec<Row> = pairs(category).filter_map(|pair| line(desk, pair)).collect();
    if rows.is_empty() {
        return None;
    }
    let heads = [
        ("rival-head", ColumnKind::Text),
        ("head-marketplace", ColumnKind::Text),
        ("rival-price", ColumnKind::Number),
        ("rival-rank", ColumnKind::Number),
    ];
    let table = Table {
        caption: desk.say("market-rivals").into(),
        caption_hidden: true,
        columns: heads.iter().map(|(key, kind)| Column::new(desk.say(key), *kind)).collect(),
        rows,
        note: Some(desk.say("market-rivals-note").as_str().into()),
    };
    let mut blocks = vec![table.into()];
    blocks.extend(category.marketplaces.iter().filter_map(|place| prices(desk, category, &place.value)));
    Some(section(desk, "market-rivals", blocks))
}

fn pairs(category: &Category) -> impl Iterator<Item = (&Rival, &MarketplaceId)> {
    let places = |rival| category.marketplaces.iter().map(move |place| (rival, &place.value));
    category.rivals.iter().flat_map(places)
}

fn subject(metric: &MeasureId, (rival, place): (&Rival, &MarketplaceId)) -> Subject {
    Subject::of(metric, &Scope::marketplace(place)).within(RIVAL, &rival.id)
}

fn line(desk: &Desk<'_>, pair: (&Rival, &MarketplaceId)) -> Option<Row> {
    let figures = &desk.workspace.market.figures;
    let series = |metric: &MeasureId| {
        Series::of(desk.workspace, &desk.check(), &subject(metric, pair), grain(desk, metric)).ok()
    };
    let (price, rank) = (series(&figures.rival_price), series(&figures.rival_rank));
    if price.is_none() && rank.is_none() {
        return None;
    }
    Some(row(vec![
        Cell::new(desk.phrase(&pair.0.name)),
        Cell::new(desk.marketplace(pair.1)),
        cell(desk, price, |latest| latest.quarter.as_ref()),
        cell(desk, rank, |latest| latest.quarter.as_ref()),
    ]))
}

/// The courses of the prices in a marketplace.
fn prices(desk: &Desk<'_>, category: &Category, place: &MarketplaceId) -> Option<Block> {
    let metric = &desk.workspace.market.figures.rival_price;
    let named = |rival: &Rival| (desk.phrase(&rival.name).text, subject(metric, (rival, place)));
    let all: Vec<(String, Subject)> = category.rivals.iter().map(named).collect();
    let who = format!("{} · {}", desk.phrase(&category.name).text, desk.marketplace(place).text);
    let title = Title { who, what: desk.metric(metric).text, when: String::new() };
    let id = format!("{metric}-{}-{place}", category.id);
    courses(desk, (&id, title), &all, grain(desk, metric)).map(Block::from)
}
