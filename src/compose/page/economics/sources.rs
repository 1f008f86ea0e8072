//! Where the inputs come from, when they were last checked, and which are missing.

use crate::compose::desk::Desk;
use crate::compose::exhibit::rate_table;
use crate::compose::page::parts::{disclosure, fact, list, prose_facts, told};
use crate::plan::economics::{Unit, is_input};
use crate::quantity::{MarketplaceId, Scope};
use crate::site::{Block, Empty, Section};
use crate::workspace::Rate;

/// The rates in force, marketplace by marketplace, each behind a line that says how many there are and how fresh.
pub(super) fn section_of_all(desk: &Desk<'_>) -> Option<Block> {
    let places: Vec<Option<MarketplaceId>> =
        desk.marketplaces().into_iter().map(Some).chain([None]).collect();
    let blocks: Vec<Block> = places.iter().filter_map(|place| of_place(desk, place.as_ref())).collect();
    let lede = desk.say("economics-rates-lede");
    (!blocks.is_empty()).then(|| told(desk, "economics-rates", (lede, blocks)))
}

/// The rates of one marketplace, or those that name none.
fn of_place(desk: &Desk<'_>, place: Option<&MarketplaceId>) -> Option<Block> {
    let rates = &desk.workspace.rates;
    let here = |rate: &&Rate| rate.keys.get("market").map(String::as_str) == place.map(|id| id.as_str());
    let used = rates.rows().iter().filter(|rate| is_input(rate)).filter(here);
    let rows: Vec<&Rate> = used.filter(|rate| rates.is_in_force(rate, desk.today)).collect();
    if rows.is_empty() {
        return None;
    }
    let stale = rows.iter().filter(|rate| rate.is_stale(desk.today)).count();
    let name = place.map_or_else(|| desk.say("economics-rates-all"), |id| desk.marketplace(id).text);
    let args = [("place", name.into()), ("count", rows.len().into()), ("stale", stale.into())];
    let key = if stale > 0 { "economics-rates-stale" } else { "economics-rates-fresh" };
    Some(disclosure(desk.fill(key, &args), vec![rate_table(desk, &rows, place).into()]))
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
