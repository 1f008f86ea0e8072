//! The scoreboard: whose forecasts and calls came true, and did they beat repeating last year?

mod calls;
mod forecasts;
pub(in crate::compose::page) mod message;
mod missed;
mod words;

use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::review::Coverage;
use crate::site::{Block, Disclosure, Empty, LinkLine, Links, Section};
use crate::trend::score::{Enough, IN_A_ROW, LEAST};

/// The page of scores.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let board = &desk.forecasts.scoreboard;
    let nothing = board.scored.is_empty() && board.waiting.is_empty() && board.calls.all.is_empty();
    Sheet {
        route: Route::Scoreboard,
        title: desk.say("scoreboard-title").into(),
        eyebrow: vec![desk.say("scoreboard-eyebrow").into(), desk.today.to_string().into()],
        headline: message::headline(desk).into(),
        lede: message::lede(desk),
        blocks: if nothing { vec![empty(desk)] } else { blocks(desk) },
    }
}

fn blocks(desk: &Desk<'_>) -> Vec<Block> {
    let mut blocks = calls::blocks(desk);
    blocks.extend(forecasts::blocks(desk));
    blocks.extend(missed::losing(desk));
    blocks.extend(missed::by_people(desk));
    blocks.push(how(desk));
    blocks.extend(prophets(desk));
    blocks
}

fn section(desk: &Desk<'_>, key: &str, blocks: Vec<Block>) -> Block {
    Section { id: key.to_owned(), heading: desk.say(key).into(), blocks, ..Section::default() }.into()
}

fn disclosure(desk: &Desk<'_>, key: &str, blocks: Vec<Block>) -> Block {
    Disclosure { summary: desk.say(key).into(), open: false, blocks }.into()
}

/// How the figures of this page are computed.
fn how(desk: &Desk<'_>) -> Block {
    let args = [("least", Enough::POINTS.into()), ("row", IN_A_ROW.into()), ("log", LEAST.into())];
    let keys =
        ["scoreboard-how-error", "scoreboard-how-bands", "scoreboard-how-judge", "scoreboard-how-calls"];
    let lines = keys.iter().map(|key| crate::site::Fact {
        name: desk.say(&format!("{key}-name")).into(),
        value: desk.fill(key, &args).as_str().into(),
    });
    let facts = crate::site::Facts { facts: lines.collect(), prose: true, note: learned(desk) };
    disclosure(desk, "scoreboard-how", vec![facts.into()])
}

/// What the log taught of the bands.
fn learned(desk: &Desk<'_>) -> Option<crate::site::Rich> {
    let learned = desk.forecasts.scoreboard.recalibration.as_ref()?;
    let factor = |factor| desk.locale.decimal(factor, 2).into();
    let args = [
        ("n", learned.n.into()),
        ("narrow", factor(&learned.all.factor80)),
        ("wide", factor(&learned.all.factor95)),
    ];
    Some(desk.fill("scoreboard-learned", &args).as_str().into())
}

/// The people of the tier whose work this is, where the team has one of that name.
fn prophets(desk: &Desk<'_>) -> Option<Block> {
    let team = desk.workspace.team.as_ref()?;
    let tier = team.tiers.iter().find(|tier| tier.id.as_str() == "prophet")?;
    let stage = desk.workspace.company.as_ref()?.stage?;
    let (need, met) = Coverage::of(team, stage).of_tier(&tier.id);
    let line = LinkLine {
        link: desk.link(desk.phrase(&tier.name), &Route::Team),
        about: Some(desk.say("scoreboard-prophets").into()),
        aside: desk
            .fill(
                "scoreboard-prophets-met",
                &[("met", met.to_string().into()), ("need", need.to_string().into())],
            )
            .into(),
    };
    Some(Links { lines: vec![line] }.into())
}

fn empty(desk: &Desk<'_>) -> Block {
    let day = desk.today;
    Empty {
        words: desk.say("scoreboard-empty-words").as_str().into(),
        file: format!("briefings/{}-{:02}.yaml", day.year(), day.month()),
        yaml: desk.fill("scoreboard-empty-yaml", &[("year", day.year().to_string().into())]),
    }
    .into()
}
