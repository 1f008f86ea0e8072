//! What changed since an earlier item: what was said then, what became of its calls, what was learned.

use super::forecast;
use crate::compose::agenda::{anchor, shown};
use crate::compose::call_table::point as call_point;
use crate::compose::desk::Desk;
use crate::compose::page::parts::section as titled;
use crate::compose::route::Route;
use crate::review::earlier;
use crate::site::{Block, Point, Points, Rich, Target};
use crate::workspace::{Briefing, BriefingItem, Forecast};

/// The section of what changed; nothing for an item that changes none that is written.
pub(super) fn section(desk: &Desk<'_>, item: &BriefingItem) -> Option<Block> {
    let mut points: Vec<Point> = Vec::new();
    if let Some((briefing, then)) = earlier(desk.workspace, item) {
        points.push(said(desk, (briefing, then)));
        points.extend(then.forecast.as_ref().map(|forecast| expected(desk, forecast)));
        points.extend(then.calls.iter().map(|call| elsewhere(desk, briefing, call_point(desk, call))));
    }
    let learned = |text| Point { note: desk.say("changed-learned").into(), ..words(desk.phrase(text)) };
    points.extend(item.learned.as_ref().map(learned));
    (!points.is_empty()).then(|| titled(desk, "briefing-changed", vec![Points { points }.into()]))
}

fn words(words: impl Into<Rich>) -> Point {
    Point { words: words.into(), ..Point::default() }
}

/// The headline of then, with its day.
fn said(desk: &Desk<'_>, (briefing, then): (&Briefing, &BriefingItem)) -> Point {
    let page = desk.path(&Route::Briefing(briefing.id.as_str().to_owned()));
    // The first item of a briefing is the page itself: its headline is the title.
    let first = briefing.items.first().is_some_and(|item| item.id == then.id);
    let to = if first { Target::page(&page) } else { Target::place(&page, &anchor(then.id.as_str())) };
    let note = desk.fill("changed-then", &[("day", shown(desk, briefing.issued).into())]);
    Point { note: note.into(), ..words(Rich::default().link(desk.phrase(&then.headline), to)) }
}

/// What was expected then, and what it came to.
fn expected(desk: &Desk<'_>, forecast: &Forecast) -> Point {
    let result = forecast::so_far(desk, forecast);
    let result = result.map(|value| desk.fill("changed-result", &[("value", value.into())]));
    let note = [Some(desk.say("changed-expected")), result].into_iter().flatten().collect::<Vec<_>>();
    Point { note: note.join(" · ").into(), ..words(forecast::briefly(desk, forecast)) }
}

/// A call of another page: it leads there, and its place is there.
fn elsewhere(desk: &Desk<'_>, briefing: &Briefing, point: Point) -> Point {
    let page = desk.path(&Route::Briefing(briefing.id.as_str().to_owned()));
    let words = Rich::default().link(point.words.plain(), Target::place(&page, &point.id));
    Point { words, id: String::new(), ..point }
}
