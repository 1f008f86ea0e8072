//! Act: what is done about causes, whether it worked, what it became, where it goes on.

use super::mention::{self, joined, labelled, listed, mention, named, standard};
use super::words::{self, Course, days, owner, typed};
use crate::chart::Impact;
use crate::compose::agenda::{anchor, shown};
use crate::compose::desk::Desk;
use crate::compose::exhibit::missing;
use crate::quantity::Span;
use crate::review::Reading;
use crate::site::{Cell, ColumnKind, Rich, Row, Status, Table};
use crate::workspace::{Act, ActKind, Bound, Cycle, EffectCheck, EffectResult, Rollout, Typed};

const HEADS: [(&str, ColumnKind); 7] = [
    ("head-act", ColumnKind::Text),
    ("act-causes", ColumnKind::Text),
    ("head-owner", ColumnKind::Name),
    ("head-due", ColumnKind::Date),
    ("head-state", ColumnKind::Status),
    ("act-expect", ColumnKind::Text),
    ("act-became", ColumnKind::Text),
];

/// One row per act; nothing when there is none.
pub(crate) fn table(desk: &Desk<'_>, cycle: &Cycle) -> Option<Table> {
    (!cycle.act.is_empty()).then(|| Table {
        caption: desk.say("review-act").into(),
        caption_hidden: true,
        columns: desk.columns(&HEADS),
        rows: cycle.act.iter().map(|act| row(desk, act)).collect(),
        note: None,
    })
}

fn row(desk: &Desk<'_>, act: &Act) -> Row {
    let due = act.due.as_ref().map(|due| due.value);
    let course = Course { status: act.status, due, done: act.done_date.as_ref().map(|day| day.value) };
    let cells = vec![
        Cell {
            sub: Some(desk.say(kind(act.kind)).into()),
            lines: reasons(desk, act),
            ..Cell::new(named(desk, act.what.as_ref(), act.id.as_str()))
        },
        Cell {
            lines: act.causes.iter().map(|id| mention(desk, id.value.as_str())).collect(),
            ..Cell::default()
        },
        Cell::new(owner(desk, act.owner.as_ref())),
        Cell::new(due.map(|day| shown(desk, day)).unwrap_or_default()),
        Cell { status: Some(course.dot(desk.today)), ..Cell::new(course.words(desk)) },
        act.effect_check.as_ref().map(|check| effect(desk, check)).unwrap_or_default(),
        Cell { lines: became(desk, act), ..Cell::default() },
    ];
    Row { id: anchor(act.id.as_str()), cells, total: false }
}

/// Why, who decided it, and where else it is brought.
fn reasons(desk: &Desk<'_>, act: &Act) -> Vec<Rich> {
    let reason = act.reason.as_ref().map(|reason| Rich::from(desk.phrase(reason))).unwrap_or_default();
    let places = listed(desk, act.yokoten.iter().map(|rollout| brought(desk, rollout)));
    let lines = [
        labelled(desk, "act-reason", reason),
        labelled(desk, "act-decided", decided(desk, act).into()),
        labelled(desk, "rollouts", places),
    ];
    lines.into_iter().filter(|line| !line.0.is_empty()).collect()
}

/// "日本站（王企劃，期限 11-18，逾期 4 天）".
pub(crate) fn brought(desk: &Desk<'_>, rollout: &Rollout) -> Rich {
    let due = rollout.due.as_ref().map(|due| due.value);
    let course = Course { status: rollout.status, due, done: rollout.done_date };
    let scope = desk.target(&desk.scope_route(&rollout.scope));
    let due = due.map(|day| desk.fill("act-due", &[("day", shown(desk, day).into())])).unwrap_or_default();
    let who = owner(desk, rollout.owner.as_ref());
    let parts = [Rich::from(who), due.into(), stands(desk, course)];
    let parts = joined(parts, &desk.say("stop-comma"));
    Rich::default()
        .link(desk.scope(&rollout.scope), scope)
        .then(desk.say("bracket-open"))
        .join(parts)
        .then(desk.say("bracket-close"))
}

fn stands(desk: &Desk<'_>, course: Course) -> Rich {
    let words = course.words(desk);
    match course.dot(desk.today) {
        Status::Late => Rich::default().variance(words, Impact::Bad),
        Status::Done | Status::Due => words.into(),
    }
}

/// The key of the name of a kind of act.
pub(crate) fn kind(kind: ActKind) -> &'static str {
    match kind {
        ActKind::Standardise => "act-standardise",
        ActKind::Correct => "act-correct",
        ActKind::Carry => "act-carry",
        ActKind::AdjustPlan => "act-adjust-plan",
        ActKind::Drop => "act-drop",
    }
}

/// The standard it became and the plan item it goes on as.
fn became(desk: &Desk<'_>, act: &Act) -> Vec<Rich> {
    let standard = act.sop.as_ref().map(|version| standard(desk, &version.value)).unwrap_or_default();
    let carried = act.carry_to.as_ref().map(|id| carried(desk, id.value.as_str())).unwrap_or_default();
    let lines = [labelled(desk, "act-standard", standard), labelled(desk, "act-carried", carried)];
    lines.into_iter().filter(|line| !line.0.is_empty()).collect()
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

/// What shall be seen, where, when, and what was.
pub(crate) fn effect(desk: &Desk<'_>, check: &EffectCheck) -> Cell {
    Cell {
        lines: vec![place_and_time(desk, check), result(desk, check)],
        ..Cell::new(expectation(desk, check))
    }
}

/// "轉換率 ≥ 10.0%".
fn expectation(desk: &Desk<'_>, check: &EffectCheck) -> String {
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
    format!("{}{}", desk.metric(metric).text, bound.unwrap_or_default())
}

/// "冷泡壺 · 美國站，12-01～12-31，2027-01-08 檢查".
fn place_and_time(desk: &Desk<'_>, check: &EffectCheck) -> Rich {
    let scope = desk.target(&desk.scope_route(&check.scope));
    let span = window(check).map(|span| days(desk, span)).unwrap_or_default();
    let due = check
        .due
        .as_ref()
        .map(|due| desk.fill("effect-due", &[("day", shown(desk, due.value).into())]))
        .unwrap_or_default();
    let parts = [Rich::default().link(desk.scope(&check.scope), scope), span.into(), due.into()];
    joined(parts, &desk.say("stop-comma"))
}

fn window(check: &EffectCheck) -> Option<Span> {
    Span::new(check.from?, check.to?)
}

/// What was seen, and the figure itself as far as it is measured.
fn result(desk: &Desk<'_>, check: &EffectCheck) -> Rich {
    let (key, impact) = match check.result {
        EffectResult::Pending => ("effect-pending", Impact::Neutral),
        EffectResult::Effective => ("effect-effective", Impact::Good),
        EffectResult::Partly => ("effect-partly", Impact::Neutral),
        EffectResult::NotEffective => ("effect-not-effective", Impact::Bad),
    };
    let mut words = Rich::default().variance(desk.say(key), impact);
    if let Some(day) = check.checked {
        words = words.then(desk.fill("effect-checked", &[("day", shown(desk, day).into())]));
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
    let Some(seen) = window.cut_at(last) else {
        return desk.say(if window.from > desk.today { "effect-not-begun" } else { "reading-missing" });
    };
    let value = match desk.check().read(metric, &check.scope, seen) {
        Reading::Known(value) => words::measured(desk, metric, &value),
        reading => return missing(desk, &reading),
    };
    let args = [("value", value.into()), ("day", shown(desk, seen.to).into())];
    desk.fill(if seen == window { "effect-measured" } else { "effect-so-far" }, &args)
}
