//! Calls whose day has come: who made them is asked for their outcome, with the line to write.

use super::agenda::anchor;
use super::desk::Desk;
use super::route::Route;
use crate::quantity::PersonId;
use crate::review::CallMade;
use crate::site::{Block, Empty, Rich, Section, Target};

/// The place of a call on the page of its briefing.
pub(super) fn place(desk: &Desk<'_>, made: &CallMade<'_>) -> Target {
    let page = desk.path(&Route::Briefing(made.briefing.id.as_str().to_owned()));
    Target::place(&page, &anchor(made.call.id.as_str()))
}

/// The calls whose day has passed without an outcome, of one author or of all; nothing when there are none.
pub(crate) fn due(desk: &Desk<'_>, author: Option<&PersonId>) -> Option<Block> {
    let ours = |made: &CallMade<'_>| author.is_none() || made.author() == author;
    let due = CallMade::all(desk.workspace).filter(|made| made.overdue(desk.today).is_some()).filter(ours);
    let blocks: Vec<Block> = due.map(|made| ask(desk, &made).into()).collect();
    if blocks.is_empty() {
        return None;
    }
    let lede = desk.fill("calls-due-lede", &[("count", blocks.len().into())]);
    let lede = Some(lede.as_str().into());
    Some(Section { heading: desk.say("calls-due").into(), lede, blocks, ..Section::default() }.into())
}

/// What was said, where it is written and what to write there.
fn ask(desk: &Desk<'_>, made: &CallMade<'_>) -> Empty {
    let call = made.call;
    let probability = call.probability.as_ref().map(|share| desk.locale.percent(share, 0));
    let args = [
        ("probability", probability.unwrap_or_else(|| "–".to_owned()).into()),
        ("day", call.resolves.map(|day| day.to_string()).unwrap_or_default().into()),
    ];
    let words = Rich::default().link(desk.phrase(&call.text), place(desk, made));
    Empty {
        words: words.then(desk.fill("calls-due-one", &args)),
        file: format!("{}:{}", call.place.file, call.place.line),
        yaml: format!("- {{id: {}, …, outcome: happened}}      # happened | not-happened", call.id),
    }
}
