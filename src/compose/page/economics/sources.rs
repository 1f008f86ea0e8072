//! Where the inputs come from, when they were last checked, and which are missing.

use crate::compose::desk::Desk;
use crate::compose::exhibit::{checked, rate_table};
use crate::compose::page::parts::{Head, disclosure, fact, linked, list, prose_facts, row, table, told};
use crate::compose::route::Route;
use crate::plan::economics::{Unit, is_input};
use crate::quantity::{MarketplaceId, Scope};
use crate::site::{Block, Cell, ColumnKind, Empty, Row, Section};
use crate::workspace::Rate;

/// How many rates are in force and how fresh they are; those of a marketplace stand on its own page.
pub(super) fn section_of_all(desk: &Desk<'_>) -> Option<Block> {
    let heads: [Head; 4] = [
        ("head-marketplace", ColumnKind::Text),
        ("economics-head-rates", ColumnKind::Number),
        ("economics-head-oldest", ColumnKind::Status),
        ("economics-head-stale", ColumnKind::Number),
    ];
    let rows: Vec<Row> = desk.marketplaces().iter().filter_map(|place| of_place(desk, place)).collect();
    let table = (!rows.is_empty()).then(|| table(desk, "economics-rates", &heads, rows).into());
    let blocks: Vec<Block> = table.into_iter().chain(of_all(desk)).collect();
    let lede = desk.say("economics-rates-lede");
    (!blocks.is_empty()).then(|| told(desk, "economics-rates", (lede, blocks)))
}

/// The rates in force of one marketplace, or those that name none.
fn in_force<'a>(desk: &Desk<'a>, place: Option<&MarketplaceId>) -> Vec<&'a Rate> {
    let rates = &desk.workspace.rates;
    let here = |rate: &&Rate| rate.keys.get("market").map(String::as_str) == place.map(|id| id.as_str());
    let used = rates.rows().iter().filter(|rate| is_input(rate)).filter(here);
    used.filter(|rate| rates.is_in_force(rate, desk.today)).collect()
}

/// How many there are in a marketplace, and the one that was looked up longest ago.
fn of_place(desk: &Desk<'_>, place: &MarketplaceId) -> Option<Row> {
    let rates = in_force(desk, Some(place));
    let oldest = rates.iter().min_by_key(|rate| rate.checked)?;
    let stale = rates.iter().filter(|rate| rate.is_stale(desk.today)).count();
    let to = desk.target(&Route::Marketplace(place.clone()));
    Some(row(vec![
        linked(desk.marketplace(place), to),
        Cell::new(desk.locale.integer(rates.len() as i128)),
        checked(desk, oldest),
        Cell::new(desk.locale.integer(stale as i128)),
    ]))
}

/// The rates that hold in every marketplace: they have no page of their own.
fn of_all(desk: &Desk<'_>) -> Option<Block> {
    let rates = in_force(desk, None);
    let args = [("count", rates.len().into())];
    (!rates.is_empty()).then(|| {
        disclosure(desk.fill("economics-rates-all", &args), vec![rate_table(desk, &rates, None).into()])
    })
}

/// What is missing today and how to write it; nothing where all is there.
pub(super) fn missing(desk: &Desk<'_>, yaml: &str) -> Option<Block> {
    let economics = &desk.analysis.economics;
    let lacks = |unit: &&Unit| !unit.is_complete();
    let mut facts = Vec::new();
    for (product, place) in economics.cells() {
        let Some(unit) = economics.on(product, place, desk.today).filter(lacks) else { continue };
        let inputs = unit.missing.iter().map(|input| desk.say(&format!("input-{}", input.key())));
        facts.push(fact(desk.scope(&Scope::cell(product, place)), list(desk, inputs).as_str()));
    }
    if facts.is_empty() {
        return None;
    }
    let how = Empty {
        words: desk.say("economics-missing-how").as_str().into(),
        file: "marketplaces.yaml".to_owned(),
        yaml: yaml.to_owned(),
    };
    let section = Section {
        heading: desk.say("economics-missing").into(),
        lede: Some(desk.say("economics-missing-lede").into()),
        blocks: vec![prose_facts(facts), how.into()],
        ..Section::default()
    };
    Some(section.into())
}
