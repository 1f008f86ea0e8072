//! Rivals: what they ask and where they stand.

use super::watched::{cell, grain};
use crate::chart::Title;
use crate::compose::desk::Desk;
use crate::compose::exhibit::courses;
use crate::compose::latest::Latest;
use crate::compose::page::parts::{linked, row, section};
use crate::compose::route::Route;
use crate::quantity::{MarketplaceId, MeasureId, Scope};
use crate::site::{Block, Cell, Column, ColumnKind, Row, Table};
use crate::trend::{Series, Subject};
use crate::workspace::{Category, Rival};

/// The dimension of who else sells.
const RIVAL: &str = "rival";

/// The prices and ranks of a category's rivals; nothing where none is measured.
pub(super) fn rivals(desk: &Desk<'_>, category: &Category) -> Option<Block> {
    let name = |rival: &Rival| Cell::new(desk.phrase(&rival.name));
    let rows = pairs(category).filter_map(|pair| line(desk, pair, name(pair.0))).collect();
    let mut blocks = vec![table(desk, rows)?.into()];
    blocks.extend(category.marketplaces.iter().filter_map(|place| prices(desk, category, &place.value)));
    Some(section(desk, "market-rivals", blocks))
}

/// The rivals of all categories whose price is another than a quarter before.
pub(super) fn moved(desk: &Desk<'_>) -> Option<Block> {
    let metric = &desk.workspace.market.figures.rival_price;
    let changed = |pair: &(&Rival, &MarketplaceId)| {
        let series = Series::of(desk.workspace, &desk.check(), &subject(metric, *pair), grain(desk, metric));
        let latest = series.ok().and_then(|series| Latest::of(&series));
        latest.is_some_and(|latest| latest.quarter.is_some_and(|before| before != latest.value))
    };
    let rows = desk.workspace.market.categories.iter().flat_map(|category| {
        let page = desk.target(&Route::Category(category.id.clone()));
        let name = move |rival: &Rival| linked(desk.phrase(&rival.name), page.clone());
        pairs(category).filter(changed).filter_map(move |pair| line(desk, pair, name(pair.0)))
    });
    let table = table(desk, rows.collect())?;
    Some(section(desk, "market-rivals-moved", vec![table.into()]))
}

fn table(desk: &Desk<'_>, rows: Vec<Row>) -> Option<Table> {
    let heads = [
        ("rival-head", ColumnKind::Text),
        ("head-marketplace", ColumnKind::Text),
        ("rival-price", ColumnKind::Number),
        ("rival-rank", ColumnKind::Number),
    ];
    (!rows.is_empty()).then(|| Table {
        caption: desk.say("market-rivals").into(),
        caption_hidden: true,
        columns: heads.iter().map(|(key, kind)| Column::new(desk.say(key), *kind)).collect(),
        rows,
        note: Some(desk.say("market-rivals-note").as_str().into()),
    })
}

fn pairs(category: &Category) -> impl Iterator<Item = (&Rival, &MarketplaceId)> {
    let places = |rival| category.marketplaces.iter().map(move |place| (rival, &place.value));
    category.rivals.iter().flat_map(places)
}

fn subject(metric: &MeasureId, (rival, place): (&Rival, &MarketplaceId)) -> Subject {
    Subject::of(metric, &Scope::marketplace(place)).within(RIVAL, &rival.id)
}

fn line(desk: &Desk<'_>, pair: (&Rival, &MarketplaceId), name: Cell) -> Option<Row> {
    let figures = &desk.workspace.market.figures;
    let series = |metric: &MeasureId| {
        Series::of(desk.workspace, &desk.check(), &subject(metric, pair), grain(desk, metric)).ok()
    };
    let (price, rank) = (series(&figures.rival_price), series(&figures.rival_rank));
    if price.is_none() && rank.is_none() {
        return None;
    }
    Some(row(vec![
        name,
        Cell::new(desk.marketplace(pair.1)),
        cell(desk, price, |latest| latest.quarter.as_ref()),
        cell(desk, rank, |latest| latest.quarter.as_ref()),
    ]))
}

/// The courses of the prices in a marketplace, side by side: that of a single rival is told by the table.
fn prices(desk: &Desk<'_>, category: &Category, place: &MarketplaceId) -> Option<Block> {
    let metric = &desk.workspace.market.figures.rival_price;
    let named = |rival: &Rival| (desk.phrase(&rival.name).text, subject(metric, (rival, place)));
    let measured = |rival: &&Rival| {
        let subject = subject(metric, (rival, place));
        Series::of(desk.workspace, &desk.check(), &subject, grain(desk, metric)).is_ok()
    };
    let all: Vec<(String, Subject)> = category.rivals.iter().filter(measured).map(named).collect();
    all.get(1)?;
    let who = format!("{} · {}", desk.phrase(&category.name).text, desk.marketplace(place).text);
    let title = Title { who, what: desk.metric(metric).text, when: String::new() };
    let id = format!("{metric}-{}-{place}", category.id);
    courses(desk, (&id, title), &all, grain(desk, metric)).map(Block::from)
}
