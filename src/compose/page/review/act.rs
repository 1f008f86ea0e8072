//! Act: what is done about causes, whether it worked, what it became, where it goes on.

use super::mention::{self, listed, mention, named, standard};
use super::words::{self, Course, fact, owner, rollouts, typed};
use crate::compose::agenda::anchor;
use crate::compose::desk::Desk;
use crate::compose::exhibit::missing;
use crate::quantity::Span;
use crate::review::Reading;
use crate::site::{Block, Fact, Facts, Rich, Section, Status};
use crate::workspace::{Act, ActKind, Bound, Cycle, EffectCheck, EffectResult, Typed};

/// One section per act.
pub(super) fn blocks(desk: &Desk<'_>, cycle: &Cycle) -> Vec<Block> {
    cycle.act.iter().map(|act| section(desk, act).into()).collect()
}

fn section(desk: &Desk<'_>, act: &Act) -> Section {
    let check = act.effect_check.as_ref();
    let mut facts: Vec<Fact> = Vec::new();
    facts.extend(fact(
        desk,
        "act-causes",
        listed(desk, act.causes.iter().map(|id| mention(desk, id.value.as_str()))),
    ));
    facts.extend(check.and_then(|check| fact(desk, "act-expect", expectation(desk, check))));
    facts.extend(check.and_then(|check| fact(desk, "act-result", result(desk, check))));
    facts.extend(
        act.sop.as_ref().and_then(|version| fact(desk, "act-standard", standard(desk, &version.value))),
    );
    facts.extend(
        act.carry_to.as_ref().and_then(|id| fact(desk, "act-carried", carried(desk, id.value.as_str()))),
    );
    facts.extend(act.reason.as_ref().and_then(|reason| fact(desk, "act-reason", desk.phrase(reason))));
    facts.extend(fact(desk, "act-decided", decided(desk, act)));
    let mut blocks: Vec<Block> = vec![Facts { facts, prose: true, note: None }.into()];
    blocks.extend(rollouts(desk, &act.yokoten.iter().collect::<Vec<_>>()).map(Block::from));
    Section {
        id: anchor(act.id.as_str()),
        heading: named(desk, act.what.as_ref(), act.id.as_str()),
        lede: Some(course(desk, act)),
        blocks,
        more: None,
    }
}

/// What kind of answer, by whom, by when, how far.
fn course(desk: &Desk<'_>, act: &Act) -> Rich {
    let due = act.due.as_ref().map(|due| due.value);
    let course = Course { status: act.status, due, done: act.done_date.as_ref().map(|day| day.value) };
    let words = Rich::default().strong(desk.say(kind(act.kind)));
    let who = owner(desk, act.owner.as_ref());
    let words = if who.is_empty() { words } else { words.then(" · ").then(who) };
    let words = match due {
        Some(day) => words.then(" · ").then(desk.fill("act-due", &[("day", day.to_string().into())])),
        None => words,
    };
    let impact = match course.dot(desk.today) {
        Status::Late => crate::chart::Impact::Bad,
        Status::Done | Status::Due => crate::chart::Impact::Neutral,
    };
    words.then(" · ").variance(course.words(desk), impact)
}

fn kind(kind: ActKind) -> &'static str {
    match kind {
        ActKind::Standardise => "act-standardise",
        ActKind::Correct => "act-correct",
        ActKind::Carry => "act-carry",
        ActKind::AdjustPlan => "act-adjust-plan",
        ActKind::Drop => "act-drop",
    }
}

/// The plan item of a later cycle, with that cycle.
fn carried(desk: &Desk<'_>, id: &str) -> Rich {
    let cycle = mention::plan(desk, &crate::quantity::Id::new(id)).map(|(cycle, _)| cycle.id.as_str());
    let to = desk.fill("in-cycle", &[("cycle", cycle.unwrap_or_default().into())]);
    mention(desk, id).then(to)
}

fn decided(desk: &Desk<'_>, act: &Act) -> String {
    let who = act.decided_by.as_ref().map(|id| desk.person(&id.value).text).unwrap_or_default();
    let day = act.decided.map(|day| day.to_string()).unwrap_or_default();
    format!("{who} {day}").trim().to_owned()
}

/// "冷泡壺 · 美國站轉換率 ≥ 10.0%，2026-12-01 至 2026-12-31，2027-01-08 檢查".
fn expectation(desk: &Desk<'_>, check: &EffectCheck) -> Rich {
    let metric = &check.metric.value;
    let bound = check.expect.as_ref().map(|expect| {
        let sign = match expect.value.bound {
            Bound::AtLeast => "≥",
            Bound::AtMost => "≤",
            Bound::Above => ">",
            Bound::Below => "<",
        };
        format!(" {sign}\u{a0}{}", typed(desk, Some(metric), &expect.value.figure))
    });
    let mut words =
        Rich::default().link(desk.scope(&check.scope), desk.target(&desk.scope_route(&check.scope)));
    let args = [("metric", desk.metric(metric).text.into()), ("bound", bound.unwrap_or_default().into())];
    words = words.then(desk.fill("effect-expect", &args));
    if let Some(span) = window(check) {
        words = words.then(desk.fill("effect-window", &[("span", desk.locale.span(span).into())]));
    }
    match &check.due {
        Some(due) => words.then(desk.fill("effect-due", &[("day", due.value.to_string().into())])),
        None => words,
    }
}

fn window(check: &EffectCheck) -> Option<Span> {
    Span::new(check.from?, check.to?)
}

/// What was seen, and the figure itself as far as it is measured.
fn result(desk: &Desk<'_>, check: &EffectCheck) -> Rich {
    let (key, impact) = match check.result {
        EffectResult::Pending => ("effect-pending", crate::chart::Impact::Neutral),
        EffectResult::Effective => ("effect-effective", crate::chart::Impact::Good),
        EffectResult::Partly => ("effect-partly", crate::chart::Impact::Neutral),
        EffectResult::NotEffective => ("effect-not-effective", crate::chart::Impact::Bad),
    };
    let mut words = Rich::default().variance(desk.say(key), impact);
    if let Some(day) = check.checked {
        words = words.then(desk.fill("effect-checked", &[("day", day.to_string().into())]));
    }
    words = words.then(desk.say("stop-comma")).then(measured(desk, check));
    match &check.reopened {
        Some(id) => words.then(desk.say("effect-reopened")).join(carried(desk, id.value.as_str())),
        None => words,
    }
}

/// The figure over the window, or over its beginning, or why there is none.
fn measured(desk: &Desk<'_>, check: &EffectCheck) -> String {
    let metric = &check.metric.value;
    if let Some(Typed::Figure(figure)) = &check.measured {
        return desk.fill("effect-measured", &[("value", typed(desk, Some(metric), &figure.value).into())]);
    }
    let last = desk.check().last_day(metric, &check.scope);
    let Some((window, last)) = window(check).zip(last) else { return desk.say("effect-no-window") };
    let Some(days) = window.cut_at(last) else {
        return desk.say(if window.from > desk.today { "effect-not-begun" } else { "reading-missing" });
    };
    let value = match desk.check().read(metric, &check.scope, days) {
        Reading::Known(value) => words::measured(desk, metric, &value),
        reading => return missing(desk, &reading),
    };
    let args = [("value", value.into()), ("day", days.to.to_string().into())];
    desk.fill(if days == window { "effect-measured" } else { "effect-so-far" }, &args)
}
