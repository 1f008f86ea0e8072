//! A marketplace: how is it doing, which products carry it, what is coming, with which rates?

use super::division::{self, divisions};
use super::marketplaces::members;
use super::part::{self, section, told};
use super::product::earnings;
use super::supply::stock;
use crate::compose::agenda::Of;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{events, key_figures, ranked, rates};
use crate::compose::message;
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{MarketplaceId, MeasureId, Period, Scope, Span};
use crate::site::{Block, Fact, Facts, Phrase};
use crate::workspace::{Dimension, Group};

/// The pages of all marketplaces.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.marketplaces().iter().map(|id| sheet(desk, id)).collect()
}

fn sheet(desk: &Desk<'_>, id: &MarketplaceId) -> Sheet {
    let scope = Scope::marketplace(id);
    let focus = part::focus(desk);
    let mut blocks = focus.as_ref().map_or_else(Vec::new, |focus| measured(desk, id, focus));
    blocks.extend(stock::of_marketplace(desk, id));
    blocks.extend(part::gaps(desk, &scope));
    blocks.extend(super::outlook::around(desk, &scope));
    blocks.extend(rates_used(desk, id));
    blocks.extend(regions(desk, id, focus.as_ref()));
    let mut eyebrow: Vec<Phrase> = vec![desk.say("marketplace-eyebrow").into()];
    eyebrow.extend(focus.iter().map(|(_, month)| Phrase::from(desk.locale.period(*month))));
    eyebrow.extend(focus.as_ref().and_then(|(_, month)| plan_name(desk, desk.year_of(*month))));
    Sheet {
        route: Route::Marketplace(id.clone()),
        title: desk.marketplace(id),
        eyebrow,
        headline: match &focus {
            Some((_, month)) => message::headline(desk, &scope, *month),
            None => desk.marketplace(id),
        },
        lede: focus.and_then(|(_, month)| message::lede(desk, &scope, month)),
        blocks,
    }
}

/// What is known from results: figures, the year, products, visits to units, what is left, events.
fn measured(desk: &Desk<'_>, id: &MarketplaceId, (lead, month): &(MeasureId, Period)) -> Vec<Block> {
    let scope = Scope::marketplace(id);
    let year = desk.year_of(*month);
    let figures = part::figures(desk, (lead, &scope));
    let mut blocks: Vec<Block> = vec![key_figures(desk, &figures, (&scope, *month)).into()];
    blocks.extend(part::year_and_pace(desk, (lead, &scope, year), &Of::Marketplace(id.clone())));
    blocks.extend(products(desk, &scope, (lead, *month)));
    blocks.extend(divisions(desk, &scope, (lead, *month)));
    blocks.extend(part::funnel(desk, &scope, *month));
    blocks.extend(part::further(desk, (&scope, *month), &figures));
    blocks.extend(earnings(desk, &scope, *month));
    let days = year_and_after(desk, year);
    let events = events(desk, (lead, &scope), (year, days));
    blocks.extend(events.map(|table| section(desk, "events", vec![table.into()])));
    blocks
}

/// The days of a year and those after it that somebody wrote of.
fn year_and_after(desk: &Desk<'_>, year: i16) -> Span {
    let of_year = desk.fiscal().year(year).span();
    let last = desk.workspace.events.iter().map(|event| event.span.to).max();
    Span { to: last.map_or(of_year.to, |last| last.max(of_year.to)), ..of_year }
}

/// The products of the marketplace ranked, and the year so far.
fn products(desk: &Desk<'_>, whole: &Scope, (lead, month): (&MeasureId, Period)) -> Option<Block> {
    let place = whole.marketplace.as_ref()?;
    let cells = desk.products().into_iter().map(|product| Scope::cell(&product, place));
    let sold = |scope: &Scope| {
        let year = desk.fiscal().year(desk.year_of(month)).span();
        let planned = desk.plan().value(&desk.workspace.catalogue, lead, (scope, year));
        let actual = desk.check().read(lead, scope, month.span());
        planned.is_some_and(|value| !value.is_zero()) || actual.known().is_some_and(|value| !value.is_zero())
    };
    let parts: Vec<Scope> = cells.filter(sold).collect();
    let mut blocks: Vec<Block> =
        ranked(desk, (lead, month), (whole, &parts)).map(Block::from).into_iter().collect();
    if parts.len() > 1 {
        let year = desk.fiscal().year(desk.year_of(month));
        blocks.extend(part::parts_table(desk, (lead, year), (whole, &parts)).map(Block::from));
    }
    (!blocks.is_empty()).then(|| section(desk, "marketplace-products", blocks))
}

/// The currency and the rates its figures and plans are made with.
fn rates_used(desk: &Desk<'_>, id: &MarketplaceId) -> Option<Block> {
    let place = desk.workspace.marketplace(id)?;
    let (table, stale) = rates(desk, id)?;
    let key = if stale == 0 { "rates-lede" } else { "rates-lede-stale" };
    let tax = if place.price_includes_tax { "rates-tax-included" } else { "rates-tax-excluded" };
    let args = [
        ("currency", desk.locale.money_unit(place.currency, 0).into()),
        ("tax", desk.say(tax).into()),
        ("stale", stale.into()),
    ];
    let lede = desk.fill(key, &args);
    Some(told(desk, "rates", (lede.as_str(), vec![table.into()])))
}

/// The groups of user-made dimensions that this marketplace is in or is parted by.
fn regions(desk: &Desk<'_>, id: &MarketplaceId, focus: Option<&(MeasureId, Period)>) -> Option<Block> {
    let scope = Scope::marketplace(id);
    let told = |made: &Dimension, (lead, month): &(MeasureId, Period)| {
        division::is_told(desk, &scope, ((lead, *month), made))
    };
    let waits = |made: &&Dimension| focus.is_none_or(|focus| !told(made, focus));
    let made = desk.workspace.dimensions.iter().filter(|made| made.of == "marketplace" || waits(made));
    let facts: Vec<Fact> = made.filter_map(|made| groups(desk, id, made)).collect();
    let facts = Facts { facts, prose: true, note: None };
    (!facts.facts.is_empty()).then(|| section(desk, "regions", vec![facts.into()]))
}

fn groups(desk: &Desk<'_>, id: &MarketplaceId, dimension: &Dimension) -> Option<Fact> {
    let value = if dimension.of == "marketplace" {
        let group = members(desk, dimension).into_iter().find(|group| group.places.contains(id))?;
        let args = [("group", group.name.text.clone().into()), ("places", group.listed(desk).into())];
        desk.fill("regions-member", &args)
    } else {
        let prefix = format!("{}-", id.as_str());
        let inside = |group: &&Group| group.keys.iter().any(|key| key.value.text.starts_with(&prefix));
        let names = dimension.groups.iter().filter(inside).map(|group| desk.phrase(&group.name).text);
        let names: Vec<String> = names.collect();
        if names.is_empty() {
            return None;
        }
        let args =
            [("groups", names.join(&desk.say("list-comma")).into()), ("of", dimension.of.clone().into())];
        desk.fill("regions-waiting", &args)
    };
    Some(Fact { name: desk.phrase(&dimension.name), value: value.as_str().into() })
}
