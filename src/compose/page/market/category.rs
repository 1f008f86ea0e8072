//! A category: what people search there, what of it is ours, who else sells, who buys, what we sell.

use rayon::prelude::*;

use super::rivals::rivals;
use super::watched::{self, Watched, grain};
use crate::chart::Title;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{courses, fan};
use crate::compose::focus;
use crate::compose::latest::{Latest, change};
use crate::compose::page::outlook::grain_of;
use crate::compose::page::parts::{empty, section};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{MarketplaceId, MeasureId, Scope};
use crate::site::{Block, LinkLine, Links, Phrase};
use crate::trend::{Segment, Subject};
use crate::workspace::{Briefing, Category};

/// A page for each category.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.workspace.market.categories.par_iter().map(|category| sheet(desk, category)).collect()
}

fn sheet(desk: &Desk<'_>, category: &Category) -> Sheet {
    let all = Watched::all(category);
    let mut blocks: Vec<Block> = Vec::new();
    blocks.push(match all.is_empty() {
        true => empty(
            desk,
            "category-empty",
            ("market.yaml", "  keywords:\n  - {term: cold brew bottle, marketplaces: [US]}"),
        ),
        false => section(desk, "market-keywords", vec![watched::block(desk, &all)]),
    });
    blocks.extend(searches(desk, category));
    blocks.extend(shares(desk, category));
    blocks.extend(rivals(desk, category));
    blocks.extend(sales(desk, category));
    blocks.extend(neighbours(desk, category, Vec::new()));
    let places = category.marketplaces.iter().map(|place| desk.marketplace(&place.value).text);
    let places: Vec<String> = places.collect();
    Sheet {
        route: Route::Category(category.id.clone()),
        title: desk.phrase(&category.name),
        eyebrow: vec![desk.say("category-eyebrow").into(), places.join(&desk.say("list-comma")).into()],
        headline: statement(desk, &desk.phrase(&category.name).text, &all),
        lede: None,
        blocks,
    }
}

/// How often the core keyword is searched, and what is expected; those of other marketplaces have pages of their own.
fn searches(desk: &Desk<'_>, category: &Category) -> Option<Block> {
    let metric = &desk.workspace.market.figures.searches;
    let core = Watched::core(category);
    let mut fans = core.iter().filter_map(|watched| fan(desk, &watched.subject(metric), grain(desk, metric)));
    Some(section(desk, "category-searches", vec![fans.next()?.into()]))
}

/// Our part of what was bought after each keyword.
fn shares(desk: &Desk<'_>, category: &Category) -> Option<Block> {
    let metric = desk.workspace.market.figures.shares.last()?;
    let places = category.marketplaces.iter();
    let charts: Vec<Block> =
        places.filter_map(|place| share(desk, (category, &place.value), metric)).collect();
    (!charts.is_empty()).then(|| section(desk, "category-share", charts))
}

fn share(
    desk: &Desk<'_>,
    (category, place): (&Category, &MarketplaceId),
    metric: &MeasureId,
) -> Option<Block> {
    let all = Watched::all(category).into_iter().filter(|watched| watched.place == place);
    let named = |watched: Watched<'_>| (watched.keyword.term.clone(), watched.subject(metric));
    let all: Vec<(String, Subject)> = all.map(named).collect();
    let who = format!("{} · {}", desk.phrase(&category.name).text, desk.marketplace(place).text);
    let title = Title { who, what: desk.metric(metric).text, when: String::new() };
    let id = format!("{metric}-{}-{place}", category.id);
    courses(desk, (&id, title), &all, grain(desk, metric)).map(Block::from)
}

/// Of so many of our products in a category the courses are shown, else their sum.
const PRODUCTS: usize = 2;

/// What we sell in the category, with what is expected of it.
pub(super) fn sales(desk: &Desk<'_>, category: &Category) -> Option<Block> {
    let lead = focus::lead(desk)?;
    let whole = Subject::of(&lead, &Scope::company()).within(Segment::CATEGORY, category.id.as_str());
    let products = category.products.iter().map(|own| Subject::of(&lead, &Scope::product(&own.value)));
    let subjects: Vec<Subject> =
        if category.products.len() > PRODUCTS { vec![whole] } else { products.collect() };
    let fans = subjects.iter().filter_map(|subject| fan(desk, subject, grain_of(desk, subject)));
    let blocks: Vec<Block> = fans.map(Block::from).collect();
    (!blocks.is_empty()).then(|| section(desk, "category-sales", blocks))
}

/// The pages of its products, and the briefings that speak of it, after some others.
pub(super) fn neighbours(desk: &Desk<'_>, category: &Category, first: Vec<LinkLine>) -> Option<Block> {
    let mut lines = first;
    lines.extend(category.products.iter().map(|product| LinkLine {
        link: desk.link(desk.product(&product.value), &Route::Product(product.value.clone())),
        about: Some(desk.say("category-product").into()),
        aside: Phrase::default(),
    }));
    let market = &desk.workspace.market;
    let of_category = |briefing: &&Briefing| {
        let covered = briefing.category.as_ref().and_then(|words| market.category_called(words));
        covered.is_some_and(|covered| covered.id == category.id)
    };
    let briefings = desk.workspace.briefings.iter().rev().filter(of_category).take(2);
    lines.extend(briefings.map(|briefing| super::line(desk, briefing)));
    (!lines.is_empty()).then(|| section(desk, "category-neighbours", vec![Links { lines }.into()]))
}

/// A category as a line.
pub(super) fn link(desk: &Desk<'_>, category: &Category) -> LinkLine {
    LinkLine {
        link: desk.link(desk.phrase(&category.name), &Route::Category(category.id.clone())),
        about: Some(desk.say("category-eyebrow").into()),
        aside: Phrase::default(),
    }
}

/// A category as a line of the overview, with what its page says first.
pub(super) fn line(desk: &Desk<'_>, category: &Category) -> LinkLine {
    LinkLine { about: Some(statement(desk, "none", &Watched::all(category))), ..link(desk, category) }
}

/// In how many keywords our share of what is bought rose in a quarter, and how the most searched one does; after the
/// name of the category, if there is one.
fn statement(desk: &Desk<'_>, name: &str, all: &[Watched<'_>]) -> Phrase {
    let figures = &desk.workspace.market.figures;
    let (up, down) = moves(desk, all);
    let last = |watched: &Watched<'_>| {
        let series = watched.series(desk, &figures.searches)?;
        let latest = Latest::of(&series)?;
        Some((watched.keyword.term.clone(), series, latest))
    };
    let most = all
        .iter()
        .filter_map(last)
        .reduce(|best, next| if next.2.value > best.2.value { next } else { best });
    let Some((term, series, latest)) = most else {
        return desk.fill("category-headline-none", &[("name", name.into())]).into();
    };
    let year = |before| change(desk, &series, (&latest.value, before)).0;
    let args = [
        ("name", name.into()),
        ("moved", moved(up, down).into()),
        ("judged", (up + down).into()),
        ("up", up.into()),
        ("down", down.into()),
        ("term", term.into()),
        ("searches", desk.style(&figures.searches, &latest.value).value(&latest.value).into()),
        ("year", latest.year.as_ref().map_or_else(|| "none".to_owned(), year).into()),
    ];
    desk.fill("category-headline", &args).into()
}

/// How the shares moved: all one way, or some each.
fn moved(up: usize, down: usize) -> &'static str {
    match (up, down) {
        (0, 0) => "none",
        (_, 0) => "up",
        (0, _) => "down",
        _ => "both",
    }
}

/// In how many keywords our share rose and fell in a quarter.
fn moves(desk: &Desk<'_>, all: &[Watched<'_>]) -> (usize, usize) {
    let share = desk.workspace.market.figures.shares.last();
    let moved = |watched: &Watched<'_>| {
        let latest = Latest::of(&watched.series(desk, share?)?)?;
        Some(&latest.value - &latest.quarter?)
    };
    let moved: Vec<_> = all.iter().filter_map(moved).collect();
    let up = moved.iter().filter(|change| change.is_positive()).count();
    (up, moved.iter().filter(|change| change.is_negative()).count())
}
