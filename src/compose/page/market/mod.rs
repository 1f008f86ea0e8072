//! The market: what is happening out there, and what do we expect?

mod audience;
mod category;
mod keyword;
mod rivals;
mod watched;

pub(super) use category::sheets as categories;
pub(super) use keyword::sheets as keywords;

use crate::compose::agenda::anchor;
use crate::compose::call_table::{all as all_calls, calls as call_table};
use crate::compose::calls;
use crate::compose::desk::Desk;
use crate::compose::market_series::series;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::site::{Block, Empty, Link, LinkLine, Links, Section, Target};
use crate::workspace::{Briefing, Feedback, FeedbackKind};

use watched::Watched;

/// The page of the market.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    match desk.workspace.briefings.last() {
        Some(latest) => full(desk, latest),
        None => without_briefings(desk),
    }
}

fn full(desk: &Desk<'_>, latest: &Briefing) -> Sheet {
    let first = latest.items.first();
    let newest_first = || desk.workspace.briefings.iter().rev();
    // Its headline stands on top already.
    let latest_line = LinkLine { about: None, ..line(desk, latest) };
    let mut blocks: Vec<Block> = vec![Links { lines: vec![latest_line] }.into()];
    blocks.extend(watched(desk));
    blocks.extend(rivals::moved(desk));
    blocks.extend(outlook(desk));
    blocks.extend(calls::due(desk, None));
    let calls_of_all = all_calls(desk);
    if !calls_of_all.is_empty() {
        blocks.push(section(desk, "market-calls", vec![call_table(desk, &calls_of_all, None).into()]));
    }
    // What is watched stands above with its figures; the others are on the pages of their briefings.
    let charts = match desk.workspace.market.categories.is_empty() {
        true => series(desk, newest_first(), (desk.fiscal().year_of(desk.today), 4)),
        false => Vec::new(),
    };
    if !charts.is_empty() {
        blocks.push(section(desk, "market-series", charts));
    }
    blocks.extend(scoreboard(desk));
    blocks.extend(audience::audience(desk));
    blocks.extend(feedback(desk));
    let lines = newest_first().map(|briefing| line(desk, briefing)).collect();
    blocks.push(section(desk, "market-briefings", vec![Links { lines }.into()]));
    Sheet {
        route: Route::Market,
        title: desk.say("market-title").into(),
        eyebrow: vec![
            desk.say("market-latest").into(),
            desk.fill("briefing-issued", &[("day", latest.issued.to_string().into())]).into(),
        ],
        headline: first.map_or_else(|| latest.id.as_str().into(), |item| desk.phrase(&item.headline)),
        lede: first.and_then(|item| item.so_what.as_ref()).map(|text| desk.phrase(text).into()),
        blocks,
    }
}

/// The categories, and their keywords with what was last measured of them.
fn watched(desk: &Desk<'_>) -> Option<Block> {
    let categories = &desk.workspace.market.categories;
    if categories.is_empty() {
        return None;
    }
    let all: Vec<Watched<'_>> = categories.iter().flat_map(Watched::core).collect();
    let lines = categories.iter().map(|category| category::line(desk, category)).collect();
    let mut blocks: Vec<Block> = vec![Links { lines }.into()];
    if !all.is_empty() {
        blocks.push(watched::block(desk, &all));
    }
    Some(section(desk, "market-watched", blocks))
}

/// How good forecasts and calls were, in one sentence.
fn scoreboard(desk: &Desk<'_>) -> Option<Block> {
    let section = Section {
        heading: desk.say("scoreboard-title").into(),
        lede: Some(super::scoreboard::message::headline(desk).into()),
        more: Some(desk.link(desk.say("scoreboard-title"), &Route::Scoreboard)),
        ..Section::default()
    };
    super::has(desk, &Route::Scoreboard).then(|| section.into())
}

/// Whether we will land, in one sentence.
fn outlook(desk: &Desk<'_>) -> Option<Block> {
    let sentence = super::outlook::company(desk)?;
    let section = Section {
        heading: desk.say("outlook-title").into(),
        lede: Some(sentence.into()),
        more: Some(desk.link(desk.say("outlook-more"), &Route::Outlook)),
        ..Section::default()
    };
    Some(section.into())
}

fn section(desk: &Desk<'_>, key: &str, blocks: Vec<Block>) -> Block {
    Section { heading: desk.say(key).into(), blocks, ..Section::default() }.into()
}

/// A briefing as a line: what it covers, what it says, when it was given.
fn line(desk: &Desk<'_>, briefing: &Briefing) -> LinkLine {
    let words = super::briefing::name(desk, briefing);
    LinkLine {
        link: desk.link(words, &Route::Briefing(briefing.id.as_str().to_owned())),
        about: briefing.items.first().map(|item| desk.phrase(&item.headline)),
        aside: briefing.issued.to_string().into(),
    }
}

/// What was heard of rivals and of who buys, the newest first.
fn feedback(desk: &Desk<'_>) -> Option<Block> {
    let of_market = |item: &&Feedback| matches!(item.kind, FeedbackKind::Competitor | FeedbackKind::Audience);
    let mut items: Vec<&Feedback> = desk.workspace.feedback.iter().filter(of_market).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.date));
    items.truncate(8);
    if items.is_empty() {
        return None;
    }
    let page = desk.path(&Route::Feedback);
    let line = |item: &&Feedback| LinkLine {
        link: Link { words: desk.phrase(&item.text), to: Target::place(&page, &anchor(item.id.as_str())) },
        about: item.product.as_ref().map(|id| desk.product(&id.value)),
        aside: item.date.to_string().into(),
    };
    let section = Section {
        heading: desk.say("market-feedback").into(),
        more: Some(desk.link(desk.say("market-feedback-more"), &Route::Feedback)),
        blocks: vec![Links { lines: items.iter().map(line).collect() }.into()],
        ..Section::default()
    };
    Some(section.into())
}

/// What is watched, and how to begin to write of it.
fn without_briefings(desk: &Desk<'_>) -> Sheet {
    let empty = Empty {
        words: desk.say("market-empty-words").as_str().into(),
        file: format!("briefings/{}-{:02}.yaml", desk.today.year(), desk.today.month()),
        yaml: desk.fill("market-empty-yaml", &[("day", desk.today.to_string().into())]),
    };
    Sheet {
        route: Route::Market,
        title: desk.say("market-title").into(),
        eyebrow: vec![],
        headline: desk.say("market-empty").into(),
        lede: None,
        blocks: std::iter::once(Block::from(empty)).chain(watched(desk)).chain(outlook(desk)).collect(),
    }
}
