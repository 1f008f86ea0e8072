//! The shelf of standards: what holds, since when, why, and where it is still to be brought.

mod birth;

use super::parts::{linked, section as plain, table};
use super::review::{Course, owner, place, rollouts};
use crate::compose::agenda::{anchor, shown};
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::review::roll_outs;
use crate::site::{
    Block, Cell, ColumnKind, Empty, Phrase, Rich, Row, Section, Status, Table, Target, Timeline,
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
        blocks.extend(still_to_bring(desk));
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

/// How many standards, which was changed last, and how many roll-outs are open and late.
fn headline(desk: &Desk<'_>) -> Phrase {
    let sops = &desk.workspace.sops;
    let Some(latest) = sops.iter().max_by_key(|sop| sop.updated) else {
        return desk.say("standards-none").into();
    };
    let open = open(desk);
    let late = open.iter().filter(|(_, it)| course(it).days_late(desk.today).is_some()).count();
    let args = [
        ("count", sops.len().into()),
        ("latest", desk.phrase(&latest.name).text.into()),
        ("day", latest.updated.map(|day| day.to_string()).unwrap_or_default().into()),
        ("open", open.len().into()),
        ("late", late.into()),
    ];
    let key = match (open.len(), late) {
        (0, _) => "standards-headline-done",
        (_, 0) => "standards-headline",
        _ => "standards-headline-late",
    };
    desk.fill(key, &args).into()
}

fn course(rollout: &Rollout) -> Course {
    let due = rollout.due.as_ref().map(|due| due.value);
    Course { status: rollout.status, due, done: rollout.done_date }
}

/// The roll-outs of all standards that are not over, by the day they are due.
fn open<'a>(desk: &Desk<'a>) -> Vec<(&'a Sop, &'a Rollout)> {
    let of = |sop: &'a Sop| roll_outs(desk.workspace, sop).into_iter().map(move |rollout| (sop, rollout));
    let all = desk.workspace.sops.iter().flat_map(of);
    let mut open: Vec<_> = all.filter(|(_, rollout)| !rollout.status.is_over()).collect();
    open.sort_by_key(|(_, rollout)| rollout.due.as_ref().map(|due| due.value));
    open
}

/// What is still to be brought somewhere, over all standards; nothing when all is done.
fn still_to_bring(desk: &Desk<'_>) -> Option<Block> {
    let heads = [
        ("head-standard", ColumnKind::Text),
        ("head-scope", ColumnKind::Text),
        ("head-owner", ColumnKind::Name),
        ("head-due", ColumnKind::Date),
        ("head-state", ColumnKind::Status),
    ];
    let row = |(sop, it): &(&Sop, &Rollout)| {
        let course = course(it);
        let here = Target::Here { fragment: anchor(sop.id.as_str()) };
        let cells = vec![
            linked(desk.phrase(&sop.name), here),
            linked(desk.scope(&it.scope), desk.target(&desk.scope_route(&it.scope))),
            Cell::new(owner(desk, it.owner.as_ref())),
            Cell::new(course.due.map(|day| shown(desk, day)).unwrap_or_default()),
            Cell { status: Some(course.dot(desk.today)), ..Cell::new(course.words(desk)) },
        ];
        Row { cells, ..Row::default() }
    };
    let open = open(desk);
    let table = table(desk, "standards-open", &heads, open.iter().map(row).collect());
    (!open.is_empty()).then(|| plain(desk, "standards-open", vec![table.into()]))
}

/// "1／3": how many of the places it is to be brought to have it.
fn brought(desk: &Desk<'_>, sop: &Sop) -> Cell {
    let all = roll_outs(desk.workspace, sop);
    let done = all.iter().filter(|rollout| rollout.status.is_over()).count();
    let late = all
        .iter()
        .any(|rollout| course(rollout).days_late(desk.today).is_some() && !rollout.status.is_over());
    if all.is_empty() {
        return Cell::new("–");
    }
    let status = match (late, done == all.len()) {
        (true, _) => Status::Late,
        (_, true) => Status::Done,
        _ => Status::Due,
    };
    let args = [("done", done.into()), ("all", all.len().into())];
    Cell { status: Some(status), ..Cell::new(desk.fill("standard-brought", &args)) }
}

fn register(desk: &Desk<'_>) -> Table {
    let heads = [
        ("head-standard", ColumnKind::Text),
        ("head-version", ColumnKind::Number),
        ("head-updated", ColumnKind::Date),
        ("head-owner", ColumnKind::Name),
        ("standard-born", ColumnKind::Text),
        ("head-rollouts", ColumnKind::Status),
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
            birth::cell(desk, sop),
            brought(desk, sop),
        ];
        Row { cells, ..Row::default() }
    };
    Table {
        caption: desk.say("standards-title").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: desk.workspace.sops.iter().map(row).collect(),
        note: None,
    }
}

fn section(desk: &Desk<'_>, sop: &Sop) -> Section {
    let mut versions: Vec<&SopVersion> = sop.versions.iter().collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.version));
    let entries = versions.into_iter().map(|version| entry(desk, sop, version)).collect();
    let mut blocks: Vec<Block> = vec![Timeline { entries }.into()];
    blocks.extend(rollouts(desk, &roll_outs(desk.workspace, sop)).map(Block::from));
    Section {
        id: anchor(sop.id.as_str()),
        heading: desk.phrase(&sop.name),
        lede: birth::sentence(desk, sop),
        blocks,
        ..Section::default()
    }
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
