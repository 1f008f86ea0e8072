//! A keyword: how often it is searched, where it ranks, what of it is ours, and what we sell beside.

use rayon::prelude::*;

use super::category;
use super::watched::{Watched, grain, has_page};
use crate::chart::Title;
use crate::compose::course::period_words;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{courses, fan};
use crate::compose::latest::{Latest, change};
use crate::compose::page::parts::section;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::trend_facts::trend_facts;
use crate::quantity::MeasureId;
use crate::site::{Block, Phrase, Section};
use crate::trend::Series;
use crate::workspace::{Category, Keyword};

/// A page for each keyword of which enough is known.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    let categories = desk.workspace.market.categories.par_iter();
    let pairs: Vec<(&Category, &Keyword)> = categories
        .flat_map_iter(|category| category.keywords.iter().map(move |keyword| (category, keyword)))
        .filter(|(category, keyword)| has_page(desk, category, keyword))
        .collect();
    pairs.into_par_iter().map(|(category, keyword)| sheet(desk, category, keyword)).collect()
}

fn sheet(desk: &Desk<'_>, category: &Category, keyword: &Keyword) -> Sheet {
    let all: Vec<Watched<'_>> = Watched::of(category, keyword).collect();
    let mut blocks: Vec<Block> = all.iter().flat_map(|watched| measured(desk, watched, all.len())).collect();
    blocks.extend(category::sales(desk, category));
    blocks.extend(category::neighbours(desk, category, vec![category::link(desk, category)]));
    let places: Vec<String> = all.iter().map(|watched| desk.marketplace(watched.place).text).collect();
    Sheet {
        route: Route::Keyword(category.id.clone(), keyword.term.clone()),
        title: keyword.term.as_str().into(),
        eyebrow: vec![
            desk.say("keyword-eyebrow").into(),
            desk.phrase(&category.name),
            places.join(&desk.say("list-comma")).into(),
        ],
        headline: headline(desk, &all).unwrap_or_else(|| keyword.term.as_str().into()),
        lede: None,
        blocks,
    }
}

/// Searches, rank and shares in a marketplace, under its name where there are several.
fn measured(desk: &Desk<'_>, watched: &Watched<'_>, places: usize) -> Vec<Block> {
    let figures = &desk.workspace.market.figures;
    let fan = |metric: &MeasureId| fan(desk, &watched.subject(metric), grain(desk, metric));
    let mut blocks: Vec<Block> =
        [&figures.searches, &figures.rank].into_iter().filter_map(fan).map(Block::from).collect();
    blocks.extend(shares(desk, watched));
    blocks.extend(facts(desk, watched));
    if places < 2 || blocks.is_empty() {
        return blocks;
    }
    let heading: Phrase = desk.marketplace(watched.place);
    vec![Section { heading, blocks, ..Section::default() }.into()]
}

/// Our part from seeing to buying.
fn shares(desk: &Desk<'_>, watched: &Watched<'_>) -> Option<Block> {
    let metrics = &desk.workspace.market.figures.shares;
    let named = |metric: &MeasureId| (desk.metric(metric).text, watched.subject(metric));
    let all: Vec<_> = metrics.iter().map(named).collect();
    let term = watched.keyword.term.as_str();
    let who = format!("{term} · {}", desk.marketplace(watched.place).text);
    let title = Title { who, what: desk.say("keyword-shares"), when: String::new() };
    let id = format!("shares-{term}-{}", watched.place);
    let figure = courses(desk, (&id, title), &all, grain(desk, metrics.first()?))?;
    Some(section(desk, "keyword-shares-heading", vec![figure.into()]))
}

/// What can be said of its searches, its rank, and of what is bought.
fn facts(desk: &Desk<'_>, watched: &Watched<'_>) -> Option<Block> {
    let figures = &desk.workspace.market.figures;
    let metrics = [&figures.searches, &figures.rank].into_iter().chain(figures.shares.last());
    let all: Vec<Series> = metrics.filter_map(|metric| watched.series(desk, metric)).collect();
    Some(section(desk, "keyword-facts", vec![trend_facts(desk, &all)?]))
}

/// How often it was searched in the last whole period where it is searched most, and what of it is ours.
fn headline(desk: &Desk<'_>, all: &[Watched<'_>]) -> Option<Phrase> {
    let figures = &desk.workspace.market.figures;
    let last = |watched: &Watched<'_>, metric: &MeasureId| {
        let series = watched.series(desk, metric)?;
        let latest = Latest::of(&series)?;
        Some((series, latest))
    };
    let known = all.iter().filter_map(|watched| Some((watched, last(watched, &figures.searches)?)));
    let most = known.reduce(|best, next| if next.1.1.value > best.1.1.value { next } else { best });
    let Some((watched, (series, latest))) = most else { return ranked(desk, all) };
    let none = || "none".to_owned();
    let year = |before| change(desk, &series, (&latest.value, before)).0;
    let share = figures.shares.last().and_then(|share| last(watched, share));
    let percent = |value| desk.locale.percent(value, 1);
    let args = [
        ("term", watched.keyword.term.as_str().into()),
        ("place", desk.marketplace(watched.place).text.into()),
        ("period", period_words(desk, latest.period).into()),
        ("searches", desk.style(&figures.searches, &latest.value).value(&latest.value).into()),
        ("year", latest.year.as_ref().map_or_else(none, year).into()),
        ("share", share.as_ref().map_or_else(none, |(_, share)| percent(&share.value)).into()),
        (
            "before",
            share.as_ref().and_then(|(_, share)| share.quarter.as_ref()).map_or_else(none, percent).into(),
        ),
    ];
    Some(desk.fill("keyword-headline", &args).into())
}

/// Where nothing but its rank is known.
fn ranked(desk: &Desk<'_>, all: &[Watched<'_>]) -> Option<Phrase> {
    let rank = &desk.workspace.market.figures.rank;
    let known = |watched: &Watched<'_>| -> Option<(Series, Latest)> {
        let series = watched.series(desk, rank)?;
        let latest = Latest::of(&series)?;
        Some((series, latest))
    };
    let (watched, (series, latest)) = all.iter().find_map(|watched| Some((watched, known(watched)?)))?;
    let moved = |before| change(desk, &series, (&latest.value, before)).0;
    let args = [
        ("term", watched.keyword.term.as_str().into()),
        ("place", desk.marketplace(watched.place).text.into()),
        ("period", period_words(desk, latest.period).into()),
        ("rank", desk.style(rank, &latest.value).value(&latest.value).into()),
        ("moved", latest.quarter.as_ref().map_or_else(|| "none".to_owned(), moved).into()),
    ];
    Some(desk.fill("keyword-headline-rank", &args).into())
}
