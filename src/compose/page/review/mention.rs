//! Things of the loop named by their id: what they are called and where they stand.

use crate::compose::agenda::anchor;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::quantity::{CycleId, Id, Text};
use crate::site::{Phrase, Rich, Target};
use crate::workspace::{Act, CheckItem, Cycle, PlanItem, SopVersionRef};

/// The place of an item on the page of its cycle.
pub(crate) fn place(desk: &Desk<'_>, cycle: &CycleId, id: &str) -> Target {
    Target::place(&desk.path(&Route::Review(cycle.clone())), &anchor(id))
}

/// The act of an id, with its cycle.
pub(crate) fn act<'a>(desk: &Desk<'a>, id: &Id<Act>) -> Option<(&'a Cycle, &'a Act)> {
    desk.workspace.act(id)
}

/// The plan item of an id, with its cycle.
pub(crate) fn plan<'a>(desk: &Desk<'a>, id: &Id<PlanItem>) -> Option<(&'a Cycle, &'a PlanItem)> {
    desk.workspace.plan_item(id)
}

/// What an item is called: its text, else its id.
pub(crate) fn named(desk: &Desk<'_>, text: Option<&Text>, id: &str) -> Phrase {
    text.map_or_else(|| id.into(), |text| desk.phrase(text))
}

/// What a checked item is called: as its plan item.
pub(crate) fn check_name(desk: &Desk<'_>, item: &CheckItem) -> Phrase {
    let plan = item.plan.as_ref().and_then(|id| plan(desk, &id.value));
    named(desk, plan.and_then(|(_, plan)| plan.title.as_ref()), item.id.as_str())
}

/// Anything of the loop or of the feedback by its id, as a link; the id alone when there is no such thing.
pub(crate) fn mention(desk: &Desk<'_>, id: &str) -> Rich {
    match of_cycles(desk, id).or_else(|| of_feedback(desk, id)) {
        Some((name, to)) => Rich::default().link(name, to),
        None => id.into(),
    }
}

fn of_cycles(desk: &Desk<'_>, id: &str) -> Option<(Phrase, Target)> {
    desk.workspace.cycles.iter().find_map(|cycle| {
        let name = of_cycle(desk, cycle, id)?;
        Some((name, place(desk, &cycle.id, id)))
    })
}

fn of_cycle(desk: &Desk<'_>, cycle: &Cycle, id: &str) -> Option<Phrase> {
    let check = || cycle.check.iter().find(|item| item.id.as_str() == id);
    let cause = || cycle.check.iter().flat_map(|item| &item.causes).find(|cause| cause.id.as_str() == id);
    let work = || cycle.done.iter().find(|work| work.id.as_str() == id);
    let act = || cycle.act.iter().find(|act| act.id.as_str() == id);
    let plan = || cycle.plan.iter().find(|item| item.id.as_str() == id);
    check()
        .map(|item| checked(desk, cycle, item))
        .or_else(|| cause().map(|cause| named(desk, cause.text.as_ref(), id)))
        .or_else(|| work().map(|work| desk.phrase(&work.what)))
        .or_else(|| act().map(|act| named(desk, act.what.as_ref(), id)))
        .or_else(|| plan().map(|item| named(desk, item.title.as_ref(), id)))
}

/// A check is named with its cycle: its plan item alone would not say that it is the outcome.
fn checked(desk: &Desk<'_>, cycle: &Cycle, item: &CheckItem) -> Phrase {
    let name = check_name(desk, item);
    let args = [("item", name.text.into()), ("cycle", cycle.id.as_str().into())];
    Phrase { text: desk.fill("review-check-of", &args), lang: name.lang }
}

fn of_feedback(desk: &Desk<'_>, id: &str) -> Option<(Phrase, Target)> {
    desk.workspace.feedback_item(&Id::new(id))?;
    let words = desk.fill("review-feedback", &[("id", id.into())]);
    Some((words.into(), Target::place(&desk.path(&Route::Feedback), &anchor(id))))
}

/// A version of a standard as a link to the shelf: "商品頁製作與更新 SOP-LISTING@4".
pub(crate) fn standard(desk: &Desk<'_>, version: &SopVersionRef) -> Rich {
    let name = desk.workspace.sop(&version.sop).map(|sop| desk.phrase(&sop.name)).unwrap_or_default();
    let tag = format!("{}@{}", version.sop, version.version);
    let words = Phrase { text: format!("{} {tag}", name.text).trim().to_owned(), lang: name.lang };
    Rich::default().link(words, Target::place(&desk.path(&Route::Standards), &anchor(version.sop.as_str())))
}

/// Several of them, one after the other.
pub(crate) fn listed(desk: &Desk<'_>, parts: impl IntoIterator<Item = Rich>) -> Rich {
    joined(parts, &desk.say("list-comma"))
}

/// Those that say something, with the separator between them.
pub(crate) fn joined(parts: impl IntoIterator<Item = Rich>, between: &str) -> Rich {
    let said = parts.into_iter().filter(|part| part.0.iter().any(|run| !run.words.is_empty()));
    said.reduce(|all, part| all.then(between).join(part)).unwrap_or_default()
}

/// "承接自：手機優先圖序"; nothing when there is nothing to say.
pub(super) fn labelled(desk: &Desk<'_>, key: &str, value: Rich) -> Rich {
    if value.0.iter().all(|run| run.words.is_empty()) {
        return Rich::default();
    }
    let label = desk.fill("labelled", &[("name", desk.say(key).into())]);
    Rich::default().then(label).join(value)
}
