//! Toolbox: which of the platform's tools do we use, and what do they feed?

use super::parts::{self, Head, fact, list, table, told};
use super::review::owner;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{Day, MeasureId};
use crate::review::{Feed, feeds, idle, unserved};
use crate::site::{Block, Cell, ColumnKind, Empty, Fact, Facts, Phrase, Rich, Row, Section, Status, Table};
use crate::workspace::{Tool, ToolStage, Toolbox};

/// The page of tools.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let toolbox = desk.workspace.toolbox.as_ref();
    Sheet {
        route: Route::Toolbox,
        title: desk.say("toolbox-title").into(),
        eyebrow: vec![desk.company(), desk.say("toolbox-about").into()],
        headline: toolbox.map_or_else(|| desk.say("toolbox-none").into(), |toolbox| headline(desk, toolbox)),
        lede: None,
        blocks: toolbox.map_or_else(|| vec![empty(desk)], |toolbox| blocks(desk, toolbox)),
    }
}

fn empty(desk: &Desk<'_>) -> Block {
    Empty {
        words: desk.say("toolbox-empty").as_str().into(),
        file: "toolbox.yaml".to_owned(),
        yaml: "stages: [{id: promotion, name: Promotion}]\n\
               tools:\n\
               - {id: ads, stage: promotion, name: Sponsored Products, feeds: [ad_spend], used: true, last: 2026-11-21}"
            .to_owned(),
    }
    .into()
}

fn headline(desk: &Desk<'_>, toolbox: &Toolbox) -> Phrase {
    let used = toolbox.tools.iter().filter(|tool| tool.used).count();
    let stages: Vec<String> =
        unserved(toolbox).into_iter().map(|stage| desk.phrase(&stage.name).text).collect();
    let args = [
        ("tools", toolbox.tools.len().into()),
        ("used", used.into()),
        ("stages", stages.join(&desk.say("list-comma")).into()),
    ];
    desk.fill(if stages.is_empty() { "toolbox-headline" } else { "toolbox-headline-stages" }, &args).into()
}

fn blocks(desk: &Desk<'_>, toolbox: &Toolbox) -> Vec<Block> {
    let section = |key: &str, blocks| Section { heading: desk.say(key).into(), blocks, ..Section::default() };
    let mut blocks: Vec<Block> = Vec::new();
    let feeds = feeds(desk.workspace, desk.facts);
    let heed = heed(desk, toolbox, &feeds);
    if !heed.is_empty() {
        let facts = Facts { facts: heed, prose: true, note: None };
        blocks.push(section("toolbox-heed", vec![facts.into()]).into());
    }
    blocks.push(section("toolbox-stages", vec![tools(desk, toolbox).into()]).into());
    blocks.extend(sources(desk, &feeds));
    blocks
}

/// Stages without a used tool, figures whose tool was not used for long, tools that feed nothing.
fn heed(desk: &Desk<'_>, toolbox: &Toolbox, feeds: &[Feed<'_>]) -> Vec<Fact> {
    let unserved = unserved(toolbox)
        .into_iter()
        .map(|stage| fact(desk.phrase(&stage.name), desk.say("toolbox-stage-unused")));
    let stale = feeds.iter().filter_map(|feed| {
        let (day, days) = feed.used.zip(feed.stale(desk.today))?;
        let args = [
            ("tool", list(desk, feed.tools.iter().map(|tool| desk.phrase(&tool.name).text)).into()),
            ("day", day.to_string().into()),
            ("days", days.to_string().into()),
        ];
        Some(fact(figure(desk, feed.figure), desk.fill("toolbox-stale", &args)))
    });
    let idle = idle(toolbox).map(|tool| fact(desk.phrase(&tool.name), desk.say("toolbox-idle")));
    unserved.chain(stale).chain(idle).collect()
}

/// What a tool feeds: a figure of the catalogue or a rate.
fn figure(desk: &Desk<'_>, id: &str) -> Phrase {
    let key = format!("rate-{id}");
    if desk.locale.has(&key) { desk.say(&key).into() } else { desk.metric(&MeasureId::new(id)) }
}

/// Which tools each figure comes from, when these were last used, and until when the figure is known.
fn sources(desk: &Desk<'_>, feeds: &[Feed<'_>]) -> Option<Block> {
    let heads: [Head; 4] = [
        ("head-figure", ColumnKind::Text),
        ("head-from-tool", ColumnKind::Text),
        ("head-last", ColumnKind::Date),
        ("head-known-until", ColumnKind::Date),
    ];
    let line = |feed: &Feed<'_>| {
        let tools = list(desk, feed.tools.iter().map(|tool| desk.phrase(&tool.name).text));
        let known = feed.known.map_or_else(|| desk.say("toolbox-not-known"), |day| day.to_string());
        let stale = feed.stale(desk.today).map(|_| Status::Late);
        let used = feed.used.map_or_else(|| "–".to_owned(), |day| day.to_string());
        parts::row(vec![
            Cell::new(figure(desk, feed.figure)),
            Cell::new(tools),
            Cell { status: stale, ..Cell::new(used) },
            Cell::new(known),
        ])
    };
    let mut table = table(desk, "toolbox-sources", &heads, feeds.iter().map(line).collect());
    table.note = unfed(desk, feeds);
    (!feeds.is_empty())
        .then(|| told(desk, "toolbox-sources", (desk.say("toolbox-sources-lede"), vec![table.into()])))
}

/// The measures that no tool in use feeds.
fn unfed(desk: &Desk<'_>, feeds: &[Feed<'_>]) -> Option<Rich> {
    let measures = desk.workspace.catalogue.measures().iter().map(|measure| &measure.id);
    let unfed = measures.filter(|id| feeds.iter().all(|feed| feed.figure != id.as_str()));
    let names = list(desk, unfed.map(|id| desk.metric(id).text));
    (!names.is_empty()).then(|| desk.fill("toolbox-unfed", &[("figures", names.into())]).into())
}

/// All tools in the order of the stages; those of an unnamed stage do not exist.
fn tools(desk: &Desk<'_>, toolbox: &Toolbox) -> Table {
    let heads = [
        ("head-tool", ColumnKind::Text),
        ("toolbox-head-stage", ColumnKind::Name),
        ("head-used", ColumnKind::Status),
        ("head-last", ColumnKind::Date),
        ("head-owner", ColumnKind::Name),
        ("head-feeds", ColumnKind::Text),
    ];
    let of = |stage: &ToolStage| -> Vec<Row> {
        let tools = toolbox.tools.iter().filter(|tool| tool.stage.value == stage.id);
        tools.map(|tool| row(desk, stage, tool)).collect()
    };
    Table {
        caption: desk.say("toolbox-stages").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: toolbox.stages.iter().flat_map(of).collect(),
        note: None,
    }
}

fn row(desk: &Desk<'_>, stage: &ToolStage, tool: &Tool) -> Row {
    let feeds = list(desk, tool.feeds.iter().map(|id| figure(desk, &id.value).text));
    let idle = tool.used && tool.feeds.is_empty();
    let (key, dot) = if tool.used { ("tool-used", Status::Done) } else { ("tool-unused", Status::Due) };
    let age = |day: Day| desk.fill("days-ago", &[("days", (desk.today - day).to_string().into())]);
    let cells = vec![
        Cell {
            sub: tool.reason.as_ref().filter(|_| !tool.used).map(|reason| desk.phrase(reason)),
            ..Cell::new(desk.phrase(&tool.name))
        },
        Cell::new(desk.phrase(&stage.name)),
        Cell { status: Some(dot), ..Cell::new(desk.say(key)) },
        Cell {
            sub: tool.last.map(|day| age(day).into()),
            ..Cell::new(tool.last.map(|day| day.to_string()).unwrap_or_default())
        },
        Cell::new(owner(desk, tool.owner.as_ref())),
        Cell::new(if idle { desk.say("toolbox-feeds-nothing") } else { feeds }),
    ];
    Row { cells, ..Row::default() }
}
