//! The shelf of standards: what holds, since when, why, and where it is still to be brought.

use super::review::{mention, owner, place, rollouts};
use crate::compose::agenda::{anchor, shown};
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::site::{
    Block, Cell, Column, ColumnKind, Empty, Phrase, Rich, Row, Section, Table, Target, Timeline,
    TimelineEntry,
};
use crate::workspace::{Act, Cycle, Rollout, Sop, SopVersion};

/// The page of standards.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let sops = &desk.workspace.sops;
    let mut blocks: Vec<Block> = Vec::new();
    if sops.is_empty() {
        blocks.push(empty(desk));
    } else {
        blocks.push(register(desk).into());
        blocks.extend(sops.iter().map(|sop| Block::from(section(desk, sop))));
    }
    Sheet {
        route: Route::Standards,
        title: desk.say("standards-title").into(),
        eyebrow: vec![desk.company(), desk.say("standards-about").into()],
        headline: headline(desk),
        lede: None,
        blocks,
    }
}

fn empty(desk: &Desk<'_>) -> Block {
    Empty {
        words: desk.say("standards-empty").as_str().into(),
        file: "sops.yaml".to_owned(),
        yaml: "sops:\n- {id: SOP-LISTING, name: Listings, version: 1, updated: 2026-08-30,\n   \
               versions: [{version: 1, date: 2026-08-30, change: Image 2 shows the size}]}"
            .to_owned(),
    }
    .into()
}

/// How many standards, which was changed last, and how many roll-outs are open.
fn headline(desk: &Desk<'_>) -> Phrase {
    let sops = &desk.workspace.sops;
    let Some(latest) = sops.iter().max_by_key(|sop| sop.updated) else {
        return desk.say("standards-none").into();
    };
    let open: usize = sops.iter().map(|sop| still_open(desk, sop)).sum();
    let args = [
        ("count", sops.len().into()),
        ("latest", desk.phrase(&latest.name).text.into()),
        ("day", latest.updated.map(|day| day.to_string()).unwrap_or_default().into()),
        ("open", open.into()),
    ];
    desk.fill(if open == 0 { "standards-headline-done" } else { "standards-headline" }, &args).into()
}

/// Where a standard is brought: as said with it, and by the acts that made it.
fn rollouts_of<'a>(desk: &Desk<'a>, sop: &'a Sop) -> Vec<&'a Rollout> {
    let makes = |act: &&Act| act.sop.as_ref().is_some_and(|it| it.value.sop == sop.id);
    let acts = desk.workspace.cycles.iter().flat_map(|cycle| &cycle.act).filter(makes);
    let mut rollouts: Vec<&Rollout> = sop.yokoten.iter().collect();
    for rollout in acts.flat_map(|act| &act.yokoten) {
        if rollouts.iter().all(|known| known.scope != rollout.scope) {
            rollouts.push(rollout);
        }
    }
    rollouts
}

fn still_open(desk: &Desk<'_>, sop: &Sop) -> usize {
    rollouts_of(desk, sop).iter().filter(|rollout| !rollout.status.is_over()).count()
}

/// What it was born from, as a cell that leads there.
fn born(desk: &Desk<'_>, sop: &Sop) -> Cell {
    let run = sop.born_from.as_ref().and_then(|id| mention(desk, &id.value).0.into_iter().next());
    run.map_or_else(Cell::default, |run| Cell { to: run.to, ..Cell::new(run.words) })
}

fn register(desk: &Desk<'_>) -> Table {
    let heads = [
        ("head-standard", ColumnKind::Text),
        ("head-version", ColumnKind::Number),
        ("head-updated", ColumnKind::Date),
        ("head-owner", ColumnKind::Name),
        ("standard-born", ColumnKind::Text),
        ("head-rollouts", ColumnKind::Number),
    ];
    let row = |sop: &Sop| {
        let cells = vec![
            Cell {
                sub: Some(sop.id.as_str().into()),
                to: Some(Target::Here { fragment: anchor(sop.id.as_str()) }),
                ..Cell::new(desk.phrase(&sop.name))
            },
            Cell::new(sop.version.to_string()),
            Cell::new(sop.updated.map(|day| day.to_string()).unwrap_or_default()),
            Cell::new(owner(desk, sop.owner.as_ref())),
            born(desk, sop),
            Cell::new(still_open(desk, sop).to_string()),
        ];
        Row { cells, ..Row::default() }
    };
    Table {
        caption: desk.say("standards-title").into(),
        caption_hidden: true,
        columns: heads.iter().map(|(key, kind)| Column::new(desk.say(key), *kind)).collect(),
        rows: desk.workspace.sops.iter().map(row).collect(),
        note: None,
    }
}

fn section(desk: &Desk<'_>, sop: &Sop) -> Section {
    let mut versions: Vec<&SopVersion> = sop.versions.iter().collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.version));
    let entries = versions.into_iter().map(|version| entry(desk, sop, version)).collect();
    let mut blocks: Vec<Block> = vec![Timeline { entries }.into()];
    blocks.extend(rollouts(desk, &rollouts_of(desk, sop)).map(Block::from));
    Section { id: anchor(sop.id.as_str()), heading: desk.phrase(&sop.name), blocks, ..Section::default() }
}

/// One version: what it changed, and the acts that made it.
fn entry(desk: &Desk<'_>, sop: &Sop, version: &SopVersion) -> TimelineEntry {
    let number = desk.fill("standard-version", &[("version", version.version.to_string().into())]);
    TimelineEntry {
        day: version.date.to_string(),
        shown: shown(desk, version.date),
        what: Rich::default().strong(number).then(desk.phrase(&version.change)),
        detail: made_by(desk, sop, version),
        ..TimelineEntry::default()
    }
}

fn made_by(desk: &Desk<'_>, sop: &Sop, version: &SopVersion) -> Option<Rich> {
    let names = |act: &Act| {
        act.sop.as_ref().is_some_and(|it| it.value.sop == sop.id && it.value.version == version.version)
    };
    let all = desk.workspace.cycles.iter().flat_map(|cycle| cycle.act.iter().map(move |act| (cycle, act)));
    let link = |(cycle, act): (&Cycle, &Act)| {
        let words = act.what.as_ref().map_or_else(|| act.id.as_str().into(), |text| desk.phrase(text));
        Rich::default().link(words, place(desk, &cycle.id, act.id.as_str()))
    };
    let links = all.filter(|(_, act)| names(act)).map(link);
    let links = links.reduce(|all, next| all.then(desk.say("list-comma")).join(next))?;
    Some(Rich::default().then(desk.say("standard-made-by")).join(links))
}
