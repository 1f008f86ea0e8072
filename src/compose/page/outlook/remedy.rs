//! What to do where the plan is out of reach: how much faster it would have to go, and what is under way there.

use super::landing::{Verdict, faster, landings, part};
use crate::chart::Impact;
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::page::has;
use crate::compose::page::part::lies_in;
use crate::compose::page::parts::{below, row};
use crate::compose::page::review::mention;
use crate::compose::route::Route;
use crate::quantity::{MeasureId, Scope};
use crate::review::Thread;
use crate::site::{Block, Cell, ColumnKind, Rich, Row, Section, Table};
use crate::trend::Landing;
use crate::workspace::Act;

/// So many actions are told of each part.
const ACTS: usize = 2;

/// The parts of the company whose plan is out of reach; nothing where none is.
pub(super) fn section(desk: &Desk<'_>, lead: &MeasureId) -> Option<Block> {
    let better = desk.workspace.catalogue.better(lead).unwrap_or_default();
    let missed = |landing: &&Landing| {
        Verdict::of(&landing.year).is_some_and(|verdict| verdict.impact(better) == Impact::Bad)
    };
    let rows: Vec<Row> =
        landings(desk, lead).into_iter().filter(missed).filter_map(|landing| line(desk, landing)).collect();
    let heads = [("outlook-part", ColumnKind::Text), ("outlook-under-way", ColumnKind::Text)];
    let table = Table {
        caption: desk.say("outlook-remedy").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows,
        note: None,
    };
    let section = Section {
        heading: desk.say("outlook-remedy").into(),
        lede: Some(desk.say("outlook-remedy-lede").as_str().into()),
        more: has(desk, &Route::Plan).then(|| desk.link(desk.say("outlook-remedy-plan"), &Route::Plan)),
        blocks: vec![table.clone().into()],
        ..Section::default()
    };
    (!table.rows.is_empty()).then(|| section.into())
}

fn line(desk: &Desk<'_>, landing: &Landing) -> Option<Row> {
    let scope = &landing.subject.scope;
    let acts = acts(desk, scope);
    let words = match acts.len() {
        0 => desk.say("outlook-no-act"),
        count => desk.fill("outlook-acts", &[("count", count.into())]),
    };
    let lines = acts.iter().take(ACTS).map(|act| told(desk, act)).collect();
    let share = desk.locale.percent(&faster(&landing.year)?, 0);
    let faster = desk.fill("outlook-faster-by", &[("share", share.into())]);
    Some(row(vec![below(part(desk, scope), faster), Cell { lines, ..Cell::new(words) }]))
}

/// What is not done yet on the gaps of a part, the first due first.
fn acts<'a>(desk: &'a Desk<'_>, within: &Scope) -> Vec<&'a Act> {
    let here =
        |thread: &&Thread<'_>| lies_in(thread.question.as_ref().map(|question| &question.scope), within);
    let gaps = desk.threads().iter().filter(|thread| thread.is_gap() && !thread.is_closed()).filter(here);
    let mut acts: Vec<&Act> = Vec::new();
    for act in gaps.flat_map(Thread::acts).filter(|act| !act.status.is_over()) {
        if acts.iter().all(|known| known.id != act.id) {
            acts.push(act);
        }
    }
    acts.sort_by_key(|act| act.due.as_ref().map(|due| due.value));
    acts
}

/// "補上尺寸比較圖 · 林行銷 · 12-05".
fn told(desk: &Desk<'_>, act: &Act) -> Rich {
    let owner = act.owner.as_ref().map(|owner| desk.person(&owner.value).text);
    let due = act.due.as_ref().map(|due| shown(desk, due.value));
    let more = [owner, due].into_iter().flatten().map(|words| format!(" · {words}")).collect::<String>();
    mention(desk, act.id.as_str()).then(more)
}
