//! A briefing: what should we do about it? Read in two minutes, printed on one sheet.

mod item;

use crate::compose::desk::Desk;
use crate::compose::market_series::series;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::{call_table, library};
use crate::site::{Block, LinkLine, Links, Phrase, Rich, Section};
use crate::workspace::{Briefing, Call};

/// A page for each briefing.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.workspace.briefings.iter().map(|briefing| sheet(desk, briefing)).collect()
}

fn sheet(desk: &Desk<'_>, briefing: &Briefing) -> Sheet {
    let first = briefing.items.first();
    let mut blocks: Vec<Block> = Vec::new();
    for (index, item) in briefing.items.iter().enumerate() {
        blocks.extend(item::blocks(desk, item, index == 0));
    }
    blocks.extend(calls(desk, briefing));
    let body = library::body(desk, briefing).map_or_else(Vec::new, |body| desk.texts.of(&body.page.slug));
    blocks.extend(measured(desk, briefing, &body));
    blocks.extend(body);
    blocks.extend(neighbours(desk, briefing));
    Sheet {
        route: Route::Briefing(briefing.id.as_str().to_owned()),
        title: name(desk, briefing),
        eyebrow: eyebrow(desk, briefing),
        headline: first.map_or_else(|| briefing.id.as_str().into(), |item| desk.phrase(&item.headline)),
        lede: first.and_then(|item| item.so_what.as_ref()).map(|text| Rich::from(desk.phrase(text))),
        blocks,
    }
}

/// "市場簡報 2026-11・US・冷泡壺".
pub(in crate::compose) fn name(desk: &Desk<'_>, briefing: &Briefing) -> Phrase {
    let mut parts = vec![desk.fill("briefing-name", &[("id", briefing.id.as_str().into())])];
    parts.extend(covers(desk, briefing));
    parts.join(" · ").into()
}

fn covers(desk: &Desk<'_>, briefing: &Briefing) -> Vec<String> {
    let place = briefing.marketplace.as_ref().map(|place| desk.marketplace(&place.value).text);
    place.into_iter().chain(briefing.category.as_ref().map(|category| desk.phrase(category).text)).collect()
}

fn eyebrow(desk: &Desk<'_>, briefing: &Briefing) -> Vec<Phrase> {
    let day = |key: &str, day: crate::quantity::Day| desk.fill(key, &[("day", day.to_string().into())]);
    let mut words = vec![desk.say("briefing-title")];
    words.extend(covers(desk, briefing));
    words.push(day("briefing-issued", briefing.issued));
    if let Some(author) = &briefing.author {
        words.push(desk.fill("briefing-author", &[("name", desk.person(&author.value).text.into())]));
    }
    words.extend(briefing.next.map(|next| day("briefing-next", next)));
    words.into_iter().map(Phrase::from).collect()
}

fn section(desk: &Desk<'_>, key: &str, blocks: Vec<Block>) -> Block {
    Section { heading: desk.say(key).into(), blocks, ..Section::default() }.into()
}

fn calls(desk: &Desk<'_>, briefing: &Briefing) -> Option<Block> {
    let calls: Vec<(&Briefing, &Call)> =
        briefing.items.iter().flat_map(|item| &item.calls).map(|call| (briefing, call)).collect();
    let table = || call_table::calls(desk, &calls, Some(briefing));
    (!calls.is_empty()).then(|| section(desk, "briefing-calls", vec![table().into()]))
}

/// The figures it forecasts as measured so far, but for those that its text shows.
fn measured(desk: &Desk<'_>, briefing: &Briefing, body: &[Block]) -> Option<Block> {
    let mut charts = series(desk, [briefing], (desk.fiscal().year_of(briefing.issued), 2));
    charts.retain(|chart| !body.iter().any(|shown| is_same(shown, chart)));
    (!charts.is_empty()).then(|| section(desk, "briefing-measured", charts))
}

/// Whether a chart of a text, whose id has a number before it, draws what another does.
fn is_same(of_text: &Block, other: &Block) -> bool {
    match (of_text, other) {
        (Block::Figure(text), Block::Figure(other)) => text.chart.id.ends_with(&other.chart.id),
        _ => false,
    }
}

/// The briefings before and after it.
fn neighbours(desk: &Desk<'_>, briefing: &Briefing) -> Option<Block> {
    let all = &desk.workspace.briefings;
    let here = all.iter().position(|other| other.id == briefing.id)?;
    let line = |key: &str, other: &Briefing| LinkLine {
        link: desk.link(name(desk, other), &Route::Briefing(other.id.as_str().to_owned())),
        about: other.items.first().map(|item| desk.phrase(&item.headline)),
        aside: desk.say(key).into(),
    };
    let before = here.checked_sub(1).and_then(|index| all.get(index)).map(|it| line("briefing-before", it));
    let after = all.get(here + 1).map(|it| line("briefing-after", it));
    let lines: Vec<LinkLine> = before.into_iter().chain(after).collect();
    (!lines.is_empty()).then(|| section(desk, "briefing-others", vec![Links { lines }.into()]))
}
