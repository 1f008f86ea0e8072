//! The retrospective: goal, result, analysis, insight; what becomes standard and what goes into the next plan.
//!
//! What people wrote comes first; what the cycle itself shows stands beside it, so that a month without a written
//! retrospective has one too.

use super::mention::{self, joined, listed, mention, standard};
use super::words::{fact, signed};
use super::{headline, period, threads_of};
use crate::compose::desk::Desk;
use crate::metric::Impact;
use crate::quantity::{Ratio, Text};
use crate::review::Thread;
use crate::site::{Block, Fact, Facts, Rich, Section};
use crate::workspace::{Act, At, Cause, Cycle, CycleStatus, PlanItem, Retrospective};

/// So many causes are named, those that are worth most first.
const CAUSES: usize = 3;

/// What is told of a cycle, under its heading.
pub(super) fn block(desk: &Desk<'_>, cycle: &Cycle) -> Option<Block> {
    let section = Section {
        id: "retrospective".to_owned(),
        heading: desk.say("learned").into(),
        blocks: vec![Facts { facts: learned(desk, cycle)?, prose: true, note: None }.into()],
        ..Section::default()
    };
    Some(section.into())
}

/// What is told of a cycle that was checked, or of which people wrote what they learned.
pub(crate) fn learned(desk: &Desk<'_>, cycle: &Cycle) -> Option<Vec<Fact>> {
    let threads = threads_of(desk, cycle);
    let learned = cycle.retrospective.as_ref();
    if threads.is_empty() && learned.is_none() {
        return None;
    }
    let semicolon = desk.say("list-semicolon");
    let line = |key: &str, parts: [Rich; 2]| fact(desk, key, joined(parts, &semicolon));
    let at = |text: fn(&Retrospective) -> &Option<At<Text>>| {
        learned
            .and_then(|it| text(it).as_ref())
            .map(|text| desk.phrase(&text.value).into())
            .unwrap_or_default()
    };
    let plain = |text: fn(&Retrospective) -> &Option<Text>| {
        learned.and_then(|it| text(it).as_ref()).map(|text| desk.phrase(text).into()).unwrap_or_default()
    };
    let facts = [
        fact(desk, "learned-goal", or_else(plain(|it| &it.goal), || goals(desk, cycle))),
        line(
            "learned-result",
            [or_else(at(|it| &it.result), || figure(desk, cycle)), reached(desk, &threads)],
        ),
        line("learned-analysis", [at(|it| &it.analysis), causes(desk, &threads)]),
        fact(desk, "learned-insight", or_else(at(|it| &it.insight), || unwritten(desk, cycle))),
        line("learned-standard", [plain(|it| &it.standard), standards(desk, cycle)]),
        line("learned-next", [plain(|it| &it.next), handed_on(desk, cycle)]),
    ];
    Some(facts.into_iter().flatten().collect())
}

fn or_else(written: Rich, from_data: impl FnOnce() -> Rich) -> Rich {
    if written.0.is_empty() { from_data() } else { written }
}

/// What was planned, item by item.
fn goals(desk: &Desk<'_>, cycle: &Cycle) -> Rich {
    listed(desk, cycle.plan.iter().map(|item| mention(desk, item.id.as_str())))
}

/// The leading figure; nothing where people's message stands above, which the headline's own sentence does not repeat.
fn figure(desk: &Desk<'_>, cycle: &Cycle) -> Rich {
    cycle.message.as_ref().map(|_| headline::result(desk, period(cycle)).as_str().into()).unwrap_or_default()
}

/// How many of the checked items reached their target.
fn reached(desk: &Desk<'_>, threads: &[&Thread<'_>]) -> Rich {
    let judged: Vec<_> = threads.iter().filter(|thread| thread.gap.abs.is_some()).collect();
    let reached = judged.iter().filter(|thread| thread.gap.impact != Impact::Unfavourable).count();
    match judged.len() {
        0 => Rich::default(),
        all => {
            desk.fill("learned-reached", &[("all", all.into()), ("reached", reached.into())]).as_str().into()
        }
    }
}

/// The causes that are worth most, with what each is worth.
fn causes(desk: &Desk<'_>, threads: &[&Thread<'_>]) -> Rich {
    let worth = |cause: &Cause| cause.effect.as_ref().map_or_else(Ratio::zero, |it| it.value.number().abs());
    let mut causes: Vec<&Cause> =
        threads.iter().flat_map(|it| it.causes.iter().map(|(cause, _)| *cause)).collect();
    causes.sort_by_key(|cause| std::cmp::Reverse(worth(cause)));
    let named = causes.iter().take(CAUSES).map(|cause| {
        let effect = cause.effect.as_ref().map(|effect| format!(" {}", signed(desk, None, &effect.value)));
        mention(desk, cause.id.as_str()).then(effect.unwrap_or_default())
    });
    let named = listed(desk, named);
    match causes.len().checked_sub(CAUSES) {
        Some(more) if more > 0 => named.then(desk.fill("learned-more-causes", &[("count", more.into())])),
        _ => named,
    }
}

/// Where to write it, while the cycle is worked on.
fn unwritten(desk: &Desk<'_>, cycle: &Cycle) -> Rich {
    if cycle.status == CycleStatus::Closed {
        return Rich::default();
    }
    let file = cycle.place.file.to_string();
    desk.fill("learned-unwritten", &[("file", file.into())]).as_str().into()
}

/// The standards that acts of the cycle became.
fn standards(desk: &Desk<'_>, cycle: &Cycle) -> Rich {
    listed(
        desk,
        cycle.act.iter().filter_map(|act| act.sop.as_ref()).map(|version| standard(desk, &version.value)),
    )
}

/// The plan items of other cycles that carry acts of this one on, and the plans that were changed.
fn handed_on(desk: &Desk<'_>, cycle: &Cycle) -> Rich {
    let all = desk.workspace.cycles.iter().filter(|other| other.id != cycle.id);
    let items = all.flat_map(|other| other.plan.iter().map(move |item| (other, item)));
    let ours = |item: &PlanItem| cycle.act.iter().any(|act| carries(act, item));
    let items = items.filter(|(_, item)| ours(item)).map(|(other, item)| {
        let link = mention::place(desk, &other.id, item.id.as_str());
        let name = mention::named(desk, item.title.as_ref(), item.id.as_str());
        Rich::default().link(name, link).then(desk.fill("in-cycle", &[("cycle", other.id.as_str().into())]))
    });
    let plans = cycle
        .act
        .iter()
        .filter_map(|act| act.plan_version.as_ref())
        .map(|version| desk.fill("learned-plan", &[("plan", version.as_str().into())]).as_str().into());
    listed(desk, items.chain(plans))
}

/// Whether a plan item carries an act on: one of them names the other.
fn carries(act: &Act, item: &PlanItem) -> bool {
    item.from.iter().any(|id| id.value == act.id)
        || act.carry_to.as_ref().is_some_and(|id| id.value == item.id)
}
