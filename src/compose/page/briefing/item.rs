//! One item of a briefing: what it rests on, what will happen, who acts, what changed.

use super::{changed, forecast};
use crate::compose::agenda::anchor;
use crate::compose::call_table::point as call_point;
use crate::compose::desk::Desk;
use crate::compose::market_series;
use crate::compose::page::department::commitment;
use crate::compose::page::parts::{fact, list, prose_facts, section};
use crate::compose::route::Route;
use crate::diagnostic::Arg;
use crate::quantity::Text;
use crate::review::Answer;
use crate::site::{Block, Fact, Point, Points, Rich, Section, Status, Two};
use crate::workspace::{At, Briefing, BriefingAct, BriefingItem, Confidence, Declined, Evidence};

/// The parts of an item. Of the `first` the headline and what it means stand on top of the page already.
pub(super) fn blocks(desk: &Desk<'_>, (briefing, item): (&Briefing, &BriefingItem), first: bool) -> Block {
    let main = [evidence(desk, (briefing, item)), expected(desk, (briefing, item))];
    let aside = [calls(desk, item), acts(desk, (briefing, item)), changed::section(desk, item)];
    let [main, aside]: [Vec<Block>; 2] =
        [main.into_iter().flatten().collect(), aside.into_iter().flatten().collect()];
    let parts: Block = Two { main, aside }.into();
    if first {
        return parts;
    }
    Section {
        id: anchor(item.id.as_str()),
        heading: desk.phrase(&item.headline),
        lede: item.so_what.as_ref().map(|text| Rich::from(desk.phrase(text))),
        blocks: vec![parts],
        ..Section::default()
    }
    .into()
}

fn evidence(desk: &Desk<'_>, (briefing, item): (&Briefing, &BriefingItem)) -> Option<Block> {
    let points: Vec<Point> = item.evidence.iter().map(|it| fact_point(desk, briefing, it)).collect();
    let lede = item.confidence.map(|level| Rich::from(confidence(desk, level)));
    (!points.is_empty()).then(|| {
        let (heading, blocks) = (desk.say("briefing-evidence").into(), vec![Points { points }.into()]);
        Section { heading, lede, blocks, ..Section::default() }.into()
    })
}

fn fact_point(desk: &Desk<'_>, briefing: &Briefing, it: &Evidence) -> Point {
    let source = it.source.as_deref().map_or_else(|| desk.say("evidence-no-source"), |id| source(desk, id));
    let weeks = it.n_weeks.map(|n| desk.fill("evidence-weeks", &[("count", Arg::Count(n.into()))]));
    let base = it.base.as_ref().map(|base| desk.phrase(base).text);
    let parts = [Some(source), weeks, base, old(desk, (briefing, it))];
    Point {
        words: desk.phrase(&it.fact).into(),
        note: parts.into_iter().flatten().collect::<Vec<_>>().join(" · ").into(),
        aside: it.asof.as_ref().map_or_else(|| "–".to_owned(), |day| day.value.to_string()).into(),
        ..Point::default()
    }
}

/// The name of a source that the words know, such as `brand-analytics`; else as written.
fn source(desk: &Desk<'_>, id: &str) -> String {
    let key = format!("source-{id}");
    if desk.locale.has(&key) { desk.say(&key) } else { id.to_owned() }
}

/// That a piece of evidence was old when its briefing was issued.
fn old(desk: &Desk<'_>, (briefing, evidence): (&Briefing, &Evidence)) -> Option<String> {
    let At { value: day, .. } = evidence.asof.as_ref()?;
    let limit = i64::from(desk.workspace.config.lint.limits.evidence_days);
    let age = i64::from(briefing.issued - *day);
    (age > limit).then(|| desk.fill("evidence-old", &[("days", Arg::Count(age))]))
}

/// "依據可信度：中".
fn confidence(desk: &Desk<'_>, level: Confidence) -> String {
    let key = match level {
        Confidence::Low => "confidence-low",
        Confidence::Moderate => "confidence-moderate",
        Confidence::High => "confidence-high",
    };
    desk.fill("briefing-confidence", &[("level", desk.say(key).into())])
}

/// What will happen: the forecast with its picture, what it takes for granted and what else could be true.
fn expected(desk: &Desk<'_>, (briefing, item): (&Briefing, &BriefingItem)) -> Option<Block> {
    let lede = item.forecast.as_ref().map(|it| forecast::in_words(desk, it));
    let picture = item.forecast.as_ref().and_then(|it| market_series::of_forecast(desk, briefing, it));
    let so_far = item.forecast.as_ref().and_then(|it| forecast::so_far(desk, it));
    let mut facts: Vec<Fact> =
        so_far.into_iter().map(|words| fact(desk.say("forecast-so-far"), words.as_str())).collect();
    let mut texts = |key: &str, texts: &[Text]| {
        let words = texts
            .iter()
            .map(|text| Rich::from(desk.phrase(text)))
            .reduce(|all, next| all.then(desk.say("list-semicolon")).join(next));
        facts.extend(words.map(|words| fact(desk.say(key), words)));
    };
    texts("briefing-assumptions", &item.assumptions);
    texts("briefing-alternatives", &item.alternatives);
    let mut blocks: Vec<Block> = picture.map(Block::from).into_iter().collect();
    blocks.extend((!facts.is_empty()).then(|| prose_facts(facts)));
    if lede.is_none() && blocks.is_empty() {
        return None;
    }
    let key = if lede.is_some() { "briefing-forecast" } else { "briefing-basis" };
    Some(Section { heading: desk.say(key).into(), lede, blocks, ..Section::default() }.into())
}

fn calls(desk: &Desk<'_>, item: &BriefingItem) -> Option<Block> {
    let points: Vec<Point> = item.calls.iter().map(|call| call_point(desk, call)).collect();
    (!points.is_empty()).then(|| section(desk, "briefing-calls", vec![Points { points }.into()]))
}

fn acts(desk: &Desk<'_>, (briefing, item): (&Briefing, &BriefingItem)) -> Option<Block> {
    let points: Vec<Point> = item.act.iter().map(|act| act_point(desk, (briefing, act))).collect();
    (!points.is_empty()).then(|| section(desk, "briefing-acts", vec![Points { points }.into()]))
}

fn act_point(desk: &Desk<'_>, (briefing, act): (&Briefing, &BriefingAct)) -> Point {
    let department = &act.department.value;
    let who = Rich::default()
        .link(desk.department(department), desk.target(&Route::Department(department.clone())))
        .then(" · ");
    let (status, state) = state(desk, (briefing, act));
    Point {
        words: desk.phrase(&act.what).into(),
        note: who.join(state),
        aside: act.by.map(|day| day.to_string()).unwrap_or_default().into(),
        status: Some(status),
        ..Point::default()
    }
}

/// What became of an act: a commitment with how far it is, a no with its reason, or nothing yet.
pub(in crate::compose) fn state(
    desk: &Desk<'_>,
    (briefing, act): (&Briefing, &BriefingAct),
) -> (Status, Rich) {
    match Answer::of(desk.workspace, (briefing, act), desk.today) {
        Answer::Promised(it) => {
            let state = commitment::state(desk, it);
            let words = list(desk, [it.id.to_string(), state.words.text]);
            let words = Rich::default().link(words, commitment::place(desk, it));
            (state.status.unwrap_or(Status::Due), words)
        }
        Answer::Declined(declined) => (Status::Done, no(desk, declined)),
        Answer::Open => (Status::Due, desk.say("act-open").into()),
        Answer::Overdue => (Status::Late, desk.say("act-unanswered").into()),
    }
}

fn no(desk: &Desk<'_>, declined: &Declined) -> Rich {
    let args =
        [("name", desk.person(&declined.by.value).text.into()), ("day", declined.date.to_string().into())];
    Rich::from(desk.fill("act-declined", &args)).then(desk.phrase(&declined.reason))
}
