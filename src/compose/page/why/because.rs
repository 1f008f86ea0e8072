//! What was found to be behind the change of a figure, and what is done about it: one line per cause.

use super::super::review::mention;
use crate::compose::desk::Desk;
use crate::compose::loop_table::state;
use crate::compose::route::Route;
use crate::review::{Question, Thread, act_state};
use crate::site::Rich;
use crate::workspace::Act;

/// How many causes are named; the review has them all.
const MOST: usize = 2;

/// The causes of gaps of a figure in a part of the company, or a part of that, in cycles of the period.
pub(crate) fn lines(desk: &Desk<'_>, question: &Question) -> Vec<Rich> {
    let here = |thread: &&Thread<'_>| thread.is_gap() && speaks_of(thread, question);
    let gaps = desk.threads().iter().filter(here);
    gaps.flat_map(|thread| causes(desk, thread)).take(MOST).collect()
}

fn speaks_of(thread: &Thread<'_>, question: &Question) -> bool {
    let days = question.period.span();
    thread.question.as_ref().is_some_and(|own| {
        let scope = &question.scope;
        let product = scope.product.is_none() || scope.product == own.scope.product;
        let place = scope.marketplace.is_none() || scope.marketplace == own.scope.marketplace;
        own.metric == question.metric && product && place && days.covers(&own.period.span())
    })
}

/// "冷泡壺 · 美國站：容量圖只在手機版第 5 張 → 手機優先圖序寫入 SOP（林，逾期 12 天）".
fn causes(desk: &Desk<'_>, thread: &Thread<'_>) -> Vec<Rich> {
    let part = thread.question.as_ref().map(|own| desk.scope(&own.scope).text).unwrap_or_default();
    let story = desk.target(&Route::Gap(thread.item.id.clone()));
    let gap = || Rich::default().link(part.clone(), story.clone());
    if thread.causes.is_empty() {
        return vec![gap().then(desk.say("why-no-cause"))];
    }
    let line = |(cause, acts): &(&crate::workspace::Cause, Vec<&Act>)| {
        let line = gap().then(desk.say("list-colon")).join(mention(desk, cause.id.as_str()));
        let act = acts.iter().copied().min_by_key(|act| act_state(act, desk.today));
        match act {
            Some(act) => line.then(" → ").join(mention(desk, act.id.as_str())).then(standing(desk, act)),
            None => line.then(desk.say("why-no-act")),
        }
    };
    thread.causes.iter().map(line).collect()
}

fn standing(desk: &Desk<'_>, act: &Act) -> String {
    let args = [
        ("owner", act.owner.as_ref().map_or_else(String::new, |owner| desk.person(&owner.value).text).into()),
        ("state", state(desk, (act_state(act, desk.today), false), Some(act)).words.text.into()),
    ];
    desk.fill(if act.owner.is_some() { "why-act" } else { "why-act-nobody" }, &args)
}
