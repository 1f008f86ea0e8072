//! Review: what did we say, what happened, what did we learn, what becomes standard?

mod act;
mod causes;
mod check;
mod done;
mod findings;
mod headline;
mod mention;
mod plan;
mod retrospective;
mod words;

use crate::compose::desk::Desk;
use crate::compose::exhibit::key_figures;
use crate::compose::focus;
use crate::compose::page::weekly;
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{Grain, MeasureId, Period, Scope};
use crate::review::{Question, Reading, Thread};
use crate::site::{Block, Empty, LinkLine, Links, Notice, Phrase, Section, Tone};
use crate::workspace::{Cycle, CycleStatus};

pub(crate) use act::{brought, effect as act_effect, kind as act_kind, table as acts};
pub(crate) use causes::{asked, worth as cause_worth};
pub(crate) use headline::{attainment, headline, lead_figure};
pub(crate) use mention::{check_name, joined, mention, place, standard};
pub(crate) use retrospective::learned;
pub(crate) use words::{Course, actual, against, cycle_status, owner, rollouts, wanted};

/// One page per cycle.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.workspace.cycles.iter().map(|cycle| sheet(desk, cycle)).collect()
}

/// The period a cycle covers.
pub(crate) fn period(cycle: &Cycle) -> Period {
    Period::containing(cycle.span.from, cycle.kind)
}

/// The threads that were checked in a cycle.
pub(crate) fn threads_of<'a>(desk: &Desk<'a>, cycle: &Cycle) -> Vec<&'a Thread<'a>> {
    desk.threads().iter().filter(|thread| thread.cycle.id == cycle.id).collect()
}

fn sheet(desk: &Desk<'_>, cycle: &Cycle) -> Sheet {
    let mut blocks: Vec<Block> = Vec::new();
    blocks.extend(cut(desk, cycle));
    let figures = figures(desk, cycle);
    if !figures.is_empty() {
        blocks.push(key_figures(desk, &figures, (&Scope::company(), period(cycle))).into());
    }
    if cycle.kind == Grain::Week {
        let here = Route::Review(cycle.id.clone());
        blocks.extend(weekly::blocks(desk, (&here, period(cycle))));
    }
    blocks.extend(retrospective::block(desk, cycle));
    blocks.push(part(
        desk,
        (cycle, "plan"),
        (!cycle.plan.is_empty(), plan::table(desk, cycle).map(Block::from).into_iter().collect()),
    ));
    blocks.push(part(desk, (cycle, "do"), (!cycle.done.is_empty(), done::blocks(desk, cycle))));
    blocks.push(part(desk, (cycle, "check"), (!cycle.check.is_empty(), check::blocks(desk, cycle))));
    blocks.push(part(
        desk,
        (cycle, "act"),
        (!cycle.act.is_empty(), act::table(desk, cycle).map(Block::from).into_iter().collect()),
    ));
    blocks.extend(findings::block(desk, cycle));
    blocks.extend(check::appendix(desk, cycle));
    blocks.extend(neighbours(desk, cycle));
    Sheet {
        route: Route::Review(cycle.id.clone()),
        title: desk.fill("review-title", &[("cycle", cycle.id.as_str().into())]).into(),
        eyebrow: eyebrow(desk, cycle),
        headline: headline(desk, cycle),
        lede: headline::lede(desk, cycle),
        blocks,
    }
}

/// The figures that matter; those that come by longer periods alone say nothing of a week.
fn figures(desk: &Desk<'_>, cycle: &Cycle) -> Vec<MeasureId> {
    let mut figures = focus::figures(desk, desk.fiscal().year_of(cycle.span.from));
    figures.retain(|metric| {
        let question = Question { metric: metric.clone(), scope: Scope::company(), period: period(cycle) };
        desk.check().figure(&question).actual != Reading::Coarse
    });
    figures
}

fn eyebrow(desk: &Desk<'_>, cycle: &Cycle) -> Vec<Phrase> {
    let mut eyebrow: Vec<Phrase> =
        vec![desk.locale.period(period(cycle)).into(), cycle_status(desk, cycle.status).words];
    if let Some(day) = cycle.review {
        eyebrow.push(desk.fill("review-day", &[("day", day.to_string().into())]).into());
    }
    if let Some(owner) = &cycle.owner {
        eyebrow.push(desk.person(&owner.value));
    }
    eyebrow.extend(plan_name(desk, desk.fiscal().year_of(cycle.span.from)));
    eyebrow
}

/// Plan, Do, Check or Act; a part in which nothing is written says so.
fn part(desk: &Desk<'_>, (cycle, name): (&Cycle, &str), (written, mut blocks): (bool, Vec<Block>)) -> Block {
    if !written {
        blocks.push(empty(desk, cycle, name).into());
    }
    Section {
        id: name.to_owned(),
        heading: desk.say(&format!("review-{name}")).into(),
        blocks,
        ..Section::default()
    }
    .into()
}

/// Where to write, while the cycle is worked on; a closed one is as it is.
fn empty(desk: &Desk<'_>, cycle: &Cycle, name: &str) -> Empty {
    let words = desk.say(&format!("review-{name}-empty")).as_str().into();
    if cycle.status == CycleStatus::Closed {
        return Empty { words, ..Empty::default() };
    }
    let yaml = match name {
        "plan" => "plan:\n- {id: P-01, title: Sales on plan,\n   metric: sales, target: auto, owner: lin}",
        "do" => {
            "do:\n- {id: D-01, plan: P-01, what: New images,\n   owner: wang, from: 2026-11-02, to: 2026-11-20}"
        }
        "check" => {
            "check:\n- {id: C-01, plan: P-01, ac: auto,\n   causes: [{id: C-01a, text: Out of stock}]}"
        }
        _ => {
            "act:\n- {id: A-01, causes: [C-01a], type: correct,\n   what: Order earlier, owner: lin, due: 2026-12-15}"
        }
    };
    Empty { words, file: cycle.place.file.to_string(), yaml: yaml.to_owned() }
}

/// Says at which day the figures of a period that has not ended are cut.
fn cut(desk: &Desk<'_>, cycle: &Cycle) -> Option<Block> {
    let figure = lead_figure(desk, period(cycle))?;
    let days = figure.days.filter(|_| figure.is_cut())?;
    let args = [
        ("day", days.to.to_string().into()),
        ("end", period(cycle).span().to.to_string().into()),
        ("metric", desk.metric(&figure.question.metric).text.into()),
    ];
    Some(Notice { tone: Tone::Warning, words: desk.fill("review-cut", &args).as_str().into() }.into())
}

/// The cycles before and after, and those within a longer one.
fn neighbours(desk: &Desk<'_>, cycle: &Cycle) -> Option<Block> {
    let all = || desk.workspace.cycles.iter();
    let named = |id: &crate::workspace::At<crate::quantity::CycleId>| desk.workspace.cycle(&id.value);
    let within = all().filter(|it| it.id != cycle.id && cycle.span.covers(&it.span));
    let around = all().filter(|it| it.id != cycle.id && it.span.covers(&cycle.span));
    let line = |key: &str, it: &Cycle| LinkLine {
        link: desk.link(desk.locale.period(period(it)), &Route::Review(it.id.clone())),
        about: None,
        aside: desk.say(key).into(),
    };
    let mut lines: Vec<LinkLine> = Vec::new();
    lines.extend(cycle.prev.as_ref().and_then(named).map(|it| line("review-before", it)));
    lines.extend(cycle.next.as_ref().and_then(named).map(|it| line("review-after", it)));
    lines.extend(around.map(|it| line("review-around", it)));
    lines.extend(within.map(|it| line("review-within", it)));
    let heading = desk.say("review-others").into();
    let more = Some(desk.link(desk.say("home-gaps-more"), &Route::Reviews));
    let section = Section { heading, more, blocks: vec![Links { lines }.into()], ..Section::default() };
    Some(section.into())
}
