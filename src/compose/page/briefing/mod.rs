//! A briefing: what should we do about it? Read in two minutes, printed on one sheet.

mod changed;
mod forecast;
mod item;

use crate::compose::desk::Desk;
use crate::compose::library;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::site::{Block, LinkLine, Links, Phrase, Rich, Section};
use crate::workspace::Briefing;

pub(in crate::compose) use item::state;

/// A page for each briefing.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.workspace.briefings.iter().map(|briefing| sheet(desk, briefing)).collect()
}

fn sheet(desk: &Desk<'_>, briefing: &Briefing) -> Sheet {
    let first = briefing.items.first();
    let items = briefing.items.iter().enumerate();
    let mut blocks: Vec<Block> =
        items.map(|(index, item)| item::blocks(desk, (briefing, item), index == 0)).collect();
    blocks.extend(library::body(desk, briefing).into_iter().flat_map(|body| desk.texts.of(&body.page.slug)));
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

/// "簡報 MB-2026-11 · 美國站 · 冷泡壺".
pub(in crate::compose) fn name(desk: &Desk<'_>, briefing: &Briefing) -> Phrase {
    let mut parts = vec![called(desk, briefing)];
    parts.extend(covers(desk, briefing));
    parts.join(" · ").into()
}

/// "簡報 MB-2026-11".
pub(in crate::compose) fn called(desk: &Desk<'_>, briefing: &Briefing) -> String {
    desk.fill("briefing-name", &[("id", briefing.id.as_str().into())])
}

fn covers(desk: &Desk<'_>, briefing: &Briefing) -> Vec<String> {
    let place = briefing.marketplace.as_ref().map(|place| desk.marketplace(&place.value).text);
    let called = |words| desk.workspace.market.category_called(words).map_or(words, |known| &known.name);
    let category = briefing.category.as_ref().map(|words| desk.phrase(called(words)).text);
    place.into_iter().chain(category).collect()
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
    let heading = desk.say("briefing-others").into();
    let id = "others".to_owned();
    let section = |lines| Section { id, heading, blocks: vec![Links { lines }.into()], ..Section::default() };
    (!lines.is_empty()).then(|| section(lines).into())
}
