//! One gap: what became of it, step by step, with the day of each.

use super::part::{section, told};
use super::review::{
    act_effect, act_kind, against, asked, brought, cause_worth, check_name, joined, mention, owner, period,
    place, standard,
};
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::loop_table::{driver, gap, state, worth};
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::review::{ActStory, Stage, Step, Story, Thread, What, recurrences};
use crate::site::{Block, Cell, Empty, Phrase, Rich, Status, Timeline, TimelineEntry};
use crate::workspace::{Cycle, DoItem};

/// One page per gap that matters.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.threads().iter().filter(|thread| thread.is_gap()).map(|thread| sheet(desk, thread)).collect()
}

fn sheet(desk: &Desk<'_>, thread: &Thread<'_>) -> Sheet {
    let story = Story::of(desk.workspace, desk.threads(), (thread, desk.today));
    let mut found = story.before.iter().map(|step| entry(desk, thread, step)).collect::<Vec<_>>();
    found.extend(story.check.iter().take(1).map(|step| entry(desk, thread, step)));
    found.extend(why(desk, thread));
    found.extend(story.check.iter().skip(1).map(|step| entry(desk, thread, step)));
    let mut blocks: Vec<Block> = vec![section(desk, "gap-found", vec![Timeline { entries: found }.into()])];
    blocks.extend(story.acts.iter().map(|act| acted(desk, thread, act)));
    blocks.extend(missing(desk, thread));
    blocks.extend(again(desk, thread));
    Sheet {
        route: Route::Gap(thread.item.id.clone()),
        title: title(desk, thread),
        eyebrow: eyebrow(desk, thread),
        headline: headline(desk, thread).into(),
        lede: lede(desk, thread),
        blocks,
    }
}

/// "冷泡壺 · 美國站轉換率，2026-10".
fn title(desk: &Desk<'_>, thread: &Thread<'_>) -> Phrase {
    let Some(question) = &thread.question else { return check_name(desk, thread.item) };
    let args = [
        ("who", desk.scope(&question.scope).text.into()),
        ("metric", desk.metric(&question.metric).text.into()),
        ("cycle", thread.cycle.id.as_str().into()),
    ];
    desk.fill("gap-title", &args).into()
}

fn eyebrow(desk: &Desk<'_>, thread: &Thread<'_>) -> Vec<Phrase> {
    let mut eyebrow: Vec<Phrase> = vec![desk.locale.period(period(thread.cycle)).into()];
    eyebrow.extend(thread.question.as_ref().map(|question| desk.scope(&question.scope)));
    eyebrow.push(state(desk, (thread.state, thread.provisional), thread.leading_act(desk.today)).words);
    eyebrow.extend(thread.provisional.then(|| desk.say("provisional").into()));
    eyebrow.extend(plan_name(desk, desk.fiscal().year_of(thread.cycle.span.from)));
    eyebrow
}

/// "冷泡壺 · 美國站轉換率 8.95%，目標 10.0%，差 −1.05 個百分點（約值 −2.5 千美元）。"
fn headline(desk: &Desk<'_>, thread: &Thread<'_>) -> String {
    let Some(question) = &thread.question else { return check_name(desk, thread.item).text };
    let (actual, target) = against(desk, thread);
    let mut args = vec![
        ("who", desk.scope(&question.scope).text.into()),
        ("metric", desk.metric(&question.metric).text.into()),
        ("actual", actual.into()),
        ("target", target.into()),
        ("gap", gap(desk, thread).into()),
    ];
    let worth = worth(desk, thread);
    let key = if worth.is_some() { "gap-headline-worth" } else { "gap-headline" };
    args.extend(worth.map(|worth| ("worth", worth.into())));
    desk.fill(key, &args)
}

/// The first cause, and what is done about it.
fn lede(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<Rich> {
    let (cause, _) = thread.causes.first()?;
    let cause = mention(desk, cause.id.as_str());
    let act = thread.leading_act(desk.today).map(|act| mention(desk, act.id.as_str()));
    let labelled =
        |key: &str, words: Rich| Rich::default().then(desk.say(key)).join(words).then(desk.say("stop-full"));
    let act = act.map(|act| labelled("gap-lede-act", act)).unwrap_or_default();
    Some(labelled("gap-lede-cause", cause).join(act))
}

/// The driver, which leads to the page that opens the change.
fn why(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<TimelineEntry> {
    let Cell { words, sub, to, .. } = driver(desk, thread);
    let to = to?;
    let words = if words.is_empty() { desk.say("why-more").into() } else { words };
    let key = if thread.driver.is_some() { "gap-driver" } else { "gap-in-money" };
    let part = sub.map_or_else(Rich::default, |sub| Rich::default().then(" ").then(sub));
    Some(TimelineEntry {
        what: label(desk, key).link(words, to).join(part),
        status: Some(Status::Done),
        ..day(desk, thread.cycle.review)
    })
}

/// What became of one act.
fn acted(desk: &Desk<'_>, thread: &Thread<'_>, act: &ActStory<'_>) -> Block {
    let entries = act.steps.iter().map(|step| entry(desk, thread, step)).collect();
    let answered = act.act.causes.iter().map(|id| mention(desk, id.value.as_str()));
    let lede = Rich::default().then(desk.say("gap-answers")).join(joined(answered, &desk.say("list-comma")));
    crate::site::Section {
        id: crate::compose::agenda::anchor(act.act.id.as_str()),
        heading: desk.fill("gap-act-heading", &[("kind", desk.say(act_kind(act.act.kind)).into())]).into(),
        lede: (thread.causes.len() > 1).then_some(lede),
        blocks: vec![Timeline { entries }.into()],
        ..Default::default()
    }
    .into()
}

/// What nobody has written yet: why, or what is done.
fn missing(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<Block> {
    let (key, yaml) = match (thread.causes.first(), thread.acts().first()) {
        (None, _) if thread.provisional => ("gap-provisional", String::new()),
        (None, _) => {
            let id = &thread.item.id;
            (
                "gap-no-cause",
                format!(
                    "- id: {id}\n  causes:\n  - {{id: {id}a, code: stock-out, text: …, whys: [], evidence: [], effect: -1000 USD}}"
                ),
            )
        }
        (Some((cause, _)), None) => {
            let id = &cause.id;
            (
                "gap-no-act",
                format!(
                    "act:\n- {{id: A-01, causes: [{id}], type: correct, what: …, owner: lin, due: 2026-12-15,\n   effect_check: {{metric: sales, due: 2027-01-08}}}}"
                ),
            )
        }
        (Some(_), Some(_)) => return None,
    };
    let file = if yaml.is_empty() { String::new() } else { thread.cycle.place.file.to_string() };
    Some(Empty { words: desk.say(key).as_str().into(), file, yaml }.into())
}

/// The other times one of its causes stood.
fn again(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<Block> {
    let all = recurrences(desk.threads());
    let own = |code: &str| thread.causes.iter().any(|(cause, _)| cause.code.as_deref() == Some(code));
    let times = all.iter().filter(|one| own(one.code)).flat_map(|one| &one.times);
    let others = times.filter(|time| time.thread.item.id != thread.item.id);
    let links =
        others.map(|time| mention(desk, time.cause.id.as_str()).then(within(desk, time.thread.cycle)));
    let links = joined(links, &desk.say("list-comma"));
    (!links.0.is_empty()).then(|| told(desk, "gap-again", (links, Vec::new())))
}

fn label(desk: &Desk<'_>, key: &str) -> Rich {
    Rich::default().strong(desk.say(key)).then(" ")
}

fn within(desk: &Desk<'_>, cycle: &Cycle) -> String {
    desk.fill("in-cycle", &[("cycle", cycle.id.as_str().into())])
}

fn day(desk: &Desk<'_>, day: Option<crate::quantity::Day>) -> TimelineEntry {
    TimelineEntry {
        day: day.map(|day| day.to_string()).unwrap_or_default(),
        shown: day.map_or_else(|| desk.say("gap-no-day"), |day| shown(desk, day)),
        ..TimelineEntry::default()
    }
}

/// One step: what, who, when, and where more of it stands.
fn entry(desk: &Desk<'_>, thread: &Thread<'_>, step: &Step<'_>) -> TimelineEntry {
    let (key, words, detail) = told_of(desk, thread, &step.what);
    let status = match step.stage {
        Stage::Done => Status::Done,
        Stage::Due => Status::Due,
        Stage::Late => Status::Late,
    };
    TimelineEntry {
        what: label(desk, key).join(words),
        detail: Some(detail).filter(|detail| !detail.0.is_empty()),
        who: who(desk, &step.what).filter(|who| !who.is_empty()),
        status: Some(status),
        ..day(desk, step.day)
    }
}

/// The key of a step's name, what it is, and one line more.
fn told_of(desk: &Desk<'_>, thread: &Thread<'_>, what: &What<'_>) -> (&'static str, Rich, Rich) {
    let none = Rich::default;
    let text = |text: Option<&crate::quantity::Text>| {
        text.map(|text| Rich::from(desk.phrase(text))).unwrap_or_default()
    };
    match what {
        What::From(act) => ("gap-from", mention(desk, act.id.as_str()), none()),
        What::Planned(item) => {
            ("gap-planned", mention(desk, item.id.as_str()), text(item.hypothesis.as_ref()))
        }
        What::Worked(work) => ("gap-worked", mention(desk, work.id.as_str()), last_note(desk, work)),
        What::Checked => {
            let to = place(desk, &thread.cycle.id, thread.item.id.as_str());
            ("gap-checked", Rich::default().link(gap(desk, thread), to), none())
        }
        What::Cause(cause) => {
            let worth = cause_worth(desk, cause);
            let words = joined([mention(desk, cause.id.as_str()), worth.into()], " · ");
            ("gap-cause", words, asked(desk, cause).unwrap_or_default())
        }
        What::Act(act) => ("gap-act", mention(desk, act.id.as_str()), text(act.reason.as_ref())),
        What::Effect(check) => {
            let cell = act_effect(desk, check);
            ("gap-effect", Rich::from(cell.words), joined(cell.lines, " · "))
        }
        What::Standard(version) => {
            let change = desk.workspace.sop_version(version).map(|version| &version.change);
            ("gap-standard", standard(desk, version), text(change))
        }
        What::Rollout(rollout) => ("gap-rollout", brought(desk, rollout), none()),
        What::Carried(item, cycle, back) => {
            let key = if *back { "gap-points-back" } else { "gap-no-way-back" };
            let words = mention(desk, item.id.as_str()).then(within(desk, cycle));
            ("gap-carried", words, desk.say(key).as_str().into())
        }
        What::Reopened(item, cycle) => {
            ("gap-reopened", mention(desk, item.id.as_str()).then(within(desk, cycle)), none())
        }
        What::Nowhere(id) => ("gap-carried", id.as_str().into(), desk.say("gap-nowhere").as_str().into()),
        What::Adjusted(version) => ("gap-adjusted", (*version).into(), none()),
        What::Dropped(act) => ("gap-dropped", text(act.reason.as_ref()), none()),
        What::Then(cycle, id) => ("gap-then", then(desk, cycle, id), none()),
    }
}

/// What came out where it went on: the gap's own page, else the check.
fn then(desk: &Desk<'_>, cycle: &Cycle, id: &str) -> Rich {
    let Some(thread) = desk.threads().iter().find(|thread| thread.item.id.as_str() == id) else {
        return mention(desk, id);
    };
    let to = match thread.is_gap() {
        true => desk.target(&Route::Gap(thread.item.id.clone())),
        false => place(desk, &cycle.id, id),
    };
    let state = state(desk, (thread.state, thread.provisional), thread.leading_act(desk.today)).words;
    let words = Rich::default().link(title(desk, thread), to);
    joined([words, gap(desk, thread).into(), Rich::from(state)], &desk.say("stop-comma"))
}

fn last_note(desk: &Desk<'_>, work: &DoItem) -> Rich {
    let last = work.log.iter().max_by_key(|entry| entry.date);
    last.map(|entry| Rich::from(desk.phrase(&entry.note))).unwrap_or_default()
}

fn who(desk: &Desk<'_>, what: &What<'_>) -> Option<Phrase> {
    let owned = match what {
        What::Planned(item) => item.owner.as_ref(),
        What::Worked(work) => work.owner.as_ref(),
        What::From(act) | What::Act(act) => act.owner.as_ref(),
        What::Dropped(act) => act.decided_by.as_ref(),
        _ => None,
    };
    owned.map(|id| owner(desk, Some(id)))
}
