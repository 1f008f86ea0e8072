//! What changed since an earlier item: what was said then, what became of its calls, what was learned.

use super::forecast;
use crate::compose::agenda::{anchor, shown};
use crate::compose::call_table::point as call_point;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{fact, prose_facts, section as titled};
use crate::compose::route::Route;
use crate::review::earlier;
use crate::site::{Block, Fact, Point, Points, Rich, Target};
use crate::workspace::{Briefing, BriefingItem};

/// The section of what changed; nothing for an item that changes none that is written.
pub(super) fn section(desk: &Desk<'_>, (_, item): (&Briefing, &BriefingItem)) -> Option<Block> {
    let learned = item.learned.as_ref().map(|text| fact(desk.say("changed-learned"), desk.phrase(text)));
    let before = earlier(desk.workspace, item);
    if before.is_none() && learned.is_none() {
        return None;
    }
    let mut facts: Vec<Fact> = before.map(|then| said(desk, then)).into_iter().collect();
    facts.extend(before.and_then(|(_, then)| moved(desk, then, item)).into_iter().flatten());
    facts.extend(learned);
    let points: Vec<Point> = before
        .map(|(briefing, then)| then.calls.iter().map(|call| elsewhere(desk, briefing, call_point(desk, call))))
        .into_iter()
        .flatten()
        .collect();
    let mut blocks = vec![prose_facts(facts)];
    blocks.extend((!points.is_empty()).then(|| Points { points }.into()));
    Some(titled(desk, "briefing-changed", blocks))
}

/// "當時（10-16）：冷泡壺 25 美元以下價帶有新進者".
fn said(desk: &Desk<'_>, (briefing, then): (&Briefing, &BriefingItem)) -> Fact {
    let page = desk.path(&Route::Briefing(briefing.id.as_str().to_owned()));
    // The first item of a briefing is the page itself: its headline is the title.
    let first = briefing.items.first().is_some_and(|item| item.id == then.id);
    let to = if first { Target::page(&page) } else { Target::place(&page, &anchor(then.id.as_str())) };
    let name = desk.fill("changed-then", &[("day", shown(desk, briefing.issued).into())]);
    fact(name, Rich::default().link(desk.phrase(&then.headline), to))
}

/// What was expected then and is now, where both speak of one figure.
fn moved(desk: &Desk<'_>, then: &BriefingItem, now: &BriefingItem) -> Option<[Fact; 2]> {
    let (before, after) = (then.forecast.as_ref()?, now.forecast.as_ref()?);
    let same = (&before.metric.value, &before.scope) == (&after.metric.value, &after.scope);
    same.then(|| {
        [("changed-expected", before), ("changed-expects", after)]
            .map(|(key, it)| fact(desk.say(key), forecast::of_period(desk, it)))
    })
}

/// A call of another page: it leads there, and its place is there.
fn elsewhere(desk: &Desk<'_>, briefing: &Briefing, point: Point) -> Point {
    let page = desk.path(&Route::Briefing(briefing.id.as_str().to_owned()));
    let words = Rich::default().link(point.words.plain(), Target::place(&page, &point.id));
    Point { words, id: String::new(), ..point }
}
